/// How wide the columns of a table want to be, and whether they are columns of text or of data.
struct TableColumns {
  /// Between columns of data.
  static let gutter = 2
  /// Between columns of running text.
  static let textGutter = 4

  private let table: TextTable
  /// The width of the widest paragraph of each column, set in one line.
  private var natural: [Int]
  /// The width of the widest word of each column.
  private var least: [Int]
  /// The widths of the paragraphs of each cell, by column.
  private var cells: [[[Int]]]

  /// Measures a table.
  init(_ table: TextTable) {
    self.table = table
    natural = Array(repeating: 1, count: table.grid.count)
    least = natural
    cells = Array(repeating: [], count: table.grid.count)
    for row in table.rows {
      for cell in row.cells where cell.span == 1 {
        let (widths, word) = TableColumns.measure(cell.blocks)
        cells[cell.column].append(widths)
        natural[cell.column] = max(natural[cell.column], widths.max() ?? 1)
        least[cell.column] = max(least[cell.column], word)
      }
    }
  }

  /// Whether the table only sets two texts side by side: two languages, two parties.
  ///
  /// Such a table has two columns of about one width and no header; lines between its rows are not
  /// drawn, or both columns hold sentences.
  var isText: Bool {
    guard table.grid.count == 2, !table.rows.contains(where: \.isHeader) else { return false }
    let total = table.grid[0] + table.grid[1]
    if total > 0, !(40...60 ~= table.grid[0] * 100 / total) { return false }
    if table.isRuled { return natural[0] > 60 && natural[1] > 60 }
    return table.rows.contains { $0.cells.count == 2 }
  }

  /// The left column's part of a width that both columns of a text share.
  func share(of width: Int) -> Int {
    let total = table.grid[0] + table.grid[1]
    return total > 0 ? width * table.grid[0] / total : width / 2
  }

  /// Widths at which the columns of data stand side by side; nil when they do not fit.
  ///
  /// - Parameter isWrapped: whether cells may be wrapped.
  func widths(in width: Int, isWrapped: Bool) -> [Int]? {
    let room = width - TableColumns.gutter * (natural.count - 1)
    let wanted = natural.reduce(0, +)
    if wanted <= room { return natural }
    let needed = least.reduce(0, +)
    guard isWrapped, needed <= room else { return nil }
    // Each column gets its widest word; what is left goes, bit by bit, to the one that is tallest.
    var widths = least
    var spare = room - needed
    while spare > 0 {
      var tallest = 0
      var height = 0
      for column in widths.indices where widths[column] < natural[column] {
        let lines = lineCount(of: column, at: widths[column])
        if lines > height { (tallest, height) = (column, lines) }
      }
      if height == 0 { break }
      let step = min(max(2, spare / 32), spare, natural[tallest] - widths[tallest])
      widths[tallest] += step
      spare -= step
    }
    return widths
  }

  /// About how many lines the tallest cell of a column takes.
  private func lineCount(of column: Int, at width: Int) -> Int {
    cells[column].reduce(0) { height, paragraphs in
      max(height, paragraphs.reduce(0) { $0 + ($1 + width - 1) / width })
    }
  }

  /// The widths of the paragraphs of a cell, and that of its widest word.
  private static func measure(_ blocks: [TextBlock]) -> (widths: [Int], word: Int) {
    var widths: [Int] = []
    var word = 1
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        let label = paragraph.label.map { TextWidth.columns($0.text) + 1 } ?? 0
        for line in paragraph.text.split(separator: "\n") {
          widths.append(label + TextWidth.columns(line))
          for piece in line.split(separator: " ") {
            word = max(word, label + TextWidth.columns(piece))
          }
        }
      case .table(let table):
        let columns = TableColumns(table)
        let gutters = TableColumns.gutter * max(0, columns.natural.count - 1)
        widths.append(columns.natural.reduce(gutters, +))
        word = max(word, columns.least.reduce(gutters, +))
      case .pageBreak: break
      }
    }
    return (widths, word)
  }
}
