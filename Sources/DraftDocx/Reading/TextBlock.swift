/// What a document says, block by block, as a plain text needs it.
enum TextBlock: Sendable {
  case paragraph(TextParagraph)
  case table(TextTable)
  /// A break after which a new page begins.
  case pageBreak
}

/// A paragraph. Lengths are in twentieths of a point.
struct TextParagraph: Sendable {
  /// The number or bullet; nil or empty for none.
  var label: ListNumbers.Label?
  /// The text; tabs are tabs, line breaks are line feeds.
  var text = ""
  /// The text without page numbers, which mean nothing where there are no pages.
  var textWithoutPages = ""
  /// The style, for spacing between paragraphs of one style.
  var style: String?
  /// Indents, spacing, alignment, with all that is inherited.
  var properties = ParagraphProperties()
}

/// A table.
struct TextTable: Sendable {
  /// A cell.
  struct Cell: Sendable {
    /// The first column of the grid.
    var column: Int
    /// How many columns of the grid.
    var span: Int
    /// What it holds; nothing for a cell that is merged into the one above.
    var blocks: [TextBlock]
  }

  /// A row.
  struct Row: Sendable {
    var cells: [Cell]
    /// Whether it is repeated at the top of each page.
    var isHeader: Bool
  }

  /// The widths of the grid's columns in twentieths of a point; 0 where the file does not say.
  var grid: [Int]
  var rows: [Row]
  /// Whether lines are drawn between rows.
  var isRuled: Bool
}
