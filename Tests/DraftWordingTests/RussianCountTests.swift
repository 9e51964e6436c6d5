import Foundation
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

  @Test(arguments: [
    (2, "заявка", "2 заявки"), (5, "МРП", "5 МРП"), (2, "рабочий", "2 рабочих"),
    (2, "трудовая книжка", "2 трудовые книжки"), (5, "трудовая книжка", "5 трудовых книжек"),
    (3, "судья", "3 судьи"), (6, "судья", "6 судей"), (5, "сутки", "5 суток"),
    (5, "физическое лицо", "5 физических лиц"), (0, "копейка", "0 копеек"),
    (-1, "рубль", "\u{2212}1 рубль"), (1500, "тенге", "1500 тенге"),
    (150_000, "тенге", "150 000 тенге"), (7, "истец и ответчик", "7 истцов и ответчиков"),
  ])
  func nominative(_ n: Int, _ noun: String, _ expected: String) throws {
    #expect(RuRows.plain(try RussianCount.count(n, noun: noun).text) == RuRows.plain(expected))
  }

  @Test(arguments: [
    (GrammaticalCase.dative, 2, "рабочий день", "2 (двум) рабочим дням"),
    (.instrumental, 5, "год", "5 (пятью) годами"),
    (.prepositional, 21, "день", "21 (двадцати одном) дне"),
    (.accusative, 1, "неделя", "1 (одну) неделю"),
    (.accusative, 2, "работник", "2 (двух) работников"),
    (.accusative, 22, "работник", "22 (двадцать два) работника"),
    (.accusative, 5, "работник", "5 (пять) работников"),
    (.genitive, 2, "неделя", "2 (двух) недель"), (.nominative, 2, "неделя", "2 (две) недели"),
    (.nominative, 1, "лицо", "1 (одно) лицо"),
  ])
  func withWords(
    _ grammatical: GrammaticalCase, _ n: Int, _ noun: String, _ expected: String
  ) throws {
    let got = try RussianCount.count(n, noun: noun, case: grammatical, words: true)
    #expect(RuRows.plain(got.text) == RuRows.plain(expected))
  }

  @Test func aFractionGovernsTheGenitiveSingular() throws {
    let value = try #require(Decimal(string: "2.5"))
    #expect(try RussianCount.count(value, noun: "месяц").text == "2,5\u{A0}месяца")
    #expect(
      try RussianCount.count(value, noun: "календарный месяц", words: true).text
        == "2,5\u{A0}(две целых пять десятых) календарного месяца")
    #expect(try RussianCount.count(Decimal(3), noun: "месяц").text == "3\u{A0}месяца")
  }

  @Test func theNumberHoldsToItsNoun() throws {
    #expect(try RussianCount.count(5, noun: "день").text == "5\u{A0}дней")
    #expect(try RussianCount.count(12_000, noun: "день").text == "12\u{A0}000\u{A0}дней")
  }

  @Test func errorsAndDoubts() throws {
    #expect(throws: WordingError.self) { try RussianCount.count(5, noun: "день", case: .locative) }
    #expect(try RussianCount.count(5, noun: "unit").doubts.map(\.reason) == [.notCyrillic])
  }
}
