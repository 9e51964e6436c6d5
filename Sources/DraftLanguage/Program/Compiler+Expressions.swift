extension Compiler {
  /// Adds a node.
  mutating func add(_ node: Node, _ range: Range<Int>) -> Int32 {
    program.nodes.append(node)
    program.spans.append(span(range))
    return Int32(program.nodes.count - 1)
  }

  /// Turns an expression into nodes, names resolved.
  mutating func lower(_ expression: Expression) -> Int32 {
    let range = expression.span
    switch expression.kind {
    case .constant(let value): return add(constant(value), range)
    case .name(let name): return variable(name, range)
    case .attribute(let base, let attribute):
      return add(.attribute(lower(base), name: name(attribute)), range)
    case .item(let base, let index): return add(.item(lower(base), lower(index)), range)
    case .slice(let base, let lower, let upper, let step):
      let base = self.lower(base)
      return add(
        .slice(
          base, lower: lower.map { self.lower($0) } ?? -1,
          upper: upper.map { self.lower($0) } ?? -1,
          step: step.map { self.lower($0) } ?? -1), range)
    case .call(let callee, let arguments): return call(callee, arguments, range)
    case .filter(let input, let word, let arguments):
      guard let input else { return add(constant(.undefined), range) }
      return filter(lower(input), word, arguments, range)
    case .test(let input, let word, let arguments, let negated):
      let input = lower(input)
      guard let test = environment.tests[word.name] else {
        // To find the nearest name takes long, and no more mistakes are listed then.
        if !diagnostics.isFull {
          diagnostics.append(
            .unknownName("test", place(word.span), word.name, environment.tests))
        }
        return input
      }
      return bind(test, .test(test, negated: negated), input, arguments, word, range)
    case .not(let operand): return add(.not(lower(operand)), range)
    case .negative(let operand): return add(.negative(lower(operand)), range)
    case .positive(let operand): return add(.positive(lower(operand)), range)
    case .binary(let operation, let left, let right):
      return add(.binary(operation, lower(left), lower(right)), range)
    case .compare(let first, let comparisons):
      if comparisons.count == 1 {
        return add(
          .compare(comparisons[0].comparison, lower(first), lower(comparisons[0].right)), range)
      }
      // Each link is a comparison of its own whose left side is the right side of the one before.
      var links: [Int32] = []
      var left = lower(first)
      for comparison in comparisons {
        let right = lower(comparison.right)
        links.append(add(.compare(comparison.comparison, left, right), range))
        left = right
      }
      let (start, count) = many(links)
      return add(.chain(first: start, count: count), range)
    case .and(let items):
      let (first, count) = many(items.map { lower($0) })
      return add(.and(first: first, count: count), range)
    case .or(let items):
      let (first, count) = many(items.map { lower($0) })
      return add(.or(first: first, count: count), range)
    case .concatenate(let items):
      let (first, count) = many(items.map { lower($0) })
      return add(.concatenate(first: first, count: count), range)
    case .list(let items):
      let (first, count) = many(items.map { lower($0) })
      return add(.list(first: first, count: count), range)
    case .dictionary(let pairs):
      let (first, count) = many(pairs.flatMap { [lower($0.key), lower($0.value)] })
      return add(.dictionary(first: first, count: count), range)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, range)
    }
  }

  private mutating func constant(_ value: Value) -> Node {
    program.constants.append(value)
    return .constant(Int32(program.constants.count - 1))
  }

  private mutating func many(_ nodes: [Int32]) -> (Int32, Int32) {
    let first = Int32(program.operands.count)
    program.operands += nodes
    return (first, Int32(nodes.count))
  }

  /// A filter applied to a node.
  mutating func filter(
    _ input: Int32, _ word: Expression.Word, _ arguments: Expression.Arguments, _ range: Range<Int>
  ) -> Int32 {
    guard let filter = environment.filters[word.name] else {
      if !diagnostics.isFull {
        diagnostics.append(
          .unknownName("filter", place(word.span), word.name, environment.filters))
      }
      _ = arguments.positional.map { lower($0) }
      _ = arguments.named.map { lower($0.value) }
      return input
    }
    checkNames(word.name, arguments)
    return bind(filter, .filter(filter), input, arguments, word, range)
  }

  /// Checks the names of filters and tests that are given as text to `map`, `select` and the like.
  private mutating func checkNames(_ filter: String, _ arguments: Expression.Arguments) {
    let position: Int
    let table: [String: Filter]
    switch filter {
    case "map": (position, table) = (0, environment.filters)
    case "select", "reject": (position, table) = (0, environment.tests)
    case "selectattr", "rejectattr": (position, table) = (1, environment.tests)
    default: return
    }
    guard position < arguments.positional.count,
      case .constant(.string(let name)) = arguments.positional[position].kind, table[name] == nil
    else { return }
    diagnostics.append(
      .unknownName(
        filter == "map" ? "filter" : "test", place(arguments.positional[position].span), name, table
      ))
  }

  private mutating func call(
    _ callee: Expression, _ arguments: Expression.Arguments, _ range: Range<Int>
  ) -> Int32 {
    if Reference.isCall(callee, arguments), !isVariable(Reference.function.name) {
      return reference(callee, arguments, range)
    }
    if case .name(let name) = callee.kind, !isVariable(name) {
      let word = Expression.Word(name: name, span: callee.span)
      if let function = environment.functions[name] {
        return bind(function, .function(function), -1, arguments, word, range)
      }
      if !arguments.isEmpty {
        diagnostics.append(
          .unknownName("function", place(callee.span), name, environment.functions))
      }
    }
    var invocation: Invocation
    if case .attribute(let base, let method) = callee.kind, Methods.names.contains(method) {
      invocation = Invocation(
        name: method, callee: .method(method), base: lower(base), arguments: [])
    } else {
      invocation = Invocation(
        name: callee.span.isEmpty ? "" : program.text(span(callee.span)), callee: .value,
        base: lower(callee), arguments: [])
      if !arguments.isEmpty, case .attribute = callee.kind {
        diagnostics.append(.calledData(place(range)))
      }
    }
    invocation.arguments = arguments.positional.map { lower($0) }
    invocation.named = arguments.named.map { ($0.word.name, lower($0.value)) }
    program.calls.append(invocation)
    return add(.call(Int32(program.calls.count - 1)), range)
  }

  /// `ref("name")`: the number of a clause.
  private mutating func reference(
    _ callee: Expression, _ arguments: Expression.Arguments, _ range: Range<Int>
  ) -> Int32 {
    let word = Expression.Word(name: Reference.function.name, span: callee.span)
    let given =
      arguments.positional.first ?? arguments.named.first { $0.word.name == "clause" }?.value
    if !hasClauses {
      diagnostics.append(.noClausesHere(place(range)))
    } else if let given {
      if case .constant(.string(let name)) = given.kind {
        let language = currentTag >= 0 ? program.tags[Int(currentTag)].language : nil
        program.references.append(
          Reference(
            clause: name, language: language, place: place(range), enclosures: enclosures))
      } else {
        diagnostics.append(.clauseNeedsQuotes(place(given.span)))
      }
    }
    return bind(
      Reference.function, .reference(Reference.function), -1, arguments, word, range)
  }

  /// Puts arguments to the parameters that they are meant for.
  private mutating func bind(
    _ filter: Filter, _ callee: Invocation.Callee, _ base: Int32,
    _ arguments: Expression.Arguments, _ word: Expression.Word, _ range: Range<Int>
  ) -> Int32 {
    var bound = [Int32](repeating: -1, count: filter.parameters.count)
    var rest: [Int32] = []
    var named: [(name: String, node: Int32)] = []
    for (position, argument) in arguments.positional.enumerated() {
      let node = lower(argument)
      if position < bound.count {
        bound[position] = node
      } else if filter.rest == .any {
        rest.append(node)
      } else {
        diagnostics.append(
          .tooManyArguments(place(argument.span), word.name, filter.parameters.count))
        break
      }
    }
    for argument in arguments.named {
      let node = lower(argument.value)
      if let position = filter.parameters.firstIndex(where: { $0.name == argument.word.name }) {
        if bound[position] >= 0 {
          diagnostics.append(.argumentTwice(place(argument.word.span), argument.word.name))
        }
        bound[position] = node
      } else if filter.rest == .any {
        named.append((argument.word.name, node))
      } else {
        diagnostics.append(
          .unknownArgument(
            place(argument.word.span), word.name, argument.word.name, filter.parameters.map(\.name))
        )
      }
    }
    for (position, parameter) in filter.parameters.enumerated()
    where bound[position] < 0 && parameter.fallback == nil {
      diagnostics.append(.missingArgument(place(word.span), word.name, parameter.name))
    }
    program.calls.append(
      Invocation(
        name: word.name, callee: callee, base: base, arguments: bound, rest: rest, named: named))
    return add(.call(Int32(program.calls.count - 1)), range)
  }
}
