internal import DraftLanguage

/// Reads rows of separated values as RFC 4180 has them, the separator told by the header.
final class DelimitedReader {
  private var text: RowText
  private let file: String?
  private let options: RowOptions
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var line = 1
  private var separator = UInt8(ascii: ",")
  private var hasSeparator = false
  /// The line that the header is looked for from.
  private var headerLine: Int
  /// Whether what was passed over before the header ends within a line.
  private var endsInLine = false
  /// Whether the header has spaces behind its separators.
  private var isSpaced = false
  private(set) var columns: RowColumns?
  private var number = 0

  /// What a person should know about how the file was read.
  var notices: [Diagnostic] { text.notices }

  init(_ source: @escaping () throws -> [UInt8]?, file: String?, options: RowOptions) throws {
    text = try RowText(source, file: file)
    self.file = file
    self.options = options
    headerLine = options.headerRow ?? 1
  }

  /// A record as it is cut into cells.
  private struct Record {
    var cells: [[UInt8]] = []
    var line: Int
    /// The line that it ends in.
    var lastLine: Int
    var isMalformed = false
    /// Whether its lines look like rows of their own.
    var isJoined = false
  }

  /// Cuts off the next row; nil at the end.
  func next() throws -> UnreadRow? {
    if columns == nil { try readHeader() }
    guard let columns else { return nil }
    while let record = try record() {
      if record.cells.allSatisfy(DelimitedReader.isBlank) { continue }
      number += 1
      return UnreadRow(number: number) { [number, file, encoding = text.lossyEncoding] in
        DelimitedReader.row(record, columns, number: number, file: file, encoding: encoding)
      }
    }
    return nil
  }

  private static func row(
    _ record: Record, _ columns: RowColumns, number: Int, file: String?,
    encoding: CyrillicEncoding?
  ) -> DataRow {
    let place = Place(file: file, line: record.line, column: 1)
    let failed = { (error: Diagnostic) in
      DataRow(number: number, line: record.line, errors: [error])
    }
    if record.isJoined || (record.isMalformed && record.lastLine > record.line) {
      return failed(RowFault.joinedRows(through: record.lastLine, at: place))
    }
    if record.isMalformed { return failed(RowFault.textAfterQuote(at: place)) }
    // Empty cells behind the last column hold nothing that could be lost.
    guard record.cells.count >= columns.count,
      record.cells[columns.count...].allSatisfy(isBlank)
    else {
      return failed(
        RowFault.ragged(
          record.cells.count, expected: columns.count, at: place, through: record.lastLine,
          header: columns.line,
          perhaps: number == 1 && columns.headers.count == 1 ? record.line : nil))
    }
    var cells: [CellContent] = []
    cells.reserveCapacity(columns.count)
    for cell in record.cells.prefix(columns.count) {
      guard let text = String(validating: cell, as: UTF8.self) else {
        return failed(RowFault.notText(file: file, line: record.line))
      }
      if CellReading.isBlank(text) {
        cells.append(.empty)
      } else {
        let damage = DamagedCell.fault(in: text, encoding: encoding)
        cells.append(damage.map { .fault($0) } ?? .text(text))
      }
    }
    return columns.row(cells, number: number, line: record.line)
  }

  private func readHeader() throws {
    if !hasSeparator {
      try fill()
      // Excel's own way to tell the separator: a first line `sep=;`.
      if line == 1, buffer.count > 4, buffer.starts(with: "sep=".utf8), buffer[4] >= 0x09 {
        separator = buffer[4]
        hasSeparator = true
        headerLine = max(2, headerLine)
      }
    }
    try skip(to: headerLine)
    if !hasSeparator {
      separator = try detected()
      hasSeparator = true
    }
    while let record = try record() {
      if record.cells.allSatisfy(DelimitedReader.isBlank) {
        guard let wanted = options.headerRow else { continue }
        throw Diagnostics([RowFault.emptyHeader(file: file, line: wanted)])
      }
      if record.cells.count > options.limits.columns {
        let place = Place(file: file, line: record.line, column: 1)
        throw Diagnostics([RowFault.tooManyColumns(options.limits.columns, at: place)])
      }
      do throws(Diagnostics) {
        columns = try RowColumns(
          record.cells.map { String(decoding: $0, as: UTF8.self) }, file: file, line: record.line,
          options: options)
      } catch {
        // A header may not be found because its letters were lost.
        throw Diagnostics(notices + error.items)
      }
      isSpaced = record.cells.dropFirst().contains { $0.first == 0x20 }
      return
    }
    // A line end at the end of the file begins no line.
    let last = endsInLine ? line : line - 1
    throw Diagnostics([RowFault.noHeader(file: file, wanted: options.headerRow, last: last)])
  }

  /// Passes over the lines before the header's.
  private func skip(to header: Int) throws {
    while line < header {
      if start == buffer.count {
        if isAtEnd { return }
        try fill()
        continue
      }
      let byte = buffer[start]
      if byte == 0x0D, start + 1 == buffer.count, !isAtEnd {
        try fill()
        continue
      }
      start += 1
      endsInLine = byte != 0x0D && byte != 0x0A
      if byte == 0x0D {
        if start < buffer.count, buffer[start] == 0x0A { start += 1 }
      } else if byte != 0x0A {
        continue
      }
      line += 1
    }
    buffer.removeFirst(start)
    start = 0
  }

  /// The separator that the header has as many of as the row below it, as a comma inside of
  /// «Фамилия, имя;ИИН» is not; of several, or of none, that which the header has most of.
  private func detected() throws -> UInt8 {
    var index = 0
    let header = try separators(from: &index)
    let row = try separators(from: &index)
    let rank = { (separator: UInt8) in
      let count = header[separator, default: 0]
      return (count > 0 && row[separator] == count ? 1 : 0, count)
    }
    return [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
      .max { rank($0) < rank($1) } ?? UInt8(ascii: ",")
  }

  /// How often each separator stands outside of quotes in the next line that has text.
  private func separators(from index: inout Int) throws -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasText = false
    while true {
      if index == buffer.count {
        if isAtEnd || index > options.limits.rowBytes { return counts }
        try fill()
        continue
      }
      let byte = buffer[index]
      index += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if hasText { return counts }
        counts = [:]
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x09 {
        counts[byte, default: 0] += 1
      } else if byte != 0x20 {
        hasText = true
      }
    }
  }

  /// The next record; nil at the end of the file.
  private func record() throws -> Record? {
    while true {
      if start == buffer.count {
        if isAtEnd { return nil }
        try fill()
        continue
      }
      if let record = try scan() { return record }
      if buffer.count - start > options.limits.rowBytes {
        throw Diagnostics([
          RowFault.rowTooLong(
            options.limits.rowBytes, at: Place(file: file, line: line, column: 1))
        ])
      }
      try fill()
    }
  }

  /// Cuts the record at `start`; nil when its end has not been read yet.
  private func scan() throws -> Record? {
    var record = Record(line: line, lastLine: line)
    var index = start
    var end = start
    var lines = 0
    while true {
      var cell: [UInt8] = []
      if index < buffer.count, buffer[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < buffer.count else {
            if !isAtEnd { return nil }
            throw Diagnostics([
              RowFault.openQuote(at: Place(file: file, line: record.line, column: 1))
            ])
          }
          let byte = buffer[index]
          index += 1
          if byte == UInt8(ascii: "\"") {
            if index == buffer.count, !isAtEnd { return nil }
            guard index < buffer.count, buffer[index] == UInt8(ascii: "\"") else { break }
            index += 1
          } else if byte == 0x0A || byte == 0x0D {
            if byte == 0x0D {
              if index == buffer.count, !isAtEnd { return nil }
              if index < buffer.count, buffer[index] == 0x0A { index += 1 }
            }
            lines += 1
            cell.append(0x0A)
            continue
          }
          cell.append(byte)
        }
        while index < buffer.count, buffer[index] != separator, buffer[index] != 0x0A,
          buffer[index] != 0x0D
        {
          if buffer[index] != 0x20 { record.isMalformed = true }
          index += 1
        }
      } else {
        let from = index
        while index < buffer.count, buffer[index] != separator, buffer[index] != 0x0A,
          buffer[index] != 0x0D
        { index += 1 }
        cell = Array(buffer[from..<index])
      }
      record.cells.append(cell)
      end = index
      record.lastLine = line + lines
      if index == buffer.count {
        if !isAtEnd { return nil }
        break
      }
      let byte = buffer[index]
      if byte == 0x0D, index + 1 == buffer.count, !isAtEnd { return nil }
      index += 1
      if byte == separator { continue }
      if byte == 0x0D, index < buffer.count, buffer[index] == 0x0A { index += 1 }
      lines += 1
      break
    }
    if record.lastLine > record.line, let columns {
      record.isJoined = JoinedRows.areIn(
        buffer[start..<end], separator: separator, columns: columns.count, isSpaced: isSpaced)
    }
    start = index
    line += lines
    return record
  }

  private func fill() throws {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    if let piece = try text.next(line: line) { buffer += piece } else { isAtEnd = true }
  }

  private static func isBlank(_ cell: [UInt8]) -> Bool {
    // Most cells tell it by their first byte.
    if let first = cell.first, first > 0x20, first < 0x80 { return false }
    return CellReading.isBlank(String(decoding: cell, as: UTF8.self))
  }
}
