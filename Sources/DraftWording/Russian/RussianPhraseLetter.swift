/// What the reading of a phrase asks of single letters; Cyrillic is answered without the tables of
/// Unicode.
enum RussianPhraseLetter {
  /// White space, the no-break spaces among it.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x202F: true
    case ..<0x80, 0x400...0x52F: false
    default: scalar.properties.isWhitespace
    }
  }

  /// A letter or a mark on one.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x52F, 0x41...0x5A, 0x61...0x7A: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
    }
  }

  /// A letter or a digit: what a word begins and ends with.
  static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || isLetter(scalar)
      || scalar.value > 0x7F && scalar.properties.numericType != nil
  }

  /// Whether any letter is a small one.
  static func hasSmall(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x430...0x45F, 0x61...0x7A: true
      case ..<0x80, 0x400...0x42F: false
      default: scalar.properties.isLowercase
      }
    }
  }

  /// The text in small letters.
  static func lowered(_ text: String) -> String {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x430...0x45F, 0x61...0x7A, 0x2D, 0x2E, 0x30...0x39: continue
      default: return text.lowercased()
      }
    }
    return text
  }
}
