import DraftWording
import Foundation
import Testing

/// What the count prints with words passes the audit, whatever the noun, the number and the case.
@Suite struct FigureAuditCountTests {
  static let numbers = [
    0, 1, 2, 3, 4, 5, 8, 11, 12, 14, 21, 22, 24, 40, 50, 90, 100, 101, 102, 111, 200, 222, 999,
    1000,
    1001, 1002, 2000, 5000, 21_001, 150_000, 1_000_000, 2_000_002, -5,
  ]
  static let fractions = ["1.5", "0.1", "0.5", "0.25", "2.75", "10.01", "1.001", "100.5", "-1.5"]

  @Test(arguments: [
    "день", "календарный день", "месяц", "год", "час", "неделя", "сутки", "ребёнок", "человек",
    "физическое лицо", "судья", "рубль", "доллар США", "тенге", "евро", "процент", "экземпляр",
    "лист", "доля", "статья", "земельный участок", "помещение", "работник", "рабочий", "ножницы",
    "дети", "торги", "минута", "страница", "копейка", "договор", "раз", "га", "кв. м", "заявление",
    "имя", "путь", "мать", "дочь", "часть", "печать", "полгода", "банковские сутки", "выходной",
    "врач", "тысяча", "миллион", "квартал", "электронная счёт-фактура",
  ])
  func russian(_ noun: String) throws {
    for grammatical in [
      GrammaticalCase.nominative, .genitive, .dative, .accusative, .instrumental, .prepositional,
    ] {
      for n in Self.numbers {
        passes(try RussianCount.count(n, noun: noun, case: grammatical, words: true))
      }
      for text in Self.fractions {
        let value = try #require(Decimal(string: text))
        passes(try RussianCount.count(value, noun: noun, case: grammatical, words: true))
      }
    }
  }

  @Test(arguments: [
    "күн", "жұмыс күні", "ай", "жыл", "дана", "теңге", "пайыз", "данасы", "үлес", "тұлға", "кісі",
    "шаршы метр", "АҚШ доллары", "тәулік", "тарап", "рет", "жұмысшы", "мың", "жарты жыл",
  ])
  func kazakh(_ noun: String) throws {
    for grammatical in GrammaticalCase.allCases where grammatical != .prepositional {
      for n in Self.numbers {
        passes(try KazakhCount.count(n, noun: noun, case: grammatical, words: true))
      }
      for text in Self.fractions {
        let value = try #require(Decimal(string: text))
        passes(try KazakhCount.count(value, noun: noun, case: grammatical, words: true))
      }
    }
  }

  private func passes(_ worded: Worded) {
    let findings = FigureAudit.audit(worded.text)
    if !findings.isEmpty { Issue.record("\(worded.text): \(findings.map(\.message))") }
  }
}
