import Testing

@testable import DraftWording

@Suite struct RussianPhraseTests {
  @Test func theTableIsThere() {
    #expect(RuRows.load("ru_phrases").count == 420)
  }

  @Test(arguments: RuRows.load("ru_phrases"))
  func row(_ row: RuRow) throws {
    let plural = row.features["number"] == "pl"
    let got = try RussianPhrase.inflect(row.input, to: row.grammaticalCase, plural: plural)
    #expect(row.accepts(got.text), "\(got.text)")
    #expect(got.doubts.isEmpty)
  }

  /// Forms in the order genitive, accusative, instrumental.
  @Test(arguments: [
    ("исполняющий обязанности директора", "исполняющего обязанности директора"),
    ("заведующий складом", "заведующего складом"),
    ("заведующий кафедрой права", "заведующего кафедрой права"),
    ("управляющий делами", "управляющего делами"),
    ("управляющий директор", "управляющего директора"),
    ("ведущий правовой консультант", "ведущего правового консультанта"),
    ("уполномоченный по правам человека", "уполномоченного по правам человека"),
    ("временно исполняющий обязанности главы", "временно исполняющего обязанности главы"),
    ("мировой судья", "мирового судьи"),
    ("первый вице-президент", "первого вице-президента"),
    ("юрист-консультант", "юриста-консультанта"),
    ("счёт-фактура", "счёта-фактуры"),
    ("HR-директор", "HR-директора"),
    ("1-й заместитель директора", "1-го заместителя директора"),
    ("2-я очередь", "2-й очереди"),
    ("и.о. директора", "и.о. директора"),
    ("зам. директора", "зам. директора"),
    ("гл. бухгалтер", "гл. бухгалтера"),
    ("врио руководителя", "врио руководителя"),
    ("ТОО «Ромашка»", "ТОО «Ромашка»"),
    ("«Ромашка»", "«Ромашка»"),
    (
      "товарищество с ограниченной ответственностью «Ромашка»",
      "товарищества с ограниченной ответственностью «Ромашка»"
    ),
    ("истец и ответчик", "истца и ответчика"),
    ("порядок и сроки", "порядка и сроков"),
    ("фамилия, имя, отчество", "фамилии, имени, отчества"),
    (
      "председатель правления и генеральный директор",
      "председателя правления и генерального директора"
    ),
    (
      "лицо, обратившееся за юридической помощью", "лица, обратившегося за юридической помощью"
    ),
    (
      "гарантированная государством юридическая помощь",
      "гарантированной государством юридической помощи"
    ),
    (
      "не вступивший в законную силу судебный акт", "не вступившего в законную силу судебного акта"
    ),
    ("материально ответственное лицо", "материально ответственного лица"),
    ("этот договор", "этого договора"),
    ("простой оборудования", "простоя оборудования"),
    ("заём", "займа"), ("отступное", "отступного"), ("полгода", "полугода"),
    ("месячный расчётный показатель", "месячного расчётного показателя"),
    ("наличие полномочий", "наличия полномочий"), ("персональные данные", "персональных данных"),
    ("замглавы", "замглавы"), ("проценты", "процентов"), ("тенге", "тенге"), ("ноу-хау", "ноу-хау"),
    ("кафе", "кафе"),
    ("Генеральный Директор", "Генерального Директора"),
    ("ГЕНЕРАЛЬНЫЙ ДИРЕКТОР", "ГЕНЕРАЛЬНОГО ДИРЕКТОРА"),
    ("Республика Казахстан", "Республики Казахстан"),
  ])
  func genitive(_ phrase: String, _ expected: String) throws {
    let got = try RussianPhrase.inflect(phrase, to: .genitive)
    #expect(got.text == expected)
    #expect(got.doubts.isEmpty)
  }

  @Test(arguments: [
    ("генеральный директор", "генерального директора"), ("трудовой договор", "трудовой договор"),
    ("доверенное лицо", "доверенное лицо"), ("мировой судья", "мирового судью"),
    ("выходной", "выходной"), ("понятой", "понятого"), ("агент", "агента"),
    ("главная бухгалтерия", "главную бухгалтерию"), ("мать", "мать"), ("дочь", "дочь"),
    ("показатель", "показатель"), ("наследник", "наследника"), ("справочник", "справочник"),
  ])
  func accusative(_ phrase: String, _ expected: String) throws {
    #expect(try RussianPhrase.inflect(phrase, to: .accusative).text == expected)
  }

  @Test(arguments: [
    ("врач", "врачом"), ("товарищ", "товарищем"), ("истец", "истцом"), ("владелец", "владельцем"),
    ("платёж", "платежом"), ("стаж", "стажем"), ("судья", "судьёй"), ("секретарь", "секретарём"),
    ("путь", "путём"), ("день", "днём"), ("время", "временем"), ("доля", "долей"),
    ("сдача", "сдачей"), ("улица", "улицей"), ("ложь", "ложью"),
  ])
  func instrumental(_ phrase: String, _ expected: String) throws {
    #expect(try RussianPhrase.inflect(phrase, to: .instrumental).text == expected)
  }

  @Test(arguments: [
    ("стороны", "сторон"), ("денежные средства", "денежных средств"), ("торги", "торгов"),
    ("персональные данные", "персональных данных"), ("реквизиты", "реквизитов"),
    ("права и обязанности", "прав и обязанностей"), ("третьи лица", "третьих лиц"),
    ("убытки", "убытков"), ("заявки", "заявок"), ("участники", "участников"),
    ("граждане", "граждан"), ("условия", "условий"), ("статьи", "статей"), ("иски", "исков"),
    ("вопросы", "вопросов"), ("услуги", "услуг"), ("супруги", "супругов"), ("дети", "детей"),
    ("владельцы", "владельцев"), ("продавцы", "продавцов"), ("профессора", "профессоров"),
  ])
  func pluralGenitive(_ phrase: String, _ expected: String) throws {
    #expect(try RussianPhrase.inflect(phrase, to: .genitive, plural: true).text == expected)
  }

  @Test func pluralAccusativeOfPersonsEqualsTheGenitive() throws {
    let persons = try RussianPhrase.inflect("судебные исполнители", to: .accusative, plural: true)
    #expect(persons.text == "судебных исполнителей")
    let things = try RussianPhrase.inflect("судебные акты", to: .accusative, plural: true)
    #expect(things.text == "судебные акты")
  }

  @Test func theNominativeStays() throws {
    #expect(try RussianPhrase.inflect("заём", to: .nominative).text == "заём")
  }

  @Test func spacesStay() throws {
    let got = try RussianPhrase.inflect("главный\u{A0} бухгалтер ", to: .dative)
    #expect(got.text == "главному\u{A0} бухгалтеру ")
    #expect(try RussianPhrase.inflect("", to: .dative).text == "")
  }

  @Test func lastResortsAreDoubted() throws {
    let latin = try RussianPhrase.inflect("Senior Manager", to: .genitive)
    #expect(latin.text == "Senior Manager")
    #expect(latin.doubts.map(\.reason) == [.notCyrillic])
    let soft = try RussianPhrase.inflect("квоталь", to: .genitive)
    #expect(soft.doubts.map(\.reason) == [.undecidedGender])
    #expect(
      try RussianPhrase.inflect("квоталь", to: .genitive, gender: .masculine).text == "квоталя")
    let unknown = try RussianPhrase.inflect("кунду", to: .genitive)
    #expect(unknown.text == "кунду")
    #expect(unknown.doubts == [Doubt(word: "кунду", form: "кунду", reason: .unknownEnding)])
  }

  @Test(arguments: [GrammaticalCase.locative, .ablative, .attributive])
  func kazakhCasesAreErrors(_ kazakh: GrammaticalCase) throws {
    #expect(throws: WordingError.self) { try RussianPhrase.inflect("суд", to: kazakh) }
    do {
      _ = try RussianPhrase.inflect("суд", to: kazakh)
    } catch {
      #expect(error.code == "unknown-case")
    }
  }
}
