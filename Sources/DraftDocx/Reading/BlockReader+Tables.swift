internal import DraftXML

/// Which table styles draw lines between rows.
struct TableStyles: Sendable {
  private var ruled: [String: Bool] = [:]

  /// Reads `word/styles.xml`.
  init(_ tree: XMLTree?) {
    guard let tree else { return }
    var parents: [String: String] = [:]
    var own: [String: Bool] = [:]
    for style in tree.children(of: 0) where tree.wordAttribute("type", of: style) == "table" {
      guard let id = tree.wordAttribute("styleId", of: style) else { continue }
      parents[id] = tree.value("basedOn", of: style)
      if let properties = tree.child("tblPr", of: style) {
        own[id] = TableStyles.isRuled(properties, of: tree)
      }
    }
    for id in Set(own.keys).union(parents.keys) {
      var next: String? = id
      var steps = 0
      while let ancestor = next, steps < 64 {
        if let isRuled = own[ancestor] {
          ruled[id] = isRuled
          break
        }
        next = parents[ancestor]
        steps += 1
      }
    }
  }

  /// Whether a table draws lines between its rows.
  func isRuled(table properties: Int?, of tree: XMLTree) -> Bool {
    guard let properties else { return false }
    if let own = TableStyles.isRuled(properties, of: tree) { return own }
    return tree.value("tblStyle", of: properties).flatMap { ruled[$0] } ?? false
  }

  /// What `w:tblBorders` says of the lines between rows; nil for nothing.
  private static func isRuled(_ properties: Int, of tree: XMLTree) -> Bool? {
    guard let borders = tree.child("tblBorders", of: properties),
      let inside = tree.value("insideH", of: borders)
    else { return nil }
    return inside != "nil" && inside != "none"
  }
}

extension BlockReader {
  /// Reads a table; nil when it has no rows that are shown.
  mutating func table(_ element: Int) -> TextTable? {
    var table = TextTable(
      grid: [], rows: [],
      isRuled: tableStyles.isRuled(table: tree.child("tblPr", of: element), of: tree))
    if let grid = tree.child("tblGrid", of: element) {
      for column in tree.children(of: grid) where word(column) == .gridColumn {
        let width = tree.wordAttribute("w", of: column).flatMap(XMLTree.number) ?? 0
        table.grid.append(max(0, width))
      }
    }
    rows(in: element, of: &table)
    let count = table.rows.flatMap(\.cells).reduce(0) { max($0, $1.column + $1.span) }
    while table.grid.count < count { table.grid.append(0) }
    return table.rows.isEmpty ? nil : table
  }

  private mutating func rows(in element: Int, of table: inout TextTable) {
    for child in tree.children(of: element) {
      switch word(child) {
      case .row:
        let properties = tree.child("trPr", of: child)
        let isGone = ["del", "moveFrom", "hidden"].contains { name in
          properties.flatMap { tree.toggle(name, of: $0) } ?? false
        }
        if isGone { continue }
        var row = TextTable.Row(cells: [], isHeader: false)
        row.isHeader = properties.flatMap { tree.toggle("tblHeader", of: $0) } ?? false
        var column = properties.flatMap { tree.number("gridBefore", of: $0) } ?? 0
        column = min(max(0, column), 63)
        cells(in: child, of: &row, &column)
        if !row.cells.isEmpty { table.rows.append(row) }
      case .contentControl, .contentControlContent, .customXML, .inserted, .movedTo:
        rows(in: child, of: &table)
      default: break
      }
    }
  }

  private mutating func cells(in element: Int, of row: inout TextTable.Row, _ column: inout Int) {
    for child in tree.children(of: element) {
      switch word(child) {
      case .cell:
        let properties = tree.child("tcPr", of: child)
        // A row of Word has at most 63 cells.
        let span = properties.flatMap { tree.number("gridSpan", of: $0) } ?? 1
        var cell = TextTable.Cell(column: column, span: min(max(1, span), 63), blocks: [])
        cell.blocks = blocks(in: child)
        if let properties, isMerged(properties, "vMerge") { cell.blocks = [] }
        if let properties, isMerged(properties, "hMerge"), !row.cells.isEmpty {
          row.cells[row.cells.count - 1].span += cell.span
        } else {
          row.cells.append(cell)
        }
        column += cell.span
      case .contentControl, .contentControlContent, .customXML, .inserted, .movedTo:
        cells(in: child, of: &row, &column)
      default: break
      }
    }
  }

  /// Whether a cell is the continuation of another, which alone is shown.
  private func isMerged(_ properties: Int, _ name: String) -> Bool {
    guard let merge = tree.child(name, of: properties) else { return false }
    return tree.wordAttribute("val", of: merge) != "restart"
  }
}
