internal import Draft

/// Letters of Kazakh and Russian that stand where Latin ones are meant.
enum LatinLetters {
  private static let meant: [Character: Character] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "І": "I", "Һ": "H", "З": "3", "а": "a", "е": "e", "к": "k",
    "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "һ": "h", "т": "t", "м": "m",
  ]

  /// Names the Cyrillic letters of a text that should be all Latin; nil when it has none.
  static func hint(_ text: String) -> Message? {
    var found: [(place: Int, letter: Character)] = []
    for (index, letter) in text.enumerated()
    where letter.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) {
      found.append((index + 1, letter))
    }
    guard let first = found.first else { return nil }
    if let latin = meant[first.letter] {
      let code = latin.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) }
      let point = "U+00\(code ?? "")"
      return Message(
        en: "character \(first.place), «\(first.letter)», is Cyrillic: type «\(latin)» (\(point))",
        ru: "знак \(first.place), «\(first.letter)», – кириллица: наберите «\(latin)» (\(point))",
        kk: "\(first.place)-таңба, «\(first.letter)», – кириллица: «\(latin)» (\(point)) теріңіз")
    }
    return Message(
      en:
        "character \(first.place), «\(first.letter)», is Cyrillic; only Latin letters are allowed",
      ru: "знак \(first.place), «\(first.letter)», – кириллица; допустимы только латинские буквы",
      kk: "\(first.place)-таңба, «\(first.letter)», – кириллица; тек латын әріптері жарамды")
  }

  /// Whether a scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Whether a scalar is an ASCII capital letter.
  static func isCapital(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }

  /// Whether a scalar is an ASCII letter.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isCapital(scalar) || (0x61...0x7A).contains(scalar.value)
  }
}
