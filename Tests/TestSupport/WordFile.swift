/// A small Word document written in a notation that reads like its text:
/// `WordFile(p("Dear {{ na", b("me"), " }}"))`.
public struct WordFile: Sendable {
  /// The content of `w:body`.
  public var body: String
  /// The content of one header; nil for none.
  public var header: String?
  /// The content of one footer; nil for none.
  public var footer: String?
  /// The footnotes; nil for none.
  public var footnotes: String?
  /// The endnotes; nil for none.
  public var endnotes: String?
  /// The comments; nil for none.
  public var comments: String?
  /// The title property.
  public var title: String?
  /// Hyperlink targets by relationship id.
  public var links: [(id: String, target: String)] = []
  /// Paragraph styles by id and name.
  public var styles: [(id: String, name: String)] = []
  /// More styles, as markup.
  public var styleMarkup = ""
  /// The content of `w:numbering`; nil for none.
  public var numbering: String?
  /// The content of `w:settings`; nil for none.
  public var settings: String?
  /// The content type of the main part.
  public var mainType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  /// Namespace of WordprocessingML.
  public var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// More entries.
  public var extra: [(String, String)] = []

  /// A document of blocks.
  public init(_ blocks: String...) { body = blocks.joined() }

  private func root(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:\(name) xmlns:w="\(namespace)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">\(content)</w:\(name)>
    """
  }

  /// The file.
  public var bytes: [UInt8] {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var parts: [(name: String, root: String, kind: String, content: String)] = []
    if let header { parts.append(("header1", "hdr", "header", header)) }
    if let footer { parts.append(("footer1", "ftr", "footer", footer)) }
    if let footnotes { parts.append(("footnotes", "footnotes", "footnotes", footnotes)) }
    if let endnotes { parts.append(("endnotes", "endnotes", "endnotes", endnotes)) }
    if let comments { parts.append(("comments", "comments", "comments", comments)) }
    if let numbering { parts.append(("numbering", "numbering", "numbering", numbering)) }
    if let settings { parts.append(("settings", "settings", "settings", settings)) }
    if !styles.isEmpty || !styleMarkup.isEmpty {
      parts.append(
        (
          "styles", "styles", "styles",
          styles.map {
            "<w:style w:type=\"paragraph\" w:styleId=\"\($0.id)\"><w:name w:val=\"\($0.name)\"/></w:style>"
          }.joined() + styleMarkup
        ))
    }
    let section =
      body.contains("</w:sectPr></w:body>")
      ? ""
      : "<w:sectPr>"
        + (header == nil ? "" : "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/>")
        + (footer == nil ? "" : "<w:footerReference w:type=\"default\" r:id=\"rIdfooter1\"/>")
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>"
    let overrides = parts.map {
      "<Override PartName=\"/word/\($0.name).xml\" ContentType=\"\(word)\($0.kind)+xml\"/>"
    }.joined()
    let relations =
      parts.map {
        "<Relationship Id=\"rId\($0.name)\" Type=\"\(relation)\($0.kind)\" Target=\"\($0.name).xml\"/>"
      }.joined()
      + links.map {
        "<Relationship Id=\"\($0.id)\" Type=\"\(relation)hyperlink\" Target=\"\($0.target)\" TargetMode=\"External\"/>"
      }.joined()
    let relationships = { (content: String) in
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>"
    }
    var entries: [(String, String)] = [
      (
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(mainType)\"/>\(overrides)\(title == nil ? "" : "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")</Types>"
      ),
      (
        "_rels/.rels",
        relationships(
          "<Relationship Id=\"rId1\" Type=\"\(relation)officeDocument\" Target=\"word/document.xml\"/>"
            + (title == nil
              ? ""
              : "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>")
        )
      ),
      ("word/document.xml", root("document", "<w:body>\(body)\(section)</w:body>")),
      ("word/_rels/document.xml.rels", relationships(relations)),
    ]
    for part in parts { entries.append(("word/\(part.name).xml", root(part.root, part.content))) }
    if let title {
      entries.append(
        (
          "docProps/core.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title)</dc:title></cp:coreProperties>"
        ))
    }
    return StoredZip(entries + extra).bytes
  }
}

/// Text with the characters of XML escaped.
public func escaped(_ text: String) -> String {
  var out = ""
  for character in text {
    switch character {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    default: out.append(character)
    }
  }
  return out
}

/// A run; a text that begins or ends with a space keeps it.
public struct Run: ExpressibleByStringLiteral, Sendable {
  /// The markup.
  public var xml: String

  /// A run of markup as it is.
  public init(xml: String) { self.xml = xml }
  /// A plain run.
  public init(stringLiteral text: String) { self.init(text) }
  /// A run with properties.
  public init(_ text: String, properties: String = "") {
    let space = text.hasPrefix(" ") || text.hasSuffix(" ") ? " xml:space=\"preserve\"" : ""
    let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    xml = "<w:r>\(properties)<w:t\(space)>\(escaped(text))</w:t></w:r>"
  }
}

/// A bold run.
public func b(_ text: String) -> Run { Run(text, properties: "<w:b/>") }
/// An italic run.
public func i(_ text: String) -> Run { Run(text, properties: "<w:i/>") }
/// Markup as it is.
public func raw(_ xml: String) -> Run { Run(xml: xml) }
/// A tab.
public let tab = Run(xml: "<w:r><w:tab/></w:r>")
/// A line break.
public let br = Run(xml: "<w:r><w:br/></w:r>")

/// A paragraph of runs.
public func p(_ runs: Run...) -> String { "<w:p>\(runs.map(\.xml).joined())</w:p>" }
/// A paragraph of a style.
public func p(style: String, _ runs: Run...) -> String {
  "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs.map(\.xml).joined())</w:p>"
}
/// A table of rows with a grid of as many columns as asked.
public func tbl(columns: Int = 2, _ rows: String...) -> String {
  let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: columns)
  return
    "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
}
/// A row of cells.
public func tr(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
/// A cell of blocks.
public func tc(_ blocks: String...) -> String {
  "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>\(blocks.joined())</w:tc>"
}
