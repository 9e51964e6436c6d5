import Testing

@testable import DraftWording

@Suite struct RussianPhraseTests {
  @Test func theTableIsThere() {
    #expect(RuRows.load("ru_phrases").count == 420)
  }

  @Test(arguments: RuRows.load("ru_phrases"))
  func row(_ row: RuRow) throws {
    let plural = row.features["number"] == "pl"
    let got = try RussianPhrase.inflect(row.input, to: row.grammaticalCase, plural: plural)
    #expect(row.accepts(got.text), "\(got.text)")
    #expect(got.doubts.isEmpty)
  }
}
