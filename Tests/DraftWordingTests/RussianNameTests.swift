import DraftWording
import Testing

private let nameRows = Row.all("ru_names")
private let genderRows = Row.all("ru_gender")
private let initialsRows = Row.all("ru_initials")

@Suite("Russian names")
struct RussianNameTests {
  @Test("The sample is there")
  func sample() {
    #expect(nameRows.count == 713)
    #expect(genderRows.count == 299)
    #expect(initialsRows.count == 150)
  }

  @Test("Names in a case", arguments: nameRows)
  func inflect(row: Row) throws {
    let result = try RussianName.inflect(
      row.input, to: #require(row.grammaticalCase),
      kind: row.features["kind"].flatMap { NameKind(rawValue: $0) }, gender: row.gender,
      order: row.features["order"].flatMap { NameOrder(rawValue: $0) })
    #expect(row.accepts(result.text), "\(result.text)")
  }

  @Test("The order of a full name need not be given", arguments: nameRows)
  func guessedOrder(row: Row) throws {
    guard row.features["kind"] == "full" else { return }
    let result = try RussianName.inflect(row.input, to: #require(row.grammaticalCase))
    #expect(row.accepts(result.text), "\(result.text)")
  }

  @Test("Gender", arguments: genderRows)
  func gender(row: Row) {
    let result = RussianName.gender(
      of: row.input, kind: row.features["kind"].flatMap { NameKind(rawValue: $0) },
      order: row.features["order"].flatMap { NameOrder(rawValue: $0) })
    #expect(row.accepts(result?.rawValue ?? "unknown"))
  }

  @Test("Surname with initials", arguments: initialsRows)
  func initials(row: Row) throws {
    let result = try RussianName.initials(
      row.input, style: #require(row.features["style"].flatMap { InitialsStyle(rawValue: $0) }),
      case: #require(row.grammaticalCase), gender: row.gender)
    #expect(row.accepts(result.text), "\(result.text)")
    #expect(result.doubts.isEmpty)
  }

  @Test func aSmallParticleMayBeginAName() {
    for name in ["фон Берг Анна", "ван дер Берг Ян", "Анна фон Берг"] {
      #expect(RussianName.recognise(name) == .name, "\(name)")
    }
    for phrase in ["фон документа", "фоновый шум"] {
      #expect(RussianName.recognise(phrase) == .phrase, "\(phrase)")
    }
  }

  @Test(arguments: [
    ("ИП Ахметов Ерлан Маратович", "ИП Ахметова Ерлана Маратовича"),
    ("ЧСИ Иванова Анна Петровна", "ЧСИ Ивановой Анны Петровны"),
    ("ИП Ахметова А. С.", "ИП Ахметовой А. С."), ("ИП «Береке»", "ИП «Береке»"),
    ("ТОО Альфа", "ТОО Альфа"), ("КХ Береке", "КХ Береке"),
  ])
  func aLegalFormStaysBeforeAName(_ text: String, _ genitive: String) throws {
    #expect(try RussianWording.inflect(text, to: .genitive).text == genitive)
  }
}
