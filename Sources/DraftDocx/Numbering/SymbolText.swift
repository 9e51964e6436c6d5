/// Signs of symbol fonts as ordinary characters.
///
/// Word keeps a sign of Symbol or Wingdings as a number in the font, U+F000 and up in the private area,
/// which no other font can show.
enum SymbolText {
  private static let symbol: [UInt32: String] = [
    0x2D: "–", 0xB7: "•", 0xA7: "♣", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xA3: "≤", 0xB9: "≠", 0xB4: "×", 0xB8: "÷", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xBC: "…",
  ]
  private static let wingdings: [UInt32: String] = [
    0x6C: "•", 0x6E: "▪", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "•", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0x22: "✂",
  ]
  private static let wingdings2: [UInt32: String] = [
    0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "●",
  ]

  /// The text of a bullet.
  static func bullet(_ text: String, font: String?) -> String {
    if text == "o", font?.hasPrefix("Courier") == true { return "◦" }
    return plain(text, font: font)
  }

  /// A text with the signs of the private area made into ordinary ones.
  static func plain(_ text: String, font: String?) -> String {
    guard text.unicodeScalars.contains(where: { 0xF000...0xF0FF ~= $0.value }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if 0xF000...0xF0FF ~= scalar.value {
        result += sign(scalar.value & 0xFF, font: font)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The sign of `w:sym` (ECMA-376 part 1, § 17.3.3.30).
  ///
  /// - Parameter character: the number in hexadecimal digits.
  static func symbol(_ character: String, font: String?) -> String {
    guard let value = UInt32(character, radix: 16) else { return "" }
    if 0xF000...0xF0FF ~= value { return sign(value & 0xFF, font: font) }
    return Unicode.Scalar(value).map { String($0) } ?? ""
  }

  private static func sign(_ code: UInt32, font: String?) -> String {
    let table =
      switch font ?? "" {
      case "Wingdings": wingdings
      case "Wingdings 2": wingdings2
      default: symbol
      }
    return table[code] ?? symbol[code] ?? wingdings[code] ?? "•"
  }
}
