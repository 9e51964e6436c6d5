import Foundation
import Testing

@testable import DraftWording

@Suite struct RussianMoneyTests {
  @Test(arguments: RuRows.load("money"))
  func row(_ row: RuRow) throws {
    let value = try #require(Decimal(string: row.input))
    let currency = try #require(row.features["currency"].flatMap { Currency(code: $0) })
    let got = try RussianMoney.format(
      MoneyAmount(value), currency: currency, case: row.grammaticalCase,
      capitalized: row.features["cap"] == "1")
    #expect(row.accepts(got), "\(got)")
  }

  private func money(_ text: String) throws -> MoneyAmount {
    try MoneyAmount(try #require(Decimal(string: text)))
  }

  @Test func digitGroupsHoldTogether() throws {
    let got = try RussianMoney.format(money("1234567.05"))
    #expect(got.hasPrefix("1\u{A0}234\u{A0}567 (один миллион"))
    #expect(got.hasSuffix(") тенге 05\u{A0}тиын"))
  }

  @Test(arguments: [
    ("21.02", Currency.rub, GrammaticalCase.nominative, "21 (двадцать один) рубль 02 копейки"),
    ("2.05", .usd, .nominative, "2 (два) доллара США 05 центов"),
    ("5.00", .eur, .nominative, "5 (пять) евро 00 центов"),
    ("1.00", .kzt, .nominative, "1 (один) тенге 00 тиын"),
    ("0.00", .kzt, .nominative, "0 (ноль) тенге 00 тиын"),
    ("21.21", .rub, .genitive, "21 (двадцати одного) рубля 21 копейки"),
    ("22.02", .rub, .instrumental, "22 (двадцатью двумя) рублями 02 копейками"),
    ("1.01", .rub, .accusative, "1 (один) рубль 01 копейку"),
    ("1001.00", .kzt, .accusative, "1 001 (одну тысячу один) тенге 00 тиын"),
  ])
  func currencies(
    _ text: String, _ currency: Currency, _ grammatical: GrammaticalCase, _ expected: String
  ) throws {
    let got = try RussianMoney.format(money(text), currency: currency, case: grammatical)
    #expect(RuRows.plain(got) == RuRows.plain(expected))
  }

  @Test func otherStyles() throws {
    let amount = try money("150000.50")
    #expect(
      try RussianMoney.format(amount, style: .words)
        == "сто пятьдесят тысяч тенге пятьдесят тиынов")
    #expect(
      try RussianMoney.format(money("2.02"), currency: .rub, capitalized: true, style: .words)
        == "Два рубля две копейки")
    #expect(
      try RussianMoney.format(amount, style: .digits) == "150\u{A0}000,50\u{A0}тенге")
    #expect(
      try RussianMoney.format(money("5"), currency: .rub, style: .digits) == "5,00\u{A0}рублей")
    #expect(
      try RussianMoney.format(money("5.5"), currency: .rub, style: .digits) == "5,50\u{A0}рубля")
  }

  @Test func theLargestAmount() throws {
    let got = try RussianMoney.format(money("999999999999999.99"))
    #expect(
      got.hasPrefix(
        "999\u{A0}999\u{A0}999\u{A0}999\u{A0}999 (девятьсот девяносто девять триллионов"))
  }

  @Test func kazakhCasesAreErrors() throws {
    let amount = try money("1")
    #expect(throws: WordingError.self) { try RussianMoney.format(amount, case: .locative) }
  }
}
