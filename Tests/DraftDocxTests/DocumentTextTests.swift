import DraftDocx
import TestSupport
import Testing

/// What a document says as plain text.
@Suite struct DocumentTextTests {
  private func text(_ file: WordFile, width: Int? = nil) throws -> String {
    try DocumentText(file.bytes).string(width: width)
  }

  @Test func paragraphsHaveTheirNumbers() throws {
    var file = WordFile(li(1, 0, "Первый"), li(1, 1, "подпункт"), li(1, 0, "Второй"), p("Текст"))
    file.numbering = abstractNum(0, lvl(0, "%1."), lvl(1, "%2)", "russianLower")) + num(1, of: 0)
    #expect(try text(file) == "1. Первый\nа) подпункт\n2. Второй\nТекст\n")
  }

  @Test func linesAreWrappedUnderTheirText() throws {
    var file = WordFile(li(1, 0, "Раз два три четыре пять шесть семь восемь"))
    file.numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)
    #expect(
      try text(file, width: 20) == "1. Раз два три\n   четыре пять шесть\n   семь восемь\n")
  }

  @Test func fieldsShowTheirResults() throws {
    let field = raw(
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>4.2</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
    let simple = raw("<w:fldSimple w:instr=\"DATE\"><w:r><w:t>май</w:t></w:r></w:fldSimple>")
    let hidden = raw("<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r>")
    #expect(try text(WordFile(p("п. ", field, ", ", simple, hidden))) == "п. 4.2, май\n")
  }

  @Test func insertionsAreShownAndDeletionsAreNot() throws {
    let file = WordFile(
      p(
        "a", raw("<w:ins w:id=\"1\"><w:r><w:t>b</w:t></w:r></w:ins>"),
        raw("<w:del w:id=\"2\"><w:r><w:delText>c</w:delText></w:r></w:del>"), "d"),
      p(properties: "<w:rPr><w:del w:id=\"3\"/></w:rPr>", "one "), p("two"),
      tbl(
        "<w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr>\(tc(p("gone")))\(tc(p("gone")))</w:tr>",
        tr(tc(p("x")), tc(p("y")))))
    #expect(try text(file) == "abd\none two\n\nx\n\ny\n")
  }

  @Test func deletedAndHiddenParagraphsDoNotCount() throws {
    let gone = "<w:p><w:pPr>\(numPr(1, 0))<w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr></w:p>"
    let hidden =
      "<w:p><w:pPr>\(numPr(1, 0))<w:rPr><w:vanish/></w:rPr></w:pPr>"
      + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>h</w:t></w:r></w:p>"
    var file = WordFile(li(1, 0, "a"), gone, li(1, 0, "b"), hidden, li(1, 0, "c"))
    file.numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)
    #expect(try text(file) == "1. a\n2. b\n3. c\n")
  }

  @Test func breaksAndTabs() throws {
    let page = raw("<w:r><w:br w:type=\"page\"/></w:r>")
    let end = "<w:tabs><w:tab w:val=\"right\" w:pos=\"9000\"/></w:tabs>"
    let file = WordFile(
      p("a", br, "b", tab, "c"), p("end", page, "next"), p(properties: end, "left", tab, "right"))
    #expect(try text(file) == "a\nb\tc\nend\n\n\u{0C}\n\nnext\nleft\tright\n")
    #expect(
      try text(file, width: 20)
        == "a\nb       c\nend\n\n\u{0C}\n\nnext\nleft           right\n")
  }

  @Test func twoColumnsStandSideBySideOrOneUnderTheOther() throws {
    let file = WordFile(
      tbl(
        tr(tc(p("КЛИЕНТ")), tc(p("ИСПОЛНИТЕЛЬ"))), tr(tc(p("Ахметова")), tc(p("Сапаров")))))
    #expect(
      try text(file, width: 80)
        == "КЛИЕНТ" + String(repeating: " ", count: 36) + "ИСПОЛНИТЕЛЬ\n"
        + "Ахметова" + String(repeating: " ", count: 34) + "Сапаров\n")
    #expect(try text(file, width: 40) == "КЛИЕНТ\nАхметова\n\nИСПОЛНИТЕЛЬ\nСапаров\n")
    #expect(try text(file) == "КЛИЕНТ\nАхметова\n\nИСПОЛНИТЕЛЬ\nСапаров\n")
  }

  @Test func dataStandInColumns() throws {
    let header = tr(tc(p("№")), tc(p("Действие")), tc(p("Цена")))
      .replacing("<w:tr>", with: "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    let file = WordFile(
      tbl(
        columns: 3, header, tr(tc(p("1")), tc(p("консультация")), tc(p("40 000"))),
        tr(tc(p("2")), tc(p("иск")), tc(p("5")))))
    #expect(
      try text(file)
        == "№  Действие      Цена\n-  ------------  ------\n"
        + "1  консультация  40 000\n2  иск           5\n")
  }

  @Test func notesStandAtTheEnd() throws {
    let note = { (kind: String, id: Int) in raw("<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>") }
    var file = WordFile(
      p("a", note("footnote", 3), " b", note("endnote", 2)), p("c", note("footnote", 2)))
    file.footnotes =
      "<w:footnote w:id=\"2\">\(p(raw("<w:r><w:footnoteRef/></w:r>"), " second"))</w:footnote>"
      + "<w:footnote w:id=\"3\">\(p("first"))</w:footnote>"
    file.endnotes = "<w:endnote w:id=\"2\">\(p("last"))</w:endnote>"
    #expect(
      try text(file)
        == "a[1] b[i]\nc[2]\n\n--------------------\n[1] first\n[2] second\n[i] last\n")
  }

  @Test func headersAndFootersStandOnce() throws {
    let page = raw("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    var file = WordFile(p("body"))
    file.header = p("head")
    file.footer = p("стр. ", page) + p("Договор № 5 – стр. ", page, " из ", page)
    #expect(try text(file) == "head\n\nbody\n\nДоговор № 5\n")
  }

  @Test func aTextBoxIsReadOnce() throws {
    let box = "<w:txbxContent>\(p("in the box"))</w:txbxContent>"
    let shape = raw(
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx>"
        + "</w:drawing></mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>")
    #expect(try text(WordFile(p("before ", shape, "after"))) == "before after\nin the box\n")
  }

  @Test func signsOfSymbolFontsAreMadeReadable() throws {
    let sign = raw("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>")
    var file = WordFile(li(1, 0, "point"), p(sign, " checked"))
    file.numbering = abstractNum(0, lvl(0, "\u{F0B7}", "bullet")) + num(1, of: 0)
    #expect(try text(file) == "• point\n☑ checked\n")
  }

  @Test func whatIsNoDocumentIsRefused() {
    #expect(throws: (any Error).self) { try DocumentText(Array("text".utf8)) }
    var file = WordFile(p("x"))
    file.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    #expect(throws: (any Error).self) { try DocumentText(file.bytes) }
  }

  @Test(arguments: [20, 33, 64, 80, 120, nil]) func noWordIsLost(width: Int?) throws {
    // All blocks of the lists at once, each word with a name of its own.
    for list in NastyList.all {
      let words = list.labels.indices.map { "w\($0)" }
      let shown = try text(list.file, width: width).split { $0 == " " || $0.isNewline }
        .map(String.init)
      for number in 1..<words.count {
        #expect(shown.count { $0 == "w\(number)" } == 1, "\(list.description): w\(number)")
      }
    }
  }
}
