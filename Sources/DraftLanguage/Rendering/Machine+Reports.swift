/// What makes two reports the same.
struct ReportKey: Hashable {
  var code: String
  var path: String?
  var line: Int
  var column: Int
  var file: String?
  var part: String?
  var extra: String
}

/// What is wrong, before it has a place.
struct Complaint {
  var code: String
  var message: Message
  var hints: [Message] = []
}

extension Machine {
  /// Records an error about a node.
  func report(_ complaint: Complaint, at node: Int32, path: String? = nil) {
    guard diagnostics.count < limits.diagnostics else { return }
    let place = node >= 0 ? program.tables.place(of: node) : placeOfTag()
    add(
      Diagnostic(
        code: complaint.code, complaint.message, at: place, hints: complaint.hints, dataPath: path))
  }

  func add(_ diagnostic: Diagnostic) {
    guard diagnostics.count < limits.diagnostics else { return }
    let place = diagnostic.place
    let key = ReportKey(
      code: diagnostic.code, path: diagnostic.dataPath, line: place?.line ?? 0,
      column: place?.column ?? 0, file: place?.file, part: place?.part,
      extra: diagnostic.dataPath == nil ? diagnostic.message.en : "")
    if seen.insert(key).inserted { diagnostics.append(diagnostic) }
  }

  /// Records that a budget is used up; nothing goes on.
  func halt(_ complaint: Complaint) {
    guard !isHalted else { return }
    isHalted = true
    diagnostics.append(
      Diagnostic(
        code: complaint.code, complaint.message, at: placeOfTag(), hints: complaint.hints))
  }

  func placeOfTag() -> Place? {
    guard program.tables.tagOfOperation.indices.contains(counter) else { return nil }
    let tag = program.tables.tagOfOperation[counter]
    return tag >= 0 ? program.tables.place(program.tables.tags[Int(tag)].span) : nil
  }

  /// The value, or poison with a report when it is undefined.
  func used(_ value: Value, _ node: Int32) -> Value {
    guard case .undefined = value else { return value }
    if missing == .blank { return value }
    reportMissing(node)
    return .poison
  }

  /// Records that the field a node reads is not in the data.
  func reportMissing(_ first: Int32) {
    guard diagnostics.count < limits.diagnostics else { return }
    let node = chain(of: first)
    let path = missingPath(node)
    let quoted = path ?? program.tables.text(of: node)
    var hints: [Message] = []
    if case .attribute(let base, let name) = program.tables.nodes[Int(node)],
      Methods.names.contains(program.tables.names[Int(name)]),
      !isMissing(evaluate(base, asking: true))
    {
      hints.append(.callMethod(program.tables.text(of: node)))
    } else if let near = nearest(node) {
      hints.append(.didYouMean(near))
    }
    let last = missingName(node)
    if hints.isEmpty || last != nil, let name = last, let stranger = LookAlike.stranger(in: name) {
      hints.append(.mixedAlphabets(name, stranger))
    }
    report(
      Complaint(code: "unknown-field", message: .unknownField(quoted), hints: hints),
      at: node, path: path)
  }

  /// The first name of a chain that the data lack.
  private func missingName(_ node: Int32) -> String? {
    switch program.tables.nodes[Int(node)] {
    case .root(let index): program.tables.roots[Int(index)]
    case .attribute(let base, let name):
      isMissing(evaluate(base, asking: true)) ? missingName(base) : program.tables.names[Int(name)]
    default: nil
    }
  }

  /// The existing field that a missing one was probably meant to be.
  private func nearest(_ node: Int32) -> String? {
    switch program.tables.nodes[Int(node)] {
    case .root(let index):
      let name = program.tables.roots[Int(index)]
      let known =
        data.keys + program.tables.globals.keys
        + program.tables.slotNames.joined().filter { !$0.hasPrefix(" ") }
      return NearestName.find(name, among: known)
    case .attribute(let base, let index):
      let name = program.tables.names[Int(index)]
      let holder = evaluate(base, asking: true)
      let keys: [String]
      switch holder {
      case .object(let object): keys = object.keys
      case .reference(let reference) where reference.isNamespace:
        keys = stores[Int(reference.index)].keys
      case .reference(let reference) where reference.what == .loop: keys = LoopFields.names
      default:
        if isMissing(holder) { return nearest(base) }
        return nil
      }
      guard let near = NearestName.find(name, among: keys) else { return nil }
      return path(base).map { Paths.member($0, near) } ?? near
    default: return nil
    }
  }
}

extension Message {
  static func callMethod(_ words: String) -> Message {
    Message(
      en: "to call it write `\(words)()`", ru: "чтобы вызвать, пишите `\(words)()`",
      kk: "шақыру үшін `\(words)()` деп жазыңыз")
  }

  static func unknownField(_ path: String) -> Message {
    Message(
      en: "the case data has no field `\(path)`", ru: "в данных дела нет поля `\(path)`",
      kk: "іс деректерінде `\(path)` өрісі жоқ")
  }

  static func mixedAlphabets(
    _ name: String, _ stranger: (letter: Character, position: Int, isCyrillic: Bool)
  ) -> Message {
    let (letter, position) = (stranger.letter, stranger.position)
    return stranger.isCyrillic
      ? Message(
        en: "letter \(position) of `\(name)`, «\(letter)», is Cyrillic; the others are Latin",
        ru: "буква \(position) в `\(name)`, «\(letter)», кириллическая, а остальные латинские",
        kk: "`\(name)` сөзіндегі \(position)-әріп «\(letter)» кириллше, ал қалғандары латынша")
      : Message(
        en: "letter \(position) of `\(name)`, «\(letter)», is Latin; the others are Cyrillic",
        ru: "буква \(position) в `\(name)`, «\(letter)», латинская, а остальные кириллические",
        kk: "`\(name)` сөзіндегі \(position)-әріп «\(letter)» латынша, ал қалғандары кириллше")
  }
}
