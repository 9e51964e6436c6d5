import Testing

@testable import DraftWording

@Suite struct RussianCountTests {
  @Test(arguments: RuRows.load("ru_plural"))
  func row(_ row: RuRow) throws {
    let parts = row.input.split(separator: " ", maxSplits: 1)
    let n = try #require(Int(parts[0]))
    let words = row.features["group"] == "agree-words"
    let got = try RussianCount.count(
      n, noun: String(parts[1]), case: row.grammaticalCase, words: words)
    #expect(row.accepts(got.text), "\(got.text)")
    #expect(got.doubts.isEmpty)
  }
}
