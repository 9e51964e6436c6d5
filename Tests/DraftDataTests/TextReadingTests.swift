import DraftData
import DraftLanguage
import Testing

/// Texts of JSON and YAML where a template counts, or asks yes or no.
@Suite struct TextReadingTests {
  private let texts = TextReading([
    (path: "exempt", kind: .boolean), (path: "fee", kind: .number), (path: "note", kind: .text),
    (path: "day", kind: .date), (path: "files[].paid", kind: .boolean),
    (path: "rates.*", kind: .number), (path: "rates.name", kind: .text),
    (path: "[\"a.b\"].c", kind: .boolean),
  ])

  private func read(_ yaml: String) throws -> String {
    let data = try CaseData(merging: [DraftDataTests.yaml(yaml)])
    return show(try data.reading(texts).root)
  }

  @Test(arguments: [
    ("exempt: нет", "{exempt: false}"), ("exempt: \"No\"", "{exempt: false}"),
    ("exempt: жоқ", "{exempt: false}"), ("exempt: \"0\"", "{exempt: false}"),
    ("exempt: \" Да. \"", "{exempt: true}"), ("exempt: иә", "{exempt: true}"),
    ("exempt: \"12\"", "{exempt: 12}"), ("exempt: \"\"", "{exempt: \"\"}"),
    ("exempt: \"\\u00A0\"", "{exempt: \"\"}"), ("exempt: {ru: нет}", "{exempt: {ru: \"нет\"}}"),
    ("fee: 595 000", "{fee: 595000}"), ("fee: 1 012,50", "{fee: 1012.50m}"),
    ("fee: 1.500", "{fee: 1.500m}"), ("fee: 007", "{fee: \"007\"}"), ("fee: \"\"", "{fee: \"\"}"),
    ("fee: нет", "{fee: \"нет\"}"), ("note: нет", "{note: \"нет\"}"),
    ("day: 22.11.2026", "{day: \"22.11.2026\"}"), ("other: нет", "{other: \"нет\"}"),
    (
      "files: [{paid: да}, {paid: нет, name: нет}]",
      "{files: [{paid: true}, {paid: false, name: \"нет\"}]}"
    ),
    ("rates: {usd: \"523,4\", name: \"1 000\"}", "{rates: {usd: 523.4m, name: \"1 000\"}}"),
    ("\"a.b\": {c: нет}", "{a.b: {c: false}}"),
  ])
  func aTextIsWhatItWouldBeInACell(_ yaml: String, _ expected: String) throws {
    #expect(try read(yaml) == expected)
  }

  @Test func whatSaysNeitherYesNorNoIsAnErrorAtItsLine() throws {
    let yaml = """
      exempt: не освобождён
      fee: "1.500"
      files:
        - paid: да
        - paid: завтра
      """
    let error = try #require(throws: Diagnostics.self) { try read(yaml) }
    #expect(
      error.items.map { "\($0.code) \($0.dataPath ?? "") \($0.place?.line ?? 0)" } == [
        "unclear-text exempt 1", "unclear-text fee 2", "unclear-text files[1].paid 5",
      ])
    #expect(
      error.items[0].message.ru.hasPrefix(
        "`exempt`: шаблон спрашивает здесь «да или нет», а в тексте"))
  }

  /// An assignment is a part of the data like any other, and is read with them.
  @Test func assignmentsAreReadToo() throws {
    let data = try CaseData(merging: [], assignments: [("exempt", "нет"), ("fee", "595 000")])
    #expect(show(try data.reading(texts).root) == "{exempt: false, fee: 595000}")
    let wrong = try CaseData(merging: [], assignments: [("exempt", "скоро")])
    let error = try #require(throws: Diagnostics.self) { try wrong.reading(texts) }
    #expect(error.items.first?.place?.file == "--set")
  }
}
