import ArgumentParser
import Draft
import DraftCasework

/// `draft check`: everything that is wrong with templates, at once.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says everything that is wrong with templates.",
    discussion: """
      Where a template says the same in Kazakh and in Russian, the two texts are compared: clauses, \
      fields, conditions, figures, the language itself. Doubts are warnings and leave the exit code 0.

      With samples it also says which branches (arms of conditions, loops) none of them reaches:

      draft check letter.docx --sample first.yaml second.yaml

      The name of a document of the catalogue stands for its templates, with its own samples.
      """)

  @Argument(help: "The templates, or names of documents.", completion: .file())
  var templates: [String]

  @Option(
    name: .customLong("sample"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Data files, each a case of its own, by which branches are counted.", valueName: "data"),
    completion: .file())
  var samples: [String] = []

  @Option(
    name: [.short, .long], parsing: .upToNextOption,
    help: ArgumentHelp("Data that every sample has besides.", valueName: "data"),
    completion: .file())
  var data: [String] = []

  @Flag(
    name: .customLong("no-parity"), help: "Does not compare the Kazakh and the Russian text.")
  var skipsParity = false

  @Flag(help: "Exits with 1 on warnings too.")
  var strict = false

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if !data.isEmpty && samples.isEmpty {
      throw ValidationError("--data is what samples have besides; give them with --sample")
    }
  }

  func run() throws {
    let console = options.console
    var failed = false
    var unreadable = false
    for name in templates {
      do {
        try console.run {
          for template in try checked(name) where try check(template, console) { failed = true }
        }
      } catch let code as ExitCode {
        if code == .inputOutput { unreadable = true } else { failed = true }
      }
    }
    if failed { throw ExitCode.wrong }
    if unreadable { throw ExitCode.inputOutput }
  }

  /// The templates that a name means.
  private func checked(_ name: String) throws -> [CheckedTemplate] {
    let shared = try data.map { try DataFile(contentsOf: $0) }
    let catalogue = catalogue.catalogue
    if let description = try catalogue.document(name) {
      return try CheckedTemplate.templates(
        of: description, in: catalogue, samples: samples, shared: shared)
    }
    return [CheckedTemplate(name, samples: samples, shared: shared)]
  }

  /// Checks one template and says what is found; true when it is wrong.
  private func check(_ template: CheckedTemplate, _ console: Console) throws -> Bool {
    let name = template.name
    var diagnostics = template.warnings
    diagnostics += try Template.check(
      contentsOf: template.path, name: name, parity: !skipsParity)
    let coverage = try template.coverage()
    diagnostics += coverage?.diagnostics ?? []
    console.print(diagnostics)
    if diagnostics.isEmpty {
      console.say(
        Message(en: "\(name): no errors", ru: "\(name): ошибок нет", kk: "\(name): қате жоқ"))
    }
    if let counted = coverage?.counted { try report(counted, name, console) }
    return diagnostics.contains { strict || $0.severity == .error }
  }

  /// How many branches there are and how many are reached: in `json` on standard output.
  private func report(_ coverage: BranchCoverage, _ name: String, _ console: Console) throws {
    let (all, reached) = (coverage.branches, coverage.reached)
    guard console.format != .json else {
      return try console.write(
        "{\"template\":\(JSONWriter.string(name)),\"branches\":\(all),\"reached\":\(reached)}\n")
    }
    console.say(
      Message(
        en: "\(name): \(all) branches, \(reached) reached",
        ru: "\(name): ветвей \(all), достигнуто \(reached)",
        kk: "\(name): тармақтар \(all), жеткені \(reached)"))
  }
}
