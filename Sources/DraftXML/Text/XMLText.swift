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
    let utf8 = text.utf8
    let special = attribute ? attributeSpecials : textSpecials
    guard utf8.contains(where: { special.contains($0) }) else {
      out.append(contentsOf: utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".utf8)
      case "<": out.append(contentsOf: "&lt;".utf8)
      case ">": out.append(contentsOf: "&gt;".utf8)
      case "\r": out.append(contentsOf: "&#xD;".utf8)
      case "\"" where attribute: out.append(contentsOf: "&quot;".utf8)
      case "\t" where attribute: out.append(contentsOf: "&#x9;".utf8)
      case "\n" where attribute: out.append(contentsOf: "&#xA;".utf8)
      default:
        append(isAllowed(scalar) ? scalar : "\u{FFFD}", to: &out)
      }
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

  private static let textSpecials = ByteSet("&<>\u{EF}\r", controls: true)
  private static let attributeSpecials = ByteSet("&<>\"\t\n\r\u{EF}", controls: true)
}

/// A set of byte values: one bit each.
struct ByteSet: Sendable {
  private var low: SIMD4<UInt64> = .zero

  /// The bytes whose value is that of a scalar of `scalars`, and the forbidden controls if asked for.
  init(_ scalars: String, controls: Bool) {
    for scalar in scalars.unicodeScalars { insert(UInt8(truncatingIfNeeded: scalar.value)) }
    guard controls else { return }
    for byte in UInt8(0)..<0x20 where byte != 0x9 && byte != 0xA && byte != 0xD { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    low[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  /// Whether a byte is in the set.
  func contains(_ byte: UInt8) -> Bool { low[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }
}
