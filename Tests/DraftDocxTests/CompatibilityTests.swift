import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import Foundation
import TestSupport
import Testing

/// Every row of the compatibility list, and the list itself.
@Suite struct CompatibilityTests {
  @Test(arguments: Construct.all) func comesOut(_ construct: Construct) throws {
    switch construct.outcome {
    case .mistakes(let expected): #expect(mistakes(construct.file, construct.data) == expected)
    case .text(let expected):
      let filling = try Filling(construct.file, construct.data)
      #expect(try filling.text(construct.part) == expected)
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(Construct.all.map(\.name)).count == Construct.all.count)
  }

  /// The list that people read has the rows that are tested, with the same verdicts.
  @Test func theListIsComplete() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Draft/Draft.docc/Compatibility.md")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") && $0.hasSuffix("` |") }
      .map { line -> String in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return "\(cells[cells.count - 2]) \(cells[cells.count - 1])"
      }
    let expected = Construct.all.map { "\($0.verdict.rawValue) `\($0.name)`" }
    #expect(Set(rows).subtracting(expected).isEmpty, "rows without a fixture")
    #expect(Set(expected).subtracting(rows).isEmpty, "fixtures without a row")
    #expect(rows.count == expected.count)
  }

  /// Writes the documents, their data and what we make of them to a folder, for other programs.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DRAFT_FIXTURES_TO"] != nil))
  func writesTheFixtures() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["DRAFT_FIXTURES_TO"] ?? "")
    for construct in Construct.all {
      let base = folder.appending(path: construct.name)
      try Data(construct.file.bytes).write(to: base.appendingPathExtension("docx"))
      try Data(construct.data.utf8).write(to: base.appendingPathExtension("json"))
      let note = "\(construct.verdict.rawValue)\n\(construct.part)\n"
      if case .text(let text) = construct.outcome {
        try Data((note + text).utf8).write(to: base.appendingPathExtension("txt"))
        let data = try DataFile(json: Array(construct.data.utf8), name: nil).root
        let template = try DocxTemplate(construct.file.bytes, environment: .standard)
        let filled = try template.fill(with: data).bytes
        try Data(filled).write(to: base.appendingPathExtension("filled.docx"))
      }
    }
  }
}
