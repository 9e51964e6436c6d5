internal import DraftLanguage

/// The bytes of a data file, known to be UTF-8, and their places.
struct DataText: Sendable {
  /// The file, a byte order mark included.
  let bytes: [UInt8]
  /// The file's name for messages.
  let name: String?
  /// Where the text starts: past the byte order mark.
  let start: Int
  /// The number of its first line in the file that it is a part of.
  let firstLine: Int

  /// The longest line that a place quotes whole; of longer ones it quotes the part around the
  /// place, so that a minified file does not fill the terminal.
  static let longestQuote = 160

  /// Text that is checked already.
  init(_ bytes: [UInt8], name: String?, firstLine: Int = 1) {
    self.bytes = bytes
    self.name = name
    self.firstLine = firstLine
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The place of a byte range as a person finds it.
  func place(_ range: Range<Int>) -> Place {
    let lower = min(max(range.lowerBound, start), bytes.count)
    var line = firstLine
    var lineStart = start
    var index = start
    while index < lower {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    var lineEnd = lower
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
    let upper = min(max(range.upperBound, lower), lineEnd)
    let before = string(lineStart..<lower)
    let within = string(lower..<upper)
    let after = string(upper..<lineEnd)
    let column = before.count + 1
    let (text, highlight) = DataText.quote(before: before, within: within, after: after)
    return Place(file: name, line: line, column: column, text: text, highlight: highlight)
  }

  /// The text of a byte range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func quote(
    before: String, within: String, after: String
  ) -> (text: String, highlight: Range<Int>) {
    let left = before.count
    let middle = within.count
    if left + middle + after.count <= longestQuote {
      return (before + within + after, left..<(left + middle))
    }
    let shownLeft = left <= 60 ? before : "…" + before.suffix(59)
    let shownMiddle = middle <= 60 ? within : within.prefix(59) + "…"
    let room = longestQuote - shownLeft.count - shownMiddle.count
    let shownRight = after.count <= room ? after : after.prefix(room - 1) + "…"
    let start = shownLeft.count
    return (shownLeft + shownMiddle + shownRight, start..<(start + shownMiddle.count))
  }
}
