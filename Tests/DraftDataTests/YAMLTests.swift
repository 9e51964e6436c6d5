import DraftData
import DraftLanguage
import Testing

@Suite struct YAMLTests {
  @Test(arguments: [
    ("", "null"), ("~", "null"), ("null", "null"), ("true", "true"), ("False", "false"),
    ("5", "5"), ("-17", "-17"), ("0", "0"), ("150000", "150000"),
    ("1012.50", "1012.50m"), ("-0.10", "-0.10m"), ("0.5", "0.5m"), ("4.5", "4.5m"),
    ("9223372036854775808", "9223372036854775808m"),
    // Whatever could lose a character as a number is text.
    ("2026-11-22", "\"2026-11-22\""), ("22.11.2026", "\"22.11.2026\""), ("12:30", "\"12:30\""),
    ("007", "\"007\""), ("050715600015", "\"050715600015\""), ("00", "\"00\""),
    ("+77011234567", "\"+77011234567\""), ("+5", "\"+5\""), ("8 701 123", "\"8 701 123\""),
    ("KZ86125KZT5004100100", "\"KZ86125KZT5004100100\""), ("1_000", "\"1_000\""),
    ("1 000", "\"1 000\""), ("1e3", "\"1e3\""), ("12E5", "\"12E5\""), ("0x1F", "\"0x1F\""),
    ("0o17", "\"0o17\""), (".5", "\".5\""), ("5.", "\"5.\""), ("1,5", "\"1,5\""),
    (".inf", "\".inf\""), (".nan", "\".nan\""), ("1-2", "\"1-2\""), ("-", "[null]"),
    ("№ 5", "\"№ 5\""), ("да", "\"да\""), ("y", "\"y\""), ("N", "\"N\""), ("нет", "\"нет\""),
    ("990140001234", "990140001234"), ("--5", "\"--5\""), ("0.10.5", "\"0.10.5\""),
    // Quoted is text.
    ("\"5\"", "\"5\""), ("'no'", "\"no\""), ("\"\"", "\"\""), ("'~'", "\"~\""),
    ("!!str 5", "\"5\""), ("! 5", "\"5\""),
  ])
  func plainWords(_ written: String, _ expected: String) throws {
    let file = try yaml(written == "-" ? "a:\n  -\n" : "a: \(written)\n")
    #expect(show(file.root["a"]) == expected)
  }

  @Test func structure() throws {
    let file = try yaml(
      """
      # Дело
      ---
      client:
        name: ТОО «Ромашка»   # примечание
        phones: [+7 701, '8 702']
        address: {город: Алматы, дом: 5}
      items:
      - title: Первый
        price: 100.00
      - Второй
      text: |
        строка
        ещё
      folded: >-
        одна
        строка
      12: числовой ключ
      no: ключ
      ...
      """)
    #expect(
      show(file.root) == """
        {client: {name: "ТОО «Ромашка»", phones: ["+7 701", "8 702"], \
        address: {город: "Алматы", дом: 5}}, items: [{title: "Первый", price: 100.00m}, \
        "Второй"], text: "строка\nещё\n", folded: "одна строка", 12: "числовой ключ", no: "ключ"}
        """)
  }

  @Test func referencesAndMerges() throws {
    let file = try yaml(
      """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one: *base
      two:
        b: 5
        <<: *base
      three:
        <<: [*base, *more]
        d: 6
      "<<": 7
      """)
    #expect(show(file.root["one"]) == "{a: 1, b: 2}")
    #expect(show(file.root["two"]) == "{a: 1, b: 5}")
    #expect(show(file.root["three"]) == "{a: 1, b: 2, c: 4, d: 6}")
    #expect(show(file.root["<<"]) == "7")
    #expect(show(file.place(of: "two.a")) == "1:17 ‹1›")
    #expect(show(file.place(of: "two.b")) == "5:6 ‹5›")
  }

  @Test func aBillionLaughsStopAtTheBudget() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, below) in zip("bcdefghij", "abcdefghi") {
      let references = Array(repeating: "*\(below)", count: 10).joined(separator: ", ")
      text += "\(name): &\(name) [\(references)]\n"
    }
    let limits = DataLimits(nodes: 100_000)
    #expect(errors { try yaml(text, limits: limits) }.contains("more than 100000 values"))
  }

  /// A key that is a list is refused as it is, and what it refers to is not looked at.
  @Test func aBillionLaughsAsKeysAreNotWalked() {
    var text = "? &a [x, x, x, x, x, x, x, x, x, x]\n: 1\n"
    for (name, below) in zip("bcdefghij", "abcdefghi") {
      let references = Array(repeating: "*\(below)", count: 10).joined(separator: ", ")
      text += "? &\(name) [\(references)]\n: 1\n"
    }
    #expect(errors { try yaml(text) }.hasPrefix("unusable-key 1:3 ‹&› "))
    #expect(errors { try yaml("x: 1\n" + text + "? *j\n: 1\n") }.hasPrefix("unusable-key 2:3"))
  }

  @Test func nestingHasAnEndBeforeTheStackHas() {
    for (opening, closing) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
      for depth in [101, 1_100, 200_000] {
        let deep =
          String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
        let error = errors { try yaml("a:\n  " + deep) }
        #expect(error.hasPrefix("data-limit 2:"), "\(opening) \(depth): \(error.prefix(200))")
      }
    }
    let limits = DataLimits(depth: 5_000)
    let deep = String(repeating: "[", count: 1_100)
    #expect(errors { try yaml("a: \(deep)", limits: limits) }.contains("more than 500 levels"))
  }

  @Test func filesOfTooManyValuesAreRefusedBeforeTheyAreBuilt() {
    let text = "a: [" + String(repeating: "x,", count: 1_000) + "]\n"
    #expect(errors { try yaml(text, limits: DataLimits(nodes: 500)) }.hasPrefix("data-limit 1:1"))
    #expect(errors { try yaml(text, limits: DataLimits(nodes: 1_100)) } == "no error")
  }

  @Test func depth() {
    let blocks = "a:\n  " + String(repeating: "- ", count: 100) + "x\n"
    #expect(errors { try yaml(blocks) }.contains("more than 100 levels"))
    let brackets = "a: " + String(repeating: "[", count: 100_000)
    #expect(errors { try yaml(brackets) }.contains("more than 100 levels"))
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(errors { try yaml(dashes) }.contains("more than 100 levels"))
  }

  @Test func manyErrorsAreToldTogether() {
    let text = (0..<80).map { "f\($0): yes\n" }.joined()
    #expect(errors { try yaml(text) }.split(separator: "\n").count == 50)
  }

  @Test func ordinaryTextWithSignsOfYAML() throws {
    let file = try yaml(
      """
      notes: |
        * первое
        ? второе
        [1]: третье & ещё &имя *имя
      quoted: "a: b # c"
      plain: a#b, c:d, e - f, «г», 100%, a*b, x & y
      """)
    #expect(show(file.root["plain"]) == "\"a#b, c:d, e - f, «г», 100%, a*b, x & y\"")
    #expect(show(file.root["quoted"]) == "\"a: b # c\"")
  }
}
