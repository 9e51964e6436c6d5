import Draft
import TestSupport

/// A contract in two columns with everything that a bilingual template has: lists of its own for each
/// language, clauses that refer to one another, a clause under a condition, a loop, a header, a
/// footnote, and requisites side by side.
enum BilingualSample {
  /// The ways in which it is drawn, by the name of their goldens.
  static let forms: [(name: String, languages: LanguageSelection?)] = [
    ("kk", LanguageSelection("kk")), ("ru", LanguageSelection("ru")),
    ("columns", LanguageSelection("kk,ru")),
    ("sequence", LanguageSelection("kk,ru", layout: .sequence)),
  ]

  static let data = """
    number: 7
    date: 2026-11-22
    fee: 150000
    days: 5
    insured: true
    client: { name: { kk: "«Ромашка» ЖШС", ru: "ТОО «Ромашка»" }, bin: "000140000004" }
    services:
    - { kk: "шарт жобасын дайындау", ru: "подготовка проекта договора" }
    - { kk: "сотта өкілдік ету", ru: "представительство в суде" }
    """

  static var file: WordFile {
    var file = WordFile(
      table(
        [
          row("Title", "№ {{ number }} ШАРТ", "ДОГОВОР № {{ number }}"),
          row("Text", "{{ date | date }}", "{{ date | date }}"),
          row("Section", "НЫСАНА", "ПРЕДМЕТ"),
          row(
            "Clause", "{% clause services %}Орындаушының қызметтері:",
            "{% clause services %}Услуги исполнителя:"),
          tag("{%tr for item in services %}"),
          row("Item", "{{ item }};", "{{ item }};"), tag("{%tr endfor %}"),
          tag("{%tr if insured %}"),
          row(
            "Clause", "{% clause insurance %}Жауапкершілік сақтандырылған.",
            "{% clause insurance %}Ответственность застрахована."),
          tag("{%tr endif %}"),
          row("Section", "ЕСЕП АЙЫРЫСУ", "РАСЧЁТЫ"),
          row(
            "Clause",
            "Шарттың {{ ref(\"services\", \"locative\", poss=3) }} аталған көмектің ақысы – {{ fee | money }}.",
            "Цена помощи, названной в {{ ref(\"services\", \"prepositional\") }}, – {{ fee | money }}."
          ),
          row(
            "Clause",
            "{% clause payment %}Ақы {{ days | count(\"жұмыс күні\", words=true) }} ішінде төленеді.",
            "{% clause payment %}Плата вносится в течение {{ days | count(\"рабочий день\", words=true, case=\"genitive\") }}."
          ),
          tag("{%tr if insured %}"),
          row(
            "Clause",
            "{{ ref(\"insurance\", \"genitive\") }} талабы {{ ref(\"payment\", \"dative\") }} қолданылмайды.",
            "Условие {{ ref(\"insurance\", \"genitive\") }} не применяется к {{ ref(\"payment\", \"dative\") }}."
          ),
          tag("{%tr endif %}"),
        ].joined()),
      tbl(
        columns: 2,
        tr(
          tc(
            style("Text", "kk", "Клиент: {{ client.name }}"),
            style("Text", "ru", "Клиент: {{ client.name }}")),
          tc(p("БСН/БИН {{ client.bin }}")))))
    file.header =
      style("Text", "kk", "Шарт № {{ number }}, төлем – {{ ref(\"payment\", \"nominative\") }}")
      + style(
        "Text", "ru", "Договор № {{ number }}, оплата – {{ ref(\"payment\", \"nominative\") }}")
    file.settings = "<w:zoom w:percent=\"100\"/><w:compat/>"
    file.numbering =
      ["kk", "ru"].enumerated().map { index, code in
        abstractNum(
          index, lvl(0, "%1.", more: "<w:pStyle w:val=\"Section\(code)\"/>"),
          lvl(1, "%1.%2.", more: "<w:pStyle w:val=\"Clause\(code)\"/>"),
          lvl(2, "%3)", more: "<w:pStyle w:val=\"Item\(code)\"/>"))
      }.joined() + num(1, of: 0) + num(2, of: 1)
    file.styleMarkup = ["kk", "ru"].enumerated().map { index, code in
      named("Title", code, "<w:jc w:val=\"center\"/>", bold: true) + named("Text", code, "")
        + named("Section", code, numPr(index + 1, 0), bold: true)
        + named("Clause", code, numPr(index + 1, 1)) + named("Item", code, numPr(index + 1, 2))
    }.joined()
    return file
  }

  private static func named(
    _ name: String, _ code: String, _ properties: String, bold: Bool = false
  ) -> String {
    let paragraph = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return """
      <w:style w:type="paragraph" w:styleId="\(name)\(code)"><w:name w:val="\(name) (\(code))"/>\
      \(paragraph)\(bold ? "<w:rPr><w:b/></w:rPr>" : "")</w:style>
      """
  }

  private static func style(_ name: String, _ code: String, _ text: String) -> String {
    p(style: name + code, Run(text))
  }

  private static func row(_ name: String, _ kazakh: String, _ russian: String) -> String {
    tr(cell(style(name, "kk", kazakh)), cell(style(name, "ru", russian)))
  }

  private static func tag(_ text: String) -> String { tr(cell(p(Run(text))), cell(p())) }

  private static func cell(_ content: String) -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"4800\" w:type=\"dxa\"/></w:tcPr>\(content)</w:tc>"
  }

  private static func table(_ rows: String) -> String {
    """
    <w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/>\
    <w:gridCol w:w="4800"/></w:tblGrid>\(rows)</w:tbl>
    """
  }
}
