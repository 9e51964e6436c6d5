import Testing

@testable import DraftLanguage

/// Tags of documents: forms, trims, literal braces, and what is not closed.
struct ScannerTests {
  private func scan(_ text: String) -> (scan: TagScanner.Scan, source: SourceText) {
    let source = SourceText(Array(text.utf8))
    return (TagScanner.scan(source, form: .document), source)
  }

  @Test(arguments: [
    ("{%p if x %}", "p", " if x ", "if"), ("{%tr for a in b %}", "tr", " for a in b ", "for"),
    ("{%tc endfor %}", "tc", " endfor ", "endfor"), ("{%r if x %}", "r", " if x ", "if"),
    ("{{p x }}", "p", " x ", ""), ("{{r x}}", "r", " x", ""), ("{{tr x }}", "tr", " x ", ""),
    ("{#p note #}", "p", " note ", ""), ("{#tr note #}", "tr", " note ", ""),
    ("{{ p }}", "", " p ", ""), ("{{p}}", "", "p", ""), ("{{p }}", "", "p ", ""),
    ("{{r.x }}", "", "r.x ", ""), ("{{ r }}", "", " r ", ""),
    ("{{p | upper }}", "", "p | upper ", ""),
    ("{{r == 1 }}", "", "r == 1 ", ""), ("{{p if x }}", "", "p if x ", ""),
    ("{%-p if x -%}", "p", " if x ", "if"), ("{%p- if x %}", "p", " if x ", "if"),
    ("{{product }}", "", "product ", ""), ("{%\u{A0}if\u{A0}x %}", "", "\u{A0}if\u{A0}x ", "if"),
    ("{%p\u{A0}if x %}", "p", "\u{A0}if x ", "if"), ("{% i\u{AD}f x %}", "", " i\u{AD}f x ", "if"),
  ])
  func forms(text: String, form: String, inner: String, keyword: String) {
    let (scan, source) = scan(text)
    #expect(scan.tags.map(\.form.rawValue) == [form])
    #expect(scan.tags.map { source.string($0.inner) } == [inner])
    #expect(scan.tags.map(\.keyword) == [keyword])
    #expect(scan.diagnostics.isEmpty)
  }

  @Test func trims() {
    let (scan, _) = scan("{%- if x -%}a{% endif -%}{{- y -}}")
    #expect(scan.tags.map(\.trimsBefore) == [true, false, true])
    #expect(scan.tags.map(\.trimsAfter) == [true, true, true])
  }

  @Test func closesOutsideStrings() {
    let (scan, source) = scan(#"{{ "}}" }} {{ {"a": {"b": 1}} }} {{ “}}” }} {% if x == "%}" %}"#)
    #expect(
      scan.tags.map { source.string($0.inner) } == [
        #" "}}" "#, #" {"a": {"b": 1}} "#, " “}}” ", #" if x == "%}" "#,
      ])
  }

  @Test func anApostropheDoesNotSwallowTheNextTag() {
    let (scan, source) = scan("{{ client's }} and {{ other's }}")
    #expect(scan.tags.map { source.string($0.inner) } == [" client's ", " other's "])
  }

  @Test func literalBraces() {
    let (scan, source) = scan("{_{ a }_} {_% b %_} {{ c }}")
    #expect(scan.literalBraces.map(\.replacement) == ["{{", "}}", "{%", "%}"])
    #expect(scan.literalBraces.map { source.string($0.span) } == ["{_{", "}_}", "{_%", "%_}"])
    #expect(scan.tags.count == 1)
  }

  @Test func tagsStayInTheirParagraph() {
    let marked = Marked("a 1️⃣{{ b\nc }} {{ d }}\n2️⃣{% if")
    let (scan, source) = scan(marked.text)
    #expect(scan.tags.map { source.string($0.inner) } == [" d "])
    let errors = scan.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["unclosed-tag", "unclosed-tag"])
    #expect(errors.map(\.position) == [marked["1"], marked["2"]])
    #expect(scan.diagnostics.filter { $0.code == "stray-delimiter" }.count == 1)
  }

  @Test func rawIsLiteral() {
    let (scan, source) = scan("{% raw %}{{ x }} {% if %}{%p endraw %}{{ y }}")
    #expect(scan.tags.map(\.keyword) == ["raw", "endraw", ""])
    #expect(source.string(scan.tags[2].inner) == " y ")
    #expect(BlockMatcher.match(scan.tags, in: source).blocks.count == 1)
  }

  @Test func blocks() {
    let (scan, source) = scan(
      "{% if a %}{% for x in xs %}{% else %}{% endfor %}{% elif b %}{% else %}{% endif %}"
        + "{% set x = 1 %}{% set y %}{% endset %}")
    let match = BlockMatcher.match(scan.tags, in: source)
    #expect(match.diagnostics.isEmpty)
    #expect(
      match.blocks == [
        Block(keyword: "if", open: 0, branches: [4, 5], close: 6, parent: nil),
        Block(keyword: "for", open: 1, branches: [2], close: 3, parent: 0),
        Block(keyword: "set", open: 8, branches: [], close: 9, parent: nil),
      ])
  }
}
