import ArgumentParser
import Draft
import DraftCasework

/// `draft batch`: a document for each row of a list.
struct BatchCommand: ParsableCommand {
  static let name = "batch"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Draws one document for each row of a list.",
    discussion: """
      draft batch nda clients.xlsx --case firm.yaml --number 101/2026 -o out

      The rows are a CSV file, an Excel workbook, JSON, JSON Lines, a folder of YAML files, or standard \
      input (-). The first row of a table names the fields: client.name.ru; other headers are named with \
      --map. An empty cell leaves what the case says. The folder's manifest.jsonl has a line a row; \
      the same command goes on where it was stopped, and draws only what has changed. Exits with 2 when \
      some rows could not be drawn, with 1 when none could.
      """)

  @Argument(help: "A document of the catalogue, or a template.", completion: .file())
  var template: String

  @Argument(help: "The rows; - is standard input.", completion: .file())
  var rows: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder for the documents.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("What all rows share, YAML or JSON.", valueName: "file"), completion: .file()
  )
  var cases: [String] = []

  @Option(help: ArgumentHelp("Your own details.", valueName: "file"), completion: .file())
  var profile: String?

  @Option(
    help: ArgumentHelp("docx, txt and pdf, one or more: docx,pdf.", valueName: "formats"))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "What files are called: '{{ number }} {{ client.name.short }}'.", valueName: "template"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      """
      The first number to give to rows that have none: 101/2026, counted up from there in the digits that \
      are no year, or in those in braces: 01-15/{7}.
      """,
      valueName: "[field=]first"))
  var number: String?

  @Option(help: ArgumentHelp("How many rows are drawn at once; else the cores.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Draws every n-th row only, from the i-th.", valueName: "i/n"))
  var shard: Batch.Shard?

  @Option(
    help: ArgumentHelp("Prints the line of each row on standard output.", valueName: "jsonl"))
  var results: ResultFormat?

  @Flag(help: "Prints how many rows the list has, and draws nothing.")
  var count = false

  @Flag(help: "Prints errors only.")
  var quiet = false

  @OptionGroup var rowOptions: RowOptionGroup
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var drawing: DrawOptions
  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is 1 or more") }
    if let number, Work.numbers(number, usually: "number") == nil {
      let first = DrawOptions.Assignment(argument: number)?.value ?? number
      throw ValidationError(
        RunningNumber.isTooLarge(first)
          ? "«\(first)» is too large: numbers are counted up to \(RunningNumber.largest)"
          : number.contains(where: \.isNumber)
            ? "nobody can tell which digits of «\(number)» count: put them in braces, as in 01-15/{7}"
            : "--number needs digits to count, such as 101/2026, not «\(number)»")
    }
  }

  func run() throws { try work.run() }

  var work: Work {
    var work = Work(
      template: template, rows: rows, output: output, list: rowOptions.list,
      catalogue: catalogue.catalogue, drawing: drawing.drawing, console: options.console)
    work.cases = cases
    work.profile = profile
    work.formats = format?.formats
    work.name = name
    work.number = number
    work.jobs = jobs
    work.shard = shard
    work.results = results
    work.count = count
    work.quiet = quiet
    return work
  }

  /// What the command does.
  struct Work {
    var template: String
    var rows: String
    var output: String
    var cases: [String] = []
    var profile: String?
    var formats: [Template.Format]?
    var name: String?
    var number: String?
    var jobs: Int?
    var shard: Batch.Shard?
    var results: ResultFormat?
    var count = false
    var quiet = false
    var list: ListOptions
    var catalogue: Catalogue
    var drawing: Drawing
    var console: Console

    func run() throws {
      try console.run {
        if count { return try console.write("\(try list.source(rows).count())\n") }
        let plan = try BatchPlan(self)
        if !quiet { console.print(plan.warnings) }
        try BatchSession(self, plan).run()
      }
    }

    /// The numbers to give, from the first on, which may say its field; nil when there is nothing to count.
    static func numbers(_ first: String, usually path: String) -> RunningNumber? {
      if let given = DrawOptions.Assignment(argument: first) {
        return RunningNumber(from: given.value, path: given.path)
      }
      return RunningNumber(from: first, path: path)
    }
  }
}
