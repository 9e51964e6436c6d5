import Testing

@testable import DraftWording

@Suite struct RussianDateTests {
  @Test(arguments: RuRows.load("dates"))
  func row(_ row: RuRow) throws {
    let style = try #require(row.features["style"].flatMap { DateStyle(rawValue: $0) })
    let got = try RussianDate.format(
      CivilDate(iso: row.input), style: style, case: row.grammaticalCase)
    #expect(row.accepts(got), "\(got)")
  }
}
