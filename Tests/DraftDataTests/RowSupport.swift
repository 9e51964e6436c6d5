import DraftData
import DraftLanguage

/// All rows that a reader gives, each in one line: `2@4 {a: "x"}`, or its errors.
func show(_ reader: RowReader) throws -> [String] {
  var lines: [String] = []
  while let row = try reader.next() { lines.append(show(row)) }
  return lines
}

func show(_ row: DataRow) -> String {
  let head = "\(row.number)@\(row.line.map(String.init) ?? "-") "
  return head + (row.errors.isEmpty ? show(row.data.root) : row.errors.map(sentence).joined())
}

/// An error as `code 2:5 sentence`.
func sentence(_ error: Diagnostic) -> String {
  "\(error.code) \(error.place.map { "\($0.line):\($0.column)" } ?? "nowhere") \(error.message.en)"
}

/// A reader of bytes that come in pieces of a size.
func csv(_ bytes: [UInt8], piece: Int = 1 << 16, options: RowOptions = RowOptions()) throws
  -> RowReader
{
  try RowReader(csv: "rows.csv", options: options, pieces(of: bytes, piece))
}

func csv(_ text: String, piece: Int = 1 << 16, options: RowOptions = RowOptions()) throws
  -> RowReader
{
  try csv(Array(text.utf8), piece: piece, options: options)
}

func pieces(of bytes: [UInt8], _ size: Int) -> () -> [UInt8]? {
  var start = 0
  return {
    guard start < bytes.count else { return nil }
    let end = min(start + size, bytes.count)
    defer { start = end }
    return Array(bytes[start..<end])
  }
}

/// The errors that reading throws.
func thrown(_ read: () throws -> some Any) -> [String] {
  do {
    _ = try read()
    return []
  } catch let error as Diagnostics {
    return error.items.map(sentence)
  } catch {
    return ["\(error)"]
  }
}
