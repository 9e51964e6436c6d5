import DraftData
import DraftLanguage
import TestSupport
import Testing

/// What the text of a cell is read as, and what is no text at all.
@Suite struct CellTests {
  private let numbers = RowOptions { $0 == "n" ? .number : nil }

  private func value(_ text: String) throws -> String {
    try show(csv("n;t\n\(text);x\n", options: numbers)).joined()
  }

  /// A point sets off thousands as often as a comma does, and a filter would take 150 for `150.000`.
  @Test(arguments: ["1.500", "150.000", "1,500", "150,000", "-1.500", "\u{2212}12.345"])
  func whatMayBeThousandsFailsItsRow(_ text: String) throws {
    #expect(
      try value(text) == "1@2 bad-cell 2:1 «n»: three digits behind the comma or the point may be "
        + "thousands or a fraction: write 150 000 or 150,00")
    // Where no number is needed it is a text, and above zero it is either way.
    let options = RowOptions { $0 == "n" ? .boolean : nil }
    #expect(
      try show(csv("n;t\n1.500;\(text)\n", options: options)) == [
        "1@2 {n: 1.500m, t: \"\(text)\"}"
      ])
  }

  @Test(arguments: ["1.500.000", "1,500,000", "1.500,00", "00.500", "007", "12 34"])
  func whatIsNoNumberStaysText(_ text: String) throws {
    #expect(try value(text) == "1@2 {n: \"\(text)\", t: \"x\"}")
  }

  @Test(arguments: [
    ("0.500", "0.500m"), ("0,500", "0.500m"), ("-0,125", "-0.125m"), ("1234.500", "1234.500m"),
    ("1234,500", "1234.500m"), ("1 234,500", "1234.500m"), ("1 234.500", "1234.500m"),
    ("1.50", "1.50m"), ("1,5", "1.5m"), ("150.0000", "150.0000m"), ("150 000", "150000"),
  ])
  func whatCannotBeThousandsIsANumber(_ text: String, _ number: String) throws {
    #expect(try value(text) == "1@2 {n: \(number), t: \"x\"}")
  }

  /// Numbers of a workbook are numbers, however they look; its texts are read as those of a text file.
  @Test func numbersOfAWorkbookAreWhatTheyAre() throws {
    let book = Spreadsheet(
      """
      <row r="1"><c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>f</v></c></row>
      <row r="2"><c r="A2"><v>1.125</v></c><c r="B2"><v>1.125</v></c></row>
      <row r="3"><c r="A3" t="str"><v>1.125</v></c><c r="B3"><v>0</v></c></row>
      """)
    let options = RowOptions { $0 == "n" ? .number : .boolean }
    #expect(
      try show(RowReader(xlsx: book.bytes, name: nil, options: options)) == [
        "1@2 {n: 1.125m, f: 1.125m}",
        "2@3 bad-cell 3:1 «n»: three digits behind the comma or the point may be thousands or a "
          + "fraction: write 150 000 or 150,00",
      ])
    let lines = Array(#"{"n": 150.000}"#.utf8)
    #expect(
      try show(RowReader(jsonLines: nil, pieces(of: lines, 100))) == ["1@1 {n: 150.000m}"])
  }

  private static let blank = [
    "\u{A0}", "\u{A0}\u{A0}", " \u{A0}\t", "\u{202F}\u{2009}", "\u{3000}", "\u{200B}", "\u{FEFF}",
    "\u{2060}\u{200B}", "\"\u{A0}\n\u{A0}\"",
  ]

  /// What comes out of web pages and of cells that were cleaned by hand.
  @Test(arguments: blank) func whatNobodySeesIsNotGiven(_ text: String) throws {
    #expect(
      try show(csv("n;t\n\(text);x\n\(text);\(text)\ny;\n")).map { $0.dropFirst(4) } == [
        "{t: \"x\"}", "{n: \"y\"}",
      ])
    // Behind the last column it is nothing, and as a header no name.
    #expect(
      try show(csv("n;\(text)\ny;\nx;;\(text)\n")) == [
        #"1@\#(header(text)) {n: "y"}"#,
        #"2@\#(header(text) + 1) {n: "x"}"#,
      ])
  }

  private func header(_ text: String) -> Int { text.contains("\n") ? 3 : 2 }

  @Test func aWorkbookHasTheSameBlanks() throws {
    let book = Spreadsheet(texts: [["n", "t"], ["\u{A0}\u{A0}", "x"], ["\u{200B}", "y"]])
    #expect(
      try show(RowReader(xlsx: book.bytes, name: nil, options: RowOptions())) == [
        #"1@2 {t: "x"}"#, #"2@3 {t: "y"}"#,
      ])
  }
}
