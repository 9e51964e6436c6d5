import Draft
import DraftCasework
import TestSupport

/// A template that many threads fill, and data of several sizes for it.
struct SharedTemplate: Sendable, CustomStringConvertible {
  var description: String
  /// Compiles it.
  var compile: @Sendable () throws -> Template
  /// What it is filled with; not all of it is enough.
  var data: @Sendable () throws -> [ObjectValue]

  /// Every kind of template that fills in a way of its own.
  static let all =
    ["agreement", "nda"].flatMap { name in ["docx", "txt"].map { shipped(name, $0) } }
    + [
      made("clauses, lists and stories", clauses), made("a table of contents", contents),
      made("a table packed piece by piece", table),
      SharedTemplate(
        description: "a text", compile: { try Template(text: text) }, data: { cases }),
    ]

  /// A document of the catalogue with all samples of it.
  private static func shipped(_ name: String, _ format: String) -> SharedTemplate {
    let document = ShippedDocumentsTests.shipped.first { $0.description.name == name }
    return SharedTemplate(
      description: "\(name).\(format)",
      compile: { try Template(contentsOf: document?.description.template(for: format) ?? "") },
      data: { try (document?.samples ?? []).map(ShippedDocumentsTests.data) })
  }

  private static func made(_ name: String, _ file: WordFile) -> SharedTemplate {
    SharedTemplate(
      description: name, compile: { try Template(docx: file.bytes) }, data: { cases })
  }

  /// Cases with ever more turns; the last lacks a field.
  private static let cases = [0, 1, 3, 40, 1200, 2].enumerated().map { number, count in
    let turns = (0..<count).map { turn in
      Value.object(
        ObjectValue([
          ("n", .string("Ә & \(number).\(turn)")), ("sum", .int(turn * 1700 + number)),
          ("items", .list((0..<(turn % 4)).map { .string("<\($0)>") })),
        ]))
    }
    var fields: [(String, Value)] = [
      ("client", .string("ТОО «Ромашка-\(number)»")), ("turns", .list(turns)),
      ("name", .string("Ибраев Данияр Болатович")), ("extra", .bool(number.isMultiple(of: 2))),
    ]
    if number < 5 { fields.append(("sum", .int(number * 40_001 + 5))) }
    return ObjectValue(fields)
  }

  /// Numbers of clauses, lists that begin anew, and every part that a document may have.
  private static let clauses: WordFile = {
    var file = WordFile(
      p(
        "{{ client }}, п. {{ ref('pay') }}",
        raw("<w:hyperlink r:id=\"rIdL\">\(Run("{{ name }}").xml)</w:hyperlink>")),
      p("{% for x in turns[:50] %}"), p("{{ x.n }}"), p("{% for i in x.items %}"),
      li(1, 0, "{{ i }}"), p("{% endfor %}"), p("{% endfor %}"),
      p("{% if extra %}"), li(2, 0, "{{ name | initials(lang='ru') }}"), p("{% endif %}"),
      li(2, 0, "{{ sum | money(lang='ru') }}{% clause pay %}"))
    file.numbering =
      abstractNum(0, lvl(0, "%1)")) + abstractNum(1, lvl(0, "%1.")) + num(1, of: 0) + num(2, of: 1)
    file.header = p("{{ client }} {{ ref('pay') }}")
    file.footer = p("{{ turns | length }}")
    file.footnotes = "<w:footnote w:id=\"2\">\(p("{{ sum }} {{ ref('pay') }}"))</w:footnote>"
    file.title = "{{ client }}"
    file.links = [("rIdL", "https://example.kz/%7B%7B%20sum%20%7D%7D")]
    return file
  }()

  private static let contents: WordFile = {
    func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    func code(_ code: String) -> String {
      mark("begin") + "<w:r><w:instrText xml:space=\"preserve\"> \(code) </w:instrText></w:r>"
        + mark("separate")
    }
    var file = WordFile(
      "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>\(code("TOC \\o \"1-1\" \\h"))"
        + "<w:hyperlink w:anchor=\"_Toc1\">\(Run("{{ x.n }}").xml)<w:r><w:tab/></w:r>"
        + code("PAGEREF _Toc1 \\h") + Run("1").xml + mark("end") + "</w:hyperlink></w:p>",
      "<w:p>\(mark("end"))</w:p>", p("{%p for x in turns[:60] %}"),
      p(
        style: "H1", raw("<w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/>"), "{{ x.n }}",
        raw("<w:bookmarkEnd w:id=\"1\"/>")),
      p("{{ x.sum }} {{ sum }}"), p("{%p endfor %}"), p("{{ sum }}"))
    file.styles = [("H1", "heading 1"), ("TOC1", "toc 1")]
    return file
  }()

  private static let table = WordFile(
    tbl(
      columns: 3, tr(tc(p("{%tr for x in turns %}")), tc(p()), tc(p())),
      tr(tc(p(b("{{ x.n }}"))), tc(p("{{ x.sum }}")), tc(p("{{ client }}"))),
      tr(tc(p("{%tr endfor %}")), tc(p()), tc(p()))), p("{{ sum }}"))

  private static let text = """
    {% macro line(x) %}{{ x.n }}: {{ x.sum | money(lang="ru") }}{% endmacro -%}
    {{ client }}, {{ name | genitive(lang="ru") }}
    {% for x in turns[:50] %}
    {{ loop.index }}. {{ line(x) }}
    {% endfor %}
    {{ sum | words(lang="kk") }}
    """
}
