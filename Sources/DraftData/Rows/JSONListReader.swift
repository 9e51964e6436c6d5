internal import DraftLanguage

/// Reads a JSON file that is a list of mappings, a row each.
///
/// A list has no rows until it is known to end, so the file is read as a whole first.
final class JSONListReader {
  private let text: DataText
  private let limits: DataLimits
  private let items: [Range<Int>]
  private var number = 0
  /// The line of `counted`, and up to where lines were counted.
  private var line = 1
  private var counted: Int

  /// How many rows there are.
  var count: Int { items.count }

  init(_ bytes: [UInt8], file: String?, limits: DataLimits) throws(Diagnostics) {
    let text = try DataText(checking: bytes, name: file, limits: limits)
    var reader = JSONReader(text, limits: limits)
    do throws(JSONFault) {
      _ = try reader.readAll()
    } catch {
      throw Diagnostics([error.diagnostic(in: text)])
    }
    var locator = JSONLocator(text)
    guard let items = locator.items() else {
      throw Diagnostics([RowFault.noList(at: text.place(text.start..<(text.start + 1)))])
    }
    self.text = text
    self.limits = limits
    self.items = items
    counted = text.start
  }

  /// Cuts off the next row; nil at the end.
  func next() -> UnreadRow? {
    guard number < items.count else { return nil }
    let item = items[number]
    number += 1
    while counted < item.lowerBound {
      let byte = text.bytes[counted]
      counted += 1
      if byte == 0x0A || (byte == 0x0D && text.bytes[counted] != 0x0A) { line += 1 }
    }
    // With the spaces before it, so that places are those of the file.
    var start = item.lowerBound
    while start > text.start, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 {
      start -= 1
    }
    let bytes = Array(text.bytes[start..<item.upperBound])
    return UnreadRow(json: bytes, number: number, line: line, file: text.name, limits: limits)
  }
}
