/// Lays blocks out as lines of plain text.
struct TextLayout {
  /// The width in columns; nil for one line a paragraph.
  var width: Int?
  /// Whether the blocks stand in a cell or a box, where room is scarce.
  var isNarrow = false

  /// Space between paragraphs from which on an empty line shows it: 5 pt.
  private static let gap = 100
  /// The width that a character of 10 to 12 pt takes on average.
  private static let character = 120

  /// The lines of blocks.
  func lines(_ blocks: [TextBlock]) -> [String] {
    var lines = TextLines()
    var last: TextParagraph?
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        if let last, isApart(last, paragraph) { lines.gap() }
        last = paragraph
        lay(paragraph, into: &lines)
      case .table(let table):
        // What stands right above a table and is not apart from it is its caption.
        if last == nil || (last?.properties.after ?? 0) >= TextLayout.gap || !table.isRuled {
          lines.gap()
        }
        lines.add(self.lines(of: table))
        lines.gap()
        last = nil
      case .pageBreak:
        lines.gap()
        lines.add("\u{0C}")
        lines.gap()
        last = nil
      }
    }
    return lines.lines
  }

  /// Whether an empty line parts two paragraphs: there is room enough between them, or the lower one
  /// heads what follows.
  func isApart(_ upper: TextParagraph, _ lower: TextParagraph) -> Bool {
    if lower.properties.keepsNext == true, upper.properties.keepsNext != true { return true }
    let isOneStyle = upper.style == lower.style
    let after = isOneStyle && upper.properties.isContextual == true ? 0 : upper.properties.after
    let before = isOneStyle && lower.properties.isContextual == true ? 0 : lower.properties.before
    return max(after ?? 0, before ?? 0) >= TextLayout.gap
  }

  private func lay(_ paragraph: TextParagraph, into lines: inout TextLines) {
    let prefix = TextLayout.prefix(of: paragraph)
    if prefix.isEmpty, paragraph.text.allSatisfy({ $0 == " " || $0 == "\n" || $0 == "\t" }) {
      return lines.gap()
    }
    let margin = margin(of: paragraph)
    let indent = String(repeating: " ", count: margin)
    guard let width else {
      for (index, line) in (prefix + paragraph.text).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let hang = index == 0 || prefix.isEmpty ? "" : "  "
        if line.isEmpty { lines.gap() } else { lines.add(indent + hang + line) }
      }
      return
    }
    let hang = TextWidth.columns(prefix) <= width / 4 ? TextWidth.columns(prefix) : 2
    let room = max(1, width - margin)
    for (index, line) in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let lead = index == 0 ? prefix : String(repeating: " ", count: hang)
      let text = expand(
        String(line), paragraph.properties, at: TextWidth.columns(lead), width: room)
      for piece in text {
        let pieces = TextWidth.wrap(
          piece, first: room - TextWidth.columns(lead), width: room - hang)
        for (number, text) in pieces.enumerated() {
          let head = number == 0 ? lead : String(repeating: " ", count: hang)
          place(indent, head + text, paragraph.properties.alignment ?? .start, room, &lines)
        }
      }
    }
  }

  private func place(
    _ indent: String, _ text: String, _ alignment: ParagraphProperties.Alignment, _ room: Int,
    _ lines: inout TextLines
  ) {
    if text.isEmpty { return lines.gap() }
    let rest = max(0, room - TextWidth.columns(text))
    let shift =
      switch alignment {
      case .start: 0
      case .center: rest / 2
      case .end: rest
      }
    lines.add(indent + String(repeating: " ", count: shift) + text)
  }

  /// The number and what stands between it and the text.
  private static func prefix(of paragraph: TextParagraph) -> String {
    guard let label = paragraph.label, !label.text.isEmpty else { return "" }
    return label.suffix == .nothing ? label.text : label.text + " "
  }

  /// How far a paragraph begins from the left, in columns.
  private func margin(of paragraph: TextParagraph) -> Int {
    let properties = paragraph.properties
    var twips = properties.indent ?? 0
    if paragraph.label?.text.isEmpty == false { twips -= max(0, properties.hanging ?? 0) }
    let columns = max(0, twips / TextLayout.character)
    guard let width else {
      return paragraph.label?.text.isEmpty == false ? min(columns / 2, 12) : 0
    }
    return min(columns, isNarrow ? width / 8 : width / 2)
  }

  /// The line with its tabs made into spaces; two lines where text before and after a tab that ends at
  /// the right edge does not fit into one.
  private func expand(
    _ line: String, _ properties: ParagraphProperties, at start: Int, width: Int
  ) -> [String] {
    guard line.contains("\t") else { return [line] }
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    if properties.hasEndTab == true, parts.count == 2 {
      let used = start + TextWidth.columns(parts[0]) + TextWidth.columns(parts[1])
      if used + 2 <= width {
        return [parts[0] + String(repeating: " ", count: width - used) + parts[1]]
      }
      let shift = max(0, width - TextWidth.columns(parts[1]))
      return [String(parts[0]), String(repeating: " ", count: shift) + parts[1]]
    }
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let column = start + TextWidth.columns(text)
        text += String(repeating: " ", count: 8 - column % 8)
      }
      text += part
    }
    return [text]
  }
}
