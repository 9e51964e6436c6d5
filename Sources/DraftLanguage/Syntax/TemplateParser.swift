/// Reads pieces as statements: pairs the blocks and parses what each tag says.
struct TemplateParser {
  let source: SourceText
  var diagnostics = Findings()
  private var pieces: [Piece]
  private var tags: [Tag] = []
  /// The piece at which each tag stands.
  private var pieceOfTag: [Int] = []
  /// The tag that stands at each piece; -1 for none.
  private var tagOfPiece: [Int]
  /// The block that each tag opens; nil for none.
  private var blockAt: [Block?] = []

  init(_ pieces: [Piece], _ source: SourceText) {
    self.source = source
    self.pieces = pieces
    tagOfPiece = Array(repeating: -1, count: pieces.count)
    tags.reserveCapacity(pieces.count / 2 + 1)
    pieceOfTag.reserveCapacity(pieces.count / 2 + 1)
    for index in pieces.indices {
      guard case .tag(let tag, _, _, _) = pieces[index] else { continue }
      tagOfPiece[index] = tags.count
      pieceOfTag.append(index)
      tags.append(tag)
    }
  }

  mutating func parse() -> [Statement] {
    let match = BlockMatcher.match(tags, in: source)
    diagnostics += match.diagnostics
    blockAt = Array(repeating: nil, count: tags.count)
    for block in match.blocks { blockAt[block.open] = block }
    if match.diagnostics.contains(where: { $0.code == "nesting-too-deep" }) { return [] }
    return sequence(0..<pieces.count)
  }

  private mutating func sequence(_ range: Range<Int>) -> [Statement] {
    var statements: [Statement] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch pieces[at] {
      case .literal(let range): if !range.isEmpty { statements.append(.literal(range)) }
      case .remember: statements.append(.remember)
      case .restore: statements.append(.restore)
      case .mark(let id, let loop): statements.append(.mark(id, loop: loop))
      case .tag(let tag, let site, let language, let captures):
        let context = Statement.TagContext(
          span: tag.span, site: site, language: language, captures: captures)
        let index = tagOfPiece[at]
        if tag.kind == .expression {
          if let expression = attempt(tag, { (p) throws(Parser.Failure) in try p.tuple() }) {
            statements.append(.emit(expression, context))
          }
        } else if tag.kind == .statement, let block = blockAt[index],
          pieceOfTag[block.close] < range.upperBound
        {
          if let statement = self.block(block, tag, context) { statements.append(statement) }
          at = pieceOfTag[block.close]
        } else if tag.kind == .statement, let statement = single(tag, context) {
          statements.append(statement)
        }
      }
      at += 1
    }
    return statements
  }

  /// Parses a tag after its keyword; nil with a diagnostic when it cannot be read.
  private mutating func attempt<Result>(
    _ tag: Tag, _ body: (inout Parser) throws(Parser.Failure) -> Result
  ) -> Result? {
    if diagnostics.isFull { return nil }
    let (tokens, found) = Lexer.tokens(source, tag.inner)
    diagnostics += found
    guard found.isEmpty else { return nil }
    var parser = Parser(source, tokens)
    if parser.isEnd {
      if tag.kind == .expression { diagnostics.append(.emptyTag(source, tag)) }
      return nil
    }
    if tag.kind == .statement { parser.advance() }
    do throws(Parser.Failure) {
      let result = try body(&parser)
      try parser.expectEnd()
      return result
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private func piecesBetween(_ open: Int, _ close: Int) -> Range<Int> {
    (pieceOfTag[open] + 1)..<pieceOfTag[close]
  }

  private mutating func block(
    _ block: Block, _ tag: Tag, _ context: Statement.TagContext
  ) -> Statement? {
    var ends = block.branches + [block.close]
    let bodyRange = piecesBetween(block.open, ends.removeFirst())
    switch block.keyword {
    case "if":
      return condition(block, tag, context)
    case "for":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.loopHead() }
      let body = sequence(bodyRange)
      let otherwise = block.branches.first.map { sequence(piecesBetween($0, block.close)) } ?? []
      guard let head else { return .group(body + otherwise) }
      return .loop(
        Statement.Loop(
          target: head.target, iterable: head.iterable, filter: head.filter,
          isRecursive: head.isRecursive, body: body, otherwise: otherwise,
          otherwiseTag: block.branches.first.map { tags[$0].span }), context)
    case "set":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.setBlockHead() }
      let body = sequence(bodyRange)
      guard let head else { return .group(body) }
      return .setBlock(head.target, head.filters, body: body, context)
    case "with":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.withHead() }
      return .with(head ?? [], body: sequence(bodyRange), context)
    case "macro":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.macroHead() }
      let body = sequence(bodyRange)
      guard let head else { return .group(body) }
      return .macro(
        Statement.Routine(name: head.name, parameters: head.parameters, body: body), context)
    case "call":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.callHead() }
      let body = sequence(bodyRange)
      guard let head else { return .group(body) }
      let caller = Statement.Routine(
        name: .init(name: "caller", span: tag.inner), parameters: head.parameters, body: body)
      return .call(head.call, caller, context)
    case "filter":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.filterHead() }
      return .filter(head ?? [], body: sequence(bodyRange), context)
    case "raw":
      return .group(sequence(bodyRange))
    case "lang":
      _ = attempt(tag) { (p) throws(Parser.Failure) in
        try p.word(.expectedLanguage(found: p.current))
      }
      return .group(sequence(bodyRange))
    default:
      _ = attempt(tag) { (p) throws(Parser.Failure) in try p.expression() }
      return .group(sequence(bodyRange))
    }
  }

  private mutating func condition(
    _ block: Block, _ tag: Tag, _ context: Statement.TagContext
  ) -> Statement {
    var branches: [(test: Expression, body: [Statement])] = []
    var otherwise: [Statement] = []
    var otherwiseTag: Range<Int>?
    let starts = [block.open] + block.branches
    let ends = block.branches + [block.close]
    for (start, end) in zip(starts, ends) {
      let opening = tags[start]
      if opening.keyword == "else" {
        _ = attempt(opening) { (_) throws(Parser.Failure) in () }
        otherwise = sequence(piecesBetween(start, end))
        otherwiseTag = opening.span
      } else {
        let test = attempt(opening) { (p) throws(Parser.Failure) in try p.tuple() }
        let fallback = Expression(kind: .constant(.bool(false)), span: opening.inner, depth: 1)
        branches.append((test ?? fallback, sequence(piecesBetween(start, end))))
      }
    }
    return .condition(branches, otherwise: otherwise, otherwiseTag: otherwiseTag, context)
  }

  private mutating func single(_ tag: Tag, _ context: Statement.TagContext) -> Statement? {
    switch tag.keyword {
    case "set":
      let head = attempt(tag) { (p) throws(Parser.Failure) in try p.setHead() }
      return head.map { .set($0.target, $0.value, context) }
    case "do":
      return attempt(tag) { (p) throws(Parser.Failure) in try p.tuple() }
        .map { .evaluate($0, context) }
    case "include":
      return attempt(tag) { (p) throws(Parser.Failure) in try p.includeHead() }
        .map { .include($0.names, isOptional: $0.isOptional, context) }
    case "break", "continue":
      _ = attempt(tag) { (_) throws(Parser.Failure) in () }
      return .leave(isContinue: tag.keyword == "continue", context)
    case "clause":
      // What it does is up to who makes the pieces: only a document has numbered clauses.
      _ = attempt(tag) { (p) throws(Parser.Failure) in try p.clauseHead() }
      return nil
    case "languages":
      _ = attempt(tag) { (p) throws(Parser.Failure) in try p.languagesHead() }
      return nil
    case "cellbg", "colspan", "vm", "hm":
      diagnostics.append(.onlyInCell(source, tag))
      return nil
    default: return nil
    }
  }
}
