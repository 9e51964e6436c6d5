import DraftPackage
import DraftXML
import TestSupport
import Testing

@testable import DraftDocx

/// The numbers that Word shows, and those that LibreOffice shows.
@Suite struct ListNumberTests {
  @Test(arguments: NastyList.all) func numbers(_ list: NastyList) throws {
    #expect(try labels(of: list.file) == list.labels)
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func libreOfficeShowsTheSame() throws {
    let lists = NastyList.all
    let texts = try Office.lines(of: lists.map(\.file.bytes))
    for (list, lines) in zip(lists, texts) {
      let shown = lines.map { line in
        line.split(separator: " ").dropLast().joined(separator: " ")
      }
      #expect(shown == list.office ?? list.labels, "\(list.description)")
    }
  }

  /// The labels of all paragraphs with text.
  private func labels(of file: WordFile) throws -> [String] {
    let package = try Package(file.bytes)
    func tree(_ name: String) throws -> XMLTree? {
      package.contains(name) ? try XMLTree(package.read(name)) : nil
    }
    let numbers = ListNumbers(
      numbering: try tree("word/numbering.xml"), styles: try tree("word/styles.xml"))
    let document = try XMLTree(package.read("word/document.xml"))
    let labels = numbers.labels(of: document)
    return document.elements.indices.compactMap { index in
      guard document.name(of: index).local == "p",
        document.children(of: index).contains(where: { document.name(of: $0).local == "r" })
      else { return nil }
      return labels[index]?.text ?? ""
    }
  }
}
