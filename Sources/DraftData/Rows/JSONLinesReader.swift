internal import DraftLanguage

/// Reads JSON Lines: a mapping a line, the types as their author wrote them.
final class JSONLinesReader {
  private let source: () throws -> [UInt8]?
  private let file: String?
  private let limits: RowLimits
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var line = 0
  private var number = 0

  init(_ source: @escaping () throws -> [UInt8]?, file: String?, limits: RowLimits) {
    self.source = source
    self.file = file
    self.limits = limits
  }

  /// Cuts off the next row; nil at the end. Blank lines are passed over.
  func next() throws -> UnreadRow? {
    while let bytes = try readLine() {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      number += 1
      return UnreadRow(json: bytes, number: number, line: line, file: file, limits: .standard)
    }
    return nil
  }

  private func readLine() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        line += 1
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        if start == buffer.count { return nil }
        defer { start = buffer.count }
        line += 1
        return Array(buffer[start...])
      }
      if buffer.count - start > limits.rowBytes {
        throw Diagnostics([
          RowFault.rowTooLong(limits.rowBytes, at: Place(file: file, line: line + 1, column: 1))
        ])
      }
      buffer.removeFirst(start)
      searched -= start
      start = 0
      if let piece = try source() { buffer += piece } else { isAtEnd = true }
    }
  }
}
