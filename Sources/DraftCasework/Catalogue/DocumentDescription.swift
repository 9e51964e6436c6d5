internal import Draft

/// What the catalogue knows of one document, read from its `document.yaml`.
public struct DocumentDescription: Sendable {
  /// The name on the command line, which is the name of its folder.
  public let name: String
  /// The folder.
  public let folder: String
  /// The titles by language code.
  public let titles: [String: String]
  /// The clause of the chamber's Standard that asks for it; nil when none does.
  public let standardClause: String?
  /// The bases in law, each by language code.
  public let basis: [[String: String]]
  /// The languages it can be drawn in.
  public let languages: [String]
  /// The formats it can be drawn in.
  public let formats: [String]
  /// Template files by format, below ``folder``.
  public let templates: [String: String]
  /// The data paths without which it cannot be drawn.
  public let required: [String]
  /// The path of its own number: `number` of its `document.yaml`, else `<name>.number`, where hyphens
  /// are underscores. The templates of a document that has no number do not ask for it.
  public let numberPath: String
  /// The special powers (GPK 60) that whoever signs it for the client needs.
  public let powers: [SpecialPower]
  /// The case files that show it, as their names are written: see ``samplePaths``.
  public let samples: [String]
  /// Its `document.yaml`.
  let file: DataFile

  /// Reads a description.
  ///
  /// - Throws: ``Diagnostics`` when the file is no valid description.
  init(folder: String, file: DataFile) throws(Diagnostics) {
    let root = file.root
    self.folder = folder
    name = root["name"]?.text ?? Paths.name(of: folder)
    titles = root["title"]?.texts ?? [:]
    standardClause = root["standard"]?.text
    basis = (root["basis"]?.elements ?? []).compactMap(\.texts)
    languages = (root["languages"]?.elements ?? []).compactMap(\.text)
    formats = (root["formats"]?.elements ?? []).compactMap(\.text)
    templates = root["templates"]?.texts ?? [:]
    required = (root["required"]?.elements ?? []).compactMap(\.text)
    numberPath = root["number"]?.text ?? name.replacing("-", with: "_") + ".number"
    samples = (root["samples"]?.elements ?? []).compactMap(\.text)
    powers = SpecialPower.granted(by: root["powers"])
    self.file = file
    if templates.isEmpty || titles.isEmpty {
      throw Diagnostics([
        Diagnostic(
          code: "bad-description",
          Message(
            en: "a document.yaml needs `title` and `templates`",
            ru: "в document.yaml нужны `title` и `templates`",
            kk: "document.yaml файлында `title` мен `templates` болуы керек"),
          at: file.place(of: "title") ?? file.place(of: "name"))
      ])
    }
  }

  /// The path of the template of a format; nil when the document has none.
  ///
  /// A text and a PDF are made of the Word template where they have none of their own.
  public func template(for format: String) -> String? {
    let isDerived =
      format == Template.Format.text.rawValue || format == Template.Format.pdf.rawValue
    let template = templates[format] ?? (isDerived ? templates[Template.Format.docx.rawValue] : nil)
    return template.map { Paths.join(folder, $0) }
  }

  /// The paths of its ``samples``, each looked for in its folder, in `samples` there, and in `samples`
  /// beside the folder of the catalogue. Where it names none, all data files of `samples` in its folder.
  public var samplePaths: [String] {
    let own = Paths.join(folder, "samples")
    guard samples.isEmpty else {
      return samples.map { name in
        let places = [folder, own, Paths.join(folder, "../../samples")]
        return places.map { Paths.join($0, name) }.first(where: FileSystem.exists)
          ?? Paths.join(own, name)
      }
    }
    return FileSystem.names(in: own)
      .filter { ["yaml", "yml", "json"].contains(Paths.ending(of: $0)) }.sorted()
      .map { Paths.join(own, $0) }
  }
}

extension Value {
  /// The value as text when it is a scalar.
  var text: String? {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .decimal(let number): number.written
    default: nil
    }
  }

  /// The scalars of a mapping by key; nil for anything else.
  var texts: [String: String]? {
    guard case .object(let object) = self else { return nil }
    var texts: [String: String] = [:]
    for (key, value) in zip(object.keys, object.values) { texts[key] = value.text }
    return texts
  }

  /// The elements of a list; nil for anything else.
  var elements: [Value]? {
    if case .list(let elements) = self { elements } else { nil }
  }
}
