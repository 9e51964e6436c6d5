import ArgumentParser
import Draft
import DraftCasework

/// `draft documents`: the catalogue.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Lists the documents that can be drawn.")

  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var options: ConsoleOptions

  func run() throws {
    let console = options.console
    try console.run {
      let catalogue = catalogue.catalogue
      for name in catalogue.names {
        guard let document = try catalogue.document(name) else { continue }
        let clause = document.standardClause.map { "[\($0)] " } ?? ""
        try console.write(
          """
          \(name)
            \(clause)\(document.titles["kk"] ?? "")
            \(clause)\(document.titles["ru"] ?? "")
            \(document.languages.joined(separator: ", ")); \
          \(document.formats.filter { document.template(for: $0) != nil }.joined(separator: ", "))

          """)
      }
    }
  }
}

/// Where documents are looked for.
struct CatalogueOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: ArgumentHelp(
      "A folder with documents of your own, looked through first.", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  var catalogue: Catalogue { Catalogue.usual(adding: folders) }
}
