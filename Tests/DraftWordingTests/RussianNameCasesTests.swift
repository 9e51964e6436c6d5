import DraftWording
import Testing

/// Forms of a name in the genitive, dative and instrumental, as the rules want them.
private struct Forms: Sendable, CustomTestStringConvertible {
  var name: String
  var genitive: String
  var dative: String
  var instrumental: String
  var kind: NameKind?
  var gender: Gender?

  init(
    _ name: String, _ genitive: String, _ dative: String, _ instrumental: String,
    kind: NameKind? = nil, gender: Gender? = nil
  ) {
    self.name = name
    self.genitive = genitive
    self.dative = dative
    self.instrumental = instrumental
    self.kind = kind
    self.gender = gender
  }

  var testDescription: String { name }
}

private let specialForms = [
  Forms(
    "Қасым Аман Болатұлы", "Қасыма Амана Болатұлы", "Қасыму Аману Болатұлы",
    "Қасымом Аманом Болатұлы"),
  Forms(
    "Токаев Касым-Жомарт Кемелевич", "Токаева Касым-Жомарта Кемелевича",
    "Токаеву Касым-Жомарту Кемелевичу", "Токаевым Касым-Жомартом Кемелевичем"),
  Forms(
    "ТОЛСТОЙ ЛЕВ НИКОЛАЕВИЧ", "ТОЛСТОГО ЛЬВА НИКОЛАЕВИЧА", "ТОЛСТОМУ ЛЬВУ НИКОЛАЕВИЧУ",
    "ТОЛСТЫМ ЛЬВОМ НИКОЛАЕВИЧЕМ"),
  Forms("Щукина Анна-Мария", "Щукиной Анны-Марии", "Щукиной Анне-Марии", "Щукиной Анной-Марией"),
  Forms(
    "Салтыков-Щедрин Михаил Евграфович", "Салтыкова-Щедрина Михаила Евграфовича",
    "Салтыкову-Щедрину Михаилу Евграфовичу", "Салтыковым-Щедриным Михаилом Евграфовичем"),
  Forms(
    "Бонч-Бруевич Владимир Дмитриевич", "Бонч-Бруевича Владимира Дмитриевича",
    "Бонч-Бруевичу Владимиру Дмитриевичу", "Бонч-Бруевичем Владимиром Дмитриевичем"),
  Forms(
    "Ткачёва-Мельник Ольга Ивановна", "Ткачёвой-Мельник Ольги Ивановны",
    "Ткачёвой-Мельник Ольге Ивановне", "Ткачёвой-Мельник Ольгой Ивановной"),
  Forms(
    "Гасанов Мамед Гасан оглы", "Гасанова Мамеда Гасан оглы", "Гасанову Мамеду Гасан оглы",
    "Гасановым Мамедом Гасан оглы"),
  Forms(
    "Людвиг ван Бетховен", "Людвига ван Бетховена", "Людвигу ван Бетховену",
    "Людвигом ван Бетховеном"),
  Forms("Отто фон Бисмарк", "Отто фон Бисмарка", "Отто фон Бисмарку", "Отто фон Бисмарком"),
  Forms("Иванов И. И.", "Иванова И. И.", "Иванову И. И.", "Ивановым И. И."),
  Forms("И.И.Иванов", "И.И.Иванова", "И.И.Иванову", "И.И.Ивановым"),
  Forms("Анна Гуревич", "Анны Гуревич", "Анне Гуревич", "Анной Гуревич"),
  Forms(
    "Гуревич Анна Петровна", "Гуревич Анны Петровны", "Гуревич Анне Петровне",
    "Гуревич Анной Петровной"),
  Forms("Пётр Ильич", "Петра Ильича", "Петру Ильичу", "Петром Ильичом"),
  Forms("Марина Ким", "Марины Ким", "Марине Ким", "Мариной Ким"),
  Forms("Ким Марина", "Ким Марины", "Ким Марине", "Ким Мариной"),
  Forms("Ю Виктор Петрович", "Ю Виктора Петровича", "Ю Виктору Петровичу", "Ю Виктором Петровичем"),
  Forms(
    "Петрова (Иванова) Анна Сергеевна", "Петровой (Ивановой) Анны Сергеевны",
    "Петровой (Ивановой) Анне Сергеевне", "Петровой (Ивановой) Анной Сергеевной"),
  Forms("О’Коннор Джон", "О’Коннора Джона", "О’Коннору Джону", "О’Коннором Джоном"),
  Forms(
    "Азиза Ахмедова Рустам кызы", "Азизы Ахмедовой Рустам кызы", "Азизе Ахмедовой Рустам кызы",
    "Азизой Ахмедовой Рустам кызы"),
  Forms(
    "Гарсия Маркес", "Гарсии Маркеса", "Гарсии Маркесу", "Гарсией Маркесом", kind: .surname,
    gender: .masculine),
  Forms("Дариға", "Дариғи", "Дариғе", "Дариғой", kind: .first),
  Forms("Любовь", "Любови", "Любови", "Любовью", kind: .first),
  Forms("Айгуль", "Айгуль", "Айгуль", "Айгуль", kind: .first),
  Forms("Бюлов", "Бюлова", "Бюлову", "Бюловом", kind: .surname, gender: .masculine),
  Forms("Львова", "Львовой", "Львовой", "Львовой", kind: .surname, gender: .feminine),
  Forms("Сова", "Совы", "Сове", "Совой", kind: .surname, gender: .feminine),
  Forms("Дитрих", "Дитриха", "Дитриху", "Дитрихом", kind: .surname, gender: .masculine),
  Forms("Черных", "Черных", "Черных", "Черных", kind: .surname, gender: .masculine),
  Forms("Топчий", "Топчия", "Топчию", "Топчием", kind: .surname, gender: .masculine),
  Forms("Ткач", "Ткача", "Ткачу", "Ткачом", kind: .surname, gender: .masculine),
  Forms("Берия", "Берии", "Берии", "Берией", kind: .surname, gender: .masculine),
  Forms("Рыжая", "Рыжей", "Рыжей", "Рыжей", kind: .surname, gender: .feminine),
  Forms(
    "Мартынюк-Ли", "Мартынюка-Ли", "Мартынюку-Ли", "Мартынюком-Ли", kind: .surname,
    gender: .masculine),
]

@Suite("Russian names of every shape")
struct RussianNameShapeTests {
  @Test("Genitive, dative, instrumental", arguments: specialForms)
  fileprivate func shapes(forms: Forms) throws {
    for (grammaticalCase, expected) in [
      (GrammaticalCase.genitive, forms.genitive), (.dative, forms.dative),
      (.instrumental, forms.instrumental),
    ] {
      let result = try RussianName.inflect(
        forms.name, to: grammaticalCase, kind: forms.kind, gender: forms.gender)
      #expect(result.text == expected)
      #expect(result.doubts.isEmpty)
    }
  }

  @Test("A letter and its mark are one letter")
  func decomposed() throws {
    let result = try RussianName.inflect("Андре\u{438}\u{306}", to: .dative)
    #expect(result.text == "Андрею")
    #expect(
      try RussianName.inflect("Сем\u{435}\u{308}нов", to: .dative, kind: .surname).text
        == "Семёнову")
  }

  @Test("The nominative is the name itself")
  func nominative() throws {
    #expect(try RussianName.inflect("  Ли  Елена ", to: .nominative) == Worded("  Ли  Елена "))
    #expect(try RussianName.inflect("", to: .genitive) == Worded(""))
  }

  @Test("The prepositional of -ий is in -ии")
  func prepositional() throws {
    #expect(try RussianName.inflect("Дмитрий", to: .prepositional).text == "Дмитрии")
    #expect(try RussianName.inflect("Лев", to: .prepositional).text == "Льве")
  }

  @Test(
    "Cases that only Kazakh has are an error",
    arguments: [GrammaticalCase.locative, .ablative, .attributive])
  func unknownCase(grammaticalCase: GrammaticalCase) {
    #expect {
      try RussianName.inflect("Иванов", to: grammaticalCase)
    } throws: { ($0 as? WordingError)?.code == "unknown-case" }
    #expect {
      try RussianName.initials("Иванов И.И.", style: .surnameInitials, case: grammaticalCase)
    } throws: { ($0 as? WordingError)?.code == "unknown-case" }
  }

  @Test("No person is neuter")
  func neuter() {
    #expect {
      try RussianName.inflect("Иванов", to: .genitive, gender: .neuter)
    } throws: { ($0 as? WordingError)?.code == "bad-option" }
  }
}

@Suite("Doubts about Russian names")
struct RussianNameDoubtTests {
  @Test("A name of another alphabet passes unchanged")
  func notCyrillic() throws {
    let result = try RussianName.inflect("John Smith", to: .genitive)
    #expect(
      result
        == Worded(
          "John Smith",
          doubts: [Doubt(word: "John Smith", form: "John Smith", reason: .notCyrillic)]))
    let mixed = try RussianName.inflect("Иванов John", to: .genitive, order: .sf)
    #expect(mixed.text == "Иванова John")
    #expect(mixed.doubts == [Doubt(word: "John", form: "John", reason: .notCyrillic)])
  }

  @Test("A gender that matters and is unknown")
  func undecidedGender() throws {
    let result = try RussianName.inflect("Шевчук А.А.", to: .dative)
    #expect(result.text == "Шевчуку А.А.")
    #expect(
      result.doubts == [Doubt(word: "Шевчук", form: "Шевчуку", reason: .undecidedGender)])
    #expect(try RussianName.inflect("Шевченко А.А.", to: .dative).doubts.isEmpty)
    #expect(try RussianName.inflect("Шевчук А.А.", to: .dative, gender: .feminine).doubts.isEmpty)
  }

  @Test("A vowel that the family keeps or drops")
  func fleetingVowel() throws {
    for (name, form) in [("Орёл", "Орла"), ("Колобок", "Колобока"), ("Коломиец", "Коломийца")] {
      let result = try RussianName.inflect(name, to: .genitive, kind: .surname, gender: .masculine)
      #expect(result.text == form)
      #expect(result.doubts == [Doubt(word: name, form: form, reason: .fleetingVowel)])
    }
    let ermek = try RussianName.inflect("Ермек", to: .genitive, kind: .surname, gender: .masculine)
    #expect(ermek == Worded("Ермека"))
  }

  @Test("A woman's surname that may be a noun")
  func nounOrAdjective() throws {
    let result = try RussianName.inflect("Щербина Анна", to: .genitive)
    #expect(result.text == "Щербины Анны")
    #expect(result.doubts.map(\.reason) == [.nounOrAdjective])
  }

  @Test("An unknown ending stays")
  func unknownEnding() throws {
    let result = try RussianName.inflect("Иванов-2", to: .genitive, kind: .surname)
    #expect(result.text == "Иванова-2")
    #expect(result.doubts.map(\.reason) == [.unknownEnding])
  }

  @Test("An order that was guessed, where it matters")
  func guessedOrder() throws {
    let result = try RussianName.initials("Қасым Аман", style: .surnameInitials, case: .genitive)
    #expect(result.text == "Қасыма\u{A0}А.")
    #expect(result.doubts.map(\.reason) == [.nameOrder])
    #expect(try RussianName.inflect("Қасым Аман", to: .genitive).doubts.isEmpty)
  }

  @Test(
    "Common names leave none",
    arguments: [
      "Ахметова Айгуль Маратовна", "Цой Виктор Робертович", "Нурлан Ахметов", "Омаров Ержан",
      "Ли Елена Ивановна", "Сәтбаева Гүлнар Қанышқызы", "Жанар Бейсенова", "Ким Алексей",
    ])
  func none(name: String) throws {
    for grammaticalCase in [GrammaticalCase.genitive, .accusative, .prepositional] {
      #expect(try RussianName.inflect(name, to: grammaticalCase).doubts.isEmpty)
    }
  }
}

@Suite("Gender and initials of Russian names")
struct RussianNameGenderTests {
  @Test(
    "Names that men and women bear say nothing",
    arguments: ["Саша", "Женя", "Бақыт", "Жанат", "Ләззат", "Ляззат", "Мерей"])
  func either(name: String) {
    #expect(RussianName.gender(of: name, kind: .first) == nil)
  }

  @Test("Both spelling traditions are known")
  func traditions() {
    for name in ["Айгүл", "Айгуль", "Гүлнәр", "Гульнар", "Қарлығаш", "Карлыгаш", "Жібек"] {
      #expect(RussianName.gender(of: name, kind: .first) == .feminine)
    }
    for name in ["Мұстафа", "Мустафа", "Зейнолла", "Никита", "Нұрлан", "Али", "Игорь"] {
      #expect(RussianName.gender(of: name, kind: .first) == .masculine)
    }
  }

  @Test("The patronymic decides before the first name")
  func patronymic() {
    #expect(RussianName.gender(of: "Ким Саша Иванович") == .masculine)
    #expect(RussianName.gender(of: "Гурбанов Мамед Али оглы") == .masculine)
    #expect(RussianName.gender(of: "Бейсен Ардақ Нұрланқызы") == .feminine)
    #expect(RussianName.gender(of: "Дарвин", kind: .surname) == nil)
    #expect(RussianName.gender(of: "Шевченко", kind: .surname) == nil)
  }

  @Test("Initials")
  func initials() throws {
    func text(
      _ name: String, _ style: InitialsStyle = .surnameInitials, order: NameOrder? = nil
    ) throws -> String {
      try RussianName.initials(name, style: style, case: .genitive, order: order).text
    }
    #expect(try text("Токаев Касым-Жомарт Кемелевич", .initialsSurname) == "К.-Ж.К.\u{A0}Токаева")
    #expect(try text("Гасанов Мамед Гасан оглы") == "Гасанова\u{A0}М.Г.")
    #expect(try text("Иванов И. И.", .spacedInitialsSurname) == "И.\u{A0}И.\u{A0}Иванова")
    #expect(try text("К.-Ж. Токаев") == "Токаева\u{A0}К.-Ж.")
    #expect(try text("Отто фон Бисмарк") == "фон\u{A0}Бисмарка\u{A0}О.")
    #expect(try text("ИВАНОВ ИВАН ИВАНОВИЧ") == "ИВАНОВА\u{A0}И.И.")
    #expect(try text("иванов иван иванович") == "иванова\u{A0}И.И.")
    #expect(try text("Иванов") == "Иванова")
    #expect(try text("Омаров Ержан", .surnameSpacedInitials, order: .sf) == "Омарова\u{A0}Е.")
  }
}
