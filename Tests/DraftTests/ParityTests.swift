import Draft
import TestSupport
import Testing

/// What `draft check` says where the Kazakh and the Russian text of a template disagree.
@Suite struct ParityTests {
  /// A clause in two columns.
  private func row(_ kazakh: String, _ russian: String) -> String {
    tr(tc(p(style: "K", Run(kazakh))), tc(p(style: "R", Run(russian))))
  }

  private func check(_ blocks: String...) -> [Diagnostic] {
    var file = WordFile()
    file.body = blocks.joined()
    file.styles = [("K", "Body (kk)"), ("R", "Body (ru)"), ("N", "Note")]
    return Template.check(file.bytes, name: "t.docx")
  }

  /// The codes that a clause of two columns gets.
  private func codes(_ kazakh: String, _ russian: String) -> [String] {
    check(tbl(row("Шарт жасалды.", "Договор заключён."), row(kazakh, russian))).map(\.code)
  }

  // MARK: Missing

  @Test func aClauseOnOneSideOnly() throws {
    let found = check(
      tbl(
        row("Шарт жасалды.", "Договор заключён."),
        tr(tc(p(style: "K", "Ақы төленеді.")), tc(p()))))
    #expect(found.map(\.code) == ["parity-missing"])
    let one = try #require(found.first)
    #expect(one.severity == .warning)
    #expect(one.place?.line == 3)
    #expect(one.place?.language == "kk")
    #expect(one.notes.first?.place?.line == 4)
    #expect(one.message.en == "this stands only in the Kazakh text")
  }

  @Test func aParagraphOnOneSideOnly() {
    let pair = p(style: "K", "Сома туралы") + p(style: "R", "О сумме")
    let table = tbl(tr(tc(p("1")), tc(p("2")), tc(p("3"))))
    let found = check(
      pair, table, pair, table, pair, table, p(style: "R", "Один экземпляр получен"))
    #expect(found.map(\.code) == ["parity-missing"])
    #expect(check(p(style: "R", "Один экземпляр получен")).isEmpty)
  }

  // MARK: Fields and conditions

  @Test func differentFields() throws {
    let found = check(
      tbl(
        row("{{ client.name }}, БСН {{ client.bin }}", "{{ client.name }}, ИИН {{ client.iin }}")))
    #expect(found.map(\.code) == ["parity-fields", "parity-fields"])
    #expect(found.map(\.dataPath) == ["client.bin", "client.iin"])
    #expect(found.first?.place?.highlight.count == "client.bin".count)
    #expect(found.first?.notes.first?.place?.language == "ru")
  }

  @Test(arguments: [
    ("{{ law.dative }} сәйкес", "согласно {{ law.kk.dative }} и"),
    ("{{ name.kk }}", "{{ name.ru | genitive(gender=client.gender) }}"),
    ("{{ title_kk }} атауы", "название {{ title_ru }}"),
    (
      "{% for x in xs %}{{ x.a }}{% endfor %} тізімі",
      "список {% for i in xs %}{{ i.a }}{% endfor %}"
    ),
    ("{{ n | default('–') }} саны", "число {% if n is defined %}{{ n }}{% endif %}"),
  ])
  func theSameFieldsInOtherWords(_ row: (String, String)) {
    #expect(codes(row.0, row.1) == [])
  }

  @Test(arguments: [
    ("Ақы{% if vat %} ҚҚС-пен{% endif %} төленеді", "Плата вносится"),
    ("Ақы {{ fee }} теңге", "Плата {% if fee is defined %}{{ fee }} тенге{% endif %}"),
    (
      "{% if kind == 'sole' %}Жеке кәсіпкер{% endif %} {% if kind == 'org' %}БСН{% endif %}",
      "{% if kind == 'org' %}БИН{% endif %} клиента"
    ),
  ])
  func aConditionOnOneSideOnly(_ row: (String, String)) {
    #expect(codes(row.0, row.1) == ["mixed-conditions"])
  }

  @Test(arguments: [
    "действующ{% if f %}ей{% else %}его{% endif %}",
    "{% if f %}действующей{% else %}действующего{% endif %}",
    "{{ 'именуемая' if f else 'именуемый' }}", "{% if x.gender == 'f' %}она{% else %}он{% endif %}",
  ])
  func formsOfRussianWordsAreNoConditions(_ russian: String) {
    #expect(codes("әрекет ететін", russian) == [])
  }

  @Test func conditionsInParagraphsOfTheirOwn() {
    let kazakh = p(style: "N", "{%p if x %}") + p(style: "K", "Ақы") + p(style: "N", "{%p endif %}")
    let russian =
      p(style: "N", "{%p if x %}") + p(style: "R", "Сумма") + p(style: "N", "{%p endif %}")
    #expect(check(tbl(tr(tc(kazakh), tc(russian)))).isEmpty)
    #expect(
      check(tbl(tr(tc(kazakh), tc(p(style: "R", "Сумма"))))).map(\.code) == ["mixed-conditions"])
    #expect(check(kazakh, p(style: "R", "Сумма")).map(\.code) == ["mixed-conditions"])
    #expect(check(kazakh, russian).isEmpty)
  }

  // MARK: Figures

  @Test(arguments: [
    ("5 күн ішінде", "в течение 10 дней"), ("10 % мөлшерінде", "в размере 15 %"),
    ("2019 жылғы 15 мамырдағы шарт", "договор от 16 мая 2019 года"),
    ("2019 жылғы 15 мамырдағы шарт", "договор от 15 июня 2019 года"),
    ("№ 176-VІ Заңы", "Закон № 176-VII"), ("45-бапқа сәйкес", "согласно статье 54"),
    ("5 жұмыс күні ішінде", "в течение 5 календарных дней"), ("3 ай бойы", "в течение 3 лет"),
    ("150 000 теңге", "15 000 тенге"), ("бес жұмыс күні ішінде", "в течение десяти рабочих дней"),
    ("5, 5 және 10 теңге", "5, 10 и 10 тенге"), ("Ақы 1 000 теңге", "Плата вносится"),
    ("5 жұмыс күні ішінде", "не более 5 %"),
    ("{{ n | count('жұмыс күні') }}", "{{ n | count('календарный день') }}"),
  ])
  func differentFigures(_ row: (String, String)) {
    #expect(codes(row.0, row.1) == ["parity-figures"])
  }

  @Test(arguments: [
    ("1 000 теңге", "1000 тенге"), ("1\u{A0}000 теңге", "1 000 тенге"),
    ("№ 176-VІ Заңы", "Закон № 176-VI"), ("45-баптың 2-тармағы", "пункт 2 статьи 45"),
    ("2019 жылғы 15 мамырдағы шарт", "договор от 15.05.2019"),
    ("2019 жылғы «15» маусымда", "«15» июня 2019 года"), ("10 пайыз", "10 %"),
    ("5 (бес) жұмыс күні ішінде", "в течение 5 (пяти) рабочих дней"),
    ("бес жұмыс күні ішінде", "в течение 5 рабочих дней"), ("0,5 %", "0,5 процента"),
    ("бірінші бөлігі", "часть 1"), ("1,5 млн теңге", "1 500 000 тенге"),
    ("екі данада, бір-бірден", "в двух экземплярах, по одному"), ("2 данада", "в двух экземплярах"),
    ("Маусымда жұмыс бар", "Работа есть"), ("01.07.2026 бастап", "с 1 июля 2026 года"),
    ("2-кесте бойынша", "по таблице 2"), ("Істің 3 томы", "3 тома дела"),
    ("{{ n | count('сағат', words=true) }}", "{{ n | count('час', words=true) }}"),
  ])
  func equalFigures(_ row: (String, String)) {
    #expect(codes(row.0, row.1) == [])
  }

  @Test func figuresPointAtBothPlaces() throws {
    let found = check(tbl(row("Мерзімі 5 күн", "Срок 7 дней")))
    let one = try #require(found.first)
    #expect(one.message.ru == "в казахском тексте `5`, в русском `7`")
    #expect(one.place?.highlight == 8..<9)
    #expect(one.notes.first?.place?.highlight == 5..<6)
  }

  // MARK: Languages and letters

  @Test func russianInKazakhAndTheOtherWayRound() throws {
    let russian = "Стороны несут ответственность по настоящему договору и возмещают убытки."
    let kazakh = "Тараптар осы шарт бойынша жауапты болады және залалдарды өтейді."
    let found = check(tbl(row(russian, russian), row(kazakh, kazakh)))
    #expect(found.map(\.code) == ["parity-language", "parity-language"])
    #expect(found.map(\.place?.line) == [1, 4])
    #expect(codes(kazakh + " " + russian, russian) == ["parity-language"])
    #expect(codes(kazakh, russian) == [])
  }

  @Test(arguments: [
    ("«О языках в Республике Казахстан» заңы", "Закон «Қазақстан Республикасындағы тіл туралы»"),
    ("ТОО «Ромашка»", "ЖШС «Қазақ үні»"), ("Иванов И.И.", "Өмірзақов Қ. Ғ."), ("акт", "Әділет"),
    ("Банк: {{ b }}, БСК {{ c }}", "Банк: {{ b }}, БИК {{ c }}"),
    ("Тел.: {{ t }}", "Тел.: {{ t }}"),
    ("Электрондық пошта", "Электронная почта"),
    ("Консультация, редакция, лицензия", "Консультация"),
  ])
  func namesAndShortCellsTellNothing(_ row: (String, String)) {
    #expect(codes(row.0, row.1) == [])
  }

  @Test func latinLettersInCyrillicWords() throws {
    let found = check(p("Осы кел\u{69}сім iс бойынша"))
    #expect(found.map(\.code) == ["latin-i"])
    let one = try #require(found.first)
    #expect(one.message.en == "letter 4 of «кел\u{69}сім» is a Latin i")
    #expect(one.hints.first?.en == "write «келісім», with the Cyrillic і")
    #expect(one.place?.highlight == 4..<11)
    #expect(one.notes.count == 1)
    #expect(check(p("дог\u{6F}вор")).map(\.code) == ["latin-i"])
    #expect(check(p("{{ n | count('кун\u{69}') }}")).map(\.code) == ["latin-i"])
  }

  @Test(arguments: [
    "Kaspi-ге, SMS-хабар, Wi-Fi желісі, № 176-VІ, ХХI ғасыр, eGov, «iPhone» телефоны, IBAN",
    "SMSті, COVIDке, e-mailға", "{# кел\u{69}сім #}", "м2, CO2, a) б)",
  ])
  func namesInLatinLettersAreRight(_ text: String) {
    #expect(check(p(Run(text))).isEmpty)
  }

  // MARK: How passages are found

  @Test func tablesWithoutStylesAreReadByTheirWords() {
    func row(_ left: String, _ right: String) -> String {
      tr(tc(p(Run(left))), tc(p(Run(right))))
    }
    let clauses = [
      row("Тараптар шарт жасасты", "стороны заключили договор о нижеследующем"),
      row("Ақы төленеді", "плата вносится по счёту"),
    ]
    let found = check(tbl(clauses[0], clauses[1], row("Мерзімі 5 күн", "срок не более 7 дней")))
    #expect(found.map(\.code) == ["parity-figures"])
    #expect(check(tbl(row("{{ a }} 5", "{{ b }} 7"), row("Аты", "{{ c }}"))).isEmpty)
  }

  @Test func groupsInOneCellAndOneAfterTheOther() {
    let pair = p(style: "K", "Сома {{ a }}") + p(style: "R", "Сумма {{ b }}")
    let fields = ["parity-fields", "parity-fields"]
    #expect(check(tbl(tr(tc(pair), tc(p("1")), tc(p())))).map(\.code) == fields)
    #expect(check(pair).map(\.code) == fields)
    #expect(
      check(p("{% lang kk %}5 күн{% endlang %} / {% lang ru %}6 дней{% endlang %}")).map(\.code)
        == ["parity-figures"])
    // A row in Kazakh, and the same in Russian below it.
    let rows = tbl(
      tr(tc(p(style: "K", "Аты {{ a }}")), tc(p(style: "K", "Мекенжайы {{ b }}"))),
      tr(tc(p(style: "R", "Имя {{ a }}")), tc(p(style: "R", "Адрес {{ c }}"))))
    #expect(check(rows).map(\.dataPath) == ["b", "c"])
  }

  @Test func textTemplates() {
    func codes(_ kazakh: String, _ russian: String) -> [String] {
      let text =
        "{% lang kk %}\n\(kazakh)\n{% endlang %}\n{% lang ru %}\n\(russian)\n{% endlang %}\n"
      return Template.check(Array(text.utf8), name: "t.txt").map(\.code)
    }
    #expect(codes("1. Мерзімі 5 күн.\n2. {{ a }}", "1. Срок 5 дней.\n2. {{ a }}") == [])
    #expect(codes("1. Мерзімі 5 күн.", "1. Срок 7 дней.") == ["parity-figures"])
    #expect(codes("{{ a }} ақы\n{{ b }}", "{{ a }}") == ["parity-fields"])
    // The Kazakh title of a paper stands below its subject, the Russian one above.
    #expect(codes("{{ a }} туралы\nАРЫЗ", "ЗАЯВЛЕНИЕ\nо {{ a }}") == [])
    #expect(codes("{{ a }} туралы\nАРЫЗ", "ЗАЯВЛЕНИЕ\nо {{ b }}").count == 2)
    #expect(Template.check(Array("Шарт 5, договор 6\n".utf8), name: "t.txt").isEmpty)
  }

  // MARK: The whole

  @Test func parityMayBeTurnedOffAndWaitsForErrors() {
    let file = WordFile(p("кел\u{69}сім"))
    #expect(Template.check(file.bytes, name: "t.docx", parity: false).isEmpty)
    #expect(
      Template.check(WordFile(p("кел\u{69}сім {{ a")).bytes, name: "t.docx").map(\.code)
        == ["unclosed-tag"])
  }

  @Test func ourOwnTemplatesAgree() throws {
    var count = 0
    let folder = Project.folder + "/Templates"
    for name in FileSystem.names(in: folder) {
      for ending in ["docx", "txt"] {
        let path = "\(folder)/\(name)/\(name).\(ending)"
        guard FileSystem.exists(path) else { continue }
        count += 1
        let found = try Template.check(contentsOf: path)
        #expect(found == [], "\(name).\(ending): \(DiagnosticPrinter(.short).text(found))")
      }
    }
    #expect(count > 40)
  }
}
