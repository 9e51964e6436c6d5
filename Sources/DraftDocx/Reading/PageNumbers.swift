/// Page numbers in headers and footers, which mean nothing in a text without pages.
enum PageNumbers {
  /// The words that stand beside the number of a page and say nothing without it.
  private static let words: Set<String> = [
    "стр", "страница", "с", "лист", "из", "бет", "беті", "page", "p", "of",
  ]

  /// Blocks without page numbers, what leads to them, and the paragraphs that say nothing else.
  static func removed(from blocks: [TextBlock]) -> [TextBlock] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(let paragraph): removed(from: paragraph).map { .paragraph($0) }
      case .table(var table):
        TextBlock.table(
          {
            for row in table.rows.indices {
              for cell in table.rows[row].cells.indices {
                table.rows[row].cells[cell].blocks = removed(
                  from: table.rows[row].cells[cell].blocks)
              }
            }
            return table
          }())
      case .pageBreak: nil
      }
    }
  }

  /// A paragraph without page numbers; nil when nothing is left.
  private static func removed(from paragraph: TextParagraph) -> TextParagraph? {
    guard paragraph.text != paragraph.textWithoutPages else { return paragraph }
    var words = paragraph.textWithoutPages.split(separator: " ")[...]
    while let last = words.last, leads(last) { words.removeLast() }
    while let first = words.first, leads(first) { words.removeFirst() }
    if words.isEmpty { return nil }
    var paragraph = paragraph
    paragraph.text = words.joined(separator: " ")
    paragraph.textWithoutPages = paragraph.text
    return paragraph
  }

  /// Whether a word only leads to the number of a page: `стр.`, `из`, `/`.
  private static func leads(_ word: Substring) -> Bool {
    word.split { !$0.isLetter && !$0.isNumber }.allSatisfy { words.contains($0.lowercased()) }
  }
}
