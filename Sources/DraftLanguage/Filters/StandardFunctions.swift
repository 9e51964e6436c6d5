/// The functions of Jinja that documents use.
enum StandardFunctions {
  static let all: [Filter] = [
    Filter(
      "range", [.init("start"), .init("stop", .null), .init("step", .null)], inputKind: .number
    ) { (input) throws(FilterError) in .list(try range(input))
    },
    Filter("dict") { (input) throws(FilterError) in
      var pairs: [(key: String, value: Value)] = []
      if case .object(let object)? = input.rest.first {
        pairs = zip(object.keys, object.values).map { (key: $0, value: $1) }
      }
      return .object(ObjectValue(pairs + input.named.map { (key: $0.name, value: $0.value) }))
    }.with(rest: .any),
    Filter("namespace") { (input) throws(FilterError) in
      var store = Machine.Store()
      if case .object(let object)? = input.rest.first {
        for (key, value) in zip(object.keys, object.values) { store.set(key, value) }
      }
      for named in input.named { store.set(named.name, named.value) }
      return input.machine.keep(store, as: .namespace)
    }.with(rest: .any),
    Filter("cycler") { (input) throws(FilterError) in
      input.machine.keep(Machine.Store(values: input.rest), as: .cycler)
    }.with(rest: .any),
    Filter("joiner", [.init("sep", .string(", "))]) { (input) throws(FilterError) in
      input.machine.keep(Machine.Store(values: [input["sep"]]), as: .joiner)
    },
    Filter("lipsum") { (input) throws(FilterError) in
      throw FilterError(
        code: "unsupported-function",
        message: Message(
          en: "`lipsum` is refused: a document holds no filler text",
          ru: "`lipsum` не поддерживается: в документе нет места тексту-заглушке",
          kk: "`lipsum` қолдау таппайды: құжатта толтырма мәтін болмайды"))
    }.with(rest: .any),
  ]

  private static func range(_ input: FilterInput) throws(FilterError) -> [Value] {
    guard var start = try input.integer("start") else { throw .badArgument("start") }
    var stop: Int
    if let given = try input.integer("stop") {
      stop = given
    } else {
      (start, stop) = (0, start)
    }
    let step = try input.integer("step") ?? 1
    guard step != 0 else { throw .badArgument("step") }
    let limit = input.machine.limits.rangeSize
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    guard !overflow, distance / step <= limit else {
      throw FilterError(
        code: "value-too-large",
        message: Message(
          en: "a `range` holds at most \(limit) numbers", ru: "в `range` не больше \(limit) чисел",
          kk: "`range` ішінде \(limit) саннан артық болмайды"))
    }
    let numbers = Array(stride(from: start, to: stop, by: step))
    input.machine.charge(numbers.count)
    return numbers.map { .int($0) }
  }
}

extension Machine {
  /// Keeps something that changes, and gives a handle to it.
  func keep(_ store: Store, as kind: Value.Reference.Kind) -> Value {
    stores.append(store)
    return .reference(.init(kind: kind, index: stores.count - 1))
  }
}
