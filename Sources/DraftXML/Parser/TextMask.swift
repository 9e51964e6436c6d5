/// Spares libxml2 the letters of other alphabets between tags.
///
/// libxml2 2.9 reads such letters one by one, several times slower than ASCII, and hands them to nobody
/// here: a tree wants to know where tags stand. So it is given a copy in which two letters `x` stand for
/// each scalar of two bytes (U+0080 to U+07FF, all of which XML allows) of the text between tags. Offsets
/// stay what they are; names, attributes and all other scalars are left for libxml2 to judge.
enum TextMask {
  /// The bytes with scalars of two bytes between tags replaced; the bytes are UTF-8.
  ///
  /// From the first comment or CDATA section on nothing is replaced: what looks like a tag there is none.
  static func mask(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    unsafe masked.withUnsafeMutableBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let byte = unsafe bytes[offset]
        if byte == UInt8(ascii: "<") {
          guard let end = unsafe tagEnd(UnsafeBufferPointer(bytes), offset + 1) else { return }
          offset = end
        } else if byte >= 0xC2, byte < 0xE0, offset + 1 < bytes.count {
          unsafe bytes[offset] = UInt8(ascii: "x")
          unsafe bytes[offset + 1] = UInt8(ascii: "x")
          offset += 2
        } else {
          offset += 1
        }
      }
    }
    return masked
  }

  /// The offset past the `>` of a tag or processing instruction; nil for anything else.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, unsafe bytes[start] != UInt8(ascii: "!") else { return nil }
    var quote: UInt8 = 0
    // An instruction ends with `?>` and may hold any quotes.
    let isInstruction = unsafe bytes[start] == UInt8(ascii: "?")
    var offset = start + 1
    while offset < bytes.count {
      let byte = unsafe bytes[offset]
      offset += 1
      if isInstruction {
        if byte == UInt8(ascii: ">"), unsafe bytes[offset - 2] == UInt8(ascii: "?") {
          return offset
        }
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return offset
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }
}
