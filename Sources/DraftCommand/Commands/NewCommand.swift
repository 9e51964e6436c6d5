import ArgumentParser
import Draft
import DraftCasework

/// `draft new`: an empty case file for a document.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Prints an empty, commented case file for a document.",
    discussion: """
      draft new agreement > case.yaml

      With a profile the consultant's own details are left out; --full asks for them all the same.
      """)

  @Argument(help: "The document's name; `draft documents` lists them.")
  var document: String

  @Flag(help: "Asks for the consultant's details also when there is a profile.")
  var full = false

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    try console.run {
      let catalogue = catalogue.catalogue
      guard let description = try catalogue.document(document) else {
        throw Diagnostics(unknownDocument: document, known: catalogue.names)
      }
      let hasProfile = Profile.usual(beside: "./case.yaml") != nil
      let notes = try catalogue.notes(for: description)
      console.print(notes.warnings)
      let form = try CaseForm(
        for: description, notes: notes,
        constants: catalogue.constants(), omitsConsultant: hasProfile && !full)
      try console.write(form.yaml)
    }
  }
}
