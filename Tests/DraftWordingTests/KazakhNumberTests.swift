import DraftWording
import Foundation
import Testing

@Suite struct KazakhNumberTests {
  @Test func styles() {
    #expect(KazakhNumeral.cardinal(1_150) == "бір мың бір жүз елу")
    #expect(KazakhNumeral.cardinal(1_150, style: .mid) == "бір мың жүз елу")
    #expect(KazakhNumeral.cardinal(1_150, style: .short) == "мың жүз елу")
    #expect(KazakhNumeral.cardinal(1_000_000, style: .short) == "бір миллион")
    #expect(KazakhNumeral.cardinal(21_000, style: .short) == "жиырма бір мың")
    #expect(KazakhNumeral.cardinal(0) == "нөл")
    #expect(KazakhNumeral.cardinal(-5) == "минус бес")
    #expect(
      KazakhNumeral.cardinal(3_000_000_000_002) == "үш триллион екі")
    #expect(KazakhNumeral.cardinal(Int.min).hasPrefix("минус тоғыз квинтиллион"))
  }

  @Test func ordinals() {
    let expected = [
      0: "нөлінші", 2: "екінші", 6: "алтыншы", 9: "тоғызыншы", 10: "оныншы", 20: "жиырмасыншы",
      40: "қырқыншы", 50: "елуінші", 90: "тоқсаныншы", 100: "жүзінші", 1_000: "мыңыншы",
      1_000_000: "бір миллионыншы", 2_000_000_000: "екі миллиардыншы", 140: "жүз қырқыншы",
    ]
    for (number, words) in expected { #expect(KazakhNumeral.ordinal(number) == words) }
    #expect(KazakhNumeral.ordinal(100, style: .full) == "бір жүзінші")
  }

  @Test func countsKeepTheSingular() throws {
    #expect(try KazakhCount.count(5, noun: "күн").text == "5\u{A0}күн")
    #expect(try KazakhCount.count(5, noun: "күн", words: true).text == "5 (бес) күн")
    #expect(
      try KazakhCount.count(30, noun: "күнтізбелік күн", case: .dative, words: true).text
        == "30 (отыз) күнтізбелік күнге")
    #expect(
      try KazakhCount.count(10, noun: "жұмыс күні", case: .ablative).text
        == "10\u{A0}жұмыс күнінен")
    #expect(
      try KazakhCount.count(2, noun: "дана", case: .locative, words: true).text
        == "2 (екі) данада")
  }

  @Test func money() throws {
    let sum = try MoneyAmount(whole: 150_000, minor: 0)
    #expect(
      try KazakhMoney.format(sum)
        == "150\u{A0}000 (бір жүз елу мың) теңге 00\u{A0}тиын")
    #expect(
      try KazakhMoney.format(sum, style: .mid, case: .accusative, capitalized: true)
        == "150\u{A0}000 (Жүз елу мың) теңге 00\u{A0}тиынды")
    #expect(
      try KazakhMoney.format(sum, case: .ablative, layout: .whole)
        == "150\u{A0}000 (бір жүз елу мың) теңгеден")
    #expect(
      try KazakhMoney.format(sum, layout: .words) == "бір жүз елу мың теңге нөл тиын")
    #expect(
      try KazakhMoney.format(sum, currency: .usd, case: .dative, layout: .digits)
        == "150\u{A0}000,00\u{A0}АҚШ долларына")
    #expect(
      try KazakhMoney.format(MoneyAmount(whole: 100, minor: 5), currency: .rub)
        == "100 (бір жүз) Ресей рублі 05\u{A0}копейка")
    #expect {
      try KazakhMoney.format(MoneyAmount(whole: 1, minor: 5), layout: .whole)
    } throws: { ($0 as? WordingError)?.code == "bad-amount" }
    #expect {
      try KazakhMoney.format(sum, case: .prepositional)
    } throws: { ($0 as? WordingError)?.code == "unknown-case" }
  }

  @Test func dates() throws {
    let day = try CivilDate(year: 2019, month: 5, day: 5)
    #expect(try KazakhDate.format(day) == "2019\u{A0}жылғы 5\u{A0}мамыр")
    #expect(
      try KazakhDate.format(day, case: .attributive) == "2019\u{A0}жылғы 5\u{A0}мамырдағы")
    #expect(
      try KazakhDate.format(day, style: .zeroQuoted, case: .locative)
        == "2019\u{A0}жылғы «05»\u{A0}мамырда")
    #expect(try KazakhDate.format(day, style: .short) == "05.05.2019\u{A0}ж.")
    #expect(try KazakhDate.format(day, style: .num, case: .ablative) == "05.05.2019")
    #expect(
      try KazakhDate.format(day, style: .words, case: .ablative)
        == "екі мың он тоғызыншы жылғы бесінші мамырдан")
    #expect(throws: WordingError.self) {
      try KazakhDate.format(day, style: .num, case: .prepositional)
    }
  }

  @Test func everyMonthAgreesWithTheRules() throws {
    for month in 1...12 {
      let day = try CivilDate(year: 2024, month: month, day: 1)
      let name = try KazakhDate.format(day)
      for wanted in GrammaticalCase.allCases where wanted != .prepositional {
        #expect(
          try KazakhDate.format(day, case: wanted)
            == KazakhEnding.inflect(name, to: wanted).text)
      }
    }
  }

  @Test func percentages() throws {
    #expect(try KazakhPercent.format(10) == "10\u{A0}% (он пайыз)")
    #expect(try KazakhPercent.format(10, case: .accusative) == "10\u{A0}% (он пайызды)")
    #expect(try KazakhPercent.format(10, case: .accusative, words: false) == "10\u{A0}%-ды")
    let quarter = try #require(Decimal(string: "2.25"))
    #expect(
      try KazakhPercent.format(quarter) == "2,25\u{A0}% (екі бүтін жүзден жиырма бес пайыз)")
    let tenth = try #require(Decimal(string: "0.1"))
    #expect(try KazakhPercent.format(tenth) == "0,1\u{A0}% (нөл бүтін оннан бір пайыз)")
    let fine = try #require(Decimal(string: "0.0000001"))
    #expect(throws: WordingError.self) { try KazakhPercent.format(fine) }
    #expect(throws: WordingError.self) { try KazakhPercent.format(.nan) }
  }
}
