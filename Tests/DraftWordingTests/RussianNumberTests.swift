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

  @Test(arguments: [
    (0, "ноль"), (-5, "минус пять"), (1000, "одна тысяча"), (2_000_002, "два миллиона два"),
    (
      999_999_999_999_999,
      "девятьсот девяносто девять триллионов девятьсот девяносто девять миллиардов девятьсот "
        + "девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять"
    ),
    (-1_000_000_000_000, "минус один триллион"), (1_000_000_000_000_000, "один квадриллион"),
  ])
  func cardinal(_ n: Int, _ expected: String) throws {
    #expect(try RussianNumeral.cardinal(n) == expected)
  }

  @Test func everyIntHasWords() throws {
    #expect(try RussianNumeral.cardinal(.min).hasPrefix("минус девять квинтиллионов"))
    #expect(try RussianNumeral.ordinal(.min).hasPrefix("минус девять квинтиллионов"))
  }

  @Test func animacyShowsInTheAccusative() throws {
    #expect(try RussianNumeral.cardinal(1, case: .accusative, animate: true) == "одного")
    #expect(try RussianNumeral.cardinal(2, case: .accusative, animate: true) == "двух")
    #expect(
      try RussianNumeral.cardinal(2, gender: .feminine, case: .accusative, animate: true) == "двух")
    #expect(
      try RussianNumeral.cardinal(22, case: .accusative, animate: true) == "двадцать два")
    #expect(
      try RussianNumeral.cardinal(21, case: .accusative, animate: true) == "двадцать одного")
    #expect(try RussianNumeral.cardinal(1, gender: .feminine, case: .accusative) == "одну")
    #expect(
      try RussianNumeral.ordinal(3, case: .accusative, animate: true) == "третьего")
  }

  @Test(arguments: [
    (0, "нулевой"), (40, "сороковой"), (90, "девяностый"), (100, "сотый"), (200, "двухсотый"),
    (1000, "тысячный"), (21_000, "двадцатиоднотысячный"), (90_000, "девяностотысячный"),
    (100_000, "стотысячный"), (2_000_000, "двухмиллионный"), (1_000_000_000, "миллиардный"),
    (1_005_000, "один миллион пятитысячный"), (2019, "две тысячи девятнадцатый"),
  ])
  func ordinal(_ n: Int, _ expected: String) throws {
    #expect(try RussianNumeral.ordinal(n) == expected)
  }

  @Test func ordinalsInDigits() throws {
    #expect(try RussianNumeral.digitOrdinal(1) == "1-й")
    #expect(try RussianNumeral.digitOrdinal(1, case: .genitive) == "1-го")
    #expect(try RussianNumeral.digitOrdinal(1, case: .dative) == "1-му")
    #expect(try RussianNumeral.digitOrdinal(2, gender: .feminine) == "2-я")
    #expect(try RussianNumeral.digitOrdinal(2, gender: .feminine, case: .accusative) == "2-ю")
    #expect(try RussianNumeral.digitOrdinal(5, gender: .neuter) == "5-е")
    #expect(try RussianNumeral.digitOrdinal(5, plural: true, case: .instrumental) == "5-ми")
    #expect(try RussianNumeral.digitOrdinal(3, gender: .feminine) == "3-я")
    #expect(try RussianNumeral.digitOrdinal(3, case: .instrumental) == "3-м")
  }

  @Test func kazakhCasesAreErrors() {
    #expect(throws: WordingError.self) { try RussianNumeral.cardinal(5, case: .locative) }
    #expect(throws: WordingError.self) { try RussianNumeral.ordinal(5, case: .ablative) }
  }
}
