internal import DraftXML

/// The elements of WordprocessingML that the engine treats in a way of their own.
enum WordName: UInt8, Sendable {
  case other
  // Structure (ECMA-376 part 1, § 17.2–17.4)
  case body, header, footer, footnote, endnote, comment, textBoxContent
  case paragraph, run, table, row, cell
  case paragraphProperties, runProperties, rowProperties, cellProperties, tableProperties
  case tableGrid, gridColumn, sectionProperties, paragraphStyle
  // Leaves of a paragraph's text (§ 17.3.3)
  case text, tab, lineBreak, carriageReturn, noBreakHyphen, softHyphen, instruction
  case deletedText, lastRenderedPageBreak, mathText, mathRun
  // Wrappers of runs
  case hyperlink, inserted, deleted, movedFrom, movedTo, smartTag, customXML, simpleField
  case contentControl, contentControlContent, contentControlProperties
  case dataBinding, showingPlaceholder
  // Marks that are no content of their own
  case bookmarkStart, bookmarkEnd, commentRangeStart, commentRangeEnd, proofError
  case permissionStart, permissionEnd
  // Things in a run that are no text
  case object
  // Cell properties
  case shading, gridSpan, verticalMerge
  // Markup compatibility (part 3)
  case alternateContent, choice, fallback
  // Drawing names
  case drawingProperties

  /// The two namespaces of WordprocessingML: transitional, then strict.
  static let namespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  private static let words: [String: WordName] = [
    "body": .body, "hdr": .header, "ftr": .footer, "footnote": .footnote, "endnote": .endnote,
    "comment": .comment, "txbxContent": .textBoxContent, "p": .paragraph, "r": .run,
    "tbl": .table, "tr": .row, "tc": .cell, "pPr": .paragraphProperties, "rPr": .runProperties,
    "trPr": .rowProperties, "tcPr": .cellProperties, "tblPr": .tableProperties,
    "tblGrid": .tableGrid, "gridCol": .gridColumn, "sectPr": .sectionProperties,
    "pStyle": .paragraphStyle, "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak,
    "cr": .carriageReturn, "noBreakHyphen": .noBreakHyphen, "softHyphen": .softHyphen,
    "instrText": .instruction, "delText": .deletedText, "delInstrText": .deletedText,
    "lastRenderedPageBreak": .lastRenderedPageBreak, "hyperlink": .hyperlink, "ins": .inserted,
    "del": .deleted, "moveFrom": .movedFrom, "moveTo": .movedTo, "smartTag": .smartTag,
    "customXml": .customXML, "fldSimple": .simpleField, "sdt": .contentControl,
    "sdtContent": .contentControlContent, "sdtPr": .contentControlProperties,
    "dataBinding": .dataBinding, "showingPlcHdr": .showingPlaceholder,
    "bookmarkStart": .bookmarkStart, "bookmarkEnd": .bookmarkEnd,
    "commentRangeStart": .commentRangeStart, "commentRangeEnd": .commentRangeEnd,
    "proofErr": .proofError, "permStart": .permissionStart, "permEnd": .permissionEnd,
    "drawing": .object, "pict": .object, "object": .object, "fldChar": .object, "sym": .object,
    "footnoteReference": .object, "endnoteReference": .object, "commentReference": .object,
    "footnoteRef": .object, "endnoteRef": .object, "annotationRef": .object, "ruby": .object,
    "separator": .object, "continuationSeparator": .object, "pgNum": .object,
    "shd": .shading, "gridSpan": .gridSpan, "vMerge": .verticalMerge,
  ]

  /// The meaning of an XML name.
  init(_ name: XMLName) {
    guard let uri = name.uri else {
      self = .other
      return
    }
    if WordName.namespaces.contains(uri) {
      self = WordName.words[name.local] ?? .other
    } else if uri.hasSuffix("/officeDocument/2006/math") || uri.hasSuffix("/officeDocument/math") {
      self = name.local == "t" ? .mathText : name.local == "r" ? .mathRun : .other
    } else if uri == "http://schemas.openxmlformats.org/markup-compatibility/2006" {
      switch name.local {
      case "AlternateContent": self = .alternateContent
      case "Choice": self = .choice
      case "Fallback": self = .fallback
      default: self = .other
      }
    } else if name.local == "docPr" || name.local == "cNvPr" {
      self = .drawingProperties
    } else {
      self = .other
    }
  }

  /// Whether the element wraps runs without changing what they say.
  var isInlineWrapper: Bool {
    switch self {
    case .hyperlink, .inserted, .movedTo, .smartTag, .customXML: true
    default: false
    }
  }

  /// Whether the element is a mark that may stand between paragraphs as well as inside them.
  var isRangeMark: Bool {
    switch self {
    case .bookmarkStart, .bookmarkEnd, .commentRangeStart, .commentRangeEnd, .permissionStart,
      .permissionEnd:
      true
    default: false
    }
  }

  /// Whether the element must hold a paragraph at its end (ECMA-376 part 1, § 17.4.65 for cells).
  var needsParagraph: Bool {
    switch self {
    case .cell, .textBoxContent, .header, .footer, .footnote, .endnote, .comment: true
    default: false
    }
  }
}
