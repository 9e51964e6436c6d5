internal import DraftLanguage
internal import DraftXML

/// A table of contents, whose page numbers only Word knows.
enum Contents {
  /// The `w:fldChar` that begin tables of contents, and the `w:fldSimple` that are such.
  static func fields(in tree: XMLTree) -> [Int] {
    let hasFields = tree.names.contains { $0.local == "instrText" || $0.local == "fldSimple" }
    guard hasFields else { return [] }
    var open: [Int] = []
    var found: [Int] = []
    for element in tree.elements.indices {
      switch tree.name(of: element).local {
      case "fldChar":
        switch tree.wordAttribute("fldCharType", of: element) {
        case "begin": open.append(element)
        case "end": _ = open.popLast()
        default: break
        }
      case "instrText":
        let code = String(decoding: tree.bytes[tree.elements[element].content], as: UTF8.self)
        if isContents(code), let field = open.last { found.append(field) }
      case "fldSimple":
        if let code = tree.wordAttribute("instr", of: element), isContents(code) {
          found.append(element)
        }
      default: break
      }
    }
    return found
  }

  private static func isContents(_ code: String) -> Bool {
    code.split(separator: " ").first == "TOC"
  }

  /// What may follow `w:updateFields` in the settings (ECMA-376 part 1, § A.1, CT_Settings).
  private static let followers: Set<String> = [
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr",
    "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
    "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
  ]

  /// The settings with `w:updateFields` on, so that Word fills in the page numbers when it opens the
  /// document; nil when they are so already.
  static func updatingFields(in settings: XMLTree) -> [UInt8]? {
    let w = settings.name(of: 0).prefix.map { $0 + ":" } ?? ""
    let element = Array("<\(w)updateFields \(w)val=\"true\"/>".utf8)
    var edits = EditList()
    if let own = settings.child("updateFields", of: 0) {
      if settings.isOn(own) { return nil }
      edits.replace(settings.elements[own].range, with: [.bytes(element)], order: 0)
    } else if settings.elements[0].isSelfClosing {
      return nil
    } else {
      let uri = settings.name(of: 0).uri
      let next = settings.children(of: 0).first {
        followers.contains(settings.name(of: $0).local) || settings.name(of: $0).uri != uri
      }
      let offset =
        next.map { settings.elements[$0].range.lowerBound }
        ?? Int(settings.elements[0].contentEnd)
      edits.insert([.bytes(element)], at: offset, order: 0)
    }
    return edits.applied(to: settings.bytes)
  }
}
