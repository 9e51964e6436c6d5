/// What stands where something else was expected, named as the person who wrote it would.
extension JSONReader {
  /// The fault when no value starts here.
  func unexpectedValue() -> JSONFault {
    let word = wordCount(at: index)
    switch current {
    case 0x2C, 0x5D, 0x7D, 0x3A: return JSONFault(.missingValue, at: index)
    case 0x2B, 0x2E:
      let rest = wordCount(at: index + 1)
      return JSONFault(.malformedNumber, at: index, count: 1 + rest)
    default: break
    }
    if let fault = foreignSyntax() { return fault }
    guard word > 0 else { return JSONFault(.unexpected, at: index, count: characterCount()) }
    let kind: JSONFault.ForeignWord =
      switch text.string(index..<(index + word)) {
      case "True", "TRUE", "yes", "Yes", "on", "False", "FALSE", "no", "No", "off": .truth
      case "None", "NULL", "Null", "nil", "undefined": .nothing
      case "NaN", "Infinity", "nan", "inf": .notANumber
      default: .text
      }
    return JSONFault(.foreignWord(kind), at: index, count: word)
  }

  /// The fault when no key starts here.
  func unexpectedKey(opened: Int) -> JSONFault {
    if index == bytes.count { return JSONFault(.endOfFile(opened: opened), at: index) }
    if let fault = foreignSyntax() { return fault }
    let word = wordCount(at: index)
    if word > 0 { return JSONFault(.unquotedKey, at: index, count: word) }
    return JSONFault(.missingKey, at: index, count: characterCount())
  }

  /// The fault when an element is followed neither by a comma nor by the closing bracket.
  func unexpectedSeparator(closing: UInt8, opened: Int) -> JSONFault {
    let byte = bytes[index]
    if let fault = foreignSyntax(), fault.kind == .comment { return fault }
    if byte == 0x5D || byte == 0x7D {
      return JSONFault(.wrongBracket(opened: opened), at: index)
    }
    if byte == 0x3A, closing == 0x5D { return JSONFault(.keyInList, at: index) }
    let afterString = previousByte == 0x22 && byte != 0x22
    return JSONFault(
      .missingComma(afterString: afterString), at: index, count: characterCount())
  }

  /// Single quotes, typographic quotes and comments, which JSON does not know.
  private func foreignSyntax() -> JSONFault? {
    let count = characterCount()
    switch current {
    case 0x27, 0x60: return JSONFault(.singleQuotes, at: index)
    case 0x23: return JSONFault(.comment, at: index)
    case 0x2F:
      guard index + 1 < bytes.count, bytes[index + 1] == 0x2F || bytes[index + 1] == 0x2A else {
        return nil
      }
      return JSONFault(.comment, at: index, count: 2)
    default: break
    }
    guard index < bytes.count else { return nil }
    switch text.string(index..<(index + count)) {
    case "“", "”", "„", "«", "»", "‘", "’", "‚":
      return JSONFault(.typographicQuotes, at: index, count: count)
    case "\u{A0}", "\u{2007}", "\u{202F}", "\u{200B}", "\u{FEFF}":
      return JSONFault(.unusualSpace, at: index, count: count)
    default: return nil
    }
  }

  private var previousByte: UInt8 {
    var before = index - 1
    while before >= 0, bytes[before] <= 0x20 { before -= 1 }
    return before >= 0 ? bytes[before] : 0
  }

  /// How many bytes the word at `start` has; zero when none starts there.
  private func wordCount(at start: Int) -> Int {
    var end = start
    while end < bytes.count, JSONReader.isWordByte(bytes[end]) { end += 1 }
    return end - start
  }

  /// How many bytes the character at the place has; at least one.
  func characterCount() -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return max(1, min(end, bytes.count) - index)
  }

  /// Whether a byte belongs to a word that someone forgot to quote.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x2B, 0x2D, 0x80...: true
    default: false
    }
  }
}
