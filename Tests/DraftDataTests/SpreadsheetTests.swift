import DraftData
import DraftLanguage
import TestSupport
import Testing

@Suite struct SpreadsheetTests {
  private func rows(
    _ book: Spreadsheet, options: RowOptions = RowOptions()
  ) throws -> [String] {
    try show(RowReader(xlsx: book.bytes, name: "rows.xlsx", options: options))
  }

  @Test func readsEveryKindOfCell() throws {
    var book = Spreadsheet(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>b</t></is></c>\
      <c r="C2" t="str"><f>"c"</f><v>c</v></c><c r="D2" t="s"><v>1</v></c></row>
      <row r="3"/>
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>880412400523</v></c>\
      <c r="C4" t="b"><v>1</v></c><c r="D4"><f>1+2</f><v>0.30000000000000004</v></c></row>
      <row r="6"><c r="B6" t="s"><v>3</v></c><c r="C6" t="e"><v>#N/A</v></c></row>
      <row><c t="s"><v>4</v></c><c/><c t="str"><v>  </v></c><c><f>A1</f></c></row>
      <row r="9"><c r="D9"><v>1.5E+3</v></c></row>
      """)
    book.shared = """
      <si><t>client.name.ru</t></si>\
      <si><r><t>d</t></r><r><rPr><b/></rPr><t xml:space="preserve">1</t></r></si>\
      <si><r><t>Ах</t></r><r><t>метова</t></r><rPh sb="0" eb="1"><t>нет</t></rPh></si>\
      <si><t>0404 &amp; _x0041__x005F_x0042_</t></si><si><t>x</t></si>
      """
    let read = try rows(book)
    #expect(
      read == [
        #"1@4 {client: {name: {ru: "Ахметова"}}, b: 880412400523, c: true, d1: 0.3m}"#,
        "2@6 bad-cell 6:3 «c»: the cell shows the error #N/A",
        "3@7 bad-cell 7:4 «d1»: the formula has no computed value: open the workbook in Excel and "
          + "save it",
        "4@9 {d1: 1500}",
      ])
    #expect(
      try rows(Spreadsheet(texts: [["a"], ["0404 &amp; _x0041__x005F_x0042_"]]))
        == [#"1@2 {a: "0404 & A_x0042_"}"#])
  }

  @Test func theHeaderMayStandBelowATitle() throws {
    var book = Spreadsheet(texts: [["Список клиентов"], [], ["a", "b"], ["1", "2"], ["3", "4"]])
    let read = try #require(
      try RowReader(xlsx: book.bytes, name: nil, options: RowOptions()).next())
    #expect(read.errors.map(\.code) == ["bad-cell"])
    #expect(read.errors.first?.hints.last?.en.hasSuffix("add --header-row 3") == true)
    let options = RowOptions(headerRow: 3)
    #expect(
      try rows(book, options: options) == [#"1@4 {a: "1", b: "2"}"#, #"2@5 {a: "3", b: "4"}"#])
    #expect(try RowReader(xlsx: book.bytes, name: nil, options: options).count == 2)
    #expect(
      thrown { try rows(book, options: RowOptions(headerRow: 2)) }.first?.hasPrefix("no-header 2:1")
        == true)
    // Titles are often merged over the width of the table.
    book.tail = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    #expect(try rows(book, options: options).count == 2)
    #expect(thrown { try rows(book) }.first?.hasPrefix("merged-header 1:1") == true)
  }

  @Test func truthMayBeANumberOrAText() throws {
    let cells = [
      "<c t=\"b\"><v>0</v></c>", "<c><v>1</v></c>", "<c><v>0</v></c>", "<c><v>2.5</v></c>",
      "<c t=\"str\"><v>Нет.</v></c>", "<c t=\"str\"><v>позже</v></c>",
      "<c s=\"1\"><v>46348</v></c>",
    ]
    var book = Spreadsheet(
      "<row><c t=\"str\"><v>f</v></c></row>" + cells.map { "<row>\($0)</row>" }.joined())
    book.styles = [0, 14]
    let read = try rows(book, options: RowOptions { _ in .boolean })
    #expect(
      read.map { $0.prefix(16) } == [
        "1@2 {f: false}", "2@3 {f: true}", "3@4 {f: false}", "4@5 {f: 2.5m}", "5@6 {f: false}",
        "6@7 bad-cell 7:1", "7@8 bad-cell 8:1",
      ])
  }

  @Test func datesFollowTheNumberFormat() throws {
    var book = Spreadsheet(
      "<row><c t=\"str\"><v>v</v></c></row>"
        + [
          (1, "46348"), (2, "46348.604166666664"), (3, "46348"), (4, "46348.5"), (5, "0.5"),
          (1, "59"), (1, "61"), (1, "60"), (1, "0"), (6, "40412400523"), (7, "46348"), (8, "5"),
          (9, "0.5"), (1, "-3"), (10, "46348"),
        ].map { "<row><c s=\"\($0.0)\"><v>\($0.1)</v></c></row>" }.joined()
        + "<row><c t=\"d\"><v>2026-11-22T00:00:00</v></c></row>")
    book.styles = [0, 14, 22, 164, 165, 20, 166, 167, 168, 9, 169]
    book.formats = """
      <numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="[$-F800]d mmmm yyyy hh:mm"/>\
      <numFmt numFmtId="166" formatCode="000000000000"/>\
      <numFmt numFmtId="167" formatCode="#,##0.00&quot; д.&quot;"/>\
      <numFmt numFmtId="168" formatCode="0 &quot;дней&quot;"/>\
      <numFmt numFmtId="169" formatCode="[Red]General"/>
      """
    #expect(
      try rows(book).map { $0.drop { $0 != " " }.dropFirst() } == [
        #"{v: "2026-11-22"}"#, #"{v: "2026-11-22 14:30"}"#, #"{v: "2026-11-22"}"#,
        #"{v: "2026-11-22 12:00"}"#, #"{v: "12:00"}"#, #"{v: "1900-02-28"}"#,
        #"{v: "1900-03-01"}"#, "bad-cell 9:1 «v»: 60 is no day of the calendar",
        "bad-cell 10:1 «v»: 0 is no day of the calendar", #"{v: "040412400523"}"#, "{v: 46348}",
        "{v: 5}", "{v: 0.5m}", "bad-cell 15:1 «v»: -3 is no day of the calendar", "{v: 46348}",
        #"{v: "2026-11-22"}"#,
      ])
    book.rows = "<row><c t=\"str\"><v>v</v></c></row><row><c s=\"1\"><v>44886</v></c></row>"
    book.properties = "date1904=\"1\""
    #expect(try rows(book) == [#"1@2 {v: "2026-11-22"}"#])
  }

  /// Of a card or account number that was typed as a number a workbook keeps 15 digits.
  @Test func numbersThatLostDigitsAreRefused() throws {
    let values = ["999999999999999", "4400430212345670", "1.5E+15", "-1E+15", "0.1234567890123456"]
    let book = Spreadsheet(
      "<row><c t=\"str\"><v>v</v></c></row>"
        + values.map { "<row><c><v>\($0)</v></c></row>" }.joined())
    let read = try rows(book)
    let tooLong =
      "«v»: a workbook keeps 15 digits of a number, and this one has more: write it as text"
    #expect(
      read == [
        "1@2 {v: 999999999999999}", "2@3 bad-cell 3:1 \(tooLong)", "3@4 bad-cell 4:1 \(tooLong)",
        "4@5 bad-cell 5:1 \(tooLong)", "5@6 {v: 0.123456789012346m}",
      ])
  }

  @Test func hoursMayBeMoreThanADay() throws {
    var book = Spreadsheet(
      "<row><c t=\"str\"><v>v</v></c></row>"
        + [(1, "1.25"), (2, "1.25"), (3, "0.5"), (4, "46348.25")].map {
          "<row><c s=\"\($0.0)\"><v>\($0.1)</v></c></row>"
        }.joined())
    book.styles = [0, 46, 164, 165, 166]
    book.formats = """
      <numFmt numFmtId="164" formatCode="[hh]:mm"/><numFmt numFmtId="165" formatCode="[mm]"/>\
      <numFmt numFmtId="166" formatCode="dd.mm [h]"/>
      """
    #expect(
      try rows(book).map { $0.drop { $0 != " " }.dropFirst() } == [
        #"{v: "30:00"}"#, #"{v: "30:00"}"#, #"{v: "12:00"}"#, #"{v: "2026-11-22 06:00"}"#,
      ])
  }

  /// openpyxl writes an empty value for a formula that it has not computed.
  @Test func aFormulaWithAnEmptyValueIsNotComputed() throws {
    let book = Spreadsheet(
      """
      <row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>\
      <row><c><f>1+2</f><v/></c><c><v>1</v></c></row>\
      <row><c t="str"><f>""</f><v></v></c><c><v>2</v></c></row>
      """)
    let read = try rows(book)
    #expect(read.count == 2 && read[0].contains("«a»: the formula has no computed value"))
    #expect(read.last == "2@3 {b: 2}")
  }

  @Test func mergedCellsAreRefused() throws {
    var book = Spreadsheet(texts: [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    book.tail = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    #expect(
      thrown { try rows(book) } == [
        "merged-header 1:1 the header has merged cells (A1:B1), so that columns have no name of "
          + "their own"
      ])
    book.tail = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"
    #expect(
      try rows(book) == [
        #"1@2 {a: "1", b: "2"}"#,
        "2@3 bad-cell 3:2 «b»: the cell is merged with others (B2:B3)", #"3@4 {a: "5", b: "6"}"#,
      ])
  }

  @Test func findsTheSheet() throws {
    var book = Spreadsheet(texts: [["a"], ["1"]])
    book.sheets = [("Скрытый", "hidden"), ("Клиенты", "visible")]
    #expect(try rows(book) == [#"1@2 {a: "1"}"#])
    #expect(try rows(book, options: RowOptions(sheet: "Клиенты")).count == 1)
    #expect(try rows(book, options: RowOptions(sheet: "клиенты")).count == 1)
    #expect(
      thrown { try rows(book, options: RowOptions(sheet: "Лист")) } == [
        "no-such-sheet 1:1 the workbook has no sheet «Лист»"
      ])
  }

  @Test func whatIsNoWorkbookIsNamed() throws {
    let word = WordFile(p("text")).bytes
    for (bytes, reason) in [
      (word, "the file is no Excel workbook"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
        "the file is an old workbook (.xls) or has a password"
      ),
      // An OpenDocument table is an archive of another kind.
      (StoredZip([("mimetype", "application/vnd.oasis")]).bytes, "the file is no Excel workbook"),
      (Array("a,b\n".utf8), "the workbook is damaged"),
      (Spreadsheet("<row><c r=\"B2\"><v>1</v></row>").bytes, "the workbook is damaged"),
      (Spreadsheet("<row r=\"3\"/><row r=\"3\"/>").bytes, "the workbook is damaged"),
    ] {
      let errors = thrown { try show(RowReader(xlsx: bytes, name: nil, options: RowOptions())) }
      #expect(errors.count == 1 && errors[0].contains(reason), "\(errors)")
    }
    var entity = Spreadsheet("<row/>")
    entity.shared = "]><x/>"
    #expect(!thrown { try rows(entity) }.isEmpty)
  }
}
