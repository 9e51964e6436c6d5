/// A block of cells that a sheet shows as one; only the first of them holds anything.
struct MergedRange {
  /// As the sheet writes it: `B6:B8`.
  var text: String
  /// Rows, counted from 1.
  var rows: ClosedRange<Int>
  /// Columns, counted from 0.
  var columns: ClosedRange<Int>

  init?(_ text: String) {
    let corners = text.split(separator: ":").map { CellReference($0) }
    guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.text = text
    rows = first.row...last.row
    columns = first.column...last.column
  }
}

/// The name of a cell, such as `BC7`.
struct CellReference {
  /// The row, counted from 1.
  var row: Int
  /// The column, counted from 0.
  var column: Int

  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var hasDigits = false
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A where !hasDigits: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39 where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte) - 0x30
      case 0x24: continue
      default: return nil
      }
      if column > 16_384 || row > 1 << 30 { return nil }
    }
    guard hasDigits, column > 0, row > 0 else { return nil }
    self.row = row
    self.column = column - 1
  }
}
