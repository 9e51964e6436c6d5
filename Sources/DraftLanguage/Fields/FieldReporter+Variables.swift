/// Variables of the template: what `set`, `with`, macros and branches make them stand for.
extension FieldReporter {
  /// What a name is bound to; nil for a name of the data.
  func binding(_ name: String) -> Binding? {
    for scope in scopes.reversed() {
      if let found = scope[name] { return found }
    }
    return nil
  }

  /// What an attribute of a namespace was set to.
  func binding(_ holder: String, attribute: String) -> Binding? {
    for scope in scopes.reversed() where scope[holder] != nil {
      return scope["\(holder).\(attribute)"]
    }
    return nil
  }

  mutating func bind(_ name: String, _ binding: Binding) {
    assignments += 1
    let last = scopes.count - 1
    if scopes[last].updateValue(binding, forKey: name) != nil {
      // Another namespace of the name has attributes of its own.
      scopes[last] = scopes[last].filter { !$0.key.hasPrefix("\(name).") }
    }
  }

  /// Records what a value uses that a variable gets, but for the value itself: that is recorded where
  /// the variable is used, as what it is used there.
  mutating func assigned(_ value: Expression) -> Binding {
    let stands = standsFor(value)
    switch (stands, value.kind) {
    case (.data, .name), (.data, .attribute), (.data, .item): usePicks(in: value)
    case (.data, _): use(value, .boolean)
    default: use(value, .text)
    }
    return stands
  }

  /// The names of a target with what each of them gets.
  mutating func assigned(
    _ target: AssignmentTarget, _ value: Expression
  ) -> [(name: String, binding: Binding)] {
    if case .tuple(let targets, _) = target {
      if case .list(let items) = value.kind, items.count == targets.count {
        return zip(targets, items).flatMap { assigned($0, $1) }
      }
      use(value, .list)
      return target.names.map { ($0.name, .computed) }
    }
    let stands = assigned(value)
    return target.names.map { ($0.name, stands) }
  }

  mutating func set(_ target: AssignmentTarget, _ value: Expression) {
    if case .attribute(let holder, let attribute) = target {
      let stands = standsFor(value)
      use(value, stands.origins.isEmpty ? .text : .boolean)
      bind(attribute.name, of: holder.name, stands)
      return
    }
    for (name, stands) in assigned(target, value) { bind(name, stands) }
    if case .name(let holder) = target, case .call(let callee, let arguments) = value.kind,
      case .name("namespace") = callee.kind
    {
      for argument in arguments.named {
        bind(argument.word.name, of: holder.name, standsFor(argument.value))
      }
    }
  }

  /// Adds to what an attribute of a namespace may be: which value it has depends on the way there.
  private mutating func bind(_ attribute: String, of holder: String, _ stands: Binding) {
    guard let scope = scopes.lastIndex(where: { $0[holder] != nil }) else { return }
    assignments += 1
    let name = "\(holder).\(attribute)"
    // It was recorded where it was set; uses of it say only what it is used as.
    let added = stands.origins.isEmpty ? stands : .data(stands.origins.map(\.optional))
    scopes[scope][name] = .joined([scopes[scope][name], added].compactMap(\.self))
  }

  /// What the names of a scope stand for after branches that have set them.
  func joined(_ ends: [(names: [String: Binding], reached: Origin)]) -> [String: Binding] {
    var result: [String: Binding] = [:]
    for name in Set(ends.flatMap(\.names.keys)) {
      let all = ends.map { $0.names[name] }
      if let first = all[0], all.allSatisfy({ $0?.isSame(as: first) ?? false }) {
        result[name] = first
        continue
      }
      var bindings: [Binding] = []
      for (names, reached) in ends {
        switch names[name] {
        case .data(let origins)?: bindings.append(.data(origins.map { $0.under(reached) }))
        case let other?: bindings.append(other)
        case nil where hasRecorded(name): bindings.append(.data([Origin(path: name).optional]))
        case nil: break
        }
      }
      result[name] = .joined(bindings)
    }
    return result
  }
}
