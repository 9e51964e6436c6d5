import DraftDocx
import DraftPackage
import TestSupport
import Testing

/// Tables of contents get the entries that the drawn headings ask for (ECMA-376 part 1, § 17.16.5.68).
struct ContentsTests {
  private static func character(_ kind: String) -> Run {
    raw("<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>")
  }

  private static func code(_ code: String) -> Run {
    raw("<w:r><w:instrText xml:space=\"preserve\"> \(escaped(code)) </w:instrText></w:r>")
  }

  /// An entry as Word writes it, between the runs before and after.
  private static func entry(
    _ title: String, _ bookmark: String, _ page: String, level: Int = 1, before: String = "",
    after: String = ""
  ) -> String {
    let pieces = title.split(separator: "\t").map {
      "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t>\(escaped(String($0)))</w:t></w:r>"
    }.joined(separator: "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:tab/></w:r>")
    let field =
      "<w:r><w:tab/></w:r>" + character("begin").xml + code("PAGEREF \(bookmark) \\h").xml
      + character("separate").xml + "<w:r><w:t>\(page)</w:t></w:r>" + character("end").xml
    return
      "<w:p><w:pPr><w:pStyle w:val=\"TOC\(level)\"/><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9000\"/></w:tabs></w:pPr>\(before)<w:hyperlink w:anchor=\"\(bookmark)\">\(pieces)\(field)</w:hyperlink>\(after)</w:p>"
  }

  private static func opening(_ switches: String) -> String {
    character("begin").xml + code("TOC \(switches)").xml + character("separate").xml
  }

  private static func heading(_ text: String, _ bookmark: String, level: Int = 1) -> String {
    let id = bookmark.suffix(1)
    let mark = bookmark.isEmpty ? "" : "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(bookmark)\"/>"
    let end = bookmark.isEmpty ? "" : "<w:bookmarkEnd w:id=\"\(id)\"/>"
    return p(style: "H\(level)", raw(mark), Run(text), raw(end))
  }

  private static func file(_ blocks: String...) -> WordFile {
    var file = WordFile(blocks.joined())
    file.styles = [
      ("H1", "heading 1"), ("H2", "Heading 2"), ("TOC1", "toc 1"), ("TOC2", "toc 2"),
      ("C", "Clause"),
    ]
    return file
  }

  /// The entries: titles, a tab, pages.
  private static func entries(_ filling: Filling) throws -> [String] {
    try filling.text().split(separator: "\n").filter { $0.contains("⇥") }.map { line in
      // The tab stops of the paragraph come first.
      String(line.drop { $0 == "⇥" }).replacing("⇥", with: "\t")
    }
  }

  @Test func entriesFollowTheHeadingsThatWereDrawn() throws {
    let template = Self.file(
      Self.entry(
        "{% if long %}Long {{ name }}{% endif %}", "_Toc1", "1",
        before: Self.opening("\\o \"1-2\" \\h")),
      Self.entry("{{ item }}", "_Toc2", "2", level: 2),
      p(Self.character("end")),
      p("{%p if long %}"), Self.heading("Long {{ name }}", "_Toc1"), p("{%p endif %}"),
      Self.heading("Second", ""),
      p("{%p for item in items %}"), Self.heading("{{ item }}", "_Toc2", level: 2),
      p("{%p endfor %}"), p("{{ name }}"))
    let both = try Filling(template, #"{"long": true, "name": "A & B", "items": ["x", "y"]}"#)
    #expect(
      try Self.entries(both)
        == ["Long A & B\t1", "Second\t", "x\t2", "y\t"])
    let xml = try both.xml()
    for anchor in ["_Toc1", "_Toc2", "_Toc2_2", "_Toc000000001"] {
      #expect(xml.components(of: "w:name=\"\(anchor)\"") == 1, "\(anchor)")
      #expect(xml.components(of: "w:anchor=\"\(anchor)\"") == 1, "\(anchor)")
      #expect(xml.components(of: "PAGEREF \(anchor) ") == 1, "\(anchor)")
    }
    #expect(!xml.contains("{{") && !xml.contains("{%"))
    let short = try Filling(template, #"{"long": false, "name": "A", "items": []}"#)
    #expect(
      try Self.entries(short)
        == ["Second\t"])
    let none = try Filling(
      Self.file(
        Self.entry(
          "{{ x }}", "_Toc1", "1", before: Self.opening("\\o"), after: Self.character("end").xml),
        p("{{ x }}")), #"{"x": "1"}"#)
    #expect(try none.text() == "⇥\n1\n")
  }

  @Test func entriesThatSayTheSameStayAsTheyAre() throws {
    let template = Self.file(
      Self.entry("First", "_Toc1", "3", before: Self.opening("\\o \"1-2\" \\h")),
      p(Self.character("end")), Self.heading("First", "_Toc1"), p("{{ x }}"))
    let xml = try Filling(template, #"{"x": 1}"#).xml()
    let entry = Self.entry("First", "_Toc1", "3")
    let link = try #require(entry.firstRange(of: "<w:hyperlink"))
    #expect(xml.contains(entry[link.lowerBound...]))
    #expect(xml.components(of: "<w:hyperlink") == 1)
  }

  @Test func numbersOfHeadingsAreTheDrawnOnes() throws {
    var template = Self.file(
      Self.entry(
        "1.\tOne", "_Toc1", "3", before: Self.opening("\\o \"1-1\" \\h"),
        after: Self.character("end").xml),
      p("{%p if one %}"), Self.heading("One", "_Toc1"), p("{%p endif %}"),
      Self.heading("Two", ""), p("{{ x }}"))
    template.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt \
      w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    template.styles.removeAll { $0.id == "H1" }
    template.styleMarkup =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    func titles(_ data: String) throws -> [String] {
      try Self.entries(Filling(template, data))
    }
    #expect(try titles(#"{"one": true, "x": 1}"#) == ["1.\tOne\t3", "2.\tTwo\t"])
    #expect(try titles(#"{"one": false, "x": 1}"#) == ["1.\tTwo\t"])
  }

  @Test func switchesSayWhatIsListed() throws {
    func titles(_ code: String) throws -> [String] {
      let template = Self.file(
        p(raw(Self.opening(code)), "old {{ y }}", Self.character("end")),
        Self.heading("One", ""), Self.heading("Two", "", level: 2),
        p(style: "C", "Clause"),
        "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>Outline</w:t></w:r></w:p>",
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid><w:tr><w:tc>\(Self.heading("In a table", ""))</w:tc></w:tr></w:tbl>",
        p("{{ x }}"))
      return try Self.entries(Filling(template, #"{"x": 1}"#)).map {
        $0.hasSuffix("\t") ? String($0.dropLast()) : $0
      }
    }
    #expect(try titles("") == ["One", "Two", "In a table"])
    #expect(try titles("\\o \"2-3\"") == ["Two"])
    #expect(try titles("\\o \"1-3\" \\u") == ["One", "Two", "Outline", "In a table"])
    #expect(try titles("\\t \"Clause;1;Heading 2;3\"") == ["Two", "Clause"])
    #expect(try titles("\\o \"1-1\" \\p \" — \" \\* MERGEFORMAT") == ["One — ", "In a table — "])
  }

  /// LibreOffice works out a page only where the field of the entry stands for itself.
  @Test func forPrintingEntriesStandWithoutTheFieldAroundThem() throws {
    let template = Self.file(
      Self.entry("First", "_Toc1", "7", before: Self.opening("\\o \"1-2\" \\h")),
      p(Self.character("end")), Self.heading("First", "_Toc1"), p("text"))
    let printable = try LiveContents.printable(template.bytes)
    let xml = String(decoding: try Package(printable).read("word/document.xml"), as: UTF8.self)
    #expect(!xml.contains("TOC \\o") && xml.contains("PAGEREF _Toc1"))
    #expect(xml.components(of: "fldCharType") == 3)
    #expect(try LiveContents.printable(printable) == printable)
    #expect(try LiveContents.printable(WordFile(p("x")).bytes) == WordFile(p("x")).bytes)
  }

  @Test func contentsOfOtherKindsStayTheAuthors() throws {
    // Captions: their entries are text like any other.
    let template = Self.file(
      p(raw(Self.opening("\\h \\z \\c \"Figure\"")), "Figure {{ x }}", Self.character("end")),
      Self.heading("One", ""))
    #expect(try Filling(template, #"{"x": 1}"#).text() == "Figure 1\nOne\n")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
