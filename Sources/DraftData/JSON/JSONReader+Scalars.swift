internal import DraftLanguage

extension JSONReader {
  /// Reads a string at its opening quote.
  mutating func readString() throws(JSONFault) -> String {
    let opening = index
    var start = index + 1
    var end = start
    var decoded: [UInt8] = []
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x22 {
        index = end + 1
        if decoded.isEmpty { return String(decoding: bytes[start..<end], as: UTF8.self) }
        decoded.append(contentsOf: bytes[start..<end])
        return String(decoding: decoded, as: UTF8.self)
      }
      if byte < 0x20 { throw JSONFault(.controlCharacter(byte), at: end) }
      if byte == 0x5C {
        decoded.append(contentsOf: bytes[start..<end])
        index = end
        try readEscape(into: &decoded)
        start = index
        end = index
      } else {
        end += 1
      }
    }
    throw JSONFault(.openString, at: opening)
  }

  private mutating func readEscape(into decoded: inout [UInt8]) throws(JSONFault) {
    let start = index
    index += 1
    let letter = current
    index += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: decoded.append(letter)
    case 0x62: decoded.append(0x08)
    case 0x66: decoded.append(0x0C)
    case 0x6E: decoded.append(0x0A)
    case 0x72: decoded.append(0x0D)
    case 0x74: decoded.append(0x09)
    case 0x75:
      let unit = try readHex(escapeAt: start)
      var scalar = Unicode.Scalar(unit)
      if unit & 0xFC00 == 0xD800, current == 0x5C, index + 1 < bytes.count,
        bytes[index + 1] == 0x75
      {
        index += 2
        let low = try readHex(escapeAt: start)
        if low & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
        }
      }
      guard let scalar else { throw JSONFault(.loneSurrogate, at: start, count: 6) }
      decoded.append(contentsOf: String(Character(scalar)).utf8)
    default: throw JSONFault(.unknownEscape, at: start, count: 2)
    }
  }

  private mutating func readHex(escapeAt start: Int) throws(JSONFault) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<(index + 4)].allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }), let unit = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw JSONFault(.unknownEscape, at: start, count: 2) }
    index += 4
    return unit
  }

  /// Reads a number at its first digit or minus.
  mutating func readNumber() throws(JSONFault) -> Value {
    let start = index
    if current == 0x2D { index += 1 }
    if current == 0x30, index + 1 < bytes.count, (0x30...0x39).contains(bytes[index + 1]) {
      skipDigits()
      throw JSONFault(.leadingZero, at: start, count: index - start)
    }
    var whole = 0
    var overflow = false
    let digits = index
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { break }
      index += 1
      if !overflow {
        let (product, tooLarge) = whole.multipliedReportingOverflow(by: 10)
        let (sum, beyond) = product.addingReportingOverflow(Int(digit))
        whole = sum
        overflow = tooLarge || beyond
      }
    }
    if index == digits { throw malformedNumber(from: start) }
    var isWhole = true
    if current == 0x2E {
      isWhole = false
      index += 1
      try requireDigits(from: start)
    }
    if current | 0x20 == 0x65 {
      isWhole = false
      index += 1
      if current == 0x2B || current == 0x2D { index += 1 }
      try requireDigits(from: start)
    }
    if JSONReader.isWordByte(current) || current == 0x2E { throw malformedNumber(from: start) }
    if isWhole, !overflow { return .int(bytes[start] == 0x2D ? -whole : whole) }
    do throws(NumberDigits.TooLong) {
      return try NumberDigits(bytes[start..<index]).value(bytes[start..<index])
    } catch {
      throw JSONFault(.numberTooLong, at: start, count: index - start)
    }
  }

  private mutating func skipDigits() {
    while (0x30...0x39).contains(current) { index += 1 }
  }

  private mutating func requireDigits(from start: Int) throws(JSONFault) {
    let digits = index
    skipDigits()
    if index == digits { throw malformedNumber(from: start) }
  }

  private func malformedNumber(from start: Int) -> JSONFault {
    var end = index
    while end < bytes.count, JSONReader.isWordByte(bytes[end]) || bytes[end] == 0x2E { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    if word == "-Infinity" || word == "-NaN" {
      return JSONFault(.foreignWord(.notANumber), at: start, count: end - start)
    }
    return JSONFault(.malformedNumber, at: start, count: max(1, end - start))
  }
}
