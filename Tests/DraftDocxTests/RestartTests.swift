import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import TestSupport
import Testing

/// Lists in loops: which of them begin anew, and that everybody counts them alike.
@Suite struct RestartTests {
  /// A list in a loop, and its lines with their numbers.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var body: String
    var lines: [String]
  }

  private static let data = #"""
    {"xs": [{"n": "A", "items": ["a", "b"]}, {"n": "B", "items": ["c"]}]}
    """#

  private static func styled(_ text: String) -> String { p(style: "L", Run(text)) }

  static let cases = [
    Case(
      description: "several items in a turn",
      body: p("{% for x in xs %}") + p("{{ x.n }}") + li(1, 0, "one") + li(1, 0, "two")
        + p("{% endfor %}"),
      lines: ["A", "1. one", "2. two", "B", "1. one", "2. two"]),
    Case(
      description: "items of an inner loop",
      body: p("{% for x in xs %}") + p("{{ x.n }}") + p("{% for i in x.items %}")
        + li(1, 0, "{{ i }}") + p("{% endfor %}") + p("{% endfor %}"),
      lines: ["A", "1. a", "2. b", "B", "1. c"]),
    Case(
      description: "one item in a turn is made by the loop and goes on",
      body: p("{% for x in xs %}") + li(1, 0, "{{ x.n }}") + p("{% endfor %}"),
      lines: ["1. A", "2. B"]),
    Case(
      description: "one item with items of a lower level goes on",
      body: p("{% for x in xs %}") + li(1, 0, "{{ x.n }}") + p("{% for i in x.items %}")
        + li(1, 1, "{{ i }}") + p("{% endfor %}") + p("{% endfor %}"),
      lines: ["1. A", "1.1. a", "1.2. b", "2. B", "2.1. c"]),
    Case(
      description: "branches of which one is drawn are one item",
      body: p("{% for x in xs %}") + p("{% if x.n == 'A' %}") + li(1, 0, "first")
        + p("{% else %}") + li(1, 0, "second") + p("{% endif %}") + p("{% endfor %}"),
      lines: ["1. first", "2. second"]),
    Case(
      description: "a list that continues outside goes on",
      body: li(1, 0, "before") + p("{% for x in xs %}") + li(1, 0, "one") + li(1, 0, "two")
        + p("{% endfor %}") + li(1, 0, "after"),
      lines: ["1. before", "2. one", "3. two", "4. one", "5. two", "6. after"]),
    Case(
      description: "a list by style",
      body: p("{% for x in xs %}") + p("{{ x.n }}") + styled("one") + styled("two")
        + p("{% endfor %}"),
      lines: ["A", "1. one", "2. two", "B", "1. one", "2. two"]),
    Case(
      description: "a list in rows of a table",
      body: tbl(
        columns: 1, tr(tc(p("{%tr for x in xs %}"))), tr(tc(p("{{ x.n }}"))),
        tr(tc(li(1, 0, "one"))), tr(tc(li(1, 0, "two"))), tr(tc(p("{%tr endfor %}")))),
      lines: ["A", "1. one", "2. two", "B", "1. one", "2. two"]),
    Case(
      description: "paragraphs that a value makes",
      body: p("{% for x in xs %}") + p("{{ x.n }}") + li(1, 0, "{{ 'one\\atwo' }}")
        + li(1, 0, "three") + p("{% endfor %}"),
      lines: ["A", "1. one", "2. two", "3. three", "B", "1. one", "2. two", "3. three"]),
  ]

  private static func document(_ list: Case) throws -> [UInt8] {
    var file = WordFile(list.body)
    file.numbering = abstractNum(0, lvl(0, "%1."), lvl(1, "%1.%2.")) + num(1, of: 0)
    file.styleMarkup = style("L", numPr(1, 0))
    let data = try DataFile(json: Array(data.utf8), name: nil).root
    let bytes = try DocxTemplate(file.bytes, environment: .standard).fill(with: data).bytes
    #expect(try DocumentValidity.newFaults(of: bytes, template: file.bytes) == [])
    return bytes
  }

  @Test(arguments: cases) func numbers(_ list: Case) throws {
    let text = try DocumentText(RestartTests.document(list)).string(width: nil)
    let lines = text.split(separator: "\n").map { Office.normalized(String($0)) }
    #expect(lines.filter { !$0.isEmpty } == list.lines)
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func libreOfficeShowsTheSame() throws {
    let documents = try RestartTests.cases.map(RestartTests.document)
    for (list, lines) in zip(RestartTests.cases, try Office.lines(of: documents)) {
      #expect(lines == list.lines, "\(list.description)")
    }
  }

  @Test func referencesCountInTheirTurn() throws {
    var file = WordFile(
      p("{% for x in xs %}"), p("{{ x.n }}"), li(1, 0, "one"), li(1, 0, "two{% clause t %}"),
      p("see {{ ref('t') }}"), p("{% endfor %}"))
    file.numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)
    #expect(try fill(file, RestartTests.data) == "A\none\ntwo\nsee 2\nB\none\ntwo\nsee 2\n")
  }
}
