public import ArgumentParser
public import Draft

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
extension InterfaceLanguage: ExpressibleByArgument {}
extension MissingPolicy: ExpressibleByArgument {}

/// Options that every command has.
struct ConsoleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How messages are printed.", valueName: "format"))
  var diagnostics = DiagnosticPrinter.Format.human

  @Option(help: ArgumentHelp("Language of messages; else that of the locale.", valueName: "lang"))
  var ui: InterfaceLanguage?

  /// The console that these options ask for.
  var console: Console {
    Console(format: diagnostics, language: ui ?? Console.localeLanguage)
  }
}

/// The terminal: results on standard output, everything else on standard error.
struct Console {
  var format: DiagnosticPrinter.Format
  var language: InterfaceLanguage

  /// The language of the locale when it is one of ours, else English.
  static var localeLanguage: InterfaceLanguage {
    let locale =
      FileSystem.environment("LC_ALL") ?? FileSystem.environment("LC_MESSAGES")
      ?? FileSystem.environment("LANG") ?? ""
    return InterfaceLanguage(rawValue: String(locale.prefix(2))) ?? .en
  }

  /// Prints diagnostics on standard error.
  func print(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let isColored =
      FileSystem.isTerminal(2) && FileSystem.environment("NO_COLOR") == nil
      && FileSystem.environment("TERM") != "dumb"
    let printer = DiagnosticPrinter(format, language: language, usesColor: isColored)
    FileSystem.writeToStandardError(printer.text(diagnostics))
  }

  /// Prints a sentence for people on standard error; nothing in `json`, which is for programs.
  func say(_ message: Message) {
    if format != .json { FileSystem.writeToStandardError(message.text(in: language) + "\n") }
  }

  /// Prints a result on standard output.
  func write(_ text: String) throws {
    do {
      try FileSystem.writeToStandardOutput(Array(text.utf8))
    } catch {
      throw fail(error)
    }
  }

  /// Runs the work of a command; what goes wrong is printed and becomes the exit code.
  func run(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let diagnostics as Diagnostics {
      print(diagnostics.items)
      throw ExitCode.wrong
    } catch let failure as FileSystem.Failure {
      throw fail(failure)
    }
  }

  /// Prints why a file cannot be read or written.
  func fail(_ failure: FileSystem.Failure) -> ExitCode {
    let path = failure.path
    if failure.alreadyExists {
      print([
        Diagnostic(
          code: "file-exists",
          Message(
            en: "«\(path)» is there already and is left as it is",
            ru: "файл «\(path)» уже есть, он не тронут",
            kk: "«\(path)» файлы бар, ол өзгертілген жоқ"),
          hints: [
            Message(
              en: "give another name with -o, or replace it with --force",
              ru: "дайте другое имя через -o или замените файл ключом --force",
              kk: "-o арқылы басқа атау беріңіз немесе --force кілтімен ауыстырыңыз")
          ])
      ])
      return .inputOutput
    }
    let (en, ru, kk) =
      switch failure.action {
      case .read: ("cannot read", "не удаётся прочитать", "оқу мүмкін емес")
      case .write: ("cannot write", "не удаётся записать", "жазу мүмкін емес")
      case .makeFolder:
        ("cannot make the folder", "не удаётся создать папку", "қалта жасау мүмкін емес")
      }
    print([
      Diagnostic(
        code: failure.isMissing ? "no-such-file" : "\(failure.action.rawValue)-failed",
        Message(
          en: "\(en) «\(path)»: \(failure.reason.en)", ru: "\(ru) «\(path)»: \(failure.reason.ru)",
          kk: "\(kk) «\(path)»: \(failure.reason.kk)"))
    ])
    return .inputOutput
  }
}
