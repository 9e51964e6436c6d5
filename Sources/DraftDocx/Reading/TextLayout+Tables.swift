extension TextLayout {
  /// The narrowest column that running text is set in beside another.
  static let narrowestColumn = 30
  /// The widest line that a table makes of its own will where lines are not wrapped.
  static let widestTable = 120

  /// The lines of a table.
  func lines(of table: TextTable) -> [String] {
    let columns = TableColumns(table)
    if columns.isText {
      let room = (width ?? 0) - TableColumns.textGutter
      guard room / 2 >= TextLayout.narrowestColumn else { return stacked(table) }
      let left = columns.share(of: room)
      return besides(table, widths: [left, room - left], gutter: TableColumns.textGutter)
    }
    if let widths = columns.widths(in: width ?? TextLayout.widestTable, isWrapped: width != nil) {
      return besides(table, widths: widths, gutter: TableColumns.gutter)
    }
    return listed(table)
  }

  /// Cells side by side.
  private func besides(_ table: TextTable, widths: [Int], gutter: Int) -> [String] {
    var lines = TextLines()
    var wasTall = false
    var above: TextTable.Row?
    for row in table.rows {
      var cells: [(shift: Int, width: Int, lines: [String])] = []
      for cell in row.cells where cell.column < widths.count {
        let last = min(cell.column + cell.span, widths.count)
        let shift = widths[..<cell.column].reduce(0) { $0 + $1 + gutter }
        let width = widths[cell.column..<last].reduce(-gutter) { $0 + $1 + gutter }
        let inner = TextLayout(width: width, isNarrow: true)
        cells.append((shift, width, inner.lines(cell.blocks)))
      }
      let height = cells.map(\.lines.count).max() ?? 0
      let isTall = height > 1
      if let above,
        wasTall && !isSequel(row, of: above) || isTall && table.isRuled || isApart(above, row)
      {
        lines.gap()
      }
      for index in 0..<height {
        var line = ""
        for cell in cells where index < cell.lines.count {
          let pad = cell.shift - TextWidth.columns(line)
          line += String(repeating: " ", count: max(0, pad)) + cell.lines[index]
        }
        lines.add(line)
      }
      wasTall = isTall
      above = row
      if row.isHeader, height > 0 {
        let rules = widths.map { String(repeating: "-", count: $0) }
        lines.add(rules.joined(separator: String(repeating: " ", count: gutter)))
        wasTall = false
        above = nil
      }
    }
    return lines.lines
  }

  /// Whether a row goes on with a list of the row above: a deeper level, or one more point of a deep one.
  private func isSequel(_ row: TextTable.Row, of above: TextTable.Row) -> Bool {
    func level(_ block: TextBlock?) -> Int? {
      guard case .paragraph(let paragraph)? = block else { return nil }
      return paragraph.label?.level
    }
    for (cell, upper) in zip(row.cells, above.cells) {
      guard let lower = level(cell.blocks.first), let upper = level(upper.blocks.last) else {
        continue
      }
      return lower > upper || lower == upper && lower >= 2
    }
    return false
  }

  /// Whether there is room between two rows for an empty line.
  private func isApart(_ upper: TextTable.Row, _ lower: TextTable.Row) -> Bool {
    for (cell, other) in zip(upper.cells, lower.cells) {
      if case .paragraph(let last)? = cell.blocks.last,
        case .paragraph(let first)? = other.blocks.first, isApart(last, first)
      {
        return true
      }
    }
    return false
  }

  /// The columns of a text one under the other; a row that both share divides them.
  private func stacked(_ table: TextTable) -> [String] {
    var lines = TextLines()
    var columns: [[[TextBlock]]] = [[], []]
    func flush() {
      for cells in columns where !cells.isEmpty {
        lines.gap()
        var run: [TextBlock] = []
        for cell in cells {
          // Cells of several paragraphs are blocks of their own, others go on with the text.
          let isBlock = cell.count > 2
          if isBlock {
            lines.add(self.lines(run))
            lines.gap()
            run = []
          }
          run += cell
          if isBlock {
            lines.add(self.lines(run))
            lines.gap()
            run = []
          }
        }
        lines.add(self.lines(run))
        lines.gap()
      }
      columns = [[], []]
    }
    for row in table.rows {
      if row.cells.count == 1, let cell = row.cells.first, cell.span > 1 {
        flush()
        lines.add(self.lines(cell.blocks))
        continue
      }
      for cell in row.cells { columns[min(cell.column, 1)].append(cell.blocks) }
    }
    flush()
    return lines.lines
  }

  /// The cells of each row one under the other, all but the first indented; a number or another short
  /// text in the first stands beside the second.
  private func listed(_ table: TextTable) -> [String] {
    let indent = "    "
    var lines = TextLines()
    for row in table.rows {
      lines.gap()
      var lead: String?
      for (index, cell) in row.cells.enumerated() where !cell.blocks.isEmpty {
        let shift = index == 0 ? "" : indent
        let inner = TextLayout(width: width.map { max(8, $0 - shift.count) }, isNarrow: true)
        let text = inner.lines(cell.blocks).filter { !$0.isEmpty }
        if index == 0, text.count == 1, TextWidth.columns(text[0]) < indent.count {
          lead = text[0].trimmingPrefix { $0 == " " } + ""
          continue
        }
        for line in text {
          if let mark = lead {
            lines.add(
              mark + String(repeating: " ", count: indent.count - TextWidth.columns(mark)) + line)
            lead = nil
          } else {
            lines.add(shift + line)
          }
        }
      }
      if let lead { lines.add(lead) }
    }
    return lines.lines
  }
}
