/// Letters of names as small numbers: Cyrillic of Russian, Kazakh and their neighbours, without
/// case and with `ё` read as `е`, so that a word is an array of bytes and packs into one key.
enum RussianNameLetter {
  /// а…я as 1…32 (ё is е), then the Kazakh letters, then those of the neighbours.
  static let alphabet: [Unicode.Scalar] = [
    "а", "б", "в", "г", "д", "е", "ж", "з", "и", "й", "к", "л", "м", "н", "о", "п", "р", "с", "т",
    "у", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я",
    "ә", "і", "ө", "ұ", "ү", "ғ", "қ", "ң", "һ",
    "җ", "ї", "є", "ґ", "ў",
  ]

  /// A Cyrillic letter that no rule knows.
  static let strange: UInt8 = 60
  /// A sign inside a word: an apostrophe, a bracket, a digit.
  static let sign: UInt8 = 62
  /// A letter of another alphabet; the word is not Cyrillic.
  static let foreign: UInt8 = 63
  /// Marks a capital in ``codes``.
  static let capital: UInt8 = 0x80

  /// What U+0400…U+04FF stand for, in that order.
  static let codes: [UInt8] = {
    var codes = [UInt8](repeating: strange, count: 256)
    for (index, scalar) in alphabet.enumerated() {
      let code = UInt8(index + 1)
      codes[Int(scalar.value) - 0x400] = code
      if let upper = scalar.properties.uppercaseMapping.unicodeScalars.first {
        codes[Int(upper.value) - 0x400] = code | capital
      }
    }
    codes[0x51] = 6
    codes[0x01] = 6 | capital
    return codes
  }()

  /// Whether a letter is a capital; letters of Cyrillic are answered from the table.
  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
      ? codes[Int(scalar.value) - 0x400] & capital != 0 : scalar.properties.isUppercase
  }

  /// What a letter is to the rules, by its code.
  static let classes: [UInt8] = {
    var classes = [UInt8](repeating: 0, count: 64)
    func mark(_ letters: String, _ flag: UInt8) {
      for scalar in letters.unicodeScalars {
        if let index = alphabet.firstIndex(of: scalar) { classes[index + 1] |= flag }
      }
    }
    mark("аеиоуыэюяәіөұүїє", vowelFlag)
    mark("гкхғқһґ", velarFlag)
    mark("жшчщҗ", hissingFlag)
    mark("бвгджзклмнпрстфхцчшщғқңһҗґў", consonantFlag)
    return classes
  }()

  static let vowelFlag: UInt8 = 1
  static let velarFlag: UInt8 = 2
  static let hissingFlag: UInt8 = 4
  static let consonantFlag: UInt8 = 8

  static func isVowel(_ code: UInt8) -> Bool { classes[Int(code)] & vowelFlag != 0 }
  static func isVelar(_ code: UInt8) -> Bool { classes[Int(code)] & velarFlag != 0 }
  static func isHissing(_ code: UInt8) -> Bool { classes[Int(code)] & hissingFlag != 0 }
  /// Consonants but й.
  static func isConsonant(_ code: UInt8) -> Bool { classes[Int(code)] & consonantFlag != 0 }

  /// The letter that stands for this one when the spelling tradition should not matter: Kazakh
  /// letters as Russian ones, soft vowels as hard ones; 0 for ъ and ь.
  static let plain: [UInt8] = {
    var plain = (0..<64).map { UInt8($0) }
    for (from, to) in zip("әяіыөұүюғқңһэ".unicodeScalars, "ааииоууугкнхе".unicodeScalars) {
      if let a = alphabet.firstIndex(of: from), let b = alphabet.firstIndex(of: to) {
        plain[a + 1] = UInt8(b + 1)
      }
    }
    plain[27] = 0
    plain[29] = 0
    return plain
  }()

  static let a: UInt8 = 1
  static let v: UInt8 = 3
  static let e: UInt8 = 6
  static let i: UInt8 = 9
  static let shortI: UInt8 = 10
  static let k: UInt8 = 11
  static let l: UInt8 = 12
  static let m: UInt8 = 13
  static let n: UInt8 = 14
  static let o: UInt8 = 15
  static let r: UInt8 = 17
  static let u: UInt8 = 20
  static let kh: UInt8 = 22
  static let ts: UInt8 = 23
  static let ch: UInt8 = 24
  static let y: UInt8 = 28
  static let soft: UInt8 = 29
  static let ya: UInt8 = 32
}
