import Testing

@testable import DraftWording

@Suite struct SentenceCaseTests {
  @Test(arguments: RuRows.load("sentcase", lang: nil))
  func row(_ row: RuRow) throws {
    let got: String
    switch row.features["op"] {
    case "upper-first": got = SentenceCase.upperFirst(row.input)
    case "lower-first": got = SentenceCase.lowerFirst(row.input)
    case "upper": got = SentenceCase.upper(row.input)
    case "lower": got = SentenceCase.lower(row.input)
    default: got = SentenceCase.titleName(row.input)
    }
    #expect(row.expected == [got])
  }

  @Test func firstLetters() {
    #expect(SentenceCase.upperFirst("«ромашка»") == "«Ромашка»")
    #expect(SentenceCase.upperFirst("(сто тенге)") == "(Сто тенге)")
    #expect(SentenceCase.upperFirst("5 дней") == "5 дней")
    #expect(SentenceCase.upperFirst("") == "")
    #expect(SentenceCase.upperFirst("ғылым") == "Ғылым")
    #expect(SentenceCase.lowerFirst("ТОО «Ромашка»") == "ТОО «Ромашка»")
    #expect(SentenceCase.lowerFirst("«Ромашка»") == "«Ромашка»")
    #expect(SentenceCase.lowerFirst("1-й заместитель") == "1-й заместитель")
    #expect(SentenceCase.lowerFirst("Я") == "я")
    #expect(SentenceCase.lowerFirst("Іс") == "іс")
  }

  @Test(arguments: [
    ("ГАСАН ОГЛЫ", "Гасан оглы"), ("людвиг ФОН бюлов", "Людвиг фон Бюлов"),
    ("О'КОННОР", "О'Коннор"), ("и.и. иванов", "И.И. Иванов"), ("ӘБІШ  қызы", "Әбіш  қызы"),
    ("григор'ев", "Григор'ев"),
  ])
  func names(_ input: String, _ expected: String) {
    #expect(SentenceCase.titleName(input) == expected)
  }
}
