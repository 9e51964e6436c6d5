internal import DraftXML

/// Asks Word to bring fields up to date when it opens the document.
enum FieldUpdates {
  /// What may follow `w:updateFields` in the settings (ECMA-376 part 1, § A.1, CT_Settings).
  private static let followers: Set<String> = [
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr",
    "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
    "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
  ]

  /// The settings with `w:updateFields` on, so that Word fills in the page numbers when it opens the
  /// document; nil when they are so already.
  static func requested(in settings: XMLTree) -> [UInt8]? {
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
