public import ArgumentParser
import Draft
public import DraftCasework

/// `draft verify`: a case against the Standard and the law.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Holds a case against the Standard and the law.",
    discussion: """
      Looks at identifiers, insurance (1.7, 1.13), the check of conflicts (4.1), confidentiality (1.9), \
      scope and payment (4.5), the power of attorney and what it covers (GPK 60), the deadlines, and at \
      what each document of the catalogue still needs. Exits 1 when a rule is broken.
      """)

  @Argument(
    help: "The case file, YAML or JSON.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var caseFile: String

  @Flag(help: "Prints the report as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("The day to look at the case on, else today.", valueName: "2026-11-22"))
  var on: CaseDate?

  @Option(help: ArgumentHelp("Your own details.", valueName: "file"), completion: .file())
  var profile: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Sets one field: a value in JSON, else text.", valueName: "key=value"))
  var assignments: [DrawOptions.Assignment] = []

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    try console.run {
      guard let day = on ?? SystemClock.today else {
        throw ValidationError("this machine does not know the day; give --on")
      }
      var files: [DataFile] = []
      if let profile = profile ?? Profile.usual(beside: caseFile) {
        files.append(try DataFile(contentsOf: profile))
      }
      files.append(try DataFile(contentsOf: caseFile))
      let data = try CaseData(
        merging: files, assignments: assignments.map { ($0.path, $0.value) })
      let verification = try catalogue.catalogue.verify(data, on: day)
      if json {
        try console.write(verification.json(in: console.language) + "\n")
      } else {
        try console.write(VerificationPrinter(language: console.language).text(verification))
      }
      if verification.hasFailures { throw ExitCode.wrong }
    }
  }
}

extension CaseDate: ExpressibleByArgument {
  /// Reads `--on 2026-11-22`.
  public init?(argument: String) { try? self.init(argument) }
}
