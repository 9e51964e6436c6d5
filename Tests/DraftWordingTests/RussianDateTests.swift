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

  @Test func partsHoldTogether() throws {
    let date = try CivilDate(iso: "2019-05-05")
    #expect(try RussianDate.format(date, style: .long) == "5\u{A0}мая 2019\u{A0}года")
    #expect(try RussianDate.format(date, style: .quoted) == "«5»\u{A0}мая 2019\u{A0}года")
    #expect(try RussianDate.format(date, style: .zeroQuoted) == "«05»\u{A0}мая 2019\u{A0}года")
    #expect(try RussianDate.format(date, style: .short) == "5\u{A0}мая 2019\u{A0}г.")
    #expect(try RussianDate.format(date, style: .num) == "05.05.2019")
  }

  @Test func words() throws {
    let date = try CivilDate(iso: "2000-03-03")
    #expect(
      try RussianDate.format(date, style: .words, case: .instrumental)
        == "третьим марта двухтысячного года")
    #expect(
      try RussianDate.format(date, style: .words, case: .accusative)
        == "третье марта двухтысячного года")
  }

  @Test(arguments: DateStyle.allCases)
  func kazakhCasesAreErrors(_ style: DateStyle) throws {
    let date = try CivilDate(iso: "2019-05-15")
    #expect(throws: WordingError.self) {
      try RussianDate.format(date, style: style, case: .locative)
    }
  }
}
