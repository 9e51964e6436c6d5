/// The row of vowels that a Kazakh word asks of its endings.
enum KazakhRow: Sendable, Hashable {
  /// Жуан: endings with а and ы.
  case back
  /// Жіңішке: endings with е and і.
  case front
}

/// The class of the last sound, which chooses the first consonant of an ending.
enum KazakhClosing: Sendable, Hashable {
  /// A vowel that is heard as one: қала, шілде.
  case vowel
  /// м н ң.
  case nasal
  /// л р й, and у и ю, which hide й or у.
  case sonorant
  /// з ж ғ.
  case voiced
  /// к қ п с т ф х һ ц ч ш щ, and б в г д, which end only borrowed words.
  case voiceless
}

/// What is known of single letters: their case, their sound, their row.
enum KazakhLetter {
  /// The small letter; anything but a Cyrillic capital comes back unchanged.
  @inline(__always)
  static func lower(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter.value {
    case 0x0410...0x042F: return Unicode.Scalar(letter.value + 0x20) ?? letter
    case 0x0401, 0x0406: return Unicode.Scalar(letter.value + 0x50) ?? letter
    case 0x0492, 0x049A, 0x04A2, 0x04AE, 0x04B0, 0x04BA, 0x04D8, 0x04E8:
      return Unicode.Scalar(letter.value + 1) ?? letter
    default: return letter
    }
  }

  /// The capital; anything but a small Cyrillic letter comes back unchanged.
  static func upper(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter.value {
    case 0x0430...0x044F: return Unicode.Scalar(letter.value - 0x20) ?? letter
    case 0x0451, 0x0456: return Unicode.Scalar(letter.value - 0x50) ?? letter
    case 0x0493, 0x049B, 0x04A3, 0x04AF, 0x04B1, 0x04BB, 0x04D9, 0x04E9:
      return Unicode.Scalar(letter.value - 1) ?? letter
    default: return letter
    }
  }

  /// The text in capitals, for the ending of a word that is set in capitals.
  static func upper(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for letter in text.unicodeScalars { result.append(upper(letter)) }
    return String(result)
  }

  /// True for a letter of the Russian or Kazakh alphabet.
  @inline(__always)
  static func isCyrillic(_ letter: Unicode.Scalar) -> Bool {
    (0x0400...0x04FF).contains(letter.value)
  }

  /// True for a Cyrillic capital.
  @inline(__always)
  static func isCapital(_ letter: Unicode.Scalar) -> Bool {
    lower(letter) != letter
  }

  /// True for a Latin letter of the basic alphabet.
  static func isLatin(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// True for 0…9.
  @inline(__always)
  static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(letter.value)
  }

  /// True for the spaces that part words and groups of digits.
  static func isSpace(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2007, 0x2009, 0x202F: true
    default: false
    }
  }

  /// True for any letter that writes a vowel, у и ю among them.
  static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "а", "ә", "е", "ё", "и", "о", "ө", "у", "ұ", "ү", "ы", "і", "э", "ю", "я": true
    default: false
    }
  }

  /// The class of a small letter as the last of a word; nil for ь, ъ and what is no letter.
  static func closing(_ letter: Unicode.Scalar) -> KazakhClosing? {
    switch letter {
    case "а", "ә", "е", "ё", "о", "ө", "ұ", "ү", "ы", "і", "э", "я": .vowel
    case "м", "н", "ң": .nasal
    case "л", "р", "й", "у", "ю", "и": .sonorant
    case "з", "ж", "ғ": .voiced
    case "к", "қ", "п", "с", "т", "ф", "х", "һ", "ц", "ч", "ш", "щ", "б", "в", "г", "д":
      .voiceless
    default: nil
    }
  }
}
