import ArgumentParser
import Draft

/// `draft fill`: any template, any data.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fills a template with data.",
    discussion: """
      The template is a Word document (.docx, .dotx) or a text file. Data files are JSON or YAML and \
      are merged from left to right; `-` is standard input.
      """)

  @Argument(help: "The template.", completion: .file())
  var template: String

  @Option(
    name: [.short, .long], parsing: .upToNextOption,
    help: ArgumentHelp("Data files, JSON or YAML.", valueName: "data"), completion: .file())
  var data: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The document to write; - is standard output.", valueName: "out"),
    completion: .file())
  var output: String

  @OptionGroup var format: FormatOption
  @OptionGroup var drawing: DrawOptions
  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    try console.run {
      let files = try data.map { try DataFile(contentsOf: $0) }
      let template = try Template(
        contentsOf: template, environment: drawing.environment(), languages: drawing.selection)
      try console.draw(
        template, with: drawing.data(files), in: format.format(for: output), to: output,
        options: drawing)
    }
  }
}
