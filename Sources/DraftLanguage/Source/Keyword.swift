/// The statements of the dialect.
enum Keyword {
  /// Statements that open a block.
  static let blocks: Set<String> = [
    "if", "for", "with", "macro", "call", "filter", "raw", "autoescape", "lang",
  ]
  /// Statements that stand alone.
  static let single: Set<String> = [
    "do", "include", "clause", "languages", "break", "continue", "cellbg", "colspan", "vm", "hm",
  ]
  /// Statements of Jinja that a document has no use for.
  static let refused: Set<String> = [
    "import", "from", "extends", "block", "endblock", "trans", "endtrans", "pluralize", "debug",
  ]
  /// Branches inside blocks.
  static let branches: Set<String> = ["elif", "else"]

  /// What the first word of a statement does.
  enum Role {
    case opensBlock
    /// Opens a block unless it assigns.
    case set
    case branches
    case closes(String)
    case standsAlone
    case isRefused
  }

  /// The words that have a role.
  static let roles: [String: Role] = {
    var roles: [String: Role] = ["set": .set, "endset": .closes("set")]
    for word in blocks { (roles[word], roles["end" + word]) = (.opensBlock, .closes(word)) }
    for word in branches { roles[word] = .branches }
    for word in single { roles[word] = .standsAlone }
    for word in refused { roles[word] = .isRefused }
    return roles
  }()

  /// All words that a statement may begin with, for hints.
  static var all: [String] {
    blocks.sorted() + blocks.sorted().map { "end" + $0 } + single.sorted() + branches.sorted()
      + ["set", "endset"]
  }
}
