internal import DraftXML

/// The properties of a paragraph that its place and look in a plain text depend on, each nil until
/// something says it (ECMA-376 part 1, § 17.3.1). Lengths are in twentieths of a point.
struct ParagraphProperties: Sendable {
  /// Where lines begin (§ 17.3.1.13, w:jc).
  enum Alignment: Sendable {
    case start, center, end
  }

  /// `w:numId`; 0 takes a list away.
  var list: Int?
  /// `w:ilvl`.
  var level: Int?
  var alignment: Alignment?
  /// The indent of all lines.
  var indent: Int?
  /// How much the first line stands out to the left; negative when it is indented further.
  var hanging: Int?
  var before: Int?
  var after: Int?
  /// Whether space between paragraphs of one style is left out.
  var isContextual: Bool?
  var beginsPage: Bool?
  /// Whether the paragraph stays on the page of the next one, as headings and captions do.
  var keepsNext: Bool?
  /// Whether the paragraph has a tab stop at which text ends.
  var hasEndTab: Bool?
  /// The level of a heading in the outline from 0; 9 is body text (§ 17.3.1.20).
  var outline: Int?
  /// Whether text is hidden; that of a paragraph's own mark is in ``ParagraphMark``.
  var isHidden: Bool?

  /// Takes over what a `w:pPr` says.
  mutating func apply(_ element: Int, of tree: XMLTree) {
    var next = tree.firstChild(of: element)
    while let child = next {
      next = tree.nextSibling(of: child)
      switch tree.name(of: child).local {
      case "numPr":
        if let id = tree.number("numId", of: child) { list = id }
        if let ilvl = tree.number("ilvl", of: child) { level = ilvl }
      case "jc":
        switch tree.wordAttribute("val", of: child) {
        case "center": alignment = .center
        case "right", "end": alignment = .end
        default: alignment = .start
        }
      case "ind":
        func length(_ names: String...) -> Int? {
          for name in names {
            if let text = tree.wordAttribute(name, of: child) { return XMLTree.number(text) }
          }
          return nil
        }
        if let left = length("left", "start") { indent = left }
        if let length = length("hanging") {
          hanging = length
        } else if let length = length("firstLine") {
          hanging = -length
        }
      case "spacing":
        if let text = tree.wordAttribute("before", of: child) { before = XMLTree.number(text) }
        if let text = tree.wordAttribute("after", of: child) { after = XMLTree.number(text) }
      case "contextualSpacing": isContextual = tree.isOn(child)
      case "outlineLvl": outline = tree.wordAttribute("val", of: child).flatMap(XMLTree.number)
      case "keepNext": keepsNext = tree.isOn(child)
      case "pageBreakBefore": beginsPage = tree.isOn(child)
      case "tabs":
        for tab in tree.children(of: child) {
          let kind = tree.wordAttribute("val", of: tab)
          if kind == "right" || kind == "end" { hasEndTab = true }
        }
      default: break
      }
    }
  }

  /// Takes over what other, nearer properties say.
  mutating func apply(_ other: ParagraphProperties) {
    list = other.list ?? list
    level = other.level ?? level
    alignment = other.alignment ?? alignment
    indent = other.indent ?? indent
    hanging = other.hanging ?? hanging
    before = other.before ?? before
    after = other.after ?? after
    isContextual = other.isContextual ?? isContextual
    beginsPage = other.beginsPage ?? beginsPage
    keepsNext = other.keepsNext ?? keepsNext
    hasEndTab = other.hasEndTab ?? hasEndTab
    outline = other.outline ?? outline
    isHidden = other.isHidden ?? isHidden
  }
}
