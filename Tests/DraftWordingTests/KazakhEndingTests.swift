import DraftWording
import Testing

@Suite struct KazakhEndingTests {
  @Test(arguments: [
    ("тарих", "dat", "тарихқа"), ("мұхит", "gen", "мұхиттың"), ("ми", "dat", "миға"),
    ("кінә", "gen", "кінәнің"), ("кінә", "dat", "кінәға"), ("куә", "abl", "куәдан"),
    ("турист", "gen", "туристің"), ("турист", "dat", "туристке"), ("съезд", "abl", "съезден"),
    ("класс", "dat", "класқа"), ("класс", "gen", "кластың"), ("металл", "acc", "металды"),
    ("рубль", "dat", "рубльге"), ("Астрахань", "dat", "Астраханьға"), ("юань", "dat", "юаньге"),
    ("округ", "loc", "округте"), ("парк", "dat", "паркке"), ("гараж", "dat", "гаражға"),
    ("су", "dat", "суға"), ("Жетісу", "abl", "Жетісудан"), ("Мәскеу", "loc", "Мәскеуде"),
    ("институт", "gen", "институттың"), ("симпозиум", "abl", "симпозиумнан"),
    ("костюм", "acc", "костюмді"), ("қию", "dat", "қиюға"), ("союз", "ins", "союзбен"),
    ("цех", "dat", "цехқа"), ("украин", "gen", "украинның"), ("режим", "loc", "режимде"),
    ("мамыр", "attr", "мамырдағы"), ("шілде", "attr", "шілдедегі"),
    ("қыркүйек", "attr", "қыркүйектегі"),
    ("отыз", "ins", "отызбен"), ("елу", "dat", "елуге"), ("ҚазАгро", "dat", "ҚазАгроға"),
    ("Нұр-Сұлтан", "loc", "Нұр-Сұлтанда"), ("5-тармақ", "dat", "5-тармаққа"),
  ])
  func word(_ row: (String, String, String)) throws {
    let wanted = try #require(GrammaticalCase(name: row.1))
    #expect(try KazakhEnding.inflect(row.0, to: wanted).text == row.2)
  }

  @Test(arguments: [
    ("ЖШС", "gen", "ЖШС-ның"), ("АҚШ", "dat", "АҚШ-қа"), ("АҚШ", "ins", "АҚШ-пен"),
    ("БАҚ", "dat", "БАҚ-қа"), ("ІІМ", "abl", "ІІМ-нен"), ("БҰҰ", "gen", "БҰҰ-ның"),
    ("ҚазҰУ", "gen", "ҚазҰУ-дың"), ("МКК", "dat", "МКК-ге"), ("МАГАТЭ", "gen", "МАГАТЭ-нің"),
    ("ЮНИСЕФ", "dat", "ЮНИСЕФ-ке"), ("ЮНЕСКО", "dat", "ЮНЕСКО-ға"), ("КеАҚ", "dat", "КеАҚ-ға"),
    ("«Ромашка» ЖШС", "dat", "«Ромашка» ЖШС-ға"), ("«МЕГА»", "abl", "«МЕГА»-дан"),
    ("«Болашақ»", "gen", "«Болашақ»-тың"), ("«102»", "dat", "«102»-ге"),
    ("«Турист»", "gen", "«Турист»-тің"), ("«Кім кінәлі?»", "dat", "«Кім кінәлі?»-ге"),
    ("«Даму» қоры", "dat", "«Даму» қорына"), ("10 %", "acc", "10 %-ды"), ("10%", "ins", "10%-бен"),
    ("5", "dat", "5-ке"), ("10-15", "abl", "10-15-тен"), ("150 000", "dat", "150 000-ға"),
    ("40", "gen", "40-тың"), ("1000000000", "dat", "1000000000-қа"), ("3,5", "dat", "3,5-ке"),
    ("0", "dat", "0-ге"), ("5 км", "dat", "5 км-ге"), ("5 млрд", "abl", "5 млрд-тан"),
    ("серіктестігі (бұдан әрі – Клиент)", "dat", "серіктестігіне (бұдан әрі – Клиент)"),
    ("БАС ДИРЕКТОР", "dat", "БАС ДИРЕКТОРҒА"), ("ШАРТ", "gen", "ШАРТТЫҢ"),
  ])
  func joined(_ row: (String, String, String)) throws {
    let wanted = try #require(GrammaticalCase(name: row.1))
    #expect(try KazakhEnding.inflect(row.0, to: wanted).text == row.2)
  }

  @Test(arguments: [
    ("Әділет министрлігі", "abl", "Әділет министрлігінен"),
    ("Алматы қаласы", "loc", "Алматы қаласында"), ("Алматы", "loc", "Алматыда"),
    ("басқарма төрағасы", "acc", "басқарма төрағасын"), ("бас бухгалтер", "dat", "бас бухгалтерге"),
    ("жұмыс күні", "loc", "жұмыс күнінде"), ("Асқар Серікұлы", "dat", "Асқар Серікұлына"),
    ("Достық үйі", "loc", "Достық үйінде"), ("бас әкімші", "dat", "бас әкімшіге"),
    ("жаңа тауарбелгі", "acc", "жаңа тауарбелгіні"),
  ])
  func possessiveIsFoundOut(_ row: (String, String, String)) throws {
    let wanted = try #require(GrammaticalCase(name: row.1))
    #expect(try KazakhEnding.inflect(row.0, to: wanted).text == row.2)
  }

  @Test func possessiveIsTold() throws {
    #expect(try KazakhEnding.inflect("тегі", to: .dative, possessive: true).text == "тегіне")
    #expect(try KazakhEnding.inflect("шарты", to: .accusative, possessive: true).text == "шартын")
    #expect(
      try KazakhEnding.inflect("қаласы", to: .attributive, possessive: true).text == "қаласындағы")
    #expect(
      try KazakhEnding.inflect("ЖШС", to: .dative, possessive: true).text == "ЖШС-не")
    #expect(try KazakhEnding.inflect("АҚ", to: .dative, possessive: true).text == "АҚ-на")
    #expect(
      try KazakhEnding.inflect("Алматы қаласы", to: .dative, possessive: false).text
        == "Алматы қаласыға")
  }

  @Test(arguments: [
    ("бала", "балаларға"), ("заң", "заңдарға"), ("филиал", "филиалдарға"), ("үй", "үйлерге"),
    ("кітап", "кітаптарға"), ("турист", "туристерге"), ("куә", "куәларға"),
    ("Әділет министрлігі", "Әділет министрліктеріне"), ("Алматы облысы", "Алматы облыстарына"),
  ])
  func plural(_ row: (String, String)) throws {
    #expect(try KazakhEnding.inflect(row.0, to: .dative, plural: true).text == row.1)
  }

  @Test func pluralNeedsNoCase() throws {
    #expect(try KazakhEnding.inflect("тарап", to: .nominative, plural: true).text == "тараптар")
    #expect(try KazakhEnding.inflect("тарап", to: .nominative) == Worded("тарап"))
  }

  @Test func doubtsAreFewAndTold() throws {
    #expect(try KazakhEnding.inflect("директор", to: .dative).doubts.isEmpty)
    #expect(try KazakhEnding.inflect("Ұлттық Банк", to: .dative) == Worded("Ұлттық Банкке"))
    #expect(
      try KazakhEnding.inflect("диалог", to: .dative).doubts
        == [Doubt(word: "диалог", form: "диалогқа", reason: .vowelHarmony)])
    let latin = try KazakhEnding.inflect("«Apple»", to: .dative)
    #expect(latin.text == "«Apple»")
    #expect(latin.doubts.map(\.reason) == [.notCyrillic])
    let short = try KazakhEnding.inflect("Алматы қ.", to: .dative)
    #expect(short.text == "Алматы қ.")
    #expect(short.doubts.map(\.reason) == [.unknownEnding])
  }

  @Test(arguments: ["", " ", "»", "(", ")", "()", "-", "ь", "́", "«»", "№", "бб"])
  func nothingBreaks(_ text: String) throws {
    for wanted in GrammaticalCase.allCases where wanted != .prepositional {
      #expect(try KazakhEnding.inflect(text, to: wanted).text.hasPrefix(text))
      #expect(try KazakhEnding.inflect(text, to: wanted, plural: true).text.hasPrefix(text))
      #expect(try KazakhName.inflect(text, to: wanted).text.hasPrefix(text))
    }
  }

  @Test func kazakhHasNoPrepositional() {
    #expect(throws: WordingError.self) { try KazakhEnding.inflect("шарт", to: .prepositional) }
    #expect(throws: WordingError.self) { try KazakhName.inflect("Абай", to: .prepositional) }
    #expect {
      try KazakhCount.count(5, noun: "күн", case: .prepositional)
    } throws: { ($0 as? WordingError)?.code == "unknown-case" }
  }

  @Test func noLatinLetterIsAdded() throws {
    for row in KkRows.load("kk_endings") {
      let wanted = try #require(GrammaticalCase(name: row.features["case"] ?? ""))
      let form = try KazakhEnding.inflect(row.input, to: wanted).text
      #expect(!form.unicodeScalars.contains { (0x61...0x7A).contains($0.value) })
    }
  }

  @Test func aDecomposedLetterIsReadWhole() throws {
    #expect(try KazakhName.inflect("Абаи\u{306}", to: .dative).text == "Абаи\u{306}ға")
  }
}
