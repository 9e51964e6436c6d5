/// Reads the tokens of one tag as expressions; the first error of a tag ends that tag.
struct Parser {
  /// Expressions nest at most this deep.
  static let deepest = 64

  let source: SourceText
  private let tokens: [Token]
  private var position = 0
  private var nesting = 0

  /// The tag cannot be read on; the diagnostic says why.
  struct Failure: Error {
    var diagnostic: Diagnostic
  }

  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  // MARK: Tokens

  var current: Token { tokens[position] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }
  var previousEnd: Int { position > 0 ? tokens[position - 1].span.upperBound : 0 }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func isMark(_ mark: Token.Mark) -> Bool {
    if case .mark(mark) = current.kind { true } else { false }
  }

  func isWord(_ word: String) -> Bool {
    if case .name(let name) = current.kind { name == word } else { false }
  }

  var isEnd: Bool {
    if case .end = current.kind { true } else { false }
  }

  mutating func skip(_ mark: Token.Mark) -> Bool {
    guard isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func skip(word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: Token.Mark) throws(Failure) {
    guard skip(mark) else { throw failure(expected: "`\(mark.rawValue)`") }
  }

  mutating func word(_ expected: Message) throws(Failure) -> Expression.Word {
    guard case .name(let name) = current.kind else { throw failure(expected) }
    let word = Expression.Word(name: name, span: current.span)
    advance()
    return word
  }

  mutating func expectEnd() throws(Failure) {
    guard isEnd else { throw failure(.unexpectedToken(current)) }
  }

  /// Counts one level of recursion, so that no tag can exhaust the stack.
  mutating func descend() throws(Failure) {
    nesting += 1
    guard nesting <= Self.deepest else { throw failure(.tooDeep) }
  }

  mutating func ascend() { nesting -= 1 }

  func failure(_ message: Message, hint: Message? = nil) -> Failure {
    var span = current.span
    if span.isEmpty, position > 0 { span = tokens[position - 1].span }
    return Failure(
      diagnostic: Diagnostic(
        code: "syntax", message, at: source.place(span), hints: hint.map { [$0] } ?? []))
  }

  func failure(expected: String) -> Failure { failure(.expected(expected, found: current)) }

  // MARK: Expressions, loosest first

  /// An expression, or several separated by commas, which make a tuple.
  mutating func tuple() throws(Failure) -> Expression {
    if isPath { return try postfix(try primary()) }
    let first = try expression()
    guard isMark(.comma) else { return first }
    var items = [first]
    while skip(.comma) {
      if isEnd || isMark(.closeParenthesis) || isMark(.assign) { break }
      items.append(try expression())
    }
    return try make(.list(items), first.span.lowerBound, items.map(\.depth).max() ?? 0)
  }

  /// Whether the rest of the tag is a name or a path of names, as nearly always: then no operator is to
  /// be looked for.
  private var isPath: Bool {
    var index = position
    while case .name(let name) = tokens[index].kind, index > position || name != "not" {
      switch tokens[index + 1].kind {
      case .end: return true
      case .mark(.dot): index += 2
      default: return false
      }
    }
    return false
  }

  /// An expression with inline conditions.
  mutating func expression() throws(Failure) -> Expression {
    try descend()
    defer { ascend() }
    var then = try or()
    while skip(word: "if") {
      let condition = try or()
      var otherwise: Expression?
      if skip(word: "else") { otherwise = try expression() }
      then = try make(
        .conditional(condition: condition, then: then, otherwise: otherwise),
        then.span.lowerBound, max(then.depth, condition.depth, otherwise?.depth ?? 0))
    }
    return then
  }

  /// An expression without an inline condition, as the head of a `for` needs it.
  mutating func or() throws(Failure) -> Expression {
    let first = try and()
    guard isWord("or") else { return first }
    var items = [first]
    while skip(word: "or") { items.append(try and()) }
    return try make(.or(items), first.span.lowerBound, items.map(\.depth).max() ?? 0)
  }

  private mutating func and() throws(Failure) -> Expression {
    let first = try not()
    guard isWord("and") else { return first }
    var items = [first]
    while skip(word: "and") { items.append(try not()) }
    return try make(.and(items), first.span.lowerBound, items.map(\.depth).max() ?? 0)
  }

  private mutating func not() throws(Failure) -> Expression {
    guard isWord("not") else { return try compare() }
    let start = current.span.lowerBound
    advance()
    try descend()
    defer { ascend() }
    let operand = try not()
    return try make(.not(operand), start, operand.depth)
  }

  private mutating func compare() throws(Failure) -> Expression {
    let first = try sum()
    var comparisons: [Expression.Comparison] = []
    while let comparison = comparisonOperator() {
      comparisons.append(.init(comparison: comparison, right: try sum()))
    }
    if comparisons.isEmpty { return first }
    return try make(
      .compare(first, comparisons), first.span.lowerBound,
      max(first.depth, comparisons.map(\.right.depth).max() ?? 0))
  }

  private mutating func comparisonOperator() -> ComparisonOperator? {
    switch current.kind {
    case .mark(let mark):
      guard let found = ComparisonOperator(rawValue: mark.rawValue) else { return nil }
      advance()
      return found
    case .name("in"):
      advance()
      return .contained
    case .name("not"):
      guard case .name("in") = next.kind else { return nil }
      advance()
      advance()
      return .notContained
    default: return nil
    }
  }

  private mutating func sum() throws(Failure) -> Expression {
    var left = try concatenation()
    while isMark(.plus) || isMark(.minus) {
      let operation: BinaryOperator = isMark(.plus) ? .add : .subtract
      advance()
      let right = try concatenation()
      left = try make(
        .binary(operation, left, right), left.span.lowerBound, max(left.depth, right.depth))
    }
    return left
  }

  private mutating func concatenation() throws(Failure) -> Expression {
    let first = try product()
    guard isMark(.tilde) else { return first }
    var items = [first]
    while skip(.tilde) { items.append(try product()) }
    return try make(.concatenate(items), first.span.lowerBound, items.map(\.depth).max() ?? 0)
  }

  private mutating func product() throws(Failure) -> Expression {
    var left = try power()
    while case .mark(let mark) = current.kind {
      guard mark == .times || mark == .divided || mark == .floorDivided || mark == .modulo,
        let operation = BinaryOperator(rawValue: mark.rawValue)
      else { break }
      advance()
      let right = try power()
      left = try make(
        .binary(operation, left, right), left.span.lowerBound, max(left.depth, right.depth))
    }
    return left
  }

  private mutating func power() throws(Failure) -> Expression {
    var left = try unary(filters: true)
    while skip(.power) {
      let right = try unary(filters: true)
      left = try make(
        .binary(.power, left, right), left.span.lowerBound, max(left.depth, right.depth))
    }
    return left
  }

  private mutating func unary(filters: Bool) throws(Failure) -> Expression {
    let start = current.span.lowerBound
    var result: Expression
    if isMark(.minus) || isMark(.plus) {
      let isMinus = isMark(.minus)
      advance()
      try descend()
      defer { ascend() }
      let operand = try unary(filters: false)
      result = try make(isMinus ? .negative(operand) : .positive(operand), start, operand.depth)
    } else {
      result = try primary()
    }
    result = try postfix(result)
    return filters ? try filtered(result) : result
  }

  func make(
    _ kind: Expression.Kind, _ start: Int, _ depth: Int
  ) throws(Failure) -> Expression {
    guard depth < Self.deepest else { throw failure(.tooDeep) }
    return Expression(kind: kind, span: start..<max(previousEnd, start), depth: depth + 1)
  }
}
