/// One word of a name between spaces and hyphens: its place in the bytes of the name and its
/// letters to match on.
struct RussianNameWord {
  /// Where the word stands in the UTF-8 of the name; brackets and quotes around it are left out.
  var range: Range<Int>
  /// The codes of ``RussianNameLetter``, six bits each, the last letter lowest; the first letters
  /// of a word longer than ``capacity`` are lost.
  var packed: UInt128
  /// The number of letters.
  var count: Int
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
    packed = 0
    count = 0
    var lower = 0
    var upper = 0
    syllables = 0
    isCapitalized = false
    isForeign = false
    let codes = RussianNameLetter.codes
    let classes = RussianNameLetter.classes
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = bytes[index]
      var code = RussianNameLetter.sign
      if lead & 0xFC == 0xD0, index + 1 < range.upperBound {
        let found = codes[Int(lead & 0x03) << 6 | Int(bytes[index + 1] & 0x3F)]
        code = found & 0x3F
        if found & RussianNameLetter.capital != 0 {
          upper += 1
          if count == 0 { isCapitalized = true }
        } else {
          lower += 1
        }
        if classes[Int(code)] & RussianNameLetter.vowelFlag != 0 { syllables += 1 }
        index += 2
      } else {
        if Self.isForeignLetter(lead) {
          code = RussianNameLetter.foreign
          isForeign = true
        }
        index += lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      }
      packed = packed << 6 | UInt128(code)
      count += 1
    }
    self.range = range
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

  /// How many letters a key holds; no listed word is longer.
  static let capacity = 21

  /// The letter at `offset` from the end (1 is the last); 0 when the word is shorter.
  func last(_ offset: Int = 1) -> UInt8 {
    offset <= Self.capacity ? UInt8(truncatingIfNeeded: packed >> (6 * (offset - 1))) & 0x3F : 0
  }

  /// Whether the word ends in a lower-case Cyrillic literal of ten letters at most.
  func ends(_ suffix: String) -> Bool {
    let (code, length) = Self.code(of: suffix)
    let mask: UInt64 = (1 << (6 * UInt64(length))) - 1
    return count >= length && UInt64(truncatingIfNeeded: packed) & mask == code
  }

  /// Whether the word begins with a lower-case Cyrillic literal of ten letters at most.
  func starts(_ prefix: String) -> Bool {
    let (code, length) = Self.code(of: prefix)
    guard count >= length, count <= Self.capacity else { return false }
    return packed >> (6 * (count - length)) == UInt128(code)
  }

  /// A short literal as packed letters.
  private static func code(of literal: String) -> (code: UInt64, length: Int) {
    var code: UInt64 = 0
    var length = 0
    var lead: UInt8 = 0
    for byte in literal.utf8 {
      if byte >= 0xC0 {
        lead = byte
        continue
      }
      let letter: UInt8
      switch lead {
      case 0xD0 where byte >= 0xB0: letter = byte - 0xAF  // а…п
      case 0xD1 where byte < 0x90: letter = byte - 0x6F  // р…я
      default:
        letter = RussianNameLetter.codes[Int(lead & 0x03) << 6 | Int(byte & 0x3F)] & 0x3F
      }
      code = code << 6 | UInt64(letter)
      length += 1
    }
    return (code, length)
  }

  /// Whether a letter that only Kazakh has is in the word.
  var hasKazakhLetter: Bool {
    var rest = packed
    while rest != 0 {
      if (33...41).contains(UInt8(truncatingIfNeeded: rest) & 0x3F) { return true }
      rest >>= 6
    }
    return false
  }

  /// The word as a key of a ``RussianNameTable``; nil when it is longer than any listed word.
  var key: UInt128? { count <= Self.capacity ? packed : nil }

  /// The word as a key that does not depend on the spelling tradition («Айгүл» = «Айгуль»).
  var plainKey: UInt128? {
    if count > Self.capacity { return nil }
    var key: UInt128 = 0
    var index = count
    while index > 0 {
      let plain = RussianNameLetter.plain[Int(last(index))]
      if plain != 0 { key = key << 6 | UInt128(plain) }
      index -= 1
    }
    return key
  }

  /// A listed word, which is in small letters.
  init(listed word: String) {
    let bytes = Array(word.utf8)
    self.init(bytes, 0..<bytes.count)
  }
}
