/// Page numbers in headers and footers, which mean nothing in a text without pages.
enum PageNumbers {
  /// The words that stand beside the number of a page and say nothing without it.
  private static let words: Set<String> = [
    "стр", "страница", "с", "лист", "из", "бет", "беті", "page", "p", "of",
  ]

  /// Blocks without the paragraphs that say only on which page they stand.
  static func removed(from blocks: [TextBlock]) -> [TextBlock] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(let paragraph): isOnlyPage(paragraph) ? nil : block
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

  private static func isOnlyPage(_ paragraph: TextParagraph) -> Bool {
    guard paragraph.text != paragraph.textWithoutPages else { return false }
    return paragraph.textWithoutPages.split { !$0.isLetter && !$0.isNumber }
      .allSatisfy { words.contains($0.lowercased()) }
  }
}
