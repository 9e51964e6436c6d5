/// A small workbook made by hand, so that tests of reading do not lean on anybody's writing.
public struct Spreadsheet {
  /// The markup of the rows: `<row r="1">…</row>`.
  public var rows: String
  /// The markup of the shared texts: `<si><t>…</t></si>`.
  public var shared = ""
  /// The markup of the number formats.
  public var formats = ""
  /// The format ids of the styles, from style 0 on.
  public var styles = [0]
  /// The markup after the rows, such as merged cells.
  public var tail = ""
  /// The attributes of `workbookPr`.
  public var properties = ""
  /// The sheets' names with their states; the rows are those of the last.
  public var sheets: [(name: String, state: String)] = [("Лист1", "visible")]

  /// A workbook of one sheet.
  public init(_ rows: String) { self.rows = rows }

  /// Cells of texts, row by row.
  public init(texts: [[String]]) {
    rows = texts.map { cells in
      "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  /// The file.
  public var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    var entries = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"a\" "
          + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/><sheets>"
          + sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" "
              + "r:id=\"s\(index)\"/>"
          }.joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(relations)\">"
          + sheets.indices.map { index in
            "<Relationship Id=\"s\(index)\" Type=\"\(office)/worksheet\" "
              + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
          }.joined() + "<Relationship Id=\"t\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
          + "<Relationship Id=\"u\" Type=\"\(office)/sharedStrings\" Target=\"shared.xml\"/>"
          + "</Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts><cellXfs>"
          + styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
      ),
      ("xl/shared.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>"),
    ]
    for index in sheets.indices {
      let isLast = index == sheets.count - 1
      entries.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(isLast ? rows : "")</sheetData>"
            + "\(isLast ? tail : "")</worksheet>"
        ))
    }
    return StoredZip(entries).bytes
  }
}
