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
}
