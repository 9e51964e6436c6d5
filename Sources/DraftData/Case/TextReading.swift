public import DraftLanguage

/// Reads texts of case data as what their fields are used as: `"нет"` is no where a template only asks
/// whether something is true, `"595 000"` is a number where one is needed.
///
/// JSON and YAML have types, but what people type and programs export is often text all the same, and any
/// text counts as true: «нет» would print the clause that it denies. So a text means what it means in a
/// cell of a table; what is text on purpose, because the template prints it, is left alone.
public struct TextReading: Sendable {
  /// Fields by the steps of their paths.
  private struct Node: Sendable {
    var kind: FieldKind?
    var fields: [String: Node] = [:]
    /// What stands under any name or at any place, when that is known; one at most.
    var any: [Node] = []

    mutating func insert(_ kind: FieldKind, at steps: ArraySlice<DataPath.Step>) {
      switch steps.first {
      case nil: self.kind = kind
      case .key(let key)? where key != "*":
        fields[key, default: Node()].insert(kind, at: steps.dropFirst())
      default:
        if any.isEmpty { any.append(Node()) }
        any[0].insert(kind, at: steps.dropFirst())
      }
    }

    /// Leaves out what nothing is read of, unless it is told from what stands under any name.
    ///
    /// - Returns: whether anything is left.
    mutating func prune() -> Bool {
      for key in Array(fields.keys) where fields[key]?.prune() == false && any.isEmpty {
        fields[key] = nil
      }
      if !any.isEmpty, !any[0].prune() { any = [] }
      return isRead || !fields.isEmpty || !any.isEmpty
    }

    /// Whether texts are read here.
    var isRead: Bool { kind == .number || kind == .boolean }

    /// What is known of the value under a key.
    func inside(_ key: String) -> Node? { fields[key] ?? any.first }
  }

  private var root = Node()

  /// Reads the texts of some fields.
  ///
  /// - Parameter fields: paths as templates report them (`files[].sheets`, `rates.*`), and what each is
  ///   used as. Only numbers and truth values are read.
  public init(_ fields: some Sequence<(path: String, kind: FieldKind)>) {
    for (path, kind) in fields {
      guard let path = DataPath(path, isReported: true) else { continue }
      root.insert(kind, at: path.steps[...])
    }
    _ = root.prune()
  }

  /// Whether a mapping has texts to be read.
  public func apply(to object: ObjectValue) -> Bool { TextReading.has(.object(object), root) }

  private static func has(_ value: Value, _ node: Node) -> Bool {
    switch value {
    case .string(let text): node.isRead && !text.isEmpty
    case .object(let object):
      (!node.fields.isEmpty || !node.any.isEmpty)
        && zip(object.keys, object.values).contains { key, value in
          node.inside(key).map { has(value, $0) } ?? false
        }
    case .list(let items): node.any.first.map { node in items.contains { has($0, node) } } ?? false
    default: false
    }
  }

  /// The mapping with its texts read.
  ///
  /// - Parameters:
  ///   - object: case data.
  ///   - place: where the value of a data path was written, for messages.
  /// - Throws: ``Diagnostics`` with `unclear-text` for each text that says neither yes nor no, and each
  ///   number that may be thousands as well as a fraction (`1.500`).
  public func read(
    _ object: ObjectValue, place: (String) -> Place? = { _ in nil }
  ) throws(Diagnostics) -> ObjectValue {
    var errors: [Diagnostic] = []
    let read = TextReading.read(.object(object), root, DataPath(steps: [])) { path, kind, fault in
      errors.append(TextReading.unclear(path, kind, fault, at: place(path)))
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
    if case .object(let object)? = read { return object }
    return object
  }

  /// A value with its texts read; nil when there was nothing to read.
  private static func read(
    _ value: Value, _ node: Node, _ path: DataPath,
    fault report: (_ path: String, _ kind: FieldKind, _ fault: Message) -> Void
  ) -> Value? {
    switch value {
    case .string(let text):
      // An empty text is the blank of a form, and counts as no.
      guard let kind = node.kind, node.isRead, !text.isEmpty else { return nil }
      if kind == .boolean, CellReading.isBlank(text) { return .string("") }
      let read = value.reading(as: kind)
      if let fault = CellReading.fault(in: read, as: kind) { report(path.text, kind, fault) }
      if case .string = read { return nil }
      return read
    case .object(let object) where !node.fields.isEmpty || !node.any.isEmpty:
      var values = object.values
      var isChanged = false
      for (index, key) in object.keys.enumerated() {
        guard let inner = node.inside(key) else { continue }
        let path = DataPath(steps: path.steps + [.key(key)])
        guard let value = read(values[index], inner, path, fault: report) else { continue }
        values[index] = value
        isChanged = true
      }
      return isChanged ? .object(ObjectValue(Array(zip(object.keys, values)))) : nil
    case .list(var items):
      guard let inner = node.any.first else { return nil }
      var isChanged = false
      for index in items.indices {
        let path = DataPath(steps: path.steps + [.index(index)])
        guard let value = read(items[index], inner, path, fault: report) else { continue }
        items[index] = value
        isChanged = true
      }
      return isChanged ? .list(items) : nil
    default: return nil
    }
  }

  private static func unclear(
    _ path: String, _ kind: FieldKind, _ fault: Message, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      code: "unclear-text",
      Message(
        en: "`\(path)`: \(fault.en)", ru: "`\(path)`: \(fault.ru)", kk: "`\(path)`: \(fault.kk)"),
      at: place,
      hints: kind == .number
        ? []
        : [
          Message(
            en: "if any text may stand here, let the template ask `is defined`",
            ru: "если здесь может стоять любой текст, пусть шаблон спрашивает `is defined`",
            kk: "мұнда кез келген мәтін тұра алса, үлгі `is defined` деп сұрасын")
        ], dataPath: path)
  }
}

extension Value {
  /// A text read as a number or a truth value, as it would be in a cell of a table; the value itself when
  /// it is no text, or none with that reading.
  public func reading(as kind: FieldKind) -> Value {
    guard case .string(let text) = self else { return self }
    let read = CellReading.value(CellReading.trimmed(text), as: kind)
    if case .string = read { return self }
    return read
  }
}

extension CaseData {
  /// The data with texts read as what their fields are used as; it is the last that is done to them.
  ///
  /// - Throws: as ``TextReading/read(_:place:)``.
  public func reading(_ texts: TextReading) throws(Diagnostics) -> CaseData {
    var data = self
    data.root = try texts.read(root) { place(of: $0) }
    return data
  }
}
