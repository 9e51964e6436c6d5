import Testing

@testable import DraftWording

@Suite struct RussianNumberTests {
  @Test(arguments: RuRows.load("ru_numbers"))
  func row(_ row: RuRow) throws {
    let n = try #require(Int(row.input))
    let code = row.features["gender"] ?? "m"
    let gender = Gender(name: code) ?? .masculine
    let got: String
    if row.features["group"] == "ordinal" {
      got = try RussianNumeral.ordinal(
        n, gender: gender, plural: code == "p", case: row.grammaticalCase)
    } else {
      got = try RussianNumeral.cardinal(n, gender: gender, case: row.grammaticalCase)
    }
    #expect(row.accepts(got), "\(got)")
  }
}
