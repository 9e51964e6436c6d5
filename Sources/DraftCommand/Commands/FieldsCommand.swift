import ArgumentParser
import Draft

/// `draft fields`: what data a template needs.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Lists the data that a template needs.")

  @Argument(help: "The template.", completion: .file())
  var template: String

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    try console.run {
      let template = try Template(contentsOf: template)
      _ = template
    }
  }
}
