import DraftPackage
import TestSupport
import Testing

@Suite struct StructureTests {
  @Test func paragraphTags() throws {
    let file = WordFile(p("A"), p("{%p if x %}"), p("B"), p("{%p endif %}"), p("C"))
    #expect(try fill(file, #"{"x": true}"#) == "A\nB\nC\n")
    #expect(try fill(file, #"{"x": false}"#) == "A\nC\n")
  }

  @Test func plainTagsAloneInTheirParagraphsLeaveNothingBlank() throws {
    let file = WordFile(
      p("A"), p(" {% if x %} "), p("B"), p("{% else %}"), p("C"), p("{% endif %}"), p("D"))
    #expect(try fill(file, #"{"x": true}"#) == "A\nB\nD\n")
    #expect(try fill(file, #"{"x": false}"#) == "A\nC\nD\n")
  }

  @Test func paragraphLoops() throws {
    let file = WordFile(p("{%p for i in xs %}"), p("– {{ i }}"), p("{%p endfor %}"), p("end"))
    #expect(try fill(file, #"{"xs": ["a", "b"]}"#) == "– a\n– b\nend\n")
  }

  @Test func severalParagraphTagsInOneParagraph() throws {
    let file = WordFile(
      p("{%p for i in xs %}{%p if i %}"), p("{{ i }}"), p("{%p endif %}{%p endfor %}"), p("end"))
    #expect(try fill(file, #"{"xs": [1, 0, 2]}"#) == "1\n2\nend\n")
  }

  @Test func otherTextInATagsParagraphIsAnErrorNotLost() {
    #expect(
      mistakes(WordFile(p("text {%p if x %}"), p("B"), p("{%p endif %}")))
        == ["text-would-be-lost@1"])
    #expect(
      mistakes(
        WordFile(
          tbl(
            tr(tc(p("{%tr for x in xs %}")), tc(p("text"))), tr(tc(p("a")), tc(p("b"))),
            tr(tc(p("{%tr endfor %}")), tc(p()))))
      ).contains("text-would-be-lost@1"))
  }

  @Test func rowTags() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("head")), tc(p("er"))), tr(tc(p("{%tr for r in rows %}")), tc(p())),
        tr(tc(p("{{ r.a }}")), tc(p("{{ r.b }}"))), tr(tc(p("{%tr endfor %}")), tc(p()))))
    #expect(
      try fill(file, #"{"rows": [{"a": 1, "b": 2}, {"a": 3, "b": 4}]}"#) == "head|er|\n1|2|\n3|4|\n"
    )
    #expect(try fill(file, #"{"rows": []}"#) == "head|er|\n")
  }

  @Test func plainTagsAloneInRowsTakeTheRows() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("{% for r in rows %}")), tc(p())), tr(tc(p("{{ r }}")), tc(p("x"))),
        tr(tc(p("{% endfor %}")), tc(p()))), p("after"))
    #expect(try fill(file, #"{"rows": [1, 2]}"#) == "1|x|\n2|x|\nafter\n")
    #expect(try fill(file, #"{"rows": []}"#) == "after\n")
  }

  @Test func forAndEndforInOneRow() throws {
    let file = WordFile(
      tbl(tr(tc(p("{%tr for r in rows %}{{ r }}")), tc(p("y{%tr endfor %}")))), p("after"))
    #expect(try fill(file, #"{"rows": [1, 2]}"#) == "1|y|\n2|y|\nafter\n")
    #expect(try fill(file, #"{"rows": []}"#) == "after\n")
  }

  @Test func severalRowTagsInOneRow() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("{%tr for r in rows %}{%tr if r %}")), tc(p())), tr(tc(p("{{ r }}")), tc(p("y"))),
        tr(tc(p("{%tr endif %}")), tc(p("{%tr endfor %}")))), p("after"))
    #expect(try fill(file, #"{"rows": [1, 0, 2]}"#) == "1|y|\n2|y|\nafter\n")
  }

  @Test func rowConditionsWithElse() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("{%tr if x %}")), tc(p())), tr(tc(p("A")), tc(p("B"))),
        tr(tc(p("{%tr else %}")), tc(p())), tr(tc(p("C")), tc(p("D"))),
        tr(tc(p("{%tr endif %}")), tc(p()))))
    #expect(try fill(file, #"{"x": true}"#) == "A|B|\n")
    #expect(try fill(file, #"{"x": false}"#) == "C|D|\n")
  }

  @Test func cellLoopsWidenTheGrid() throws {
    let file = WordFile(
      tbl(
        columns: 3, tr(tc(p("{%tc for c in cs %}")), tc(p("{{ c }}")), tc(p("{%tc endfor %}")))))
    let filling = try Filling(file, #"{"cs": [1, 2, 3, 4]}"#)
    #expect(try filling.text() == "1|2|3|4|\n")
    #expect(try filling.xml().split(separator: "<w:gridCol ").count == 5)
    #expect(try Filling(file, #"{"cs": []}"#).text() == "")
  }

  @Test func plainTagsInsideCells() throws {
    let file = WordFile(
      tbl(tr(tc(p("{% if x %}"), p("A"), p("{% endif %}")), tc(p("B")))))
    #expect(try fill(file, #"{"x": true}"#) == "A|B|\n")
    let xml = try Filling(file, #"{"x": false}"#).xml()
    #expect(xml.contains("</w:tcPr><w:p/></w:tc>"))
  }

  @Test func cellBackground() throws {
    let file = WordFile(tbl(tr(tc(p("{% cellbg color %}x")), tc(p("y")))))
    let xml = try Filling(file, ##"{"color": "#FFCC00"}"##).xml()
    #expect(
      xml.contains(
        #"<w:tcW w:w="2000" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/></w:tcPr>"#
      ))
    #expect(mistakes(file, #"{"color": "red"}"#) == ["bad-color@1"])
  }

  @Test func columnSpan() throws {
    let file = WordFile(tbl(tr(tc(p("{% colspan n %}x"))), tr(tc(p("a")), tc(p("b")))))
    #expect(try Filling(file, #"{"n": 2}"#).xml().contains(#"<w:gridSpan w:val="2"/>"#))
    #expect(mistakes(file, #"{"n": 0}"#) == ["bad-span@1"])
  }

  @Test func verticalMerge() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("{%tr for r in rows %}")), tc(p())),
        tr(tc(p("{% vm %}all")), tc(p("{{ r }}"))), tr(tc(p("{%tr endfor %}")), tc(p()))))
    let filling = try Filling(file, #"{"rows": [1, 2]}"#)
    #expect(try filling.text() == "all|1|\n|2|\n")
    #expect(try filling.xml().contains(#"<w:vMerge w:val="restart"/>"#))
    #expect(try filling.xml().contains(#"<w:vMerge w:val="continue"/>"#))
  }

  @Test func horizontalMerge() throws {
    let file = WordFile(
      tbl(
        columns: 3, tr(tc(p("{%tc for c in cs %}")), tc(p("{% hm %}all")), tc(p("{%tc endfor %}"))))
    )
    let filling = try Filling(file, #"{"cs": [1, 2, 3]}"#)
    #expect(try filling.text() == "all|\n")
    #expect(try filling.xml().contains(#"<w:gridSpan w:val="3"/>"#))
  }

  @Test func joins() throws {
    let file = WordFile(
      p("My list:"), p("{%- for i in xs -%}"), p(" {{ i }}"), p("{%- endfor -%}"), p("."))
    #expect(try fill(file, #"{"xs": [1, 2]}"#) == "My list: 1 2.\n")
  }

  @Test func wholeParagraphExpressions() throws {
    #expect(try fill(WordFile(p("A"), p("{{p x }}"), p("B")), #"{"x": "v"}"#) == "A\nv\nB\n")
    #expect(mistakes(WordFile(p("A {{p x }}")), #"{"x": "v"}"#) == ["text-would-be-lost@1"])
  }

  @Test func macrosOfParagraphs() throws {
    let file = WordFile(
      p("{%p macro item(x) %}"), p(b("[{{ x }}]")), p("{%p endmacro %}"), p("{{p item('a') }}"),
      p("{{p item('b & c') }}"))
    #expect(try fill(file) == "[a]\n[b & c]\n")
  }

  @Test func sectionBreaksOfRemovedParagraphsMove() throws {
    let section = "<w:pPr><w:sectPr><w:pgSz w:w=\"100\" w:h=\"100\"/></w:sectPr></w:pPr>"
    let file = WordFile(
      p("A"), "<w:p>\(section)<w:r><w:t>{%p if x %}</w:t></w:r></w:p>", p("B"), p("{%p endif %}"))
    let xml = try Filling(file, #"{"x": true}"#).xml()
    #expect(xml.contains("<w:p>\(section)<w:r><w:t>A</w:t></w:r></w:p>"))
  }

  @Test func bookmarksOfRemovedParagraphsStay() throws {
    let mark = raw("<w:bookmarkStart w:id=\"1\" w:name=\"m\"/>")
    let end = raw("<w:bookmarkEnd w:id=\"1\"/>")
    let file = WordFile(p(mark, "{%p if x %}"), p("B", end), p("{%p endif %}"))
    let xml = try Filling(file, #"{"x": true}"#).xml()
    #expect(xml.contains("w:bookmarkStart") && xml.contains("w:bookmarkEnd"))
  }

  @Test func identifiersInLoopsAreUnique() throws {
    let body = raw(
      "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/><w:r><w:t>{{ i }}</w:t></w:r><w:bookmarkEnd w:id=\"7\"/>"
    )
    let drawing = raw(
      "<w:r><w:drawing><wp:inline><wp:docPr id=\"3\" name=\"d\"/></wp:inline></w:drawing></w:r>")
    let file = WordFile(p("{%p for i in xs %}"), p(body, drawing), p("{%p endfor %}"))
    let xml = try Filling(file, #"{"xs": [1, 2, 3]}"#).xml()
    for element in ["w:bookmarkStart w:id", "w:bookmarkEnd w:id", "wp:docPr id", "w:name"] {
      let values = xml.split(separator: element + "=\"").dropFirst().map {
        $0.prefix { $0 != "\"" }
      }
      #expect(Set(values).count == 3, "\(element): \(values)")
    }
  }

  @Test func paragraphIdentifiersAreNotRepeated() throws {
    let file = WordFile(
      p("{%p for i in xs %}"),
      "<w:p w14:paraId=\"11111111\" w14:textId=\"77777777\" w:rsidR=\"00AA\"><w:r><w:t>{{ i }}</w:t></w:r></w:p>",
      p("{%p endfor %}"), "<w:p w14:paraId=\"22222222\"><w:r><w:t>z</w:t></w:r></w:p>")
    let xml = try Filling(file, #"{"xs": [1, 2]}"#).xml()
    #expect(!xml.contains("11111111") && xml.contains("22222222") && xml.contains("00AA"))
  }

  @Test func textBoxesAreEvaluatedOnce() throws {
    let box = { (text: String) in "<w:txbxContent>\(p(Run(text)))</w:txbxContent>" }
    let file = WordFile(
      p("{% set ns = namespace(n=0) %}"),
      p(
        raw(
          "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box("{% set ns.n = ns.n + 1 %}box {{ ns.n }}"))</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>\(box("{% set ns.n = ns.n + 1 %}box {{ ns.n }}"))</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )),
      p("{{ ns.n }}"))
    let text = try fill(file)
    #expect(text.split(separator: "\n").filter { $0 == "box 1" }.count == 2)
    #expect(text.hasSuffix("1\n"))
  }

  @Test func everyStory() throws {
    var file = WordFile(p("{{ x }}"))
    file.header = p("H {{ x }}{% for i in xs %} {{ i }}{% endfor %}")
    file.footer = p("F {{ x }}")
    file.footnotes = "<w:footnote w:id=\"2\">\(p("N {{ x }}"))</w:footnote>"
    file.endnotes = "<w:endnote w:id=\"2\">\(p("E {{ x }}"))</w:endnote>"
    file.comments = "<w:comment w:id=\"2\" w:author=\"a\">\(p("C {{ x }}"))</w:comment>"
    file.title = "T {{ x }}"
    let filling = try Filling(file, #"{"x": "v", "xs": [1, 2]}"#)
    #expect(try filling.text("word/header1.xml") == "H v 1 2\n")
    #expect(try filling.text("word/footer1.xml") == "F v\n")
    #expect(try filling.text("word/footnotes.xml") == "N v\n")
    #expect(try filling.text("word/endnotes.xml") == "E v\n")
    #expect(try filling.text("word/comments.xml") == "C v\n")
    #expect(try filling.xml("docProps/core.xml").contains("<dc:title>T v</dc:title>"))
  }

  @Test func contentControlsAreFreed() throws {
    let file = WordFile(
      "<w:sdt><w:sdtPr><w:id w:val=\"5\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\"/></w:sdtPr><w:sdtContent>\(p("{{ x }}"))</w:sdtContent></w:sdt>"
    )
    let xml = try Filling(file, #"{"x": "v"}"#).xml()
    #expect(!xml.contains("dataBinding") && !xml.contains("showingPlcHdr") && xml.contains(">v<"))
  }

  @Test func blocksThatCrossStructureAreLocatedErrors() {
    let file = WordFile(
      p("A {% if x %} B"), tbl(tr(tc(p("C {% endif %} D")), tc(p()))))
    #expect(mistakes(file, #"{"x": true}"#) == ["block-crosses-structure@2"])
  }

  @Test func styleNamesGiveTheLanguage() throws {
    var file = WordFile(p(style: "K", "{{ n }}"), p(style: "R", "{{ n }}"))
    file.styles = [("K", "Body (kk)"), ("R", "Body (ru)")]
    #expect(
      try fill(file, #"{"n": {"kk": "қазақша", "ru": "по-русски"}}"#) == "қазақша\nпо-русски\n")
  }

  @Test func langBlocksGiveTheLanguage() throws {
    let file = WordFile(p("{% lang kk %}{{ n }}{% endlang %}/{% lang ru %}{{ n }}{% endlang %}"))
    #expect(try fill(file, #"{"n": {"kk": "а", "ru": "б"}}"#) == "а/б\n")
    #expect(mistakes(WordFile(p("{% lang xx %}a{% endlang %}"))) == ["unknown-language@1"])
  }

  @Test func partsWithoutTagsAreByteIdentical() throws {
    var file = WordFile(p("no tags & nothing"), tbl(tr(tc(p("x")), tc(p("y")))))
    file.header = p("{{ x }}")
    let before = try Filling(file, #"{"x": 1}"#)
    #expect(
      try before.xml("word/document.xml")
        == String(decoding: packageEntry("word/document.xml", in: file), as: UTF8.self))
  }

  private func packageEntry(_ name: String, in file: WordFile) throws -> [UInt8] {
    try Package(file.bytes).read(name)
  }

  @Test func templatesAndStrictDocumentsAreTaken() throws {
    var file = WordFile(p("{{ x }}"))
    file.mainType =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    let filling = try Filling(file, #"{"x": 1}"#)
    #expect(try filling.xml("[Content_Types].xml").contains("document.main+xml"))
    file = WordFile(p("{{ x }}"))
    file.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    #expect(try fill(file, #"{"x": 1}"#) == "1\n")
  }

  @Test func macroDocumentsAreRefusedByName() {
    var file = WordFile(p("{{ x }}"))
    file.mainType = "application/vnd.ms-word.document.macroEnabled.main+xml"
    #expect(mistakes(file) == ["macro-document@0"])
  }

  @Test func lineFeedsInsideTextAreSpaces() throws {
    let file = WordFile("<w:p><w:r><w:t>a {{\n x }}\n b</w:t></w:r></w:p>")
    #expect(try fill(file, #"{"x": 1}"#) == "a 1\n b\n")
  }
}
