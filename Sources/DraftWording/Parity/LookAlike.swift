/// Finds Latin letters that pose as Cyrillic ones: «келісім» with a Latin `i`.
///
/// They look right and are lost in every search and register.
public enum LookAlike {
  /// One word with such letters.
  public struct Finding: Sendable, Hashable {
    /// The word.
    public let word: String
    /// The word, in UTF-8 offsets of the text.
    public let range: Range<Int>
    /// The first wrong letter.
    public let letter: Character
    /// Its place in the word, counted from 1.
    public let position: Int
    /// What should stand there.
    public let meant: Character
    /// The word with right letters.
    public let corrected: String
  }

  /// The Cyrillic letter that a Latin one looks like.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і", "h": "һ",
    "k": "к", "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "K": "К", "M": "М",
    "O": "О", "P": "Р", "T": "Т", "X": "Х", "Y": "У", "\u{259}": "ә", "\u{18F}": "Ә",
    "\u{275}": "ө", "\u{EF}": "ї", "\u{131}": "і",
  ]

  /// The words of a text that mix Cyrillic letters with Latin ones that look like them.
  ///
  /// Words with other Latin letters («Kaspiге», «SMSті») and Roman numerals are left alone.
  public static func find(in text: String) -> [Finding] {
    var findings: [Finding] = []
    var word: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    func finish() {
      if let finding = judge(word, start..<offset) { findings.append(finding) }
      word = []
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        if word.isEmpty { start = offset }
        word.append(scalar)
      } else if !word.isEmpty {
        finish()
      }
      offset += UTF8.width(scalar)
    }
    finish()
    return findings
  }

  private static func judge(_ word: [Unicode.Scalar], _ range: Range<Int>) -> Finding? {
    let cyrillic = word.count(where: KazakhLetter.isCyrillic)
    guard cyrillic > 0, cyrillic < word.count, !RomanNumeral.isMade(of: word) else { return nil }
    let latin = word.filter { !KazakhLetter.isCyrillic($0) }
    guard latin.allSatisfy({ twins[$0] != nil }),
      cyrillic > 1 || word.count == 2 && latin == ["i"],
      let first = word.firstIndex(where: { !KazakhLetter.isCyrillic($0) }),
      let meant = twins[word[first]]
    else { return nil }
    var right = String.UnicodeScalarView()
    for letter in word { right.append(twins[letter] ?? letter) }
    var wrong = String.UnicodeScalarView()
    wrong.append(contentsOf: word)
    return Finding(
      word: String(wrong), range: range, letter: Character(word[first]), position: first + 1,
      meant: Character(meant), corrected: String(right))
  }
}

/// Roman numerals, in Latin or Cyrillic letters or both: official texts print «176-VІ».
enum RomanNumeral {
  /// Whether all letters are digits of small Roman numerals.
  static func isMade(of word: some Collection<Unicode.Scalar>) -> Bool {
    word.allSatisfy { digit($0) != nil }
  }

  /// The value up to 39; nil for what is no numeral.
  static func value(_ word: some Collection<Unicode.Scalar>) -> Int? {
    var digits: [Int] = []
    for letter in word {
      guard let digit = digit(letter) else { return nil }
      digits.append(digit)
    }
    var value = 0
    for (index, digit) in digits.enumerated() {
      value += index + 1 < digits.count && digits[index + 1] > digit ? -digit : digit
    }
    return value > 0 && value < 40 ? value : nil
  }

  private static func digit(_ letter: Unicode.Scalar) -> Int? {
    switch letter {
    case "I", "І": 1
    case "V": 5
    case "X", "Х": 10
    default: nil
    }
  }
}
