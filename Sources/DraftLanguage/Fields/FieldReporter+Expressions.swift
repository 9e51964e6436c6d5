extension FieldReporter {
  /// What an expression stands for: a value of the data, or something computed.
  func standsFor(_ expression: Expression) -> Binding {
    switch expression.kind {
    case .name(let name):
      if let binding = binding(name) { return binding }
      return environment.functions[name] == nil && environment.globals[name] == nil
        ? .path(name) : .computed
    case .attribute(let base, let name):
      if case .name(let holder) = base.kind, let set = binding(holder, attribute: name) {
        return set
      }
      switch standsFor(base) {
      case .data(let origins): return .data(Self.members(name, of: origins))
      case .group(let key, let list):
        return name == "grouper" ? .data(key) : name == "list" ? .data(list) : .computed
      default: return .computed
      }
    case .item(let base, let index):
      guard case .data(let origins) = standsFor(base) else { return .computed }
      if case .constant(.string(let name)) = index.kind {
        return .data(Self.members(name, of: origins))
      }
      return .data(Self.elements(of: origins))
    case .slice(let base, _, _, _): return standsFor(base)
    case .call(let callee, let arguments):
      if Reference.isCall(callee, arguments), binding(Reference.function.name) == nil {
        return .computed
      }
      guard case .attribute(let base, let method) = callee.kind else {
        return standsFor(callee)
      }
      if method == "get", let key = arguments.positional.first,
        case .constant(.string(let name)) = key.kind, case .data(let origins) = standsFor(base)
      {
        return .data(Self.members(name, of: origins).map(\.optional))
      }
      return Methods.names.contains(method) ? .computed : standsFor(callee)
    case .filter(let input, let word, let arguments):
      guard let input else { return .computed }
      switch word.name {
      case "sort", "reverse", "list", "unique", "select", "reject", "selectattr", "rejectattr",
        "safe", "e", "escape":
        return standsFor(input)
      case "default", "d":
        guard case .data(let origins) = standsFor(input) else { return .computed }
        let other = arguments.positional.first ?? arguments.named.first?.value
        return .joined([.data(origins.map(\.optional))] + (other.map { [standsFor($0)] } ?? []))
      case "first", "last", "min", "max": return element(of: input)
      default: return .computed
      }
    case .or(let items): return .joined(items.map { standsFor($0) })
    case .and(let items): return items.last.map { standsFor($0) } ?? .computed
    case .conditional(let condition, let then, let otherwise):
      let text = source.string(condition.span)
      let isTrue = Origin(
        path: "", conditions: [text], guarded: guards(condition), absent: absences(condition))
      let isFalse = Origin(
        path: "", conditions: ["not (\(text))"], absent: absences(condition, whenFalse: true))
      return .joined([
        .data(standsFor(then).origins.map { $0.under(isTrue) }),
        .data((otherwise.map { standsFor($0).origins } ?? []).map { $0.under(isFalse) }),
        .computed,
      ])
    default: return .computed
    }
  }

  private static func members(_ name: String, of origins: [Origin]) -> [Origin] {
    origins.map { $0.inside(Paths.member($0.path, name)) }
  }

  /// The values that a filter reads by an attribute such as `party.name`.
  private static func attributes(_ names: String, of origins: [Origin]) -> [Origin] {
    Text.split(names, ".").reduce(origins) { members($1, of: $0) }
  }

  private static func elements(of origins: [Origin]) -> [Origin] {
    origins.map { $0.inside($0.path + "[]") }
  }

  /// What one element of a list stands for.
  func element(of expression: Expression) -> Binding {
    switch expression.kind {
    case .list(let items): return .joined(items.map { standsFor($0) })
    case .filter(let input?, let word, let arguments):
      if word.name == "map" {
        guard case .data(let origins) = element(of: input),
          let name = arguments.named.first(where: { $0.word.name == "attribute" })?.value,
          case .constant(.string(let attribute)) = name.kind
        else { return .computed }
        return .data(Self.attributes(attribute, of: origins))
      }
      guard case .data(let origins) = standsFor(input) else { return .computed }
      switch word.name {
      case "batch", "slice": return .data(origins)
      case "items", "dictsort": return .data(origins.map { $0.inside($0.path + ".*") })
      case "groupby":
        let name = arguments.positional.first ?? arguments.named.first?.value
        guard case .constant(.string(let attribute))? = name?.kind else { return .computed }
        return .group(
          key: Self.attributes(attribute, of: Self.elements(of: origins)), list: origins)
      default: break
      }
    case .call(let callee, _):
      if case .attribute(let base, let method) = callee.kind,
        method == "items" || method == "values",
        case .data(let origins) = standsFor(base)
      {
        return .data(origins.map { $0.inside($0.path + ".*") })
      }
    default: break
    }
    if case .data(let origins) = standsFor(expression) {
      return .data(Self.elements(of: origins))
    }
    return .computed
  }

  mutating func use(_ arguments: Expression.Arguments, _ kind: FieldKind = .text) {
    for argument in arguments.positional { use(argument, kind) }
    for argument in arguments.named { use(argument.value, kind) }
  }

  private mutating func ask(_ expression: Expression, _ kind: FieldKind) {
    let outer = isAsking
    isAsking = true
    use(expression, kind)
    isAsking = outer
  }

  /// Records what is used on the way to a value: the role in `roles[client.role].genitive`.
  mutating func usePicks(in expression: Expression) {
    switch expression.kind {
    case .attribute(let base, _): usePicks(in: base)
    case .item(let base, let index):
      use(index, .text)
      usePicks(in: base)
    case .conditional, .or, .and, .filter: use(expression, .presence)
    default: break
    }
  }

  /// Records what an expression uses; `kind` is what its value is used as.
  mutating func use(_ expression: Expression, _ kind: FieldKind) {
    switch expression.kind {
    case .constant: break
    case .name, .attribute:
      if case .data(let origins) = standsFor(expression) {
        record(origins, kind, expression.span)
        usePicks(in: expression)
      } else if case .attribute(let base, _) = expression.kind {
        if case .name = base.kind { return }
        use(base, .object)
      }
    case .item(let base, let index):
      // A field that picks an item may be a number as well as the name of one.
      use(index, .text)
      if case .data(let origins) = standsFor(expression) {
        record(origins, kind, expression.span)
        usePicks(in: base)
      } else {
        use(base, .list)
      }
    case .slice(let base, let lower, let upper, let step):
      use(base, kind)
      for bound in [lower, upper, step].compactMap({ $0 }) { use(bound, .number) }
    case .call(let callee, let arguments): call(callee, arguments, expression, kind)
    case .filter(let input, let word, let arguments): filter(input, word, arguments, kind)
    case .test(let input, let word, let arguments, _):
      switch word.name {
      case "defined", "undefined", "none": ask(input, .presence)
      case "true", "false": use(input, .boolean)
      default: use(input, environment.tests[word.name]?.inputKind ?? Self.kind(of: arguments))
      }
      use(arguments)
    case .not(let operand): use(operand, .boolean)
    case .negative(let operand), .positive(let operand): use(operand, .number)
    case .binary(let operation, let left, let right):
      if isText(left) || operation == .add && isText(right) {
        use(left, .text)
        use(right, .text)
      } else {
        let isSure = operation != .add || kind == .number
        use(side: left, beside: right, isSurelyNumber: isSure)
        use(side: right, beside: left, isSurelyNumber: isSure)
      }
    case .compare(let first, let comparisons):
      var left = first
      for comparison in comparisons {
        compare(left, comparison.comparison, comparison.right, isFirst: left.span == first.span)
        left = comparison.right
      }
    case .and(let items):
      for item in items.dropLast() { use(item, .boolean) }
      if let last = items.last { use(last, kind) }
    // The value of `middle_name or ""` is that of any of them.
    case .or(let items): for item in items { use(item, kind) }
    case .concatenate(let items): for item in items { use(item, .text) }
    case .conditional(let condition, let then, let otherwise):
      use(condition, .boolean)
      let outer = conditions
      let text = source.string(condition.span)
      conditions = outer + [text]
      let (outerGuarded, outerAbsent) = (guarded, absent)
      guarded += guards(condition)
      absent += absences(condition)
      use(then, kind)
      guarded = outerGuarded
      conditions = outer + ["not (\(text))"]
      absent = outerAbsent + absences(condition, whenFalse: true)
      if let otherwise { use(otherwise, kind) }
      conditions = outer
      absent = outerAbsent
    case .list(let items): for item in items { use(item, .text) }
    case .dictionary(let pairs):
      for pair in pairs {
        use(pair.key, .text)
        use(pair.value, .text)
      }
    }
  }

  /// Records a side of an addition or of a comparison that asks for an order, of which the other side is
  /// not written as text.
  private mutating func use(
    side: Expression, beside other: Expression, isSurelyNumber: Bool = false
  ) {
    switch side.kind {
    // Of a chain of additions its end says what all of them are.
    case .binary(.add, _, _) where !isSurelyNumber && !isNumber(other): use(side, .presence)
    case .name, .attribute, .item, .or, .conditional:
      let outer = isGuessing
      isGuessing = !isSurelyNumber && !isNumber(other)
      use(side, .number)
      isGuessing = outer
    default: use(side, .number)
    }
  }

  /// Whether an expression has a number for its value, if it has any.
  private func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant(.int), .constant(.decimal), .negative, .positive: true
    case .binary(let operation, let left, let right):
      operation == .add ? isNumber(left) || isNumber(right) : !isText(left)
    case .filter(_, let word, _): FieldReporter.numericFilters.contains(word.name)
    default: false
    }
  }

  private static let numericFilters: Set<String> = [
    "int", "float", "abs", "round", "length", "count", "sum",
  ]

  private func isText(_ expression: Expression) -> Bool {
    if case .constant(.string) = expression.kind { true } else { false }
  }

  /// What the other side of a comparison says a value is.
  private static func kind(_ other: Expression) -> FieldKind {
    switch other.kind {
    case .constant(.int), .constant(.decimal): .number
    case .constant(.bool): .boolean
    default: .text
    }
  }

  private static func kind(of arguments: Expression.Arguments) -> FieldKind {
    arguments.positional.first.map { kind($0) } ?? .presence
  }

  private mutating func compare(
    _ left: Expression, _ comparison: ComparisonOperator, _ right: Expression, isFirst: Bool
  ) {
    switch comparison {
    case .contained, .notContained:
      var kind = FieldKind.text
      if case .list(let items) = right.kind, let item = items.first { kind = Self.kind(item) }
      if isFirst { use(left, kind) }
      use(right, isText(right) ? .text : .list)
    case .equal, .unequal:
      if isFirst { use(left, Self.kind(right)) }
      use(right, Self.kind(left))
      recordComparison(left, right)
    default:
      if isText(left) || isText(right) {
        if isFirst { use(left, isText(right) ? .text : .number) }
        use(right, isText(left) ? .text : .number)
      } else {
        if isFirst { use(side: left, beside: right) }
        use(side: right, beside: left)
      }
      recordComparison(left, right)
    }
  }

  private mutating func call(
    _ callee: Expression, _ arguments: Expression.Arguments, _ whole: Expression, _ kind: FieldKind
  ) {
    if case .name(let name) = callee.kind, case .routine(let routine)? = binding(name) {
      // What the macro does with its arguments counts, not that it gets them.
      for argument in arguments.positional + arguments.named.map(\.value) {
        _ = assigned(argument)
      }
      expand(routine, arguments)
      return
    }
    var argumentKind = FieldKind.text
    if case .name(let name) = callee.kind, binding(name) == nil {
      argumentKind = environment.functions[name]?.inputKind ?? .text
    }
    use(arguments, argumentKind)
    if Reference.isCall(callee, arguments), binding(Reference.function.name) == nil { return }
    switch callee.kind {
    case .name(let name):
      switch binding(name) {
      case nil where environment.functions[name] == nil: record(name, kind, callee.span)
      default: break
      }
    case .attribute(let base, let method) where Methods.names.contains(method):
      if method == "get", case .data(let origins) = standsFor(whole) {
        record(origins, kind, whole.span)
      } else if Methods.text.contains(method) {
        use(base, .text)
      } else if !Methods.mutating.contains(method), method != "cycle", method != "changed" {
        use(base, ["items", "keys", "values"].contains(method) ? .object : .list)
      }
    default: use(callee, kind)
    }
  }

  private mutating func filter(
    _ input: Expression?, _ word: Expression.Word, _ arguments: Expression.Arguments,
    _ kind: FieldKind
  ) {
    use(arguments)
    guard let input else { return }
    switch word.name {
    case "default", "d": ask(input, kind)
    case "safe", "e", "escape", "forceescape", "string": use(input, kind)
    case "count" where !arguments.isEmpty: use(input, .number)
    case "length", "count", "first", "last", "reverse", "random": use(input, .list)
    case "map", "select", "reject", "selectattr", "rejectattr": use(input, .list)
    default: use(input, environment.filters[word.name]?.inputKind ?? .text)
    }
    attributes(input, word, arguments)
  }

  /// The fields of elements that filters like `map(attribute="price")` read.
  private mutating func attributes(
    _ input: Expression, _ word: Expression.Word, _ arguments: Expression.Arguments
  ) {
    var name = arguments.named.first { $0.word.name == "attribute" }?.value
    if ["selectattr", "rejectattr", "groupby", "sum"].contains(word.name) {
      name = name ?? arguments.positional.first
    } else if word.name == "join", arguments.positional.count > 1 {
      name = name ?? arguments.positional[1]
    }
    if name == nil, word.name == "sum", case .data(let origins) = element(of: input) {
      record(origins, .number, input.span)
    }
    guard let name, case .constant(.string(let attribute)) = name.kind,
      case .data(let origins) = element(of: input)
    else { return }
    let isTruth = word.name.hasSuffix("attr") && arguments.positional.count < 2
    let kind: FieldKind = word.name == "sum" ? .number : isTruth ? .boolean : .text
    for part in Text.split(attribute, ",") {
      record(Self.attributes(Text.strip(part, nil), of: origins), kind, name.span)
    }
  }
}
