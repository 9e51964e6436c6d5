/// The filters of Jinja that documents use.
enum StandardFilters {
  static var all: [Filter] { text + numbers + lists + mappings + general }

  static let general: [Filter] = [
    fallback("default"), fallback("d"),
    Filter("safe") { (input) throws(FilterError) in input.value },
    Filter("escape") { (input) throws(FilterError) in input.value },
    Filter("e") { (input) throws(FilterError) in input.value },
    Filter("forceescape") { (input) throws(FilterError) in input.value },
    Filter("string") { (input) throws(FilterError) in
      .string(input.shown(try input.resolved()))
    },
    Filter("attr", [.init("name")]) { (input) throws(FilterError) in
      guard let name = try input.string("name") else { return .undefined }
      return input.machine.item(input.value, .string(name))
    },
    Filter("tojson", [.init("indent", .null)]) { (input) throws(FilterError) in
      .string(JSONWriter.python(input.value))
    },
  ]

  /// `default(value, boolean)`: what holds when the input is undefined, or false if `boolean`.
  private static func fallback(_ name: String) -> Filter {
    Filter(name, [.init("default_value", .string("")), .init("boolean", .bool(false))]) {
      (input) throws(FilterError) in
      let value = input.machine.scalar(input.value, input.inputNode, asking: true)
      if value.isUndefined || value.isPoison { return input["default_value"] }
      if input.flag("boolean"), !input.machine.truth(value, -1) { return input["default_value"] }
      return input.value
    }.with(acceptsUndefined: true)
  }
}

extension FilterInput {
  /// A value as the `string` filter shows it: digits as written, else as Python's `str`.
  func shown(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .decimal(let number) where machine.missing != .blank: Printing.written(number)
    case .object(let object) where object.shape != .plain:
      machine.text(value, inputNode) ?? ""
    default: Printing.string(value)
    }
  }

  /// The elements of the input.
  func elements() throws(FilterError) -> [Value] {
    guard let items = machine.elements(value, inputNode) else { throw .silent }
    machine.charge(items.count)
    return items
  }

  /// A value or one of its attributes, a path with dots; undefined when it is not there.
  func attribute(_ path: Value, of item: Value) -> Value {
    switch path {
    case .int: return machine.item(item, path)
    case .string(let text):
      var value = item
      for step in Text.split(text, ".") {
        value = machine.item(value, Int(step).map { .int($0) } ?? .string(step))
      }
      return value
    default: return item
    }
  }

  /// An attribute of an element, with an error when the element lacks it.
  func needed(_ path: Value, of item: Value, at index: Int) throws(FilterError) -> Value {
    let value = attribute(path, of: item)
    guard value.isUndefined, machine.missing != .blank, case .string(let name) = path else {
      return value
    }
    let base = inputNode >= 0 ? machine.path(inputNode) : nil
    let full = base.map { "\($0)[\(index)].\(name)" } ?? name
    var hints: [Message] = []
    if case .object(let object) = item, let near = NearestName.find(name, among: object.keys) {
      hints.append(.didYouMean(near))
    }
    machine.report(
      Complaint(code: "unknown-field", message: .unknownField(full), hints: hints), at: node,
      path: full)
    throw .silent
  }

  /// A value to compare or sort by, letters without case unless asked.
  func key(_ value: Value, caseSensitive: Bool) -> Value {
    let value = machine.scalar(value, -1, asking: true)
    if !caseSensitive, case .string(let text) = value { return .string(text.lowercased()) }
    return value
  }

  /// The test that a filter like `select` names, bound to its arguments; truth without a name.
  func predicate(from position: Int) throws(FilterError) -> (Value) -> Bool {
    guard position < rest.count else {
      return { machine.truth($0, -1) }
    }
    guard case .string(let name) = rest[position], let test = machine.environment.tests[name] else {
      throw .unknownName("select", Printing.string(rest[position]))
    }
    let arguments = Array(rest[(position + 1)...])
    return { value in
      let result = machine.apply(test, value, arguments, [], self.node)
      return if case .bool(true) = result { true } else { false }
    }
  }
}

extension Machine {
  /// A filter or test applied to a value by another filter.
  func apply(
    _ filter: Filter, _ value: Value, _ given: [Value], _ named: [(name: String, value: Value)],
    _ node: Int32
  ) -> Value {
    if !filter.acceptsUndefined, value.isUndefined, missing != .blank { return .undefined }
    var arguments: [Value] = []
    for (position, parameter) in filter.parameters.enumerated() {
      if position < given.count {
        arguments.append(given[position])
      } else if let argument = named.first(where: { $0.name == parameter.name }) {
        arguments.append(argument.value)
      } else {
        arguments.append(parameter.fallback ?? .undefined)
      }
    }
    let rest = filter.rest == .any ? Array(given.dropFirst(filter.parameters.count)) : []
    return run(
      filter,
      FilterInput(
        value: value, arguments: arguments, rest: rest, named: [], filter: filter, machine: self,
        node: node, inputNode: -1))
  }
}

extension FilterError {
  static func unknownName(_ filter: String, _ name: String) -> FilterError {
    FilterError(
      code: "unknown-test",
      message: Message(
        en: "`\(filter)`: there is no `\(name)`", ru: "`\(filter)`: нет `\(name)`",
        kk: "`\(filter)`: `\(name)` жоқ"))
  }

  static func badArgument(_ name: String) -> FilterError {
    FilterError(
      code: "wrong-arguments",
      message: Message(
        en: "the argument `\(name)` has a wrong value",
        ru: "у аргумента `\(name)` неверное значение",
        kk: "`\(name)` аргументінің мәні қате"))
  }
}
