/// Finds start tags with too many attributes before libxml2 sees them.
///
/// libxml2 2.9 compares each attribute of a tag with all others, so a tag of a few megabytes would keep
/// it busy for minutes. Only a stretch of bytes without `<` can be such a tag, and only one that is long
/// enough; these are found by looking at a few bytes of each window, which costs next to nothing.
enum AttributeGuard {
  /// The fewest bytes of an attribute: a space, a name of one letter, `=` and two quotes.
  private static let shortest = 5

  /// Refuses bytes with an oversized start tag.
  static func check(_ bytes: [UInt8], limits: XMLLimits) throws(XMLError) {
    let window = max(limits.attributes, 1) * shortest
    var last = 0
    while last + window < bytes.count {
      var offset = last + window
      while offset > last, bytes[offset] != UInt8(ascii: "<") { offset -= 1 }
      if offset == last {
        if bytes[last] == UInt8(ascii: "<") { try checkTag(bytes, at: last, limits) }
        offset = last + window
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      }
      last = offset
    }
  }

  private static func checkTag(
    _ bytes: [UInt8], at start: Int, _ limits: XMLLimits
  ) throws(XMLError) {
    guard start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "!"),
      bytes[start + 1] != UInt8(ascii: "?")
    else { return }
    var quote: UInt8 = 0
    var count = 0
    var offset = start + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        count += 1
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      }
      if count > limits.attributes {
        throw XMLError(
          .tooManyAttributes, at: start, of: bytes,
          "a start tag with more than \(limits.attributes) attributes")
      }
      if offset - start > limits.tagBytes {
        throw XMLError(
          .tagTooLong, at: start, of: bytes, "a start tag of more than \(limits.tagBytes) bytes")
      }
    }
  }
}
