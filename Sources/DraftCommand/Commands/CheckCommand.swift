import ArgumentParser
import Draft

/// `draft check`: everything that is wrong with templates, at once.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says everything that is wrong with templates.")

  @Argument(help: "The templates.", completion: .file())
  var templates: [String]

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    var failed = false
    var unreadable = false
    for path in templates {
      do {
        try console.run {
          let template = try Template(contentsOf: path)
          console.print(template.warnings)
          if template.warnings.isEmpty {
            console.say(
              Message(
                en: "\(path): no errors", ru: "\(path): ошибок нет", kk: "\(path): қате жоқ"))
          }
        }
      } catch let code as ExitCode {
        if code == .inputOutput { unreadable = true } else { failed = true }
      }
    }
    if failed { throw ExitCode.wrong }
    if unreadable { throw ExitCode.inputOutput }
  }
}
