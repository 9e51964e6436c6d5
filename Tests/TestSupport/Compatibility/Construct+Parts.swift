extension Construct {
  private static func story(_ change: (inout WordFile) -> Void) -> WordFile {
    var file = WordFile(p("{{ x }}"))
    change(&file)
    return file
  }

  private static let noteReference = p(
    "{{ x }}", raw("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))

  /// Where tags are read.
  static let parts: [Construct] = [
    .same(
      "header", story { $0.header = p("H {{ x }}{% for i in xs %} {{ i }}{% endfor %}") },
      #"{"x": "v", "xs": [1, 2]}"#, "H v 1 2\n", part: "word/header1.xml"),
    .same(
      "footer", story { $0.footer = p("F {{ x }}") }, #"{"x": "v"}"#, "F v\n",
      part: "word/footer1.xml"),
    .same(
      "footnotes",
      story {
        $0.body = noteReference
        $0.footnotes = "<w:footnote w:id=\"2\">\(p("N {{ x }}"))</w:footnote>"
      }, #"{"x": "v"}"#, "N v\n", part: "word/footnotes.xml"),
    .better(
      "endnotes",
      story {
        $0.body = p("{{ x }}", raw("<w:r><w:endnoteReference w:id=\"2\"/></w:r>"))
        $0.endnotes = "<w:endnote w:id=\"2\">\(p("E {{ x }}"))</w:endnote>"
      }, #"{"x": "v"}"#, "E v\n", part: "word/endnotes.xml"),
    .better(
      "comments-part",
      story {
        $0.body = p("{{ x }}", raw("<w:r><w:commentReference w:id=\"2\"/></w:r>"))
        $0.comments = "<w:comment w:id=\"2\" w:author=\"a\">\(p("C {{ x }}"))</w:comment>"
      }, #"{"x": "v"}"#, "C v\n", part: "word/comments.xml"),
    .same(
      "text-box",
      WordFile(
        p(
          raw(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"914400\" cy=\"914400\"/><wp:docPr id=\"1\" name=\"box\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:prstGeom prst=\"rect\"/></wps:spPr><wps:txbx><w:txbxContent>\(p("box {{ x }}"))</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"s1\" style=\"width:72pt;height:72pt\"><v:textbox><w:txbxContent>\(p("box {{ x }}"))</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
          )), p("end")), #"{"x": "v"}"#, "box v\nbox v\n\nend\n"),
    .same(
      "content-control",
      WordFile(
        "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>\(p("{{ x }}"))</w:sdtContent></w:sdt>",
        p("end")), #"{"x": "v"}"#, "v\nend\n"),
    .same(
      "content-control-in-a-loop",
      WordFile(
        p("{%p for i in xs %}"),
        "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>\(p("{{ i }}"))</w:sdtContent></w:sdt>",
        p("{%p endfor %}"), p("end")), #"{"xs": ["a", "b"]}"#, "a\nb\nend\n"),
    .same(
      "title-property", story { $0.title = "T {{ x }}" }, #"{"x": "v"}"#, "v\n"),
    .same(
      "hyperlink-text",
      story {
        $0.body = p(raw("<w:hyperlink r:id=\"rIdL\"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>"))
        $0.links = [("rIdL", "https://example.kz/")]
      }, #"{"x": "v"}"#, "v\n"),
    .better(
      "hyperlink-target",
      story {
        $0.body = p(raw("<w:hyperlink r:id=\"rIdL\"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>"))
        $0.links = [("rIdL", "https://example.kz/%7B%7B%20x%20%7D%7D")]
      }, #"{"x": "v"}"#, "v\n"),
    .better(
      "field-instruction",
      WordFile(
        p(
          raw(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"{{ u</w:instrText></w:r><w:r><w:instrText>rl }}\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>site</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
          ))), #"{"url": "http://a.kz"}"#, "site\n"),
    .same(
      "tracked-insertion",
      WordFile(
        p(
          raw("<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>{{ x }}</w:t></w:r></w:ins>"), " end")),
      #"{"x": "v"}"#, "v end\n"),
    .better(
      "tracked-deletion",
      WordFile(
        p(
          raw(
            "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>"),
          "{{ x }}")), #"{"x": "v"}"#, "v\n"),
    .better(
      "word-template",
      story {
        $0.mainType =
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
      }, #"{"x": "v"}"#, "v\n"),
    .better(
      "strict-document",
      story { $0.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main" }, #"{"x": "v"}"#,
      "v\n"),
    .better(
      "clause-reference",
      WordFile(
        p("see {{ ref('pay') }}"), p("{% if x %}"), li(1, 0, "term"), p("{% endif %}"),
        li(1, 0, "pay{% clause pay %}")
      ).numbered, #"{"x": true}"#, "see 2\nterm\npay\n"),
    .better(
      "list-in-a-loop",
      WordFile(
        p("{% for x in xs %}"), p("{{ x }}:"), li(1, 0, "a"), li(1, 0, "b"), p("{% endfor %}")
      ).numbered, #"{"xs": ["v", "w"]}"#, "v:\na\nb\nw:\na\nb\n"),
  ]
}

extension WordFile {
  /// The document with a numbered list, 1.
  fileprivate var numbered: WordFile {
    var file = self
    file.numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)
    return file
  }
}
