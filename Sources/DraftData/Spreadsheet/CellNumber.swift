internal import DraftLanguage

/// Numbers as a workbook writes them, in binary floating point, and as a person sees them.
enum CellNumber {
  /// The digits of a number without an exponent, at most 15 of them significant, as Excel shows it:
  /// `0.30000000000000004` is 0.3. Nil when the text is no number.
  static func digits(_ text: String) -> String? {
    guard let double = Double(text), double.isFinite else { return nil }
    if text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) {
      return text
    }
    if double == 0 { return "0" }
    // 15 significant digits: what the shortest form has more of is the noise of the binary fraction.
    let magnitude = double.magnitude
    var exponent = 0
    var shortest: [UInt8] = []
    var seenPoint = false
    let parts = magnitude.description.split(separator: "e")
    for byte in parts[0].utf8 {
      if byte == 0x2E {
        seenPoint = true
      } else {
        shortest.append(byte &- 0x30)
        if seenPoint { exponent -= 1 }
      }
    }
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    while shortest.first == 0 { shortest.removeFirst() }
    if shortest.count > 15 {
      exponent += shortest.count - 15
      let roundsUp = shortest[15] >= 5
      shortest.removeLast(shortest.count - 15)
      if roundsUp {
        var index = 14
        while index >= 0, shortest[index] == 9 {
          shortest[index] = 0
          index -= 1
        }
        if index >= 0 { shortest[index] += 1 } else { shortest.insert(1, at: 0) }
      }
    }
    while shortest.last == 0 {
      shortest.removeLast()
      exponent += 1
    }
    guard exponent < 40, exponent > -40 else { return nil }
    if exponent >= 0 { shortest += [UInt8](repeating: 0, count: exponent) }
    if exponent < 0, shortest.count <= -exponent {
      shortest.insert(
        contentsOf: [UInt8](repeating: 0, count: 1 - exponent - shortest.count), at: 0)
    }
    var result = shortest.map { $0 + 0x30 }
    if exponent < 0 { result.insert(0x2E, at: result.count + exponent) }
    if double < 0 { result.insert(0x2D, at: 0) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether digits before the decimal point were lost, for a workbook keeps 15 of a number: `digits`
  /// of such a card or account number are not those that were typed.
  static func isTooLong(_ digits: String) -> Bool {
    let whole = digits.utf8.prefix { $0 != UInt8(ascii: ".") }
    return whole.count { $0 != UInt8(ascii: "-") } > 15
  }

  /// The value of a number's digits.
  static func value(_ digits: String) -> Value? {
    let bytes = Array(digits.utf8)
    return try? NumberDigits(bytes[...]).value(bytes[...])
  }
}
