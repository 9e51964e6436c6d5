internal import DraftXML

/// A level of a list as `word/numbering.xml` defines it (ECMA-376 part 1, § 17.9.6, w:lvl).
struct ListLevel: Sendable {
  /// What stands between a number and the text of its paragraph (§ 17.9.28, w:suff).
  enum Suffix: String, Sendable {
    case tab, space, nothing
  }

  /// The first number; 0 when the file does not say (§ 17.9.25).
  var start = 0
  var format = ListFormat.decimal
  /// The text with `%1` to `%9` in the place of the numbers of the levels.
  var text = ""
  /// Whether all numbers are shown in decimals (§ 17.9.4, w:isLgl).
  var isLegal = false
  /// The level, counted from 1, that must be used for this one to begin anew; 0 for never, nil for any
  /// that is higher (§ 17.9.10, w:lvlRestart).
  var restart: Int?
  var suffix = Suffix.tab
  /// The paragraph style that is set in this level (§ 17.9.23, w:pStyle).
  var style: String?
  /// Whether the number is hidden text.
  var isHidden = false
  /// The font of a bullet, which tells what its sign means.
  var font: String?
  /// Paragraph properties of the level.
  var properties = ParagraphProperties()

  /// Reads `w:lvl`.
  init(_ element: Int, of tree: XMLTree) {
    start = tree.number("start", of: element) ?? 0
    if let format = ListLevel.formatElement(of: element, in: tree) {
      self.format = ListFormat(
        tree.wordAttribute("val", of: format) ?? "",
        pattern: tree.wordAttribute("format", of: format))
    }
    text = tree.value("lvlText", of: element) ?? ""
    isLegal = tree.toggle("isLgl", of: element) ?? false
    restart = tree.number("lvlRestart", of: element)
    suffix = Suffix(rawValue: tree.value("suff", of: element) ?? "") ?? .tab
    style = tree.value("pStyle", of: element)
    if let paragraph = tree.child("pPr", of: element) { properties.apply(paragraph, of: tree) }
    if let run = tree.child("rPr", of: element) {
      isHidden = tree.toggle("vanish", of: run) ?? false
      if let fonts = tree.child("rFonts", of: run) {
        font = tree.wordAttribute("ascii", of: fonts) ?? tree.wordAttribute("hAnsi", of: fonts)
      }
    }
    if format == .bullet, tree.child("lvlPicBulletId", of: element) != nil { text = "•" }
  }

  /// `w:numFmt`; a newer one stands in the choice of an `mc:AlternateContent`.
  private static func formatElement(of level: Int, in tree: XMLTree) -> Int? {
    if let plain = tree.child("numFmt", of: level) { return plain }
    guard let alternatives = tree.child("AlternateContent", of: level) else { return nil }
    for branch in tree.children(of: alternatives) {
      if let format = tree.child("numFmt", of: branch) { return format }
    }
    return nil
  }
}
