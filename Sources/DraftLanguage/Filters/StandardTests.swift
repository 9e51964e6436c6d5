/// The tests of Jinja that documents use.
enum StandardTests {
  static var all: [Filter] { kinds + comparisons + numbers }

  private static func kind(_ name: String, _ holds: @escaping @Sendable (Value) -> Bool) -> Filter {
    Filter(name) { (input) throws(FilterError) in
      .bool(holds(input.machine.scalarUnlessContainer(input.value, input.inputNode)))
    }
  }

  static let kinds: [Filter] = [
    Filter("defined") { (input) throws(FilterError) in
      .bool(!input.value.isUndefined && !input.value.isPoison)
    }.with(acceptsUndefined: true),
    Filter("undefined") { (input) throws(FilterError) in
      .bool(input.value.isUndefined || input.value.isPoison)
    }.with(acceptsUndefined: true),
    kind("none") { if case .null = $0 { true } else { false } },
    kind("boolean") { if case .bool = $0 { true } else { false } },
    kind("true") { if case .bool(true) = $0 { true } else { false } },
    kind("false") { if case .bool(false) = $0 { true } else { false } },
    kind("string") { if case .string = $0 { true } else { false } },
    kind("number") { $0.isNumber },
    kind("integer") { if case .int = $0 { true } else { false } },
    kind("float") { if case .decimal = $0 { true } else { false } },
    kind("mapping") {
      if case .object(let object) = $0 { object.shape != .dressed } else { false }
    },
    kind("sequence") { isIterable($0) },
    kind("iterable") { isIterable($0) },
    kind("callable") {
      if case .reference(let reference) = $0 {
        reference.what == .closure || reference.what == .function
      } else {
        false
      }
    },
    kind("escaped") { _ in false },
    kind("lower") {
      if case .string(let text) = $0 {
        text == text.lowercased() && text != text.uppercased()
      } else {
        false
      }
    },
    kind("upper") {
      if case .string(let text) = $0 {
        text == text.uppercased() && text != text.lowercased()
      } else {
        false
      }
    },
    Filter("filter") { (input) throws(FilterError) in
      .bool(input.machine.environment.filters[try input.string()] != nil)
    },
    Filter("test") { (input) throws(FilterError) in
      .bool(input.machine.environment.tests[try input.string()] != nil)
    },
  ]

  private static func isIterable(_ value: Value) -> Bool {
    switch value {
    case .string, .list, .object: true
    default: false
    }
  }

  private static func comparison(_ names: [String], _ comparison: ComparisonOperator) -> [Filter] {
    names.map { name in
      Filter(name, [.init("other")]) { (input) throws(FilterError) in
        let result = input.machine.compare(
          comparison, input.value, input["other"], input.inputNode, input.inputNode)
        if result.isPoison { throw .silent }
        return result
      }
    }
  }

  static let comparisons: [Filter] =
    comparison(["==", "eq", "equalto"], .equal) + comparison(["!=", "ne"], .unequal)
    + comparison([">", "gt", "greaterthan"], .greater) + comparison([">=", "ge"], .greaterOrEqual)
    + comparison(["<", "lt", "lessthan"], .less) + comparison(["<=", "le"], .lessOrEqual) + [
      Filter("in", [.init("seq")]) { (input) throws(FilterError) in
        let item = input.machine.scalar(input.value, input.inputNode)
        let result = input.machine.contains(input["seq"], item, input.node)
        if result.isPoison { throw .silent }
        return result
      },
      Filter("sameas", [.init("other")]) { (input) throws(FilterError) in
        .bool(Comparing.equal(input.value, input["other"]))
      },
    ]

  static let numbers: [Filter] = [
    Filter("even", inputKind: .number) { (input) throws(FilterError) in
      .bool(try isMultiple(input, of: 2))
    },
    Filter("odd", inputKind: .number) { (input) throws(FilterError) in
      .bool(try isMultiple(input, of: 2, remainder: 1))
    },
    Filter("divisibleby", [.init("num")], inputKind: .number) { (input) throws(FilterError) in
      guard let divisor = try input.integer("num"), divisor != 0 else { throw .badArgument("num") }
      return .bool(try isMultiple(input, of: divisor))
    },
  ]

  private static func isMultiple(
    _ input: FilterInput, of divisor: Int, remainder: Int = 0
  ) throws(FilterError) -> Bool {
    guard let number = input.machine.number(input.value, input.inputNode) else { throw .silent }
    do throws(ArithmeticError) {
      return Comparing.equal(
        try Arithmetic.compute(.modulo, number, .int(divisor)), .int(remainder))
    } catch {
      throw .overflow
    }
  }
}
