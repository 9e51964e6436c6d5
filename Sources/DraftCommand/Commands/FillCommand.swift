import ArgumentParser
import Draft

/// `draft fill`: any template, any data.
struct FillCommand: ParsableCommand {
  static let name = "fill"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Fills a template with data.",
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

  func run() throws { try work.run() }

  var work: Work {
    Work(
      template: template, data: data, output: output, format: format.format,
      drawing: drawing.drawing, console: options.console)
  }

  /// What the command does.
  struct Work {
    var template: String
    var data: [String]
    var output: String
    var format: Template.Format?
    var drawing: Drawing
    var console: Console

    func run() throws {
      try console.run {
        let files = try data.map { try DataFile(contentsOf: $0) }
        let template = try Template(
          contentsOf: template, environment: drawing.environment(), languages: drawing.selection)
        let data = try drawing.reading(drawing.data(files), for: template, at: self.template)
        try console.draw(
          template, with: data, in: .asked(for: format, output: output),
          to: output, options: drawing)
      }
    }
  }
}
