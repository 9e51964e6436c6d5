public import Draft

/// What the fields of documents are, in words for people: for the comments of an empty case file
/// and for the hints of errors.
///
/// They stand in `fields.yaml` beside the documents and, for one document alone, under `fields` of
/// its `document.yaml`:
///
/// ```yaml
/// nda.years: { kk: "неше жыл", ru: "сколько лет" }
/// nda.matter: { kk: "мәселе", ru: "вопрос", localised: true }
/// nda.language_priority: { kk: "басым тіл", ru: "приоритет", values: [kk, ru, none] }
/// ```
///
/// They win over the words that the tool has for the fields it knows.
public struct FieldNotes: Sendable {
  /// What one field is.
  public struct Note: Sendable, Hashable {
    /// What it is, as a few words.
    public let label: LocalisedText
    /// The values it can take; empty when they are many.
    public let values: [String]
    /// Whether it is a text in Kazakh and one in Russian.
    public let isLocalised: Bool

    /// The values as they follow the label: `: kk | ru`; empty when they are many.
    var choices: String { values.isEmpty ? "" : ": " + values.joined(separator: " | ") }
  }

  private var notes: [String: Note] = [:]
  /// A warning for each entry that cannot be read, which is left out, or only in part.
  public private(set) var warnings: [Diagnostic] = []

  /// No notes but those of the fields that the tool knows.
  init() {}

  /// Adds the notes of a file, which win over those that are there. The path of a field of a list's
  /// items has no mark of the list: `claim.requests.text`.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - key: the mapping of the file that holds them; nil for the whole file.
  mutating func add(_ file: DataFile, below key: String? = nil) {
    let value = key.map { file.root[$0] ?? .null } ?? .object(file.root)
    guard case .object(let object) = value else {
      if case .null = value { return }
      return warnings.append(.badFieldNote(key ?? "", at: file.place(of: key ?? "")))
    }
    for (path, value) in zip(object.keys, object.values) {
      let (note, isSound) = FieldNotes.note(value)
      if let note { notes[path] = note }
      if !isSound {
        let place = file.place(of: "\(key ?? "")[\"\(path)\"]")
        warnings.append(.badFieldNote(path, at: place))
      }
    }
  }

  /// Reads an entry; nil when there are no words in it.
  private static func note(_ value: Value) -> (note: Note?, isSound: Bool) {
    guard let label = LocalisedText(value: value) else { return (nil, false) }
    var (values, isLocalised, isSound): ([String], Bool, Bool) = ([], false, true)
    if case .object(let object) = value {
      for (key, part) in zip(object.keys, object.values) {
        switch (key, part) {
        case ("values", .list(let items)):
          values = items.compactMap(\.text)
          if values.count < items.count { isSound = false }
        case ("localised", .bool(let flag)): isLocalised = flag
        case ("kk", _), ("ru", _): if part.text == nil { isSound = false }
        default: isSound = false
        }
      }
    }
    return (Note(label: label, values: values, isLocalised: isLocalised), isSound)
  }

  /// What the field at a path is; nil when nobody has said. Numbers of items do not matter.
  public subscript(path: String) -> Note? {
    let plain = FieldNotes.plain(path)
    let schema = CaseSchema.field(at: plain)
    guard let note = notes[plain] else {
      return schema.map { Note(label: $0.label, values: $0.values, isLocalised: $0.isLocalised) }
    }
    return Note(
      label: note.label, values: note.values.isEmpty ? schema?.values ?? [] : note.values,
      isLocalised: note.isLocalised || schema?.isLocalised == true)
  }

  /// The paths that have a note of their own.
  public var paths: [String] { notes.keys.sorted() }

  /// A path without the numbers of items: `scope[2].title` is `scope.title`.
  private static func plain(_ path: String) -> String {
    FieldKinds.general(path).replacing("[]", with: "")
  }
}

extension FieldNotes {
  /// Diagnostics with a word, for each field that is missing, on what is to be filled in.
  ///
  /// - Parameters:
  ///   - diagnostics: what is wrong with a case.
  ///   - fields: those of the template, which know what may be filled in instead.
  public func explain(
    _ diagnostics: [Diagnostic], fields: [FieldReport.Field] = []
  ) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard diagnostic.code == "unknown-field", let path = diagnostic.dataPath,
        let note = self[path]
      else { return diagnostic }
      let plain = FieldNotes.plain(path)
      let others = fields.first { FieldNotes.plain($0.path) == plain }?.alternatives ?? []
      let kk = note.label.text(for: .kk) + note.choices
      let ru = note.label.text(for: .ru) + note.choices
      var diagnostic = diagnostic
      diagnostic.hints.append(
        Message(
          en: "fill in `\(path)` in the case: \(ru)", ru: "впишите `\(path)` в дело: \(ru)",
          kk: "`\(path)` өрісін іске жазыңыз: \(kk)"))
      for other in others.map(FieldNotes.plain) {
        let label = self[other]?.label
        let kk = label.map { ": " + $0.text(for: .kk) } ?? ""
        let ru = label.map { ": " + $0.text(for: .ru) } ?? ""
        diagnostic.hints.append(
          Message(
            en: "or fill in `\(other)` instead\(ru)",
            ru: "или заполните вместо него `\(other)`\(ru)",
            kk: "немесе оның орнына `\(other)` өрісін толтырыңыз\(kk)"))
      }
      return diagnostic
    }
  }
}

extension Catalogue {
  /// What the fields of a document are.
  ///
  /// - Throws: ``Diagnostics`` when a `fields.yaml` is wrong, or the failure to read it.
  public func notes(for document: DocumentDescription) throws -> FieldNotes {
    var notes = FieldNotes()
    for file in try files(named: "fields.yaml") { notes.add(file) }
    notes.add(document.file, below: "fields")
    return notes
  }
}

extension Diagnostic {
  /// What an entry of `fields.yaml`, or of `fields` in a `document.yaml`, says cannot be read.
  fileprivate static func badFieldNote(_ path: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .warning, code: "bad-field-note",
      Message(
        en: "what is said of the field `\(path)` cannot be read",
        ru: "пояснение к полю `\(path)` не читается",
        kk: "`\(path)` өрісінің түсіндірмесі оқылмайды"),
      at: place,
      hints: [
        Message(
          en: "a text, or { kk: …, ru: … } with `values: [a, b]` or `localised: true`",
          ru: "нужен текст или { kk: …, ru: … }, при нём `values: [a, b]` или `localised: true`",
          kk: "мәтін немесе { kk: …, ru: … } керек, онымен `values: [a, b]` не `localised: true`")
      ])
  }
}

extension CaseSchema {
  /// The field of the case at a path without marks of lists; nil when the schema has none.
  static func field(at path: String) -> FieldSchema? {
    var record: RecordSchema? = file
    var found: FieldSchema?
    for key in path.split(separator: ".") {
      found = record?.field(String(key))
      switch found?.kind {
      case .record(let next), .list(.record(let next)): record = next
      default: record = nil
      }
    }
    return found
  }
}

extension FieldSchema {
  /// The values that it can take; empty when they are many.
  fileprivate var values: [String] {
    switch kind {
    case .choice(let words): words
    case .flag: ["true", "false"]
    default: []
    }
  }

  /// Whether it is a text in each language.
  fileprivate var isLocalised: Bool {
    if case .localised = kind { true } else { false }
  }
}
