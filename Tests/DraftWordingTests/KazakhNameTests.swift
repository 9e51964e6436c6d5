import DraftWording
import Testing

@Suite struct KazakhNameTests {
  @Test(arguments: [
    ("Асқар Серікұлы Ахметов", "dat", "Асқар Серікұлы Ахметовке"),
    ("Ахметов Асқар Серікұлы", "dat", "Ахметов Асқар Серікұлына"),
    ("Қасым-Жомарт Тоқаев", "gen", "Қасым-Жомарт Тоқаевтың"),
    ("Әуезов", "gen", "Әуезовтің"), ("Аймауытов", "gen", "Аймауытовтың"),
    ("Марков", "dat", "Марковқа"), ("Соловьёв", "dat", "Соловьёвке"),
    ("Нұрғалиев", "dat", "Нұрғалиевке"), ("Мұқашев", "dat", "Мұқашевқа"),
    ("Иванов Иван Иванович", "gen", "Иванов Иван Ивановичтің"),
    ("Иванова Мария Ивановна", "gen", "Иванова Мария Ивановнаның"),
    ("Зеленский", "gen", "Зеленскийдің"), ("Пушкин", "gen", "Пушкиннің"),
    ("Порошенко", "dat", "Порошенкоға"), ("Пашинян", "ins", "Пашинянмен"),
    ("Саин", "gen", "Саинның"), ("Ысқақ", "dat", "Ысқаққа"), ("Шафиқ", "dat", "Шафиққа"),
    ("Байтұрсынұлы", "acc", "Байтұрсынұлын"), ("Болат Серік ұлы", "dat", "Болат Серік ұлына"),
    ("Маратқызы", "loc", "Маратқызында"), ("Кирилл", "dat", "Кириллге"),
    ("АХМЕТОВА ДАНА", "gen", "АХМЕТОВА ДАНАНЫҢ"), ("И. И. Иванов", "dat", "И. И. Ивановқа"),
  ])
  func name(_ row: (String, String, String)) throws {
    let wanted = try #require(GrammaticalCase(name: row.1))
    #expect(try KazakhName.inflect(row.0, to: wanted).text == row.2)
  }

  @Test func aSurnameInOvAfterAFrontStemIsDoubtful() throws {
    #expect(
      try KazakhName.inflect("Асқар Ахметов", to: .dative).doubts
        == [Doubt(word: "Ахметов", form: "Ахметовке", reason: .vowelHarmony)])
    #expect(try KazakhName.inflect("Иванов", to: .dative).doubts.isEmpty)
    #expect(try KazakhName.inflect("Tim Cook", to: .dative).doubts.map(\.reason) == [.notCyrillic])
  }

  @Test(arguments: [
    ("Иванов Иван Иванович", "sI", "Иванов\u{A0}И.И."),
    ("Иванов Иван Иванович", "Is", "И.И.\u{A0}Иванов"),
    ("Иванов Иван Иванович", "s I", "Иванов\u{A0}И.\u{A0}И."),
    ("Иван Иванович Иванов", "I s", "И.\u{A0}И.\u{A0}Иванов"),
    ("Қасым-Жомарт Кемелұлы Тоқаев", "Is", "Қ.-Ж.К.\u{A0}Тоқаев"),
    ("Бекбол Әнуар Берікұлы", "Is", "Ә.Б.\u{A0}Бекбол"),
    ("Болат Нұрланұлы", "Is", "Б.\u{A0}Нұрланұлы"), ("Іңкәр Омарова", "sI", "Омарова\u{A0}І."),
    ("Абай", "Is", "Абай"),
  ])
  func initials(_ row: (String, String, String)) throws {
    let form = try KazakhName.initials(row.0, style: row.1)
    #expect(form == Worded(row.2))
    let style = try #require(InitialsStyle(rawValue: row.1))
    #expect(try KazakhName.initials(row.0, style: style) == form)
  }

  @Test func initialsTakeEndings() throws {
    #expect(
      try KazakhName.initials("Иванов Иван Иванович", style: "Is", case: .dative)
        == Worded("И.И.\u{A0}Ивановқа"))
    let form = try KazakhName.initials("Иванов Иван Иванович", style: "sI", case: .dative)
    #expect(form.text == "Иванов\u{A0}И.И.-ке")
    #expect(form.doubts.map(\.reason) == [.vowelHarmony])
    #expect(
      try KazakhName.initials("Болат Ермек", style: "Is").doubts.map(\.reason) == [.nameOrder])
    #expect(throws: WordingError.self) { try KazakhName.initials("Абай Бек", style: "x") }
  }
}
