/// Rules of character data: decoding it, escaping it, and what XML cannot hold at all.
public enum XMLText {
  /// The character data of a range of a well-formed part, with the way back to its bytes.
  ///
  /// The same as appending the range to an empty ``DecodedText``.
  public static func decode(_ bytes: [UInt8], in range: Range<Int>) -> DecodedText {
    var text = DecodedText()
    text.append(bytes, in: range)
    return text
  }

  /// Writes a text as character data or as the inside of an attribute value, in UTF-8.
  ///
  /// `&`, `<` and `>` become entities, CR becomes `&#xD;` as a parser would read it as LF; in an
  /// attribute the double quote, tab and LF are written as references too. A reader gets the very same
  /// scalars back. Scalars that XML cannot hold come out as U+FFFD, so that the part stays well-formed:
  /// who must not lose them asks ``firstForbiddenScalar(in:)`` first.
  public static func escape(_ text: String, into out: inout [UInt8], attribute: Bool) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      var offset = 0
      while offset < bytes.count {
        let byte = unsafe bytes[offset]
        guard byte < 0x40 || byte == 0xEF,
          let (escaped, count) = unsafe escaped(bytes, at: offset, attribute: attribute)
        else {
          offset += 1
          continue
        }
        unsafe out.append(contentsOf: bytes[copied..<offset])
        out.append(contentsOf: escaped.utf8)
        offset += count
        copied = offset
      }
      unsafe out.append(contentsOf: bytes[copied...])
    }
  }

  /// Writes a text as character data unless it holds control characters or might hold scalars that
  /// XML forbids: the way of most values of most documents.
  ///
  /// - Returns: false, with nothing written, for a text with such scalars, tab and LF among them.
  public static func escapeUnlessSpecial(_ text: String, into out: inout [UInt8]) -> Bool {
    var text = text
    let found = text.withUTF8 { bytes in
      let found = unsafe look(at: bytes)
      if !found.isSpecial, !found.needsEscape { unsafe out.append(contentsOf: bytes) }
      return found
    }
    if found.isSpecial { return false }
    if found.needsEscape { escape(text, into: &out, attribute: false) }
    return true
  }

  /// Whether a text has `&`, `<` or `>`, and whether it has bytes below 0x20 or EF, the first of
  /// U+FFFE and U+FFFF; eight bytes at once.
  private static func look(
    at bytes: UnsafeBufferPointer<UInt8>
  ) -> (needsEscape: Bool, isSpecial: Bool) {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The highest bit of some byte is set if, and only if, some byte of `word` is zero.
    func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    var (escaped, special) = (UInt64(0), UInt64(0))
    var offset = 0
    while offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      special |= ((word &- ones &* 0x20) & ~word) | zero(word ^ (ones &* 0xEF))
      // `<` and `>` differ in one bit.
      escaped |= zero(word ^ (ones &* 0x26)) | zero((word | (ones &* 2)) ^ (ones &* 0x3E))
      offset += 8
    }
    var needsEscape = escaped & (ones &* 0x80) != 0
    var isSpecial = special & (ones &* 0x80) != 0
    while offset < raw.count {
      let byte = unsafe raw[offset]
      isSpecial = isSpecial || byte < 0x20 || byte == 0xEF
      needsEscape = needsEscape || byte == 0x26 || byte | 2 == 0x3E
      offset += 1
    }
    return (needsEscape, isSpecial)
  }

  /// What the bytes at an offset become and how many they are; nil when they stay as they are.
  private static func escaped(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, attribute: Bool
  ) -> (String, Int)? {
    switch unsafe bytes[offset] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case 0x0D: return ("&#xD;", 1)
    case UInt8(ascii: "\"") where attribute: return ("&quot;", 1)
    case 0x09: return attribute ? ("&#x9;", 1) : nil
    case 0x0A: return attribute ? ("&#xA;", 1) : nil
    case 0..<0x20: return ("\u{FFFD}", 1)
    case 0xEF:
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      guard offset + 2 < bytes.count, unsafe bytes[offset + 1] == 0xBF,
        unsafe bytes[offset + 2] >= 0xBE
      else { return nil }
      return ("\u{FFFD}", 3)
    default: return nil
    }
  }

  /// The first scalar of a text that XML 1.0 forbids (§ 2.2, Char); nil when all may stand.
  ///
  /// Forbidden are the control characters below U+0020 except tab, LF and CR, and U+FFFE and U+FFFF.
  public static func firstForbiddenScalar(in text: String) -> Unicode.Scalar? {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return nil }
    return text.unicodeScalars.first { !isAllowed($0) }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    if let encoded = UTF8.encode(scalar) { out.append(contentsOf: encoded) }
  }

  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// The value of an attribute from the bytes between its quotes (XML 1.0, § 3.3.3).
  static func attributeValue(_ bytes: [UInt8], in range: Range<Int>) -> String {
    var plain = true
    for index in range where bytes[index] == UInt8(ascii: "&") || bytes[index] < 0x20 {
      plain = false
      break
    }
    if plain { return String(decoding: bytes[range], as: UTF8.self) }
    var value: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "&"),
        let (scalar, next) = reference(bytes, at: position, before: range.upperBound)
      {
        append(scalar, to: &value)
        position = next
        continue
      }
      position += 1
      if byte == 0x0D, position < range.upperBound, bytes[position] == 0x0A { position += 1 }
      value.append(byte == 0x0D || byte == 0x0A || byte == 0x09 ? 0x20 : byte)
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// The scalar that a reference at `start` stands for, and the offset past its semicolon.
  static func reference(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    var semicolon = start + 1
    while semicolon < end, bytes[semicolon] != UInt8(ascii: ";") {
      if bytes[semicolon] == UInt8(ascii: "&") { return nil }
      semicolon += 1
    }
    guard semicolon < end else { return nil }
    let name = bytes[start + 1..<semicolon]
    let scalar: Unicode.Scalar?
    switch String(decoding: name.prefix(8), as: UTF8.self) {
    case "amp": scalar = "&"
    case "lt": scalar = "<"
    case "gt": scalar = ">"
    case "quot": scalar = "\""
    case "apos": scalar = "'"
    default: scalar = character(name)
    }
    return scalar.map { ($0, semicolon + 1) }
  }

  /// The scalar of a character reference, `#` and digits or `#x` and hexadecimal digits.
  private static func character(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    var digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    if isHexadecimal { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue,
        isHexadecimal || number < 10, value <= 0x10_FFFF
      else { return nil }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(number)
    }
    return Unicode.Scalar(value)
  }
}
