internal import DraftXML

/// The text of a paragraph while it is read.
struct InlineText {
  /// Stands for a page break until the paragraph is cut there.
  static let pageBreak: Character = "\u{0C}"

  var paragraph: TextParagraph
  /// Whether the paragraph's style hides text.
  var isHidden: Bool
  /// What the text boxes hold that are anchored in the paragraph.
  var boxes: [TextBlock] = []

  mutating func append(_ text: String, isPage: Bool = false) {
    paragraph.text += text
    if !isPage { paragraph.textWithoutPages += text }
  }
}

extension BlockReader {
  /// Reads the text inside a paragraph, or inside what wraps its runs.
  mutating func read(inline element: Int, into line: inout InlineText) {
    var next = tree.firstChild(of: element)
    while let child = next {
      next = tree.nextSibling(of: child)
      switch word(child) {
      case .paragraphProperties, .runProperties, .contentControlProperties, .deleted, .movedFrom,
        .deletedText:
        break
      case .run: read(run: child, into: &line)
      case .simpleField:
        fields.beginSimple(tree.wordAttribute("instr", of: child) ?? "")
        read(inline: child, into: &line)
        fields.end()
      case .alternateContent:
        if let branch = branch(of: child) { read(inline: branch, into: &line) }
      case .textBoxContent:
        if !fields.isCode { line.boxes += box(child) }
      case .mathText: append(text: child, to: &line)
      default: read(inline: child, into: &line)
      }
    }
  }

  private mutating func box(_ element: Int) -> [TextBlock] {
    // The box has a text of its own: what is unfinished outside stays so.
    var reader = self
    reader.fields = FieldStack()
    let blocks = reader.blocks(in: element)
    notes = reader.notes
    return blocks
  }

  private mutating func read(run: Int, into line: inout InlineText) {
    let properties = tree.child("rPr", of: run)
    let isHidden = isHidden(properties, line)
    var next = tree.firstChild(of: run)
    while let child = next {
      next = tree.nextSibling(of: child)
      // Hidden runs may still begin and end fields.
      if word(child) == .object, tree.name(of: child).local == "fldChar" {
        field(child, &line, isHidden)
      } else if word(child) == .instruction {
        fields.read(tree.text(of: child))
      } else if !isHidden, !fields.isCode {
        leaf(child, properties, &line)
      }
    }
  }

  private func isHidden(_ properties: Int?, _ line: InlineText) -> Bool {
    guard let properties else { return line.isHidden }
    if let isHidden = tree.toggle("vanish", of: properties) { return isHidden }
    let style = tree.value("rStyle", of: properties)
    return numbers.styles.properties(of: style).isHidden ?? line.isHidden
  }

  private mutating func field(_ element: Int, _ line: inout InlineText, _ isHidden: Bool) {
    switch tree.wordAttribute("fldCharType", of: element) {
    case "begin":
      if !fields.isCode, !isHidden, let data = tree.child("ffData", of: element),
        let box = tree.child("checkBox", of: data)
      {
        let isChecked = tree.toggle("checked", of: box) ?? tree.toggle("default", of: box)
        line.append(isChecked == true ? "☒" : "☐")
      }
      fields.begin()
    case "separate": fields.separate()
    case "end": fields.end()
    default: break
    }
  }

  private mutating func leaf(_ element: Int, _ properties: Int?, _ line: inout InlineText) {
    switch word(element) {
    case .text, .mathText: append(text: element, to: &line)
    case .tab: line.append("\t")
    case .carriageReturn: line.append("\n")
    case .lineBreak:
      let isPage = tree.wordAttribute("type", of: element) == "page"
      line.append(isPage ? String(InlineText.pageBreak) : "\n")
    case .noBreakHyphen: line.append("\u{2011}")
    case .runProperties, .softHyphen, .deletedText, .lastRenderedPageBreak: break
    case .alternateContent:
      if let branch = branch(of: element) { read(inline: branch, into: &line) }
    case .object: object(element, &line)
    default: read(inline: element, into: &line)
    }
  }

  private mutating func object(_ element: Int, _ line: inout InlineText) {
    switch tree.name(of: element).local {
    case "sym":
      line.append(
        SymbolText.symbol(
          tree.wordAttribute("char", of: element) ?? "",
          font: tree.wordAttribute("font", of: element)))
    case "footnoteReference": refer(.footnote, element, &line)
    case "endnoteReference": refer(.endnote, element, &line)
    default: read(inline: element, into: &line)
    }
  }

  private mutating func refer(_ kind: NoteMarks.Kind, _ element: Int, _ line: inout InlineText) {
    guard showsNotes, let id = tree.wordAttribute("id", of: element) else { return }
    let custom = tree.wordAttribute("customMarkFollows", of: element)
    let isCustom = custom.map { !["0", "false", "off"].contains($0) } ?? false
    line.append(notes.refer(kind, id: id, isCustom: isCustom))
  }

  /// Appends the text of `w:t`; a line feed in it is white space, a soft hyphen nothing.
  private func append(text element: Int, to line: inout InlineText) {
    var text = tree.text(of: element)
    if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0xC2 }) {
      text = String(
        String.UnicodeScalarView(
          text.unicodeScalars.compactMap { scalar in
            scalar == "\u{AD}" ? nil : scalar == "\n" || scalar == "\r" ? " " : scalar
          }))
    }
    let font = text.utf8.contains(0xEF) ? fontName(of: element) : nil
    line.append(SymbolText.plain(text, font: font), isPage: fields.isPage)
  }

  private func fontName(of text: Int) -> String? {
    guard let run = Int(exactly: tree.elements[text].parent), run >= 0,
      let properties = tree.child("rPr", of: run),
      let fonts = tree.child("rFonts", of: properties)
    else { return nil }
    return tree.wordAttribute("ascii", of: fonts)
  }
}
