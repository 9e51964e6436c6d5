/// Finds the tags of well-formed XML, one after the other.
struct MarkupScanner {
  /// A start tag, end tag or empty element.
  struct Markup {
    /// From `<` to past `>`.
    var range: Range<Int>
    /// The prefix and its colon, and the local name.
    var name: Range<Int>
    /// The local name.
    var local: Range<Int>
    /// `</…>`
    var isEnd: Bool
    /// `<…/>`
    var isEmpty: Bool
    /// Whether the prefix is `w` or none, as WordprocessingML has it.
    var isWord: Bool

    /// The prefix with its colon, or nothing.
    func prefix(in bytes: [UInt8]) -> String {
      String(decoding: bytes[name.lowerBound..<local.lowerBound], as: UTF8.self)
    }

    /// The value of an attribute by local name; nil when it is missing.
    func attribute(_ wanted: String, in bytes: [UInt8]) -> Range<Int>? {
      var index = name.upperBound
      while index < range.upperBound {
        guard bytes[index] == UInt8(ascii: "=") else {
          index += 1
          continue
        }
        var start = index
        while start > name.upperBound, bytes[start - 1] != UInt8(ascii: ":"),
          bytes[start - 1] > 0x20
        {
          start -= 1
        }
        var end = index
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        var open = index + 1
        while bytes[open] <= 0x20 { open += 1 }
        let quote = bytes[open]
        var close = open + 1
        while bytes[close] != quote { close += 1 }
        if bytes[start..<end].elementsEqual(wanted.utf8) { return open + 1..<close }
        index = close + 1
      }
      return nil
    }
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; comments, processing instructions and CDATA are passed over.
  mutating func next() -> Markup? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let start = position
      if bytes[start + 1] == UInt8(ascii: "!") {
        let end: [UInt8] =
          bytes[start + 2] == UInt8(ascii: "-") ? Array("-->".utf8) : Array("]]>".utf8)
        skip(past: end)
        continue
      }
      if bytes[start + 1] == UInt8(ascii: "?") {
        skip(past: Array("?>".utf8))
        continue
      }
      var index = start + 1
      var quote: UInt8 = 0
      while quote != 0 || bytes[index] != UInt8(ascii: ">") {
        let byte = bytes[index]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
        index += 1
      }
      position = index + 1
      let isEnd = bytes[start + 1] == UInt8(ascii: "/")
      let nameStart = isEnd ? start + 2 : start + 1
      var nameEnd = nameStart
      var local = nameStart
      while bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: ">"),
        bytes[nameEnd] != UInt8(ascii: "/")
      {
        if bytes[nameEnd] == UInt8(ascii: ":") { local = nameEnd + 1 }
        nameEnd += 1
      }
      let prefix = bytes[nameStart..<local]
      return Markup(
        range: start..<index + 1, name: nameStart..<nameEnd, local: local..<nameEnd,
        isEnd: isEnd, isEmpty: bytes[index - 1] == UInt8(ascii: "/"),
        isWord: prefix.isEmpty || prefix.elementsEqual("w:".utf8))
    }
    return nil
  }

  private mutating func skip(past end: [UInt8]) {
    while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
    position = min(position + end.count, bytes.count)
  }
}
