/// What Word's autocorrect and copying put inside tags, and how tags read it.
enum Scalars {
  /// A code point at an offset, and its length in bytes; malformed bytes count as U+FFFD.
  static func decode(_ text: [UInt8], _ at: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
    let first = text[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, at + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in (at + 1)..<(at + length) {
      guard text[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(text[next] & 0x3F)
    }
    return (scalar, length)
  }

  /// Whether the code point separates words inside a tag: blanks of every width, tabs, line ends.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029:
      true
    case 0x2000...0x200A: true
    default: false
    }
  }

  /// Whether the code point is not there for the reader: soft hyphen, zero width, direction marks.
  static func isIgnorable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0xFEFF, 0x2060, 0x61C: true
    case 0x200B...0x200F, 0x202A...0x202E: true
    default: false
    }
  }

  /// Whether the code point means minus: hyphens and dashes of every width.
  static func isMinus(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (0x2010...0x2014).contains(scalar) || scalar == 0x2212
  }

  /// Whether a name may begin with the code point.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return scalar == 0x5F || (0x61...0x7A).contains(scalar | 0x20)
    }
    return Unicode.Scalar(scalar)?.properties.isXIDStart ?? false
  }

  /// Whether a byte is ASCII that a name may go on with: a letter, a digit or `_`.
  static func isNamePart(ascii byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? digits : letters) >> (byte & 0x3F) & 1 == 1
  }

  /// Of the characters U+0000 to U+003F one bit each.
  private static let digits: UInt64 = 0x03FF_0000_0000_0000
  /// Of the characters U+0040 to U+007F one bit each.
  private static let letters: UInt64 = 0x07FF_FFFE_87FF_FFFE

  /// Whether a name may go on with the code point.
  static func isNamePart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isNamePart(ascii: UInt8(scalar)) }
    return Unicode.Scalar(scalar)?.properties.isXIDContinue ?? false
  }
}

/// Which marks open and close the strings of a tag.
enum Quotes {
  /// The content of the string that opens at `at`, and where it ends; nil when no string opens
  /// there or it does not close before `end`.
  static func string(_ text: [UInt8], at: Int, end: Int) -> (content: Range<Int>, end: Int)? {
    let (open, length) = Scalars.decode(text, at, end)
    guard isQuote(open) else { return nil }
    let start = at + length
    if open == 0xAB || open == 0xBB || open == 0x2039 {
      return nested(text, open: open, start: start, end: end)
        ?? scan(text, start: start, end: end) { isDouble($0) }
    }
    if open == 0x22 {
      return scan(text, start: start, end: end) { $0 == 0x22 }
        ?? scan(text, start: start, end: end) { isDouble($0) }
    }
    if open == 0x27 {
      return scan(text, start: start, end: end) { $0 == 0x27 }
        ?? scan(text, start: start, end: end) { isSingle($0) }
    }
    return isDouble(open)
      ? scan(text, start: start, end: end) { isDouble($0) }
      : scan(text, start: start, end: end) { isSingle($0) }
  }

  /// Whether the code point is a quotation mark of any family.
  static func isQuote(_ scalar: UInt32) -> Bool {
    isDouble(scalar) || isSingle(scalar) || scalar == 0xAB || scalar == 0xBB || scalar == 0x2039
      || scalar == 0x203A
  }

  private static func isDouble(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || (0x201C...0x201F).contains(scalar)
  }

  private static func isSingle(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || (0x2018...0x201B).contains(scalar)
  }

  private static func scan(
    _ text: [UInt8], start: Int, end: Int, until closes: (UInt32) -> Bool
  ) -> (content: Range<Int>, end: Int)? {
    var at = start
    while at < end {
      let (scalar, length) = Scalars.decode(text, at, end)
      if scalar == 0x5C {
        at += 1
        if at < end { at += Scalars.decode(text, at, end).length }
        continue
      }
      if closes(scalar) { return (start..<at, at + length) }
      at += length
    }
    return nil
  }

  private static func nested(
    _ text: [UInt8], open: UInt32, start: Int, end: Int
  ) -> (content: Range<Int>, end: Int)? {
    let close: UInt32 = open == 0xAB ? 0xBB : open == 0xBB ? 0xAB : 0x203A
    var depth = 1
    var at = start
    while at < end {
      let (scalar, length) = Scalars.decode(text, at, end)
      if scalar == open {
        depth += 1
      } else if scalar == close {
        depth -= 1
        if depth == 0 { return (start..<at, at + length) }
      }
      at += length
    }
    return depth > 1 ? scan(text, start: start, end: end) { $0 == close } : nil
  }
}
