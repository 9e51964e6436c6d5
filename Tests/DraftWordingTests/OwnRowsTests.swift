import Foundation
import Testing

@testable import DraftWording

/// Tables of words that no development row has, each form proof-read.
@Suite struct OwnRowsTests {
  @Test(arguments: [
    ("own_phrases", 1400), ("own_plurals", 700), ("own_names", 2000), ("own_endings", 3900),
    ("own_counts", 600),
  ])
  func theTablesAreThere(_ name: String, _ least: Int) {
    #expect(RuRows.load(name, lang: nil).count > least)
  }

  /// A plural that shows itself needs no `number`.
  @Test(arguments: RuRows.load("own_phrases") + RuRows.load("own_plurals"))
  func phrase(_ row: RuRow) throws {
    let got = try RussianPhrase.inflect(row.input, to: row.grammaticalCase)
    #expect(row.accepts(got.text), "\(got.text)")
    #expect(got.doubts.isEmpty)
    #expect(try RussianWording.inflect(row.input, to: row.grammaticalCase).text == got.text)
  }

  @Test(arguments: RuRows.load("own_names"))
  func name(_ row: RuRow) throws {
    let got = try RussianName.inflect(
      row.input, to: row.grammaticalCase,
      kind: row.features["kind"].flatMap { NameKind(rawValue: $0) },
      gender: row.features["gender"].flatMap { Gender(name: $0) })
    #expect(row.accepts(got.text), "\(got.text)")
  }

  @Test(arguments: RuRows.load("own_endings", lang: "kk"))
  func ending(_ row: RuRow) throws {
    let possessive = row.features["poss"].map { $0 == "3" }
    let got = try KazakhEnding.inflect(row.input, to: row.grammaticalCase, possessive: possessive)
    #expect(row.accepts(got.text), "\(got.text)")
  }

  @Test(arguments: RuRows.load("own_counts"))
  func count(_ row: RuRow) throws {
    let n = try #require(row.features["n"].flatMap { Decimal(string: $0) })
    let got = try RussianCount.count(n, noun: row.input, case: row.grammaticalCase, words: true)
    #expect(row.accepts(got.text), "\(got.text)")
    #expect(got.doubts.isEmpty)
  }
}

/// Where only a rule of last resort applied, one doubt tells it.
@Suite struct GuessTests {
  @Test(arguments: [
    ("Ким Ан", "Кима Ана", Doubt.Reason.undecidedGender),
    ("Ким", "Кима", .undecidedGender),
    ("Ким Ён Хи", "Ким Ён Хи", .foreignName),
    ("Пак Чан Ук", "Пак Чан Ука", .foreignName),
    ("Нгуен Ван Хынг", "Нгуен Ван Хынга", .foreignName),
    ("Чжан Вэй", "Чжана Вэя", .undecidedGender),
    ("Мюллер", "Мюллера", .nameOrPhrase),
    ("Тайлер Дёрден", "Тайлера Дёрдена", .undecidedGender),
    ("Мкртчян А.", "Мкртчяна А.", .undecidedGender),
    ("Ангела Меркель", "Ангелы Меркеля", .undecidedGender),
  ])
  func genitive(_ name: String, _ form: String, _ reason: Doubt.Reason) throws {
    let got = try RussianWording.inflect(name, to: .genitive)
    #expect(got.text == form)
    #expect(got.doubts.first?.reason == reason)
    #expect(got.doubts.first?.form.isEmpty == false)
  }

  @Test(arguments: [
    "Иванов", "Иванова", "Шевчук Анна", "Долгих", "Покупатель", "Договор", "Алматы", "Шымкент",
    "Стороны", "Исполнитель", "Республика Казахстан", "Генеральный Директор", "ТОО «Ромашка»",
    "Машина", "Остров", "Си Цзиньпин Иванович",
  ])
  func nothingIsGuessed(_ text: String) throws {
    let got = try RussianWording.inflect(text, to: .instrumental)
    #expect(got.doubts.allSatisfy { $0.reason == .unknownEnding }, "\(got)")
  }

  @Test func loneSurnamesDecline() throws {
    #expect(try RussianWording.inflect("Иванов", to: .instrumental).text == "Ивановым")
    #expect(try RussianWording.inflect("Иванова", to: .genitive).text == "Ивановой")
    #expect(try RussianWording.inflect("Остров", to: .instrumental).text == "Островом")
    #expect(try RussianWording.inflect("Долгих", to: .dative).text == "Долгих")
  }

  @Test func aGenderSettlesIt() throws {
    let woman = try RussianWording.inflect("Мюллер", to: .genitive, gender: .feminine)
    #expect(woman == Worded("Мюллер"))
    let man = try RussianWording.inflect("Мюллер", to: .accusative, gender: .masculine)
    #expect(man == Worded("Мюллера"))
  }

  @Test func aCountWithoutANumeralIsDoubted() throws {
    let got = try RussianCount.count(22, noun: "сутки", words: true)
    #expect(got.doubts.map(\.reason) == [.noNumeralForm])
    #expect(try RussianCount.count(22, noun: "сутки", case: .dative).doubts.isEmpty)
  }

  @Test func aPossessiveByItsEndingIsDoubted() throws {
    let got = try KazakhEnding.inflect("көлік тоннажы", to: .dative)
    #expect(got.text == "көлік тоннажына")
    #expect(got.doubts.map(\.reason) == [.possessiveEnding])
    #expect(
      try KazakhEnding.inflect("көлік тоннажы", to: .dative, possessive: true).doubts.isEmpty)
    #expect(try KazakhEnding.inflect("сатып алушы", to: .dative) == Worded("сатып алушыға"))
  }

  @Test(arguments: [
    ("шарты", "шартына"), ("жобасы", "жобасына"), ("келісімі", "келісіміне"),
    ("мекенжайы", "мекенжайына"), ("көрсеткіші", "көрсеткішіне"), ("орындалуы", "орындалуына"),
    ("қазы", "қазыға"), ("қаржы", "қаржыға"), ("кісі", "кісіге"), ("сатушы", "сатушыға"),
    ("Текелі", "Текеліге"), ("Шарты", "Шартына"), ("ресми сайты", "ресми сайтына"),
    ("еңбек шарты", "еңбек шартына"), ("жергілікті", "жергіліктіге"),
  ])
  func aPossessiveIsToldFromTheWordAlone(_ row: (String, String)) throws {
    #expect(try KazakhEnding.inflect(row.0, to: .dative) == Worded(row.1))
  }

  @Test(arguments: [
    ("тоннажы", "тоннажына"), ("Тоннажы", "Тоннажыға"), ("тесті", "тестіге"),
  ])
  func anOpenPossessiveIsDoubted(_ row: (String, String)) throws {
    let got = try KazakhEnding.inflect(row.0, to: .dative)
    #expect(got.text == row.1)
    #expect(got.doubts == [Doubt(word: row.0, form: row.1, reason: .possessiveEnding)])
  }

  /// «Договора» is a plural of speech and the genitive of one; «кредита» is no nominative at all.
  @Test(arguments: [
    ("договора", "договорам"), ("договора аренды", "договорам аренды"), ("редактора", "редакторам"),
    ("кредита", "кредита"), ("рубля", "рубля"), ("руководителя", "руководителя"),
    ("случая", "случая"), ("участка", "участка"), ("продавца", "продавца"), ("банка", "банка"),
  ])
  func anotherFormOfANounIsDoubted(_ row: (String, String)) throws {
    let got = try RussianPhrase.inflect(row.0, to: .dative)
    #expect(got.text == row.1)
    #expect(got.doubts.map(\.reason) == [.wordForm])
  }

  /// A feminine noun that ends as a masculine one in the genitive.
  @Test(arguments: [
    ("публичная оферта", "публичной оферты"), ("оферта", "оферты"), ("плитка", "плитки"),
    ("электронная счёт-фактура", "электронной счёт-фактуры"), ("новая банка", "новой банки"),
    ("счёт-фактура", "счёта-фактуры"),
  ])
  func feminineNounsDecline(_ row: (String, String)) throws {
    #expect(try RussianPhrase.inflect(row.0, to: .genitive) == Worded(row.1))
  }

  @Test func aPluralThatIsToldIsNotDoubted() throws {
    #expect(
      try RussianPhrase.inflect("договора", to: .dative, plural: true) == Worded("договорам"))
    #expect(
      try RussianPhrase.inflect("банка", to: .dative, gender: .feminine) == Worded("банке"))
  }

  @Test(arguments: [
    "Алматы", "Актобе", "Атырау", "Жетісу", "Каратобе", "Баку", "Сочи", "га", "кв. м",
  ])
  func placesAndUnitsStay(_ name: String) throws {
    #expect(try RussianWording.inflect(name, to: .genitive) == Worded(name))
  }

  @Test(arguments: [
    ("Тараз", "Тараза", "Тараз"), ("Костанай", "Костаная", "Костанай"),
    ("Нур-Султан", "Нур-Султана", "Нур-Султан"), ("Кызылорда", "Кызылорды", "Кызылорду"),
    ("Ростов-на-Дону", "Ростова-на-Дону", "Ростов-на-Дону"),
  ])
  func townsAreThings(_ row: (String, String, String)) throws {
    #expect(try RussianWording.inflect(row.0, to: .genitive) == Worded(row.1))
    #expect(try RussianWording.inflect(row.0, to: .accusative) == Worded(row.2))
  }

  @Test func eachPartKeepsItsCapital() throws {
    #expect(
      try RussianPhrase.inflect("Усть-Каменогорск", to: .genitive).text == "Усть-Каменогорска")
  }

  /// Neither a list nor the ending knows the gender of the singular.
  @Test(arguments: ["брелоки", "фрески", "шмуги"])
  func aPluralOfUnknownGenderIsDoubted(_ plural: String) throws {
    #expect(
      try RussianPhrase.inflect(plural, to: .genitive, plural: true).doubts.map(\.reason)
        == [.wordForm])
  }

  @Test(arguments: [
    ("Айгүл Серік", "Айгүл Серік"), ("Мадина Кенжебек", "Мадины Кенжебек"),
    ("Болат Асель", "Болат Асель"), ("Абай Серік", "Абая Серіка"),
    ("Алиев Гейдар оглы", "Алиева Гейдар оглы"), ("Бакиев Курманбек", "Бакиева Курманбека"),
  ])
  func oneOfTwoFirstNamesTellsTheGender(_ row: (String, String)) throws {
    #expect(try RussianWording.inflect(row.0, to: .genitive) == Worded(row.1))
  }

  @Test func aGivenGenderHoldsForTwoFirstNames() throws {
    #expect(
      try RussianWording.inflect("Абай Серік", to: .genitive, gender: .feminine)
        == Worded("Абай Серік"))
    #expect(try KazakhEnding.inflect("Айгүл Серік", to: .dative) == Worded("Айгүл Серікке"))
  }

  @Test func aPluralIsMadeOfASingular() throws {
    let got = try RussianPhrase.inflect("генеральный директор", to: .genitive, plural: true)
    #expect(got == Worded("генеральных директоров"))
    #expect(try RussianPhrase.inflect("акт", to: .nominative, plural: true).text == "акты")
  }
}
