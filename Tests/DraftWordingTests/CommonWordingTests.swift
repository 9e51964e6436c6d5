import Foundation
import Testing

@testable import DraftWording

@Suite struct CommonWordingTests {
  @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func realDays(_ iso: String) throws {
    let date = try CivilDate(iso: iso)
    #expect(
      iso.hasSuffix(
        "-\(date.month < 10 ? "0" : "")\(date.month)-\(date.day < 10 ? "0" : "")\(date.day)"))
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "2024-1-01",
    "24-01-01", "2024-01-011", "2024/01/01", "", "2024-01-0x", "２０２４-01-01", "-024-01-01",
  ])
  func impossibleDays(_ iso: String) {
    do {
      _ = try CivilDate(iso: iso)
      Issue.record("accepted \(iso)")
    } catch {
      #expect(error.code == "bad-date")
    }
  }

  @Test func daysCompare() throws {
    #expect(try CivilDate(iso: "2023-12-31") < CivilDate(iso: "2024-01-01"))
  }

  @Test func amounts() throws {
    let amount = try MoneyAmount(try #require(Decimal(string: "150000.5")))
    #expect(amount.whole == 150_000)
    #expect(amount.minor == 50)
    #expect(try MoneyAmount(Decimal(7)).minor == 0)
    #expect(try MoneyAmount(try #require(Decimal(string: "0.09"))).minor == 9)
    #expect(try MoneyAmount(try #require(Decimal(string: "1.500"))).minor == 50)
  }

  @Test(arguments: ["-1", "1000000000000000", "0.001", "1e40", "99999999999999999999.99", "1e-100"])
  func impossibleAmounts(_ text: String) throws {
    let value = try #require(Decimal(string: text))
    do {
      _ = try MoneyAmount(value)
      Issue.record("accepted \(text)")
    } catch {
      #expect(error.code == "bad-amount")
    }
    #expect(throws: WordingError.self) { try MoneyAmount(.nan) }
    #expect(throws: WordingError.self) { try MoneyAmount(whole: 1, minor: 100) }
  }

  @Test func roundingIsHalfUp() throws {
    let half = try MoneyAmount(rounding: try #require(Decimal(string: "0.995")))
    #expect(half.whole == 1)
    #expect(half.minor == 0)
    #expect(try MoneyAmount(rounding: try #require(Decimal(string: "0.0049"))).minor == 0)
    #expect(try MoneyAmount(rounding: try #require(Decimal(string: "1.005"))).minor == 1)
  }

  @Test func groups() throws {
    #expect(DigitGrouping.group("1234567") == "1\u{A0}234\u{A0}567")
    #expect(DigitGrouping.group("123") == "123")
    #expect(DigitGrouping.number(1_000_005) == "1\u{A0}000\u{A0}005")
    #expect(DigitGrouping.number(-1234) == "\u{2212}1\u{A0}234")
    #expect(DigitGrouping.number(0) == "0")
    #expect(DigitGrouping.number(Int.min).hasPrefix("\u{2212}9\u{A0}223"))
    let value = try #require(Decimal(string: "-1234567.89"))
    #expect(DigitGrouping.number(value) == "\u{2212}1\u{A0}234\u{A0}567,89")
    #expect(DigitGrouping.number(Decimal(5)) == "5")
  }

  @Test func currencies() {
    #expect(Currency(code: "KZT") == .kzt)
    #expect(Currency(code: "usd") == .usd)
    #expect(Currency(code: "GBP") == nil)
  }
}
