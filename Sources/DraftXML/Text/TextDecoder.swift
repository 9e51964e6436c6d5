/// Reads the character data of a range of a well-formed part, piece by piece.
struct TextDecoder {
  /// A piece of character data.
  enum Event {
    /// Bytes that stand for themselves; a line feed comes alone.
    case verbatim(Range<Int>)
    /// One scalar that is written in another way: a reference, or a line end with CR.
    case scalar(Unicode.Scalar, Range<Int>)
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int
  /// Where the CDATA section ends that the decoder is in: the offset of its `]]>`.
  private var sectionEnd: Int?

  /// A decoder of `bytes` from `position` to `end`, which is cut to the bounds.
  init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = max(position, 0)
    self.end = min(end, bytes.count)
  }

  /// The next piece; nil at the end.
  mutating func next() -> Event? {
    while position < end {
      if let limit = sectionEnd {
        if position >= limit {
          position = min(limit + 3, end)
          sectionEnd = nil
          continue
        }
        return piece(until: limit, isSection: true)
      }
      if bytes[position] == UInt8(ascii: "<") {
        skipMarkup()
      } else {
        return piece(until: end, isSection: false)
      }
    }
    return nil
  }

  private mutating func piece(until limit: Int, isSection: Bool) -> Event {
    let start = position
    switch bytes[start] {
    case 0x0D:
      position += position + 1 < limit && bytes[position + 1] == 0x0A ? 2 : 1
      return .scalar("\n", start..<position)
    case UInt8(ascii: "&") where !isSection:
      if let (scalar, next) = XMLText.reference(bytes, at: start, before: limit) {
        position = next
        return .scalar(scalar, start..<next)
      }
      position += 1
      return .verbatim(start..<position)
    case ..<0x10:
      position += 1
      return .verbatim(start..<position)
    default:
      position = XMLBytes.firstControl(orMarkup: !isSection, in: bytes, start..<limit)
      return .verbatim(start..<position)
    }
  }

  /// Moves past a tag, comment or instruction, or into a CDATA section.
  private mutating func skipMarkup() {
    if matches("<![CDATA[") {
      position += 9
      sectionEnd = find("]]>") ?? end
    } else if matches("<!--") {
      position += 4
      position = find("-->").map { $0 + 3 } ?? end
    } else if matches("<?") {
      position += 2
      position = find("?>").map { $0 + 2 } ?? end
    } else {
      skipTag()
    }
  }

  private mutating func skipTag() {
    var quote: UInt8 = 0
    while position < end {
      let byte = bytes[position]
      position += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  private func matches(_ text: StaticString, at offset: Int? = nil) -> Bool {
    let offset = offset ?? position
    let count = text.utf8CodeUnitCount
    guard offset + count <= end else { return false }
    for index in 0..<count where unsafe bytes[offset + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  private func find(_ text: StaticString) -> Int? {
    var offset = position
    while offset < end {
      if matches(text, at: offset) { return offset }
      offset += 1
    }
    return nil
  }
}
