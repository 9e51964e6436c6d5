/// The children of the elements that filling can touch, in the order of their schemas
/// (ECMA-376 part 1, annex A, `wml.xsd`).
enum ElementOrder {
  static let runContent = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
  ]

  static let sequences: [String: [String]] = [
    "rPr": ["ins", "del", "moveFrom", "moveTo"] + runContent,
    "pPr": [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
      "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
      "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
      "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap",
      "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
      "cnfStyle", "rPr", "sectPr", "pPrChange",
    ],
    "tcPr": [
      "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
      "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel",
      "cellMerge", "tcPrChange",
    ],
    "tblPr": [
      "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
      "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
      "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
    ],
    "sectPr": [
      "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
      "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
      "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
      "sectPrChange",
    ],
    "sdt": ["sdtPr", "sdtEndPr", "sdtContent"],
    "hyperlink": [], "fldSimple": ["fldData"],
  ]

  /// Children that must be the first of their parent, and at most one each, in this order.
  static let heads: [String: [String]] = [
    "p": ["pPr"], "r": ["rPr"], "tbl": ["tblPr", "tblGrid"],
    "tr": ["tblPrEx", "trPr"], "tc": ["tcPr"],
  ]

  /// Children that may be repeated in a sequence.
  static let repeatable: Set<String> = ["headerReference", "footerReference"]

  /// Marks and other elements that may stand at the start of a table or a row before anything else.
  static let marks: Set<String> = [
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    "proofErr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "ins", "del", "moveFrom", "moveTo",
  ]

  /// The parents that an element may have.
  static let parents: [String: Set<String>] = {
    let blocks: Set<String> = [
      "body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "sdtContent",
      "customXml", "docPartBody",
    ]
    let inline: Set<String> = [
      "p", "hyperlink", "ins", "del", "moveFrom", "moveTo", "smartTag", "sdtContent", "fldSimple",
      "customXml", "rt", "rubyBase", "dir", "bdo",
    ]
    return [
      "p": blocks, "tbl": blocks, "sectPr": ["body", "pPr", "sectPrChange"],
      "tr": ["tbl", "sdtContent", "customXml"], "tc": ["tr", "sdtContent", "customXml"],
      "t": ["r"], "instrText": ["r"], "tab": ["r", "tabs"], "br": ["r"], "drawing": ["r"],
      "r": inline, "hyperlink": inline, "tcPr": ["tc"], "pPr": ["p", "pPrChange"],
      "sdtContent": ["sdt"],
    ]
  }()
}
