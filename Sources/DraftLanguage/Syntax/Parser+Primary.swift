extension Parser {
  /// A literal, a name, or something in brackets.
  mutating func primary() throws(Failure) -> Expression {
    let token = current
    let start = token.span.lowerBound
    switch token.kind {
    case .name(let name):
      advance()
      // No word of the language is longer.
      if name.utf8.count > 5 { return try make(.name(name), start, 0) }
      switch name {
      case "true", "True": return try make(.constant(.bool(true)), start, 0)
      case "false", "False": return try make(.constant(.bool(false)), start, 0)
      case "none", "None": return try make(.constant(.null), start, 0)
      case "if", "else", "and", "or", "in", "is", "not":
        throw Failure(
          diagnostic: Diagnostic(
            code: "syntax", .expectedValue(found: token), at: source.place(token.span)))
      default: return try make(.name(name), start, 0)
      }
    case .string(var text):
      advance()
      while case .string(let more) = current.kind {
        text += more
        advance()
      }
      return try make(.constant(.string(text)), start, 0)
    case .integer(let number):
      advance()
      return try make(.constant(.int(number)), start, 0)
    case .decimal(let number):
      advance()
      return try make(.constant(.decimal(number)), start, 0)
    case .mark(.openParenthesis):
      advance()
      if skip(.closeParenthesis) { return try make(.list([]), start, 0) }
      var inner = try tuple()
      try expect(.closeParenthesis)
      inner.span = start..<previousEnd
      return inner
    case .mark(.openBracket):
      advance()
      var items: [Expression] = []
      while !isMark(.closeBracket) {
        items.append(try expression())
        if !skip(.comma) { break }
      }
      try expect(.closeBracket)
      return try make(.list(items), start, items.map(\.depth).max() ?? 0)
    case .mark(.openBrace): return try dictionary()
    default: throw failure(.expectedValue(found: token))
    }
  }

  private mutating func dictionary() throws(Failure) -> Expression {
    let start = current.span.lowerBound
    advance()
    var pairs: [(key: Expression, value: Expression)] = []
    while !isMark(.closeBrace) {
      let key = try expression()
      try expect(.colon)
      pairs.append((key, try expression()))
      if !skip(.comma) { break }
    }
    try expect(.closeBrace)
    return try make(
      .dictionary(pairs), start, pairs.map { max($0.key.depth, $0.value.depth) }.max() ?? 0)
  }

  /// Attributes, indexes, slices and calls.
  mutating func postfix(_ base: Expression) throws(Failure) -> Expression {
    var result = base
    while true {
      let start = result.span.lowerBound
      if skip(.dot) {
        switch current.kind {
        case .name(let name):
          advance()
          result = try make(.attribute(result, name), start, result.depth)
        case .integer(let number):
          let index = Expression(kind: .constant(.int(number)), span: current.span, depth: 1)
          advance()
          result = try make(.item(result, index), start, result.depth)
        default: throw failure(.expectedAttribute(found: current))
        }
      } else if isMark(.openBracket) {
        result = try subscripted(result)
      } else if isMark(.openParenthesis) {
        let arguments = try self.arguments()
        result = try make(.call(result, arguments), start, max(result.depth, arguments.depth))
      } else {
        return result
      }
    }
  }

  private mutating func subscripted(_ base: Expression) throws(Failure) -> Expression {
    advance()
    var lower: Expression?
    if !isMark(.colon) { lower = try expression() }
    if let index = lower, !isMark(.colon) {
      try expect(.closeBracket)
      return try make(.item(base, index), base.span.lowerBound, max(base.depth, index.depth))
    }
    advance()
    var upper: Expression?
    var step: Expression?
    if !isMark(.colon), !isMark(.closeBracket) { upper = try expression() }
    if skip(.colon), !isMark(.closeBracket) { step = try expression() }
    try expect(.closeBracket)
    return try make(
      .slice(base, lower: lower, upper: upper, step: step), base.span.lowerBound,
      max(base.depth, lower?.depth ?? 0, upper?.depth ?? 0, step?.depth ?? 0))
  }

  /// Filters and tests, and calls of their results.
  mutating func filtered(_ base: Expression) throws(Failure) -> Expression {
    var result = base
    while true {
      let start = result.span.lowerBound
      if isMark(.pipe) {
        let filter = try filtering()
        result = try make(
          .filter(result, filter.word, filter.arguments), start,
          max(result.depth, filter.arguments.depth))
      } else if isWord("is") {
        result = try test(result)
      } else if isMark(.openParenthesis) {
        let arguments = try self.arguments()
        result = try make(.call(result, arguments), start, max(result.depth, arguments.depth))
      } else {
        return result
      }
    }
  }

  /// `| name(arguments)`, the bar included.
  mutating func filtering() throws(Failure) -> Statement.Filtering {
    advance()
    return try filterName()
  }

  /// `name(arguments)`, as a filter block begins.
  mutating func filterName() throws(Failure) -> Statement.Filtering {
    let word = try dottedWord(.expectedFilterName(found: current))
    let arguments = isMark(.openParenthesis) ? try self.arguments() : Expression.Arguments()
    return Statement.Filtering(word: word, arguments: arguments)
  }

  private mutating func dottedWord(_ message: Message) throws(Failure) -> Expression.Word {
    var word = try self.word(message)
    while skip(.dot) {
      let more = try self.word(message)
      word = Expression.Word(
        name: word.name + "." + more.name, span: word.span.lowerBound..<more.span.upperBound)
    }
    return word
  }

  private mutating func test(_ base: Expression) throws(Failure) -> Expression {
    advance()
    let negated = skip(word: "not")
    let word = try dottedWord(.expectedTestName(found: current))
    var arguments = Expression.Arguments()
    if isMark(.openParenthesis) {
      arguments = try self.arguments()
    } else if startsTestArgument() {
      if isWord("is") { throw failure(.chainedTests) }
      let start = current.span.lowerBound
      let argument = try postfix(try primary())
      arguments.positional = [argument]
      arguments.span = start..<previousEnd
    }
    return try make(
      .test(base, word, arguments, negated: negated), base.span.lowerBound,
      max(base.depth, arguments.depth))
  }

  private func startsTestArgument() -> Bool {
    switch current.kind {
    case .name(let name):
      name != "else" && name != "or" && name != "and" && name != "if"
        && name != "in" && name != "not"
    case .string, .integer, .decimal, .mark(.openBracket), .mark(.openBrace): true
    default: false
    }
  }

  /// What stands in parentheses after a name.
  mutating func arguments() throws(Failure) -> Expression.Arguments {
    let start = current.span.lowerBound
    try expect(.openParenthesis)
    var arguments = Expression.Arguments()
    while !isMark(.closeParenthesis) {
      if isMark(.times) || isMark(.power) { throw failure(.noSpread) }
      if case .name(let name) = current.kind, case .mark(.assign) = next.kind {
        let word = Expression.Word(name: name, span: current.span)
        advance()
        advance()
        arguments.named.append((word, try expression()))
      } else {
        guard arguments.named.isEmpty else { throw failure(.positionalAfterNamed) }
        arguments.positional.append(try expression())
      }
      if !skip(.comma) { break }
    }
    try expect(.closeParenthesis)
    arguments.span = start..<previousEnd
    return arguments
  }
}
