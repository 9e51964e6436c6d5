/// What stands after the keyword of each statement.
extension Parser {
  mutating func target() throws(Failure) -> AssignmentTarget {
    let start = current.span.lowerBound
    let first = try targetPart()
    guard isMark(.comma) else { return first }
    var parts = [first]
    while skip(.comma) {
      if isMark(.assign) || isWord("in") || isMark(.closeParenthesis) { break }
      parts.append(try targetPart())
    }
    return .tuple(parts, start..<previousEnd)
  }

  private mutating func targetPart() throws(Failure) -> AssignmentTarget {
    if skip(.openParenthesis) {
      try descend()
      defer { ascend() }
      let inner = try target()
      try expect(.closeParenthesis)
      return inner
    }
    let word = try self.word(.expectedVariable(found: current))
    if ["true", "false", "none", "True", "False", "None", "in", "not", "is", "and", "or", "if"]
      .contains(word.name)
    {
      throw Failure(
        diagnostic: Diagnostic(
          code: "syntax", .reservedName(word.name), at: source.place(word.span)))
    }
    if skip(.dot) {
      return .attribute(word, try self.word(.expectedAttribute(found: current)))
    }
    return .name(word)
  }

  mutating func loopHead() throws(Failure) -> (
    target: AssignmentTarget, iterable: Expression, filter: Expression?, isRecursive: Bool
  ) {
    let target = try self.target()
    guard skip(word: "in") else { throw failure(.expectedWord("in", found: current)) }
    var iterable = try or()
    if isMark(.comma) {
      var items = [iterable]
      while skip(.comma) {
        if isEnd { break }
        items.append(try or())
      }
      iterable = try make(
        .list(items), items[0].span.lowerBound, items.map(\.depth).max() ?? 0)
    }
    var filter: Expression?
    if skip(word: "if") { filter = try expression() }
    let isRecursive = skip(word: "recursive")
    return (target, iterable, filter, isRecursive)
  }

  mutating func setHead() throws(Failure) -> (target: AssignmentTarget, value: Expression) {
    let target = try self.target()
    try expect(.assign)
    return (target, try tuple())
  }

  mutating func setBlockHead() throws(Failure) -> (
    target: AssignmentTarget, filters: [Statement.Filtering]
  ) {
    let target = try self.target()
    var filters: [Statement.Filtering] = []
    while isMark(.pipe) { filters.append(try filtering()) }
    return (target, filters)
  }

  mutating func withHead() throws(Failure) -> [(target: AssignmentTarget, value: Expression)] {
    var pairs: [(target: AssignmentTarget, value: Expression)] = []
    while !isEnd {
      let target = try self.targetPart()
      try expect(.assign)
      pairs.append((target, try expression()))
      if !skip(.comma) { break }
    }
    return pairs
  }

  private mutating func parameters() throws(Failure) -> [(
    word: Expression.Word, fallback: Expression?
  )] {
    var parameters: [(word: Expression.Word, fallback: Expression?)] = []
    try expect(.openParenthesis)
    while !isMark(.closeParenthesis) {
      let word = try self.word(.expectedVariable(found: current))
      var fallback: Expression?
      if skip(.assign) {
        fallback = try expression()
      } else if parameters.contains(where: { $0.fallback != nil }) {
        throw failure(.positionalAfterNamed)
      }
      parameters.append((word, fallback))
      if !skip(.comma) { break }
    }
    try expect(.closeParenthesis)
    return parameters
  }

  mutating func macroHead() throws(Failure) -> (
    name: Expression.Word, parameters: [(word: Expression.Word, fallback: Expression?)]
  ) {
    let name = try word(.expectedVariable(found: current))
    return (name, try parameters())
  }

  mutating func callHead() throws(Failure) -> (
    parameters: [(word: Expression.Word, fallback: Expression?)], call: Expression
  ) {
    let parameters = isMark(.openParenthesis) ? try self.parameters() : []
    let call = try expression()
    guard case .call = call.kind else {
      throw Failure(
        diagnostic: Diagnostic(code: "syntax", .expectedCall, at: source.place(call.span)))
    }
    return (parameters, call)
  }

  mutating func filterHead() throws(Failure) -> [Statement.Filtering] {
    var filters = [try filterName()]
    while isMark(.pipe) { filters.append(try filtering()) }
    return filters
  }

  mutating func includeHead() throws(Failure) -> (names: [String], isOptional: Bool) {
    let name = try primary()
    var names: [String] = []
    switch name.kind {
    case .constant(.string(let text)): names = [text]
    case .list(let items):
      for item in items {
        if case .constant(.string(let text)) = item.kind { names.append(text) }
      }
    default: break
    }
    if names.isEmpty {
      throw Failure(
        diagnostic: Diagnostic(code: "syntax", .includeNeedsName, at: source.place(name.span)))
    }
    var isOptional = false
    if skip(word: "ignore") {
      guard skip(word: "missing") else { throw failure(.expectedWord("missing", found: current)) }
      isOptional = true
    }
    if skip(word: "with") || skip(word: "without") {
      guard skip(word: "context") else { throw failure(.expectedWord("context", found: current)) }
    }
    return (names, isOptional)
  }

  /// `kk, ru`, or `kk, ru default ru`.
  mutating func languagesHead() throws(Failure) -> (
    codes: [Expression.Word], fallback: Expression.Word?
  ) {
    var codes = [try word(.expectedLanguages)]
    while skip(.comma) { codes.append(try word(.expectedLanguages)) }
    let fallback = skip(word: "default") ? try word(.expectedLanguages) : nil
    return (codes, fallback)
  }

  /// `name`, or `name` in quotes.
  mutating func clauseHead() throws(Failure) -> Expression.Word {
    if case .string(let text) = current.kind {
      let span = current.span
      advance()
      return Expression.Word(name: text, span: span)
    }
    var word = try self.word(.expectedClauseName(found: current))
    while isMark(.dot) || isMark(.minus) {
      advance()
      let more = try self.word(.expectedClauseName(found: current))
      word.span = word.span.lowerBound..<more.span.upperBound
      word.name = source.string(word.span)
    }
    return word
  }
}
