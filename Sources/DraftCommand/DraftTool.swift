import ArgumentParser
import Draft
import DraftCasework

/// The command: meaning is in the subcommands, one a file.
@main
struct DraftTool: ParsableCommand {
  static let version = Template.engineVersion

  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Fills bilingual legal documents from case data.",
    discussion: """
      draft new agreement > case.yaml                an empty case file, with comments
      draft verify case.yaml                         the case against the Standard and the law
      draft agreement case.yaml                      the legal services agreement
      draft fill letter.docx -d case.yaml -o out.docx     any template of yours
      draft batch nda clients.xlsx -o out            a document for each row of a list
      draft check letter.docx                        what is wrong with a template
      draft fields letter.docx                       what data a template needs
      draft text letter.docx                         what a document says, as plain text

      `draft DOCUMENT CASE` draws any document of the catalogue; see `draft documents`.
      """,
    version: version,
    subcommands: [
      FillCommand.self, TextCommand.self, CheckCommand.self, AuditCommand.self, FieldsCommand.self,
      DocumentsCommand.self, DocumentCommand.self, VerifyCommand.self, NewCommand.self,
      BatchCommand.self,
    ])

  /// The names of the subcommands.
  private static var commands: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Runs what was typed; `draft agreement …` means `draft document agreement …` for every document
  /// of the catalogue, and for a name that is none when a case file follows, so that the nearest
  /// document is named.
  static func main() {
    StandardStreams.reserve()
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let plain = PlainCommand(arguments, commands: commands + ["help"]) {
      do {
        return try plain.run()
      } catch {
        exit(withError: error)
      }
    }
    if let first = arguments.first, !first.hasPrefix("-"), first != "help",
      !commands.contains(first)
    {
      let given = arguments.indices.dropLast().filter { arguments[$0] == "--templates" }
        .map { arguments[$0 + 1] }
      let isCase = arguments.dropFirst().first.map {
        ["yaml", "yml", "json"].contains(Paths.ending(of: $0))
      }
      if Catalogue.usual(adding: given).names.contains(first)
        || isCase == true && NearestName.find(first, among: commands) == nil
      {
        arguments.insert(DocumentCommand.name, at: 0)
      }
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}

extension ExitCode {
  /// The template or the data is wrong.
  static let wrong = ExitCode(1)
  /// A part of the work is done.
  static let partial = ExitCode(2)
  /// The user stopped the work: 128 and SIGINT, as shells tell it.
  static let interrupted = ExitCode(130)
  /// Nobody reads the results any more: 128 and SIGPIPE.
  static let readerGone = ExitCode(141)
  /// A file cannot be read or written.
  static let inputOutput = ExitCode(74)
}
