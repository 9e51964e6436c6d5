/// Tells rows that a quote without its end has made one cell of.
///
/// `2;"ТОО Б` opens a cell that goes on to the next quote, through any number of rows. What it holds then are
/// not the lines of an address, but rows: each line has as many separators as the header.
enum JoinedRows {
  /// Whether a row of several lines looks like several rows.
  ///
  /// - Parameters:
  ///   - text: the row as it is written, from its first cell to its last.
  ///   - separator: what stands between cells.
  ///   - columns: how many cells the header has.
  ///   - isSpaced: whether separators have spaces behind them in the header; else such ones are the
  ///     punctuation of a text.
  static func areIn(
    _ text: ArraySlice<UInt8>, separator: UInt8, columns: Int, isSpaced: Bool
  ) -> Bool {
    guard columns > 1 else { return false }
    var quoted = 0
    var further = 0
    var isQuoted = false
    for (index, line) in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).enumerated() {
      var count = 0
      for (place, byte) in zip(line.indices, line) {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard byte == separator else { continue }
        let next = place + 1 < line.endIndex ? line[place + 1] : 0
        if next == 0x20, !isSpaced { continue }
        count += 1
        if isQuoted { quoted += 1 }
      }
      if index == 0 { continue }
      if count == 0, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard count == columns - 1 else { return false }
      further += 1
    }
    // What separates the cells of the row itself stands outside of quotes.
    return further > 0 && quoted >= further * (columns - 1)
  }
}
