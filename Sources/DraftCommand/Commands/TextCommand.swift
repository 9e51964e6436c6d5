import ArgumentParser
import Draft

/// `draft text`: a Word document as plain text.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Prints a Word document as plain text.",
    discussion: """
      Paragraphs have the numbers that Word shows; headers, footers and notes are there; of fields \
      there are the results. Without --width each paragraph is one line.

      To review changes of documents in git, put into .gitattributes:

        *.docx diff=draft

      and tell git once how to read them:

        git config --global diff.draft.textconv "draft text"
        git config --global diff.draft.cachetextconv true
      """)

  @Argument(
    help: "The document; - is standard input.", completion: .file(extensions: ["docx", "dotx"]))
  var file: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Wraps lines at so many columns, 20 or more.", valueName: "columns"))
  var width: Int?

  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if let width, width < 20 { throw ValidationError("--width is 20 or more") }
  }

  func run() throws {
    let console = options.console
    try console.run {
      try console.write(DocumentText(contentsOf: file).string(width: width))
    }
  }
}
