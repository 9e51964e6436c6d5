import ArgumentParser
import Draft
import DraftCasework

/// What a batch draws, put together of the options.
struct BatchPlan {
  /// The batch.
  var batch: Batch
  /// The rows.
  var source: RowSource
  /// What is doubtful about the templates and the options.
  var warnings: [Diagnostic]
  /// What columns of the list may fill.
  var wanted: WantedFields
  /// The field that `--number` would fill; nil when it is given.
  var numberPath: String?

  init(_ work: BatchCommand.Work) throws {
    let (catalogue, drawing) = (work.catalogue, work.drawing)
    let description = try Self.document(work.template, in: catalogue)
    var files: [DataFile] = []
    if description != nil { files += try catalogue.constants() }
    let besides = work.cases.first ?? work.rows
    let profile =
      work.profile ?? (description == nil ? nil : Profile.usual(beside: besides))
    if let profile { files.append(try DataFile(contentsOf: profile)) }
    for path in work.cases { files.append(try DataFile(contentsOf: path)) }
    let templates = try Self.templates(work, description)
    batch = Batch(templates, base: try drawing.data(files), jobs: work.jobs)
    batch.missing = drawing.missing
    batch.shard = work.shard ?? .all
    batch.keyPath = work.list.key
    batch.force = drawing.force
    batch.isFast = drawing.fast
    batch.language = work.console.language
    if let dictionary = drawing.dictionaryPath {
      batch.salt += try FileSystem.read(dictionary)
    }
    batch.salt += Array((work.name ?? "").utf8)
    var kinds = batch.kinds
    let usual = Self.numberPath(description, in: kinds)
    batch.numbers = work.number.flatMap { BatchCommand.Work.numbers($0, usually: usual) }
    numberPath = work.number == nil ? usual : nil
    let nameTemplate = try Self.nameTemplate(work)
    batch.name = Self.naming(work, description, nameTemplate)
    // What the name of a file prints is text, though the template only asks about it.
    for path in nameTemplate?.fields.map(\.path) ?? [] { kinds.add(path, as: .text) }
    warnings = templates.flatMap(\.template.warnings)
    if let path = batch.numbers?.path, !kinds.has(path) {
      warnings.append(.unusedNumber(path))
    }
    for path in [batch.numbers?.path, batch.keyPath].compactMap(\.self) {
      kinds.add(path, as: .text)
    }
    let wanted = WantedFields(kinds, isCase: description != nil)
    self.wanted = wanted
    // The case itself reads the fields that it knows.
    batch.kinds = description == nil ? kinds : kinds.without(CaseFile.knows)
    if description != nil {
      batch.prepare = { (data) throws(Diagnostics) in
        let caseFile = try CaseFile(data)
        return (caseFile.data, caseFile.warnings)
      }
    }
    source = work.list.source(work.rows, kind: wanted.kind)
  }

  /// The field that numbers go to: the document's own where a template asks for it, else `number`.
  private static func numberPath(
    _ description: DocumentDescription?, in kinds: FieldKinds
  ) -> String {
    guard let own = description?.numberPath, kinds.paths.contains(own) else { return "number" }
    return own
  }

  /// The document of the catalogue that a name means; nil when it means a template's file.
  private static func document(
    _ name: String, in catalogue: Catalogue
  ) throws -> DocumentDescription? {
    if let description = try catalogue.document(name) { return description }
    if name.contains("/") || name.contains(".") || FileSystem.exists(name) { return nil }
    throw Diagnostics(unknownDocument: name, known: catalogue.names)
  }

  /// The templates: one for all formats that are made of the same file.
  private static func templates(
    _ work: BatchCommand.Work, _ description: DocumentDescription?
  ) throws -> [BatchTemplate] {
    let environment = try work.drawing.environment()
    let selection = work.drawing.selection
    guard let description else {
      return [
        try BatchTemplate(
          contentsOf: work.template, formats: work.formats ?? [],
          environment: environment, languages: selection)
      ]
    }
    var paths: [(path: String, formats: [Template.Format])] = []
    for format in work.formats ?? [.docx] {
      guard let path = description.template(for: format.rawValue) else {
        throw Diagnostics(noFormat: format, of: description.name)
      }
      if let index = paths.firstIndex(where: { $0.path == path }) {
        paths[index].formats.append(format)
      } else {
        paths.append((path, [format]))
      }
    }
    return try paths.map {
      try BatchTemplate(
        contentsOf: $0.path, formats: $0.formats, environment: environment, languages: selection)
    }
  }

  /// The template of `--name`; nil when it is not given.
  private static func nameTemplate(_ work: BatchCommand.Work) throws -> Template? {
    let language = work.drawing.selection?.neutral ?? "ru"
    return try work.name.map {
      try Template(text: $0, name: "--name", languages: LanguageSelection([language]))
    }
  }

  /// What files are called: by the template that is given, else as the single command calls them.
  private static func naming(
    _ work: BatchCommand.Work, _ description: DocumentDescription?, _ template: Template?
  ) -> @Sendable (Batch.Naming) throws -> String {
    let usual: @Sendable (Batch.Naming) -> String
    if let description {
      usual = { description.fileName(for: $0.data, number: $0.number) }
    } else {
      let name = Paths.name(of: work.template)
      let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      usual = { "\(base) \($0.number ?? String($0.row))" }
    }
    guard let template else { return usual }
    let path = description?.numberPath
    return { naming in
      var pairs = Array(zip(naming.fields.keys, naming.fields.values)).map {
        (key: $0.0, value: $0.1)
      }
      if naming.fields["row"] == nil { pairs.append(("row", .int(naming.row))) }
      if naming.fields["number"] == nil {
        let own = path.flatMap { naming.fields.value(at: $0) }
        if let number = naming.number.map({ Value.string($0) }) ?? own {
          pairs.append(("number", number))
        }
      }
      let name = String(
        decoding: try template.fill(with: ObjectValue(pairs)).bytes, as: UTF8.self)
      if name.allSatisfy(\.isWhitespace) { return usual(naming) }
      return name
    }
  }
}

extension Diagnostics {
  /// That a document has no template of a format.
  init(noFormat format: Template.Format, of document: String) {
    self.init([
      Diagnostic(
        code: "no-such-format",
        Message(
          en: "«\(document)» cannot be drawn as \(format.rawValue)",
          ru: "документ «\(document)» нельзя составить в формате \(format.rawValue)",
          kk: "«\(document)» құжатын \(format.rawValue) пішімінде жасауға болмайды"))
    ])
  }
}

extension Diagnostic {
  /// That numbers go to a field that no template asks for.
  fileprivate static func unusedNumber(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unused-number",
      Message(
        en: "--number fills the field `\(path)`, which the template does not ask for: there is no "
          + "number in its documents",
        ru: "--number задаёт поле `\(path)`, которого в шаблоне нет: в самих документах номера "
          + "не будет",
        kk: "--number үлгіде жоқ `\(path)` өрісін береді: құжаттардың өзінде нөмір болмайды"),
      hints: [
        Message(
          en: "name the field that prints it: --number contract.number=101",
          ru: "назовите поле, которое его печатает: --number contract.number=101",
          kk: "оны басып шығаратын өрісті атаңыз: --number contract.number=101")
      ])
  }
}
