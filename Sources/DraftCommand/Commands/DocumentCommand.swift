import ArgumentParser
import Draft
import DraftCasework

/// `draft DOCUMENT CASE`: a document of the catalogue from a case file.
struct DocumentCommand: ParsableCommand {
  static let name = "document"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Draws a document of the catalogue: `draft agreement case.yaml`.",
    discussion: """
      Without -o the document is written to the current folder under a name made of its title, its \
      number and the client. Your own details (name, chamber, insurance, bank) may stand in a profile: \
      --profile, else $XDG_CONFIG_HOME/draft/profile.yaml, else profile.yaml beside the case.
      """)

  @Argument(help: "The document's name; `draft documents` lists them.")
  var document: String

  @Argument(
    help: "The case file, YAML or JSON.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var caseFile: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The document to write; - is standard output.", valueName: "out"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Your own details.", valueName: "file"), completion: .file())
  var profile: String?

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var drawing: DrawOptions
  @OptionGroup var options: ConsoleOptions

  func run() throws { try work.run() }

  var work: Work {
    Work(
      document: document, caseFile: caseFile, output: output, profile: profile,
      catalogue: catalogue.catalogue, format: format.format, drawing: drawing.drawing,
      console: options.console)
  }

  /// What the command does.
  struct Work {
    var document: String
    var caseFile: String
    var output: String?
    var profile: String?
    var catalogue: Catalogue
    var format: Template.Format?
    var drawing: Drawing
    var console: Console

    func run() throws {
      try console.run {
        guard let description = try catalogue.document(document) else {
          throw Diagnostics(unknownDocument: document, known: catalogue.names)
        }
        let format = Template.Format.asked(for: format, output: output) ?? .docx
        guard let path = description.template(for: format.rawValue) else {
          throw Diagnostics(noFormat: format, of: document)
        }
        try draw(description, format, template: path)
      }
    }

    private func draw(
      _ description: DocumentDescription, _ format: Template.Format, template path: String
    ) throws {
      var files = try catalogue.constants()
      if let profile = profile ?? Profile.usual(beside: caseFile) {
        files.append(try DataFile(contentsOf: profile))
      }
      files.append(try DataFile(contentsOf: caseFile))
      let written = try drawing.data(files)
      let template = try Template(
        contentsOf: path, name: Paths.short(path), environment: drawing.environment(),
        languages: drawing.selection)
      // The case itself reads the fields that it knows.
      let data = try drawing.reading(written, for: template, at: path, but: CaseFile.knows)
      let caseFile = try CaseFile(data)
      let file = output ?? description.fileName(for: data.root, format: format)
      do {
        try console.draw(
          template, with: data, as: caseFile.data, in: format, to: file, options: drawing,
          warnings: caseFile.warnings)
      } catch let error as Diagnostics {
        let notes = try catalogue.notes(for: description)
        throw Diagnostics(notes.explain(error.items, fields: template.fields))
      }
      if output == nil {
        console.say(
          Message(en: "written: \(file)", ru: "записан: \(file)", kk: "жазылды: \(file)"))
      }
    }
  }
}

extension Diagnostics {
  /// That the catalogue has no document of a name.
  init(unknownDocument document: String, known names: [String]) {
    let near = NearestName.find(document, among: names)
    let list = names.joined(separator: ", ")
    self.init([
      Diagnostic(
        code: "unknown-document",
        Message(
          en: "there is no document «\(document)»", ru: "документа «\(document)» нет",
          kk: "«\(document)» құжаты жоқ"),
        hints: (near.map {
          [
            Message(
              en: "did you mean `\($0)`?", ru: "может быть, `\($0)`?",
              kk: "мүмкін, `\($0)` шығар?")
          ]
        } ?? []) + [
          names.isEmpty
            ? Message(
              en: "no templates were found; `--templates` names their folder",
              ru: "шаблоны не найдены; их папку указывает `--templates`",
              kk: "үлгілер табылмады; олардың қалтасын `--templates` көрсетеді")
            : Message(en: "there are: \(list)", ru: "есть: \(list)", kk: "бар құжаттар: \(list)")
        ])
    ])
  }
}
