import Draft
import DraftCasework
import Foundation
import TestSupport
import Testing

/// The numbers of `--number` in documents of the catalogue.
@Suite struct DocumentNumberTests {
  private static let project = Program.project.path()
  private static let catalogue = Catalogue(folders: [project + "Templates"])
  /// Numbers of other papers, which a document only refers to.
  private static let others: Set = ["agreement.number", "power_of_attorney.number"]

  /// The numbers that all templates of a document ask for, but for those of people and of lists.
  private static func numbers(in document: DocumentDescription) throws -> [Set<String>] {
    try document.templates.keys.map { format in
      let template = try Template(contentsOf: try #require(document.template(for: format)))
      return Set(template.fields.map(\.path).filter { $0.wholeMatch(of: /\w+\.number/) != nil })
    }
  }

  private static let numbered =
    (try? catalogue.names.filter { name in
      guard let document = try catalogue.document(name) else { return false }
      return try numbers(in: document).contains { $0.contains(document.numberPath) }
    }) ?? []

  /// A template that prints a number of its document has it where the description says.
  @Test func everyNumberIsTheDocumentsOwnOrThatOfAnotherPaper() throws {
    for name in Self.catalogue.names {
      let document = try #require(try Self.catalogue.document(name))
      let found = try Self.numbers(in: document)
      let own = found.map { $0.contains(document.numberPath) }
      #expect(Set(own).count == 1, "\(name): one template has a number, another has none")
      let all = own[0] ? Self.others.union([document.numberPath]) : Self.others
      for numbers in found { #expect(numbers.subtracting(all).isEmpty, "\(name)") }
    }
    #expect(Self.numbered.count == 18)
  }

  /// It stands in the text and in the name of the file, whatever number the case has.
  @Test(arguments: numbered) func theNumberIsPrinted(_ name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let document = try #require(try Self.catalogue.document(name))
    try Data("{\"zz\":1}\n{\"zz\":2}\n".utf8).write(to: URL(filePath: folder.path("rows.jsonl")))
    for (option, out) in [("987/2099", "a"), (document.numberPath + "=987/2099", "b")] {
      let result = try Program.run(
        Program.draft,
        [
          "batch", name, "rows.jsonl", "--templates", Self.project + "Templates", "--case",
          try #require(document.samplePaths.first), "--number", option, "--format", "txt", "-o",
          out, "--ui", "en",
        ], in: folder.url)
      #expect(result.code == 0, "\(result.error)")
      let names = try BatchFolder(path: folder.path(out)).documents()
      #expect(names.count == 2)
      for (file, number) in zip(names, [987, 988]) {
        let text = try String(contentsOfFile: folder.path("\(out)/\(file)"), encoding: .utf8)
        #expect(text.contains("\(number)/2099"), "\(name)")
        #expect(file.contains("№ \(number)-2099"), "\(name)")
      }
    }
  }
}
