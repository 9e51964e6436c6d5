internal import DraftLanguage

/// One `--set path=value`.
struct Assignment: Sendable {
  private let path: DataPath
  private let value: Value
  private let source: DataText
  private let pathCount: Int

  init(path: String, value: String) throws(Diagnostics) {
    try self.init(path: path, shown: value, value: Assignment.read(value))
  }

  /// An assignment of a text, whatever it looks like.
  init(path: String, text: String) throws(Diagnostics) {
    try self.init(path: path, shown: text, value: .string(text))
  }

  private init(path: String, shown: String, value: Value) throws(Diagnostics) {
    source = DataText(Array("\(path)=\(shown)".utf8), name: "--set")
    pathCount = path.utf8.count
    guard let steps = DataPath(path), case .key = steps.steps.first else {
      throw Diagnostics([Assignment.badPath(at: source.place(0..<pathCount))])
    }
    self.path = steps
    self.value = value
  }

  /// JSON when it is JSON, else text.
  private static func read(_ value: String) throws(Diagnostics) -> Value {
    let text = DataText(Array(value.utf8), name: "--set")
    var reader = JSONReader(text, limits: .standard)
    let result: Value
    do throws(JSONFault) {
      result = try reader.readAll()
    } catch {
      if error.isSyntax { return .string(value) }
      throw Diagnostics([error.diagnostic(in: text)])
    }
    if !reader.complaints.isEmpty { throw Diagnostics(reader.complaints) }
    return result
  }

  /// The mapping with the value in its place.
  func applied(to root: ObjectValue) throws(Diagnostics) -> ObjectValue {
    guard case .object(let object) = try placed(in: .object(root), path.steps[...]) else {
      throw Diagnostics([Assignment.badPath(at: source.place(0..<pathCount))])
    }
    return object
  }

  private func placed(in here: Value?, _ steps: ArraySlice<DataPath.Step>) throws(Diagnostics)
    -> Value
  {
    guard let step = steps.first else { return value }
    switch (step, here) {
    case (.key(let key), .object(let object)?):
      let inner = try placed(in: object[key], steps.dropFirst())
      var pairs = Array(zip(object.keys, object.values)).map { (key: $0.0, value: $0.1) }
      pairs.append((key, inner))
      return .object(ObjectValue(pairs))
    case (.key(let key), nil), (.key(let key), .null?):
      return .object(ObjectValue([(key, try placed(in: nil, steps.dropFirst()))]))
    case (.index(let index), .list(var list)?) where index <= list.count:
      let inner = try placed(in: index < list.count ? list[index] : nil, steps.dropFirst())
      if index < list.count { list[index] = inner } else { list.append(inner) }
      return .list(list)
    case (.index(0), nil), (.index(0), .null?):
      return .list([try placed(in: nil, steps.dropFirst())])
    default:
      throw Diagnostics([conflict(at: step)])
    }
  }

  /// The place of a value that this assignment gives, nil when it does not.
  func place(of asked: DataPath) -> Place? {
    guard asked.steps.starts(with: path.steps) else { return nil }
    let rest = DataPath(steps: Array(asked.steps.dropFirst(path.steps.count)))
    guard rest.steps.isEmpty || has(rest) else { return nil }
    return source.place((pathCount + 1)..<max(source.bytes.count, pathCount + 1))
  }

  /// The place of a mapping or list that this assignment made on its way.
  func placeOnTheWay(to asked: DataPath) -> Place? {
    path.steps.starts(with: asked.steps) ? source.place(0..<pathCount) : nil
  }

  private func has(_ rest: DataPath) -> Bool {
    ObjectValue([("", value)]).value(at: DataPath(steps: [.key("")] + rest.steps)) != nil
  }

  private static func badPath(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "set-path",
      Message(
        en: "this is no path to a field", ru: "это не путь к полю", kk: "бұл өріске жол емес"),
      at: place,
      hints: [
        Message(
          en: "write it like `client.name=…` or `items[0].price=…`",
          ru: "пишите так: `client.name=…` или `items[0].price=…`",
          kk: "былай жазыңыз: `client.name=…` немесе `items[0].price=…`")
      ])
  }

  private func conflict(at step: DataPath.Step) -> Diagnostic {
    let message: Message
    switch step {
    case .key:
      message = Message(
        en: "the path leads through a value that has no fields",
        ru: "путь ведёт через значение, у которого нет полей",
        kk: "жол өрісі жоқ мән арқылы өтеді")
    case .index:
      message = Message(
        en: "the path leads to an item that the list does not have",
        ru: "путь ведёт к элементу, которого в списке нет",
        kk: "жол тізімде жоқ элементке апарады")
    }
    return Diagnostic(
      code: "set-conflict", message, at: source.place(0..<pathCount), dataPath: path.text)
  }
}
