import Draft
import Foundation
import Synchronization
import TestSupport
import Testing

/// Rows from JSON and YAML say what the same rows of a table say.
@Suite struct BatchKindTests {
  private static let template =
    "{{ name }}: {% if exempt %}без НДС{% else %}с НДС{% endif %}, "
    + "{% if fee == 595000 %}{{ fee | money }}{% else %}иначе{% endif %}"

  private func text(_ rows: [String], in list: String) async throws -> String {
    let bench = try BatchBench(Self.template)
    defer { bench.folder.remove() }
    let (summary, _) = try await bench.run(rows, list: list)
    #expect(summary.failed == 0 && summary.drawn == 1)
    return try bench.read("Ли.txt")
  }

  @Test func aTextMeansTheSameInEachFormOfAList() async throws {
    let table = try await text(["name;exempt;fee", "Ли;нет;595 000"], in: "rows.csv")
    #expect(table.hasPrefix("Ли: с НДС, 595\u{A0}000 (пятьсот девяносто пять тысяч) тенге"))
    let row = #"{"name": "Ли", "exempt": "нет", "fee": "595 000"}"#
    #expect(try await text([row], in: "rows.jsonl") == table)
    #expect(try await text(["[", row, "]"], in: "rows.json") == table)
    let bench = try BatchBench(Self.template)
    defer { bench.folder.remove() }
    try FileManager.default.createDirectory(
      atPath: bench.folder.path("rows"), withIntermediateDirectories: true)
    try bench.write("name: Ли\nexempt: нет\nfee: 595 000\n", "rows/1.yaml")
    let summary = try await bench.batch().run(
      RowSource(bench.folder.path("rows")), into: bench.out)
    #expect(summary.drawn == 1)
    #expect(try bench.read("Ли.txt") == table)
  }

  /// What cannot be read fails its row at its line, and the others are drawn.
  @Test func whatSaysNeitherYesNorNoFailsItsRow() async throws {
    let bench = try BatchBench(Self.template)
    defer { bench.folder.remove() }
    let (summary, records) = try await bench.run(
      [
        #"{"name": "Ли", "exempt": "да", "fee": 595000}"#,
        #"{"name": "Ким", "exempt": "не освобождён", "fee": "1.500"}"#,
      ], list: "rows.jsonl")
    #expect(summary.drawn == 1 && summary.failed == 1)
    #expect(records[1].diagnostics.map(\.code) == ["unclear-text", "unclear-text"])
    #expect(records[1].diagnostics.map(\.dataPath) == ["exempt", "fee"])
    #expect(records[1].diagnostics.map(\.place?.line) == [2, 2])
    #expect(bench.documents == ["Ли.txt"])
  }

  /// What all rows share is read as a row is.
  @Test func theCaseBelowTheRowsIsReadToo() async throws {
    let bench = try BatchBench(Self.template)
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.base = try CaseData(
      merging: [DataFile(yaml: Array("exempt: нет\nfee: 595 000\n".utf8), name: "firm.yaml")])
    try await bench.run(["name", "Ли"], batch)
    #expect(try bench.read("Ли.txt").hasPrefix("Ли: с НДС, 595\u{A0}000"))
  }

  /// Whoever asks for other kinds gets them.
  @Test func kindsMayBeGiven() async throws {
    let bench = try BatchBench(Self.template)
    defer { bench.folder.remove() }
    try bench.write("name;exempt;fee\nЛи;нет;595000\n", "rows.csv")
    let options = RowOptions { _ in .text }
    var batch = try bench.batch()
    batch.kinds = FieldKinds()
    let summary = try await batch.run(
      RowSource(bench.folder.path("rows.csv"), options: options), into: bench.out)
    #expect(summary.drawn == 1)
    #expect(try bench.read("Ли.txt") == "Ли: без НДС, иначе")
  }

  /// A text that is added to another may be put together; where something says that it is a sum it is.
  @Test func digitsThatMayBePutTogetherAreLeftAlone() throws {
    let data = ObjectValue([("a", .string("12")), ("b", .string("345")), ("c", .string("6"))])
    func fill(_ text: String) throws -> String {
      let template = try Template(text: text)
      let texts = FieldKinds(of: [template]).texts()
      let bytes = try template.fill(with: try texts.read(data)).bytes
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(try fill("{{ a + b }} {{ a + b + c }}") == "12345 123456")
    #expect(try fill("{% if a < b %}да{% else %}нет{% endif %}") == "да")
    #expect(try fill("{{ a + 1 }}") == "13" && fill("{{ a - b }}") == "-333")
    #expect(try fill("{{ a + b }}{% if a > 10 %} {{ b | words }}{% endif %}").hasPrefix("357 "))
    #expect(try fill("{{ (a + b) | money }}").hasPrefix("357 "))
    #expect(try fill("{% if a == 12 %}да{% else %}нет{% endif %}") == "да")
  }

  /// A text that is printed in Kazakh alone is text in a Russian draft as well.
  @Test func aLanguageThatIsNotDrawnTellsKindsToo() async throws {
    let bench = try BatchBench(
      "{% lang kk %}{{ note }}{% endlang %}{% lang ru %}{{ name }}{% if note %}*{% endif %}"
        + "{% endlang %}")
    defer { bench.folder.remove() }
    let batch = try bench.batch(languages: LanguageSelection("ru"))
    try await bench.run(["name,note", "Ли,нет"], batch)
    #expect(try bench.read("Ли.txt") == "Ли*")
  }

  /// A table and a text are asked about by the same report.
  @Test func aTableHasTheKindsOfTheReport() throws {
    let template = try Template(text: "{{ a + b }} {{ c * 2 }} {% if d %}x{% endif %}")
    let kinds = FieldKinds(of: [template])
    #expect(
      ["a", "b", "c", "d", "e"].map(kinds.kind) == [.number, .number, .number, .boolean, nil])
    #expect(template.fields.map(\.mayBeText) == [true, true, false, false])
  }
}
