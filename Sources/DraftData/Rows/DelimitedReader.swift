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
  private(set) var columns: RowColumns?
  private var number = 0

  /// What a person should know about how the file was read.
  var notices: [Diagnostic] { text.notices }

  init(_ source: @escaping () throws -> [UInt8]?, file: String?, options: RowOptions) throws {
    text = try RowText(source, file: file)
    self.file = file
    self.options = options
  }

  /// A record as it is cut into cells.
  private struct Record {
    var cells: [[UInt8]]
    var line: Int
    var isMalformed: Bool
  }

  /// Cuts off the next row; nil at the end.
  func next() throws -> UnreadRow? {
    if columns == nil { try readHeader() }
    guard let columns else { return nil }
    while let record = try record() {
      if record.cells.allSatisfy(DelimitedReader.isBlank) { continue }
      number += 1
      return UnreadRow(number: number) { [number, file] in
        DelimitedReader.row(record, columns, number: number, file: file)
      }
    }
    return nil
  }

  private static func row(
    _ record: Record, _ columns: RowColumns, number: Int, file: String?
  ) -> DataRow {
    let place = Place(file: file, line: record.line, column: 1)
    let failed = { (error: Diagnostic) in
      DataRow(number: number, line: record.line, errors: [error])
    }
    if record.isMalformed { return failed(RowFault.textAfterQuote(at: place)) }
    if record.cells.count != columns.count {
      return failed(RowFault.ragged(record.cells.count, expected: columns.count, at: place))
    }
    var cells: [CellContent] = []
    cells.reserveCapacity(record.cells.count)
    for cell in record.cells {
      if isBlank(cell) {
        cells.append(.empty)
      } else if let text = String(validating: cell, as: UTF8.self) {
        cells.append(.text(text))
      } else {
        return failed(RowFault.notText(file: file, line: record.line))
      }
    }
    return columns.row(cells, number: number, line: record.line)
  }

  private func readHeader() throws {
    try fill()
    // Excel's own way to tell the separator: a first line `sep=;`.
    if buffer.count > 4, buffer.starts(with: "sep=".utf8), buffer[4] >= 0x09 {
      separator = buffer[4]
      _ = try record()
    } else {
      separator = try detected()
    }
    while let record = try record() {
      if record.cells.allSatisfy(DelimitedReader.isBlank) { continue }
      if record.cells.count > options.limits.columns {
        let place = Place(file: file, line: record.line, column: 1)
        throw Diagnostics([RowFault.tooManyColumns(options.limits.columns, at: place)])
      }
      columns = try RowColumns(
        record.cells.map { String(decoding: $0, as: UTF8.self) }, file: file, line: record.line,
        options: options)
      return
    }
    throw Diagnostics([RowFault.noHeader(file: file, line: 1)])
  }

  /// The separator that stands most often in the header outside of quotes.
  private func detected() throws -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasText = false
    var index = 0
    while true {
      if index == buffer.count {
        if isAtEnd { break }
        try fill()
        continue
      }
      let byte = buffer[index]
      index += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if hasText { break }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x09 {
        counts[byte, default: 0] += 1
      } else if byte != 0x20 {
        hasText = true
      }
    }
    return [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
      .max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
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
    var record = Record(cells: [], line: line, isMalformed: false)
    var index = start
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
    start = index
    line += lines
    return record
  }

  private func fill() throws {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    if let piece = try text.next() { buffer += piece } else { isAtEnd = true }
  }

  private static func isBlank(_ cell: [UInt8]) -> Bool {
    cell.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } || cell == [0xC2, 0xA0]
  }
}
