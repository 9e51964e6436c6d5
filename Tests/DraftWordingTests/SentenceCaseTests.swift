import Testing

@testable import DraftWording

@Suite struct SentenceCaseTests {
  @Test(arguments: RuRows.load("sentcase", lang: nil))
  func row(_ row: RuRow) throws {
    let got: String
    switch row.features["op"] {
    case "upper-first": got = SentenceCase.upperFirst(row.input)
    case "lower-first": got = SentenceCase.lowerFirst(row.input)
    case "upper": got = SentenceCase.upper(row.input)
    case "lower": got = SentenceCase.lower(row.input)
    default: got = SentenceCase.titleName(row.input)
    }
    #expect(row.expected == [got])
  }
}
