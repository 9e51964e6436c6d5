import ArgumentParser
import Draft

/// `draft check`: everything that is wrong with templates, at once.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says everything that is wrong with templates.",
    discussion: """
      Where a template says the same in Kazakh and in Russian, the two texts are compared: clauses, \
      fields, conditions, figures, the language itself. Doubts are warnings and leave the exit code 0.
      """)

  @Argument(help: "The templates.", completion: .file())
  var templates: [String]

  @Flag(
    name: .customLong("no-parity"), help: "Does not compare the Kazakh and the Russian text.")
  var skipsParity = false

  @Flag(help: "Exits with 1 on warnings too.")
  var strict = false

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    var failed = false
    var unreadable = false
    for path in templates {
      do {
        let diagnostics = try Template.check(contentsOf: path, parity: !skipsParity)
        console.print(diagnostics)
        if diagnostics.contains(where: { strict || $0.severity == .error }) { failed = true }
        if diagnostics.isEmpty {
          console.say(
            Message(en: "\(path): no errors", ru: "\(path): ошибок нет", kk: "\(path): қате жоқ"))
        }
      } catch {
        _ = console.fail(error)
        unreadable = true
      }
    }
    if failed { throw ExitCode.wrong }
    if unreadable { throw ExitCode.inputOutput }
  }
}
