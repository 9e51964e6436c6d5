import ArgumentParser
import Draft

/// `draft audit`: figures against the words in brackets.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Compares figures with the words in brackets after them: 15 (он бес).",
    discussion: """
      Reads finished documents as well as templates, in Kazakh and in Russian. Exits with 1 where a \
      figure and its words are different numbers; misspelt words and wrong forms are warnings.
      """)

  @Argument(help: "Word documents or texts.", completion: .file())
  var files: [String]

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    var failed = false
    var unreadable = false
    for path in files {
      do {
        try console.run {
          let diagnostics = try Template.audit(contentsOf: path)
          console.print(diagnostics)
          if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.wrong }
          if diagnostics.isEmpty {
            console.say(
              Message(
                en: "\(path): figures and words agree", ru: "\(path): числа и слова совпадают",
                kk: "\(path): сандар мен сөздер сәйкес"))
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
