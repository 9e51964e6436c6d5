/// One `import` of a source file, and the condition that it stands under.
struct ImportLine {
  /// Which branch of `#if canImport(…)` holds a line.
  enum Branch: Equatable {
    case canImport(String)
    case cannotImport(String)
    case other
  }

  var line: Int
  var module: String
  var isExported: Bool
  var branches: [Branch]

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
  ]
  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate",
  ]

  /// The imports of a file, in order.
  static func all(in file: SourceTree.File) -> [ImportLine] {
    var imports: [ImportLine] = []
    var branches: [Branch] = []
    for (number, line) in file.lines.enumerated() {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" })
      switch words.first {
      case "#if": branches.append(branch(words.dropFirst().joined(separator: " ")))
      case "#elseif":
        if !branches.isEmpty { branches.removeLast() }
        branches.append(branch(words.dropFirst().joined(separator: " ")))
      case "#else":
        guard let last = branches.popLast() else { break }
        if case .canImport(let module) = last {
          branches.append(.cannotImport(module))
        } else {
          branches.append(.other)
        }
      case "#endif": _ = branches.popLast()
      default:
        guard let (module, isExported) = imported(words) else { break }
        imports.append(
          ImportLine(
            line: number + 1, module: module, isExported: isExported, branches: branches))
      }
    }
    return imports
  }

  private static func branch(_ condition: String) -> Branch {
    guard condition.hasPrefix("canImport("), condition.hasSuffix(")") else { return .other }
    return .canImport(String(condition.dropFirst("canImport(".count).dropLast()))
  }

  private static func imported(_ words: [Substring]) -> (module: String, isExported: Bool)? {
    var rest = words[...]
    var isExported = false
    while let word = rest.first, word.hasPrefix("@") || modifiers.contains(word) {
      if word == "@_exported" { isExported = true }
      rest.removeFirst()
    }
    guard rest.first == "import" else { return nil }
    rest.removeFirst()
    if let kind = rest.first, kinds.contains(kind) { rest.removeFirst() }
    guard let module = rest.first?.split(separator: ".").first else { return nil }
    return (String(module), isExported)
  }
}
