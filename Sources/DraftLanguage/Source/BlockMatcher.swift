/// A block statement with its branches and its end, as indexes into the tags.
public struct Block: Sendable, Hashable {
  /// The keyword that opens it: `if`, `for`, `macro`, …
  public var keyword: String
  /// The tag that opens it.
  public var open: Int
  /// Its `elif` and `else` tags, in order.
  public var branches: [Int]
  /// The tag that closes it.
  public var close: Int
  /// The block that holds it, as an index into the blocks; nil at the top.
  public var parent: Int?

  /// A block of tags.
  public init(keyword: String, open: Int, branches: [Int], close: Int, parent: Int?) {
    self.keyword = keyword
    self.open = open
    self.branches = branches
    self.close = close
    self.parent = parent
  }
}

/// Pairs the tags that open blocks with those that close them, and says which cannot be paired.
public struct BlockMatcher {
  /// The blocks that are whole, in the order in which they open, and what is wrong.
  public struct Match: Sendable {
    /// The blocks in the order in which they open.
    public var blocks: [Block]
    /// Unclosed, stray and crossed blocks, unknown and refused statements.
    public var diagnostics: [Diagnostic]
  }

  /// Blocks nest at most this deep.
  static let deepest = 64
  /// How many tags ahead the end of a crossed block is looked for.
  private static let lookahead = 1000

  private struct Open {
    var keyword: String
    var tag: Int
    var branches: [Int] = []
    var slot: Int
  }

  private let tags: [Tag]
  private let source: SourceText
  private var stack: [Open] = []
  private var blocks: [Block?] = []
  private var parents: [Int?] = []
  private var diagnostics = Findings()
  /// Blocks that were reported as crossed and whose end is still to come.
  private var pendingCrossed: [String] = []

  /// Whether blocks nest too deep, after which nothing is paired any more.
  private var isTooDeep = false

  /// Pairs the statements among `tags`.
  public static func match(_ tags: [Tag], in source: SourceText) -> Match {
    var matcher = BlockMatcher(tags: tags, source: source)
    for index in tags.indices where tags[index].kind == .statement {
      if matcher.isTooDeep || matcher.diagnostics.isFull { break }
      matcher.take(index)
    }
    return matcher.finish()
  }

  private init(tags: [Tag], source: SourceText) {
    self.tags = tags
    self.source = source
  }

  private mutating func take(_ index: Int) {
    let keyword = tags[index].keyword
    switch Keyword.roles[keyword] {
    case .opensBlock: open(keyword, index)
    case .set: if Self.opensBlock(tags[index], source) { open(keyword, index) }
    case .branches: branch(keyword, index)
    case .closes(let opener): close(opener, index)
    case .standsAlone: break
    case .isRefused: diagnostics.append(.refusedStatement(source, tags[index]))
    case nil: diagnostics.append(.unknownStatement(source, tags[index]))
    }
  }

  /// A `set` without `=` captures what follows up to `endset`.
  static func opensBlock(_ tag: Tag, _ source: SourceText) -> Bool {
    var depth = 0
    for token in Lexer.tokens(source, tag.inner).tokens {
      guard case .mark(let mark) = token.kind else { continue }
      switch mark {
      case .openParenthesis, .openBracket, .openBrace: depth += 1
      case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
      case .assign where depth == 0: return false
      default: break
      }
    }
    return true
  }

  private mutating func open(_ keyword: String, _ index: Int) {
    if stack.count == Self.deepest {
      diagnostics.append(.blocksTooDeep(source, tags[index]))
      isTooDeep = true
    }
    parents.append(stack.last?.slot)
    blocks.append(nil)
    stack.append(Open(keyword: keyword, tag: index, slot: blocks.count - 1))
  }

  private mutating func branch(_ keyword: String, _ index: Int) {
    guard let top = stack.last else {
      diagnostics.append(.strayTag(source, tags[index], opener: keyword == "elif" ? "if" : nil))
      return
    }
    let fits = top.keyword == "if" || top.keyword == "for" && keyword == "else"
    guard fits else {
      diagnostics.append(
        .misplacedBranch(source, tags[index], inside: tags[top.tag]))
      return
    }
    if let last = top.branches.last, tags[last].keyword == "else" {
      diagnostics.append(.branchAfterElse(source, tags[index], after: tags[last]))
      return
    }
    stack[stack.count - 1].branches.append(index)
  }

  private mutating func close(_ keyword: String, _ index: Int) {
    if let crossed = pendingCrossed.firstIndex(of: keyword),
      !stack.contains(where: { $0.keyword == keyword })
    {
      pendingCrossed.remove(at: crossed)
      return
    }
    guard let top = stack.last else {
      diagnostics.append(.strayTag(source, tags[index], opener: keyword))
      return
    }
    if top.keyword == keyword {
      finish(index)
      return
    }
    guard let match = stack.lastIndex(where: { $0.keyword == keyword }) else {
      diagnostics.append(.wrongEnd(source, tags[index], opener: tags[top.tag]))
      return
    }
    // Either the blocks in between were never closed, or two blocks cross.
    let crosses = closesLater(top.keyword, after: index)
    for open in stack[(match + 1)...].reversed() {
      if crosses {
        diagnostics.append(.crossedBlocks(source, tags[index], open: tags[open.tag]))
      } else {
        diagnostics.append(.unclosedBlock(source, tags[open.tag], before: tags[index]))
      }
      if crosses { pendingCrossed.append(open.keyword) }
    }
    stack.removeLast(stack.count - match - 1)
    finish(index)
  }

  /// Whether the end of `keyword` still comes before anything else of that kind opens.
  private func closesLater(_ keyword: String, after index: Int) -> Bool {
    var depth = 0
    for tag in tags[(index + 1)...].prefix(Self.lookahead) where tag.kind == .statement {
      if tag.keyword == keyword {
        depth += 1
      } else if tag.keyword == "end" + keyword {
        if depth == 0 { return !stack.dropLast().contains { $0.keyword == keyword } }
        depth -= 1
      }
    }
    return false
  }

  private mutating func finish(_ index: Int) {
    let top = stack.removeLast()
    blocks[top.slot] = Block(
      keyword: top.keyword, open: top.tag, branches: top.branches, close: index,
      parent: parents[top.slot])
  }

  /// Drops what was never closed and renumbers the rest.
  private mutating func finish() -> Match {
    for open in stack where !isTooDeep {
      diagnostics.append(.unclosedBlock(source, tags[open.tag], before: nil))
    }
    var renumbered: [Int?] = []
    var count = 0
    for block in blocks {
      renumbered.append(block == nil ? nil : count)
      if block != nil { count += 1 }
    }
    var whole: [Block] = []
    for block in blocks {
      guard var block else { continue }
      var parent = block.parent
      while let slot = parent, renumbered[slot] == nil { parent = parents[slot] }
      block.parent = parent.flatMap { renumbered[$0] }
      whole.append(block)
    }
    return Match(
      blocks: whole, diagnostics: diagnostics.items.sorted(by: Diagnostic.comesBefore))
  }
}
