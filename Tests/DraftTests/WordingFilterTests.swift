import Draft
import Testing

/// Every filter of wording, driven from data by one text template a table, as a template author would.
@Suite struct WordingFilterTests {
  /// A table of development rows and the template that exercises it.
  struct Table: Sendable, CustomTestStringConvertible {
    var name: String
    var language: String
    var template: String
    var isAboutSpelling = false

    var testDescription: String { "\(name) \(language)" }
  }

  static let tables = [
    Table(
      name: "ru_names", language: "ru",
      template:
        "r.input | inflect(r.case, kind=r.kind, gender=r.gender, order=r.order, lang=r.lang)"),
    Table(
      name: "ru_gender", language: "ru", template: "r.input | gender(kind=r.kind, order=r.order)"),
    Table(
      name: "ru_phrases", language: "ru",
      template:
        "r.input | inflect(r.case, kind=r.kind, gender=r.gender, order=r.order, number=r.number, lang=r.lang)"
    ),
    Table(
      name: "ru_initials", language: "ru",
      template: "r.input | initials(style=r.style, case=r.case, gender=r.gender, lang=r.lang)"),
    Table(
      name: "ru_numbers", language: "ru",
      template:
        "r.input | ordinal(gender=r.gender, case=r.case, lang=r.lang) if r.group == 'ordinal' else r.input | words(gender=r.gender, case=r.case, lang=r.lang)"
    ),
    Table(
      name: "ru_plural", language: "ru",
      template:
        "r.input.split(' ', 1)[0] | int | count(r.input.split(' ', 1)[1], case=r.case, words=r.group == 'agree-words', lang=r.lang)"
    ),
    Table(
      name: "kk_endings", language: "kk",
      template: "r.input | inflect(r.case, kind=r.kind, poss=r.poss, lang=r.lang)"),
    Table(
      name: "kk_attested", language: "kk",
      template: "r.input | inflect(r.case, poss=r.poss, lang=r.lang)"),
    Table(
      name: "kk_names", language: "kk",
      template:
        "r.input | inflect(r.case, kind=r.kind, gender=r.gender, order=r.order, lang=r.lang)"),
    Table(
      name: "kk_numbers", language: "kk",
      template:
        "r.input | ordinal(style=r.style, lang=r.lang) if r.group == 'ordinal' else r.input | words(style=r.style, lang=r.lang)"
    ),
    Table(
      name: "money", language: "ru",
      template: "r.input | money(currency=r.currency, case=r.case, cap=r.cap == '1', lang=r.lang)"),
    Table(
      name: "money", language: "kk",
      template: "r.input | money(currency=r.currency, style=r.style, cap=r.cap == '1', lang=r.lang)"
    ),
    Table(
      name: "dates", language: "ru",
      template: "r.input | date(style=r.style, case=r.case, lang=r.lang)"),
    Table(
      name: "dates", language: "kk",
      template: "r.input | date(style=r.style, case=r.case, lang=r.lang)"),
  ]

  @Test(arguments: tables) func everyRow(_ table: Table) throws {
    let rows = try Self.rows(table)
    #expect(rows.count > 10)
    let template = try Template(text: "{% for r in rows %}{{ \(table.template) }}\n{% endfor %}")
    let data = ObjectValue([("rows", .list(rows.map { .object($0.value) }))])
    let output = try template.fill(with: data).bytes
    let lines = String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in zip(rows, lines) {
      let answer = Self.plain(String(line))
      #expect(row.expected.contains(answer), "\(row.input): \(answer), not \(row.expected)")
    }
  }

  @Test func sentenceCase() throws {
    let filters = [
      "upper-first": "upper_first", "lower-first": "lower_first", "upper": "upper",
      "lower": "lower",
      "title-name": "title_name",
    ]
    for row in try Self.rows(Table(name: "sentcase", language: "", template: "")) {
      let filter = try #require(filters[row.options["op"] ?? ""])
      let template = try Template(text: "{{ x | \(filter) }}")
      let text = String(decoding: try template.fill(with: ["x": .string(row.input)]), as: UTF8.self)
      #expect(row.expected.contains(text), "\(row.input): \(text)")
    }
  }

  struct Row {
    var input: String
    var options: [String: String]
    var expected: [String]

    /// The row as data: its features beside the input.
    var value: ObjectValue {
      ObjectValue(
        [("input", .string(input))]
          + options.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
      )
    }
  }

  /// The rows of a table in one language; an empty language means all.
  static func rows(_ table: Table) throws -> [Row] {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/DraftWordingTests/Fixtures/rows/\(table.name).tsv"
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      var options: [String: String] = [:]
      for feature in columns[1].split(separator: ";") {
        let parts = feature.split(separator: "=", maxSplits: 1).map(String.init)
        options[parts[0]] = parts.count > 1 ? parts[1] : ""
      }
      guard table.language.isEmpty || options["lang"] == table.language else { return nil }
      if options["group"] == "possessive" { options["poss"] = "3" }
      return Row(
        input: columns[0], options: options,
        expected: columns[2].split(separator: "|").map {
          table.name == "sentcase" ? String($0) : plain(String($0))
        })
    }
  }

  /// Compared as the rows ask: no-break spaces are spaces, ё is е.
  static func plain(_ text: String) -> String {
    String(
      text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 == "ё" ? "е" : $0 == "Ё" ? "Е" : $0 }
    )
  }

  @Test func doubtsAreWarningsEachOnce() throws {
    let template = try Template(text: "{{ n | genitive }} {{ n | genitive }} {{ n | genitive }}")
    let document = try template.fill(with: ObjectValue([("n", "Smith")]))
    #expect(String(decoding: document.bytes, as: UTF8.self) == "Smith Smith Smith")
    #expect(document.diagnostics.map(\.code) == ["uncertain-form"])
    #expect(document.diagnostics.first?.hints.first?.en.contains("cases: {genitive") == true)
  }

  @Test func dataOverrideComputedForms() throws {
    let template = try Template(text: "{% lang ru %}{{ n | genitive }}{% endlang %}")
    let n: Value = ["ru": "Ким", "cases": ["genitive": "Кима"]]
    #expect(String(decoding: try template.fill(with: ["n": n]), as: UTF8.self) == "Кима")
    let grouped: Value = ["ru": "Ким", "cases": ["ru": ["gen": "Кима"]]]
    #expect(String(decoding: try template.fill(with: ["n": grouped]), as: UTF8.self) == "Кима")
  }

  @Test func aDictionaryOverridesComputedForms() throws {
    let value: Value = ["ru": ["Смит": ["genitive": "Смита!"]]]
    guard case .object(let forms) = value else { return }
    let template = try Template(
      text: "{{ 'Смит Джон' | genitive(kind='full') }}", environment: .draft(dictionary: forms))
    #expect(String(decoding: try template.fill(with: [:]), as: UTF8.self) == "Смита! Джона")
  }

  @Test(arguments: [
    ("{{ 'Иванов' | inflect('vocative') }}", "unknown-case"),
    ("{{ 'Иванов' | locative(lang='ru') }}", "unknown-case"),
    ("{{ 'x' | words }}", "wrong-type"),
    ("{{ '2023-02-30' | date }}", "bad-date"),
    ("{{ -5 | money }}", "bad-amount"),
    ("{{ 0.001 | money }}", "bad-amount"),
    ("{{ 1000000000000000 | money }}", "bad-amount"),
    ("{{ 5 | money(currency='XXX') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(gender='z') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(kind='zzz') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(order='xyz') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(lang='en') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(number='two') }}", "bad-option"),
    ("{{ 'Иванов' | genitive(poss=true) }}", "bad-option"),
    ("{{ 'Иванов' | gender(order='xyz') }}", "bad-option"),
    ("{{ 'Иванов' | gender(kind='phrase') }}", "bad-option"),
    ("{{ 'Иванов Иван' | initials(gender='q') }}", "bad-option"),
    ("{{ 'Иванов Иван' | initials(style='q') }}", "bad-option"),
    ("{{ 5 | words(style='q') }}", "bad-option"),
    ("{{ 5 | words(gender='q') }}", "bad-option"),
    ("{{ 5 | words(lang='en') }}", "bad-option"),
    ("{{ 5 | ordinal(style='q') }}", "bad-option"),
    ("{{ 5 | ordinal(style='digits', lang='kk') }}", "bad-option"),
    ("{{ 5 | money(style='q') }}", "bad-option"),
    ("{{ 5 | money(style='q', lang='kk') }}", "bad-option"),
    ("{{ 5.5 | money(style='whole') }}", "bad-amount"),
    ("{{ 5 | count('день', style='q') }}", "bad-option"),
    ("{{ 5 | count('день', lang='en') }}", "bad-option"),
    ("{{ '2024-01-01' | date(style='q') }}", "bad-option"),
    ("{{ '2024-01-01' | date(case='loc', lang='ru') }}", "unknown-case"),
    ("{{ 5 | number(lang='en') }}", "bad-option"),
    ("{{ 5 | percent(case='q') }}", "unknown-case"),
    ("{{ 'x' | upper_first(lang='en') }}", "bad-option"),
    ("{{ [1, 2] | genitive }}", "wrong-type"), ("{{ {'a': 1} | gender }}", "wrong-type"),
    ("{{ true | initials }}", "wrong-type"), ("{{ [] | upper_first }}", "wrong-type"),
  ])
  func badInputIsALocatedError(_ template: String, _ code: String) throws {
    do throws(Diagnostics) {
      _ = try Template(text: template).fill(with: [:])
      Issue.record("no error")
    } catch {
      #expect(error.items.map(\.code) == [code])
      #expect(error.items.first?.place?.line == 1)
    }
  }

  @Test(arguments: [
    ("{{ 1500 | words(style='short') }}", "тысяча пятьсот"),
    ("{{ 1500 | words(style='mid') }}", "одна тысяча пятьсот"),
    ("{{ 21 | ordinal(style='digits', case='dat') }}", "21-му"),
    ("{{ 1000 | money(style='whole') }}", "1 000 (одна тысяча) тенге"),
    ("{{ 1000 | money(style='short') }}", "1 000 (тысяча) тенге 00 тиын"),
    ("{{ 1000 | money(style='mid', lang='kk') }}", "1 000 (бір мың) теңге 00 тиын"),
    ("{{ '2.5' | count('ай', lang='kk', words=true) }}", "2,5 (екі бүтін оннан бес) ай"),
    ("{{ 1 | count('сутки', words=true, case='dat') }}", "1 (одним) суткам"),
    ("{{ 'акт' | genitive(number='pl') }}", "актов"),
    ("{{ 'Иванов Иван' | genitive(kind='', order=none, gender=nothing) }}", "Иванова Ивана"),
  ])
  func optionsWork(_ template: String, _ expected: String) throws {
    let template = try Template(text: "{% set nothing = '' %}" + template)
    let text = String(decoding: try template.fill(with: [:]), as: UTF8.self)
    #expect(Self.plain(text) == expected)
  }

  @Test(arguments: ["Ким Ан", "Ким", "Ким Ён Хи", "Мюллер"])
  func aGuessIsOneWarningWithItsOverride(_ name: String) throws {
    let template = try Template(text: "{{ n | genitive }}, {{ n | genitive }}")
    let diagnostics = try template.fill(with: ObjectValue([("n", .string(name))])).diagnostics
    #expect(diagnostics.map(\.code) == ["uncertain-form"])
    #expect(diagnostics.first?.message.en.contains(name) == true)
    #expect(diagnostics.first?.hints.first?.en.contains("{ru: {") == true)
  }

  /// An option that is missing, `null` or empty is not given, for every filter and all its options.
  @Test(arguments: [
    (
      "inflect(r.case, kind=r.kind, gender=r.gender, order=r.order, lang=r.lang)", "Иванов",
      "Иванов"
    ),
    (
      "genitive(kind=r.a, gender=r.b, order=r.c, number=r.d, poss=r.e, lang=r.f)", "Иванов",
      "Иванова"
    ),
    ("gender(kind=r.a, order=r.b, lang=r.c)", "Иванов", "m"),
    ("initials(style=r.a, case=r.b, gender=r.c, order=r.d, lang=r.e)", "Иванов Иван", "И. Иванов"),
    ("words(gender=r.a, case=r.b, style=r.c, lang=r.d)", "5", "пять"),
    ("ordinal(gender=r.a, case=r.b, style=r.c, lang=r.d)", "5", "пятый"),
    ("count('день', case=r.a, words=r.b, style=r.c, lang=r.d)", "5", "5 дней"),
    ("money(currency=r.a, case=r.b, cap=r.c, style=r.d, lang=r.e)", "5", "5 (пять) тенге 00 тиын"),
    ("date(style=r.a, case=r.b, lang=r.c)", "2019-05-15", "15 мая 2019 года"),
    ("percent(case=r.a, words=r.b, lang=r.c)", "10", "10 % (десять процентов)"),
    ("number(lang=r.a)", "1234", "1 234"), ("title_name(lang=r.a)", "абв", "Абв"),
  ])
  func anEmptyOptionIsNotGiven(_ filter: String, _ input: String, _ expected: String) throws {
    let names = ["case", "kind", "gender", "order", "lang", "a", "b", "c", "d", "e", "f"]
    let row = { (value: Value) in
      Value.object(ObjectValue(names.map { ($0, value) } + [("input", .string(input))]))
    }
    let rows: [Value] = [
      row(.string("")), row(.null), .object(ObjectValue([("input", .string(input))])),
    ]
    let template = try Template(text: "{% for r in rows %}{{ r.input | \(filter) }};{% endfor %}")
    let text = String(
      decoding: try template.fill(with: ["rows": .list(rows)]), as: UTF8.self)
    #expect(Self.plain(text) == String(repeating: expected + ";", count: 3))
  }

  @Test func jinjasOwnCountStays() throws {
    let text = try Template(text: "{{ xs | count }} {{ 5 | count('день') }}").fill(with: [
      "xs": [1, 2]
    ])
    #expect(Self.plain(String(decoding: text, as: UTF8.self)) == "2 5 дней")
  }
}
