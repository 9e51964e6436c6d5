import Draft
import DraftPackage
import Foundation
import TestSupport
import Testing

/// One bilingual template in every form: each language, columns, one after the other; as a Word
/// document, as text and as PDF. With `RECORD_SNAPSHOTS` set, the goldens are written anew.
@Suite(.serialized) struct BilingualTests {
  private static func draw(
    _ languages: LanguageSelection?, as format: Template.Format,
    _ data: String = BilingualSample.data
  ) throws -> [UInt8] {
    let template = try Template(
      docx: BilingualSample.file.bytes, name: "sample.docx", languages: languages)
    let file = try DataFile(yaml: Array(data.utf8), name: "data.yaml")
    let document = try template.fill(as: format, with: file.root)
    #expect(document.diagnostics.isEmpty)
    return document.bytes
  }

  @Test func textsAreTheGoldens() throws {
    for (name, languages) in BilingualSample.forms {
      let text = String(decoding: try Self.draw(languages, as: .text), as: UTF8.self)
      let path = "Tests/DraftTests/Fixtures/Bilingual/\(name).txt"
      if Project.records {
        try Project.record(text, path)
      } else {
        let golden = String(
          decoding: try FileSystem.read(Project.folder + "/" + path), as: UTF8.self)
        #expect(text == golden, "\(name)")
      }
    }
  }

  @Test func documentsAreValid() throws {
    let template = BilingualSample.file.bytes
    for (name, languages) in BilingualSample.forms {
      let bytes = try Self.draw(languages, as: .docx)
      #expect(try DocumentValidity.newFaults(of: bytes, template: template) == [], "\(name)")
      let xml = String(decoding: try Package(bytes).read("word/document.xml"), as: UTF8.self)
      #expect(!xml.utf8.contains(0x01) && !xml.contains("{"), "\(name)")
      #expect(try Self.draw(languages, as: .docx) == bytes, "the same data, the same bytes")
    }
  }

  @Test func numbersFollowTheConditions() throws {
    let data = BilingualSample.data.replacing("insured: true", with: "insured: false")
    let text = String(
      decoding: try Self.draw(LanguageSelection("ru"), as: .text, data), as: UTF8.self)
    #expect(text.contains("2.1. Цена помощи, названной в пункте 1.1, –"))
    #expect(!text.contains("застрахована"))
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func libreOfficeReadsTheSameLines() throws {
    let documents = try BilingualSample.forms.map { try Self.draw($0.languages, as: .docx) }
    for (index, lines) in try Office.lines(of: documents).enumerated() {
      let ours = try DocumentText(documents[index]).string().split(separator: "\n").map {
        Office.normalized(String($0))
      }
      // Tables are laid out in other orders, and text export has no headers.
      #expect(
        Set(lines).subtracting(ours) == [], "\(BilingualSample.forms[index].name)")
      #expect(lines.count > 10)
    }
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func everyFormBecomesAPDF() throws {
    for (name, languages) in BilingualSample.forms {
      let bytes = try Self.draw(languages, as: .pdf)
      #expect(bytes.starts(with: Array("%PDF-".utf8)), "\(name)")
    }
  }

  /// Nominative and other cases in both languages, by the level of the clause.
  @Test(arguments: [
    ("ru", "section", "nominative", "раздел 1"), ("ru", "section", "gen", "раздела 1"),
    ("ru", "clause", "genitive", "пункта 1.1"), ("ru", "clause", "instrumental", "пунктом 1.1"),
    ("ru", "item", "dative", "подпункту 1.1.1)"), ("kk", "section", "genitive", "1-бөлімнің"),
    ("kk", "clause", "genitive", "1.1-тармақтың"), ("kk", "clause", "ablative", "1.1-тармақтан"),
    ("kk", "clause", "locative", "1.1-тармақта"),
    ("kk", "item", "accusative", "1.1.1) тармақшаны"),
  ])
  func wording(_ language: String, _ clause: String, _ grammatical: String, _ expected: String)
    throws
  {
    #expect(try Self.worded("\"\(clause)\", \"\(grammatical)\"", language) == expected)
  }

  @Test func kazakhNounsTakeThePossessive() throws {
    #expect(try Self.worded("\"clause\", \"locative\", poss=3", "kk") == "1.1-тармағында")
    #expect(try Self.worded("\"section\", \"nominative\", poss=3", "kk") == "1-бөлімі")
  }

  @Test func aListOfOneLevelHasClausesOnly() throws {
    var file = WordFile(li(1, 0, "{% clause a %}A"), p("{{ ref(\"a\", \"genitive\") }}"))
    file.numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)
    let bytes = try Template(docx: file.bytes).fill(with: [:])
    #expect(visibleText(try Package(bytes).read("word/document.xml")) == "A\nпункта 1\n")
  }

  @Test func anUnknownCaseIsToldAtTheReference() throws {
    let error = #expect(throws: Diagnostics.self) {
      try Self.worded("\"clause\", \"vocative\"", "ru")
    }
    #expect(error?.items.map(\.code) == ["unknown-case"])
    #expect(error?.items.first?.place?.line == 4)
  }

  private static func worded(_ arguments: String, _ language: String) throws -> String {
    var file = WordFile(
      li(1, 0, "{% clause section %}A"), li(1, 1, "{% clause clause %}B"),
      li(1, 2, "{% clause item %}C"), p(style: "S", Run("{{ ref(\(arguments)) }}")))
    file.styles = [("S", "Text (\(language))")]
    file.numbering =
      abstractNum(0, lvl(0, "%1."), lvl(1, "%1.%2."), lvl(2, "%3)")) + num(1, of: 0)
    let bytes = try Template(docx: file.bytes).fill(with: [:])
    let text = visibleText(try Package(bytes).read("word/document.xml"))
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
