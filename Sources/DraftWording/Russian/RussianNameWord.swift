/// One word of a name between spaces and hyphens: its place in the bytes of the name and its
/// letters to match on.
struct RussianNameWord {
  /// Where the word stands in the UTF-8 of the name; brackets and quotes around it are left out.
  var range: Range<Int>
  /// Codes of ``RussianNameLetter``.
  var letters: [UInt8]
  /// All letters are capitals and there are two or more.
  var isUpper: Bool
  /// The first letter is a capital.
  var isCapitalized: Bool
  /// A letter of another alphabet is in it.
  var isForeign: Bool
  /// The number of vowels.
  var syllables: Int

  /// Reads the word in `range` of the UTF-8 of a name.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let range = Self.trim(bytes, range)
    var letters: [UInt8] = []
    letters.reserveCapacity(range.count / 2 + 1)
    var lower = 0
    var upper = 0
    syllables = 0
    isCapitalized = false
    isForeign = false
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = bytes[index]
      var code = RussianNameLetter.sign
      if lead & 0xFC == 0xD0, index + 1 < range.upperBound {
        let found = RussianNameLetter.codes[
          Int(lead & 0x03) << 6 | Int(bytes[index + 1] & 0x3F)]
        code = found & 0x3F
        if found & RussianNameLetter.capital != 0 {
          upper += 1
          if letters.isEmpty { isCapitalized = true }
        } else {
          lower += 1
        }
        if RussianNameLetter.isVowel(code) { syllables += 1 }
        index += 2
      } else {
        if Self.isForeignLetter(lead) {
          code = RussianNameLetter.foreign
          isForeign = true
        }
        index += lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      }
      letters.append(code)
    }
    self.range = range
    self.letters = letters
    isUpper = lower == 0 && upper > 1
  }

  /// Letters of ASCII and of every script but Cyrillic; the general punctuation (apostrophes,
  /// quotation marks) and the modifier apostrophe are signs.
  private static func isForeignLetter(_ lead: UInt8) -> Bool {
    if lead < 0x80 { return (0x61...0x7A).contains(lead | 0x20) }
    return lead != 0xC2 && lead != 0xCA && lead != 0xE2
  }

  /// Leaves brackets, quotes and commas around a word out of its range.
  private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    func isWrapper(_ byte: UInt8) -> Bool {
      byte == 0x28 || byte == 0x29 || byte == 0x22 || byte == 0x2C || byte == 0x3B
    }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if isWrapper(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xAB {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isWrapper(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xBB {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The number of letters.
  var count: Int { letters.count }

  /// The letter at `offset` from the end (1 is the last); 0 when the word is shorter.
  func last(_ offset: Int = 1) -> UInt8 {
    letters.count >= offset ? letters[letters.count - offset] : 0
  }

  /// Whether the word ends in a lower-case Cyrillic literal.
  func ends(_ suffix: String) -> Bool {
    let utf8 = suffix.utf8
    var index = letters.count - utf8.count / 2
    if index < 0 { return false }
    var lead: UInt8 = 0
    for byte in utf8 {
      if byte >= 0xC0 {
        lead = byte
        continue
      }
      let code = RussianNameLetter.codes[Int(lead & 0x03) << 6 | Int(byte & 0x3F)] & 0x3F
      if letters[index] != code { return false }
      index += 1
    }
    return true
  }

  /// Whether the word begins with a lower-case Cyrillic literal.
  func starts(_ prefix: String) -> Bool {
    let utf8 = prefix.utf8
    if letters.count < utf8.count / 2 { return false }
    var index = 0
    var lead: UInt8 = 0
    for byte in utf8 {
      if byte >= 0xC0 {
        lead = byte
        continue
      }
      let code = RussianNameLetter.codes[Int(lead & 0x03) << 6 | Int(byte & 0x3F)] & 0x3F
      if letters[index] != code { return false }
      index += 1
    }
    return true
  }

  /// Whether a letter that only Kazakh has is in the word.
  var hasKazakhLetter: Bool { letters.contains { (33...41).contains($0) } }

  /// The word as a key of a ``RussianNameTable``; nil when it is longer than any listed word.
  var key: UInt128? { Self.key(of: letters) }

  /// The word as a key that does not depend on the spelling tradition («Айгүл» = «Айгуль»).
  var plainKey: UInt128? { Self.plainKey(of: letters) }

  static func key(of letters: [UInt8]) -> UInt128? {
    if letters.count > 21 { return nil }
    var key: UInt128 = 0
    for code in letters { key = key << 6 | UInt128(code) }
    return key
  }

  static func plainKey(of letters: [UInt8]) -> UInt128? {
    if letters.count > 21 { return nil }
    var key: UInt128 = 0
    for code in letters {
      let plain = RussianNameLetter.plain[Int(code)]
      if plain != 0 { key = key << 6 | UInt128(plain) }
    }
    return key
  }
}
