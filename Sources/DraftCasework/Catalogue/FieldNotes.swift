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

  /// Reads mappings of paths, the most particular last. The path of a field of a list's items has no
  /// mark of the list: `claim.requests.text`.
  init(_ values: [Value]) {
    for case .object(let object) in values {
      for (path, value) in zip(object.keys, object.values) {
        guard let label = LocalisedText(value: value) else { continue }
        var (values, isLocalised): ([String], Bool) = ([], false)
        if case .object(let object) = value {
          values = (object["values"]?.elements ?? []).compactMap(\.text)
          if case .bool(true)? = object["localised"] { isLocalised = true }
        }
        notes[path] = Note(label: label, values: values, isLocalised: isLocalised)
      }
    }
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
    var plain = ""
    var isInBrackets = false
    for character in path {
      if character == "[" { isInBrackets = true }
      if !isInBrackets { plain.append(character) }
      if character == "]" { isInBrackets = false }
    }
    return plain
  }
}

extension FieldNotes {
  /// Diagnostics with a word, for each field that is missing, on what is to be filled in.
  public func explain(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard diagnostic.code == "unknown-field", let path = diagnostic.dataPath,
        let note = self[path]
      else { return diagnostic }
      let kk = note.label.text(for: .kk) + note.choices
      let ru = note.label.text(for: .ru) + note.choices
      var diagnostic = diagnostic
      diagnostic.hints.append(
        Message(
          en: "fill in `\(path)` in the case: \(ru)", ru: "впишите `\(path)` в дело: \(ru)",
          kk: "`\(path)` өрісін іске жазыңыз: \(kk)"))
      return diagnostic
    }
  }
}

extension Catalogue {
  /// What the fields of a document are.
  ///
  /// - Throws: ``Diagnostics`` when a `fields.yaml` is wrong, or the failure to read it.
  public func notes(for document: DocumentDescription) throws -> FieldNotes {
    let shared = try files(named: "fields.yaml").map { Value.object($0.root) }
    return FieldNotes(shared + [document.fieldNotes])
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
