import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import TestSupport
import Testing

/// Clauses with names, and the places that ask for their numbers.
@Suite struct ReferenceTests {
  /// A document whose first list has three levels: 1., 1.1., 1).
  private func file(_ blocks: String...) -> WordFile {
    var file = WordFile(blocks.joined())
    file.numbering =
      abstractNum(0, lvl(0, "%1."), lvl(1, "%1.%2."), lvl(2, "%3)")) + num(1, of: 0)
    file.styles = [("K", "Text (kk)"), ("R", "Text (ru)")]
    return file
  }

  /// A paragraph of the list in a language.
  private func clause(_ style: String, _ level: Int, _ text: String) -> String {
    p(properties: "<w:pStyle w:val=\"\(style)\"/>\(numPr(1, level))", Run(text))
  }

  @Test func aReferenceIsALiveFieldWithItsResult() throws {
    let filling = try Filling(
      file(li(1, 0, "One"), li(1, 1, "See {{ ref(\"pay\") }}."), li(1, 1, "Pay{% clause pay %}")))
    #expect(try filling.text() == "One\nSee 1.2.\nPay\n")
    let xml = try filling.xml()
    #expect(
      xml.contains(
        "<w:instrText xml:space=\"preserve\"> REF _Ref_pay \\w \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1.2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>"
      ))
    #expect(
      xml.contains("<w:bookmarkStart w:id=\"1\" w:name=\"_Ref_pay\"/><w:r><w:t xml:space"))
    #expect(xml.contains("Pay</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"))
  }

  @Test func theFieldHasTheFormattingOfTheTag() throws {
    let xml = try Filling(
      file(p("See ", b("{{ ref('a') }}")), li(1, 0, "{% clause a %}A"))
    ).xml()
    #expect(xml.contains("<w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r>"))
  }

  @Test func conditionsAndLoopsCountBeforeTheNumberIsKnown() throws {
    let template = file(
      p("{{ ref('last') }}"), p("{% if extra %}"), li(1, 0, "extra"), p("{% endif %}"),
      p("{% for x in xs %}"), li(1, 0, "{{ x }}"), p("{% endfor %}"),
      li(1, 0, "last{% clause last %}"))
    #expect(try fill(template, #"{"extra": false, "xs": []}"#) == "1\nlast\n")
    #expect(
      try fill(template, #"{"extra": true, "xs": ["a", "b"]}"#) == "4\nextra\na\nb\nlast\n")
  }

  @Test func aDeepNumberShowsTheLevelsThatItsTextLeavesOut() throws {
    #expect(
      try fill(
        file(
          li(1, 0, "a"), li(1, 1, "b"), li(1, 2, "c{% clause c %}"),
          p("{{ ref('c') }} {{ '(' ~ ref('c') ~ ')' }}")))
        == "a\nb\nc\n1.1.1) (1.1.1))\n")
  }

  @Test func otherPartsReferToTheBody() throws {
    var template = file(li(1, 0, "a"), li(1, 0, "b{% clause b %}"))
    template.header = p("top {{ ref('b') }}")
    template.footnotes = "<w:footnote w:id=\"2\">\(p("note {{ ref('b') }}"))</w:footnote>"
    template.title = "title {{ ref('b') }}"
    let filling = try Filling(template)
    #expect(try filling.text("word/header1.xml") == "top 2\n")
    #expect(try filling.text("word/footnotes.xml") == "note 2\n")
    #expect(try filling.xml("docProps/core.xml").contains(">title 2<"))
  }

  @Test func aBookmarkOfWordNamesItsParagraph() throws {
    let mark = raw("<w:bookmarkStart w:id=\"7\" w:name=\"fee\"/>")
    let filling = try Filling(
      file(
        p("{{ ref('fee') }}"), li(1, 0, "a"),
        li(1, 0, mark, "b", raw("<w:bookmarkEnd w:id=\"7\"/>"))))
    #expect(try filling.text() == "2\na\nb\n")
    #expect(try filling.xml().contains("<w:bookmarkStart w:id=\"8\" w:name=\"_Ref_fee\"/>"))
  }

  @Test func eachLanguageHasItsOwnClause() throws {
    let template = file(
      tbl(
        tr(
          tc(clause("K", 0, "{% clause a %}{{ ref('a') }}")),
          tc(clause("R", 0, "{% clause a %}{{ ref('a') }}")))))
    // One list goes through both columns here, so that the numbers differ.
    #expect(try fill(template) == "1|2|\n")
    #expect(
      mistakes(file(clause("K", 0, "{% clause a %}x"), clause("R", 0, "{{ ref('a') }}")))
        == ["unknown-clause@2"])
    #expect(
      mistakes(
        file(
          clause("K", 0, "{% clause a %}x"), clause("R", 0, "{% clause a %}x"),
          p("{{ ref('a') }}")))
        == ["ambiguous-clause@3"], "neutral text, and the numbers differ")
  }

  @Test func aTurnRefersToItsOwnClause() throws {
    let template = file(
      p("{% for x in xs %}"), li(1, 0, "{{ x }}{% clause item %}"), p("see {{ ref('item') }}"),
      p("{% endfor %}"))
    let filling = try Filling(template, #"{"xs": ["a", "b"]}"#)
    #expect(try filling.text() == "a\nsee 1\nb\nsee 2\n")
    #expect(try filling.xml().contains("w:name=\"_Ref_item_2\""))
    #expect(
      mistakes(
        file(
          p("{% for x in xs %}"), li(1, 0, "{{ x }}{% clause item %}"), p("{% endfor %}"),
          p("{{ ref('item') }}")), #"{"xs": ["a"]}"#) == ["ambiguous-clause@4"])
  }

  @Test func aMacroThatIsCalledTwiceMakesItsClauseAmbiguous() throws {
    let template = file(
      p("{%p macro m() %}"), li(1, 0, "text{% clause c %}"), p("{%p endmacro %}"), p("{{p m() }}"),
      p("{% if again %}"), p("{{p m() }}"), p("{% endif %}"), p("{{ ref('c') }}"))
    #expect(try fill(template, #"{"again": false}"#) == "text\n1\n")
    #expect(mistakes(template, #"{"again": true}"#) == ["ambiguous-clause@8"])
  }

  @Test func aRemovedClauseIsAnErrorThatNamesBothPlaces() throws {
    let template = file(
      p("{% if x %}"), li(1, 0, "a{% clause a %}"), p("{% endif %}"), li(1, 0, "{{ ref('a') }}"))
    #expect(try fill(template, #"{"x": true}"#) == "a\n1\n")
    let error = #expect(throws: Diagnostics.self) { try Filling(template, #"{"x": false}"#) }
    let found = try #require(error?.items.first)
    #expect(found.code == "removed-clause" && found.place?.line == 4)
    #expect(found.notes.map(\.place?.line) == [2])
    let gap = #expect(throws: Diagnostics.self) {
      try Filling(template, #"{"x": false}"#, missing: .gap)
    }
    #expect(gap?.items.map(\.code) == ["removed-clause"], "no gap takes the place of a number")
  }

  @Test func namesAreChecked() throws {
    let unknown = #expect(throws: Diagnostics.self) {
      try Filling(file(li(1, 0, "a{% clause payment %}{{ ref('paymnet') }}")))
    }
    #expect(unknown?.items.map(\.code) == ["unknown-clause"])
    #expect(unknown?.items.first?.hints.first?.en.contains("payment") == true)
    #expect(
      mistakes(file(li(1, 0, "{% clause a %}x"), li(1, 0, "{% clause a %}y"))) == [
        "clause-twice@2"
      ])
    #expect(
      mistakes(
        file(
          p("{% if x %}"), li(1, 0, "{% clause a %}x"), p("{% else %}"),
          li(1, 0, "{% clause a %}y"), p("{% endif %}"), p("{{ ref('a') }}")), #"{"x": 1}"#) == [])
    #expect(mistakes(file(p("{% clause a %}x"))) == ["clause-without-number@1"])
    #expect(mistakes(file(p("x"), p("{% clause a %}"))) == ["clause-without-number@2"])
    #expect(mistakes(file(p("{{ ref(x) }}"))) == ["clause-name@1"])
    #expect(mistakes(file(p("{{ ref('a') }}"))) == ["unknown-clause@1"])
    #expect(
      mistakes(
        file(
          p("{{ x | nofilter }}"), li(1, 0, "{% clause a %}{{ ref('a') }}"), p("{{ ref('b') }}")))
        == ["unknown-filter@1", "unknown-clause@3"], "also beside other mistakes")
    var header = file(p("x"))
    header.header = p("{% clause a %}")
    #expect(mistakes(header) == ["clause-outside-body@1"])
  }

  @Test func dataCannotForgeAReference() throws {
    let template = file(p("{{ x }} {{ ref('a') }}"), li(1, 0, "{% clause a %}a"))
    #expect(mistakes(template, #"{"x": "\u0001"}"#) == ["forbidden-character@1"])
    #expect(mistakes(template, #"{"x": "\u00010,\u0002"}"#) == ["forbidden-character@1"])
    #expect(mistakes(template, #"{"x": "\u0001R0,0\u0002"}"#) == ["forbidden-character@1"])
  }

  @Test func dataOfTheNameStayData() throws {
    #expect(try fill(file(p("{{ ref }} {{ ref() }}")), #"{"ref": "12/К"}"#) == "12/К 12/К\n")
    #expect(mistakes(file(p("{{ ref }}"))) == ["unknown-field@1"])
  }

  @Test func repeatedParagraphsOfAValueCount() throws {
    let filling = try Filling(
      file(li(1, 0, "{{ x }}"), li(1, 0, "b{% clause b %}"), p("{{ ref('b') }}")),
      #"{"x": "one\u0007two"}"#)
    #expect(try filling.text() == "one\ntwo\nb\n3\n")
  }

  @Test func textTemplatesHaveNoClauseNumbers() {
    let compiled = TextTemplateCompiler.compile("1. A{% clause a %}\n{{ ref('a') }}\n")
    #expect(compiled.diagnostics.map(\.code) == ["no-clause-numbers"])
    #expect(compiled.diagnostics.first?.place?.line == 2)
  }

  @Test func documentsWithReferencesAreValid() throws {
    let template = file(
      p("{% for x in xs %}"), p(raw("<w:bookmarkStart w:id=\"3\" w:name=\"m\"/>"), "t"),
      li(1, 0, "{{ x }}{% clause item %}", raw("<w:bookmarkEnd w:id=\"3\"/>")),
      p("see {{ ref('item') }}"), p("{% endfor %}"))
    let data = try DataFile(json: Array(#"{"xs": [1, 2, 3]}"#.utf8), name: nil).root
    let bytes = try DocxTemplate(template.bytes, environment: .standard).fill(with: data).bytes
    #expect(try DocumentValidity.newFaults(of: bytes, template: template.bytes) == [])
  }
}
