/// How a number of a list is written (ECMA-376 part 1, § 17.18.59, ST_NumberFormat).
enum ListFormat: Sendable, Hashable {
  case decimal
  /// At least so many digits: `decimalZero` has two.
  case padded(Int)
  case upperRoman, lowerRoman
  case upperLetter, lowerLetter
  case russianUpper, russianLower
  case ordinal, cardinalText, ordinalText
  case hexadecimal, chicago, dashes
  case enclosedCircle, enclosedParentheses, enclosedStop
  /// A mark that does not count.
  case bullet
  /// Counts, but shows nothing.
  case none

  /// The format of a name; names that are not known count in decimals.
  ///
  /// - Parameter pattern: `w:format`, which says how `custom` looks: `001, 002, 003, …`.
  init(_ name: String, pattern: String? = nil) {
    switch name {
    case "decimalZero": self = .padded(2)
    case "upperRoman": self = .upperRoman
    case "lowerRoman": self = .lowerRoman
    case "upperLetter": self = .upperLetter
    case "lowerLetter": self = .lowerLetter
    case "russianUpper": self = .russianUpper
    case "russianLower": self = .russianLower
    case "ordinal": self = .ordinal
    case "cardinalText": self = .cardinalText
    case "ordinalText": self = .ordinalText
    case "hex": self = .hexadecimal
    case "chicago": self = .chicago
    case "numberInDash": self = .dashes
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .enclosedCircle
    case "decimalEnclosedParen": self = .enclosedParentheses
    case "decimalEnclosedFullstop": self = .enclosedStop
    case "bullet": self = .bullet
    case "none": self = .none
    case "custom":
      let first = (pattern ?? "").prefix { $0 != "," }.filter { !$0.isWhitespace }
      self = first.hasPrefix("0") && first.count < 20 ? .padded(first.count) : .decimal
    default: self = .decimal
    }
  }

  /// What legal numbering (`w:isLgl`, § 17.9.4) shows in the place of this format.
  var legal: ListFormat {
    switch self {
    case .decimal, .padded, .bullet, .none: self
    default: .decimal
    }
  }

  /// A number in this format; empty for bullets and hidden numbers.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal: return String(number)
    case .padded(let width):
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .upperRoman: return ListFormat.roman(number)
    case .lowerRoman: return ListFormat.roman(number).lowercased()
    case .upperLetter: return ListFormat.letter(number, ListFormat.latin).uppercased()
    case .lowerLetter: return ListFormat.letter(number, ListFormat.latin)
    case .russianUpper: return ListFormat.letter(number, ListFormat.russian).uppercased()
    case .russianLower: return ListFormat.letter(number, ListFormat.russian)
    case .ordinal: return EnglishNumber.ordinal(number)
    case .cardinalText: return EnglishNumber.cardinalText(number)
    case .ordinalText: return EnglishNumber.ordinalText(number)
    case .hexadecimal: return String(number, radix: 16, uppercase: true)
    case .chicago: return ListFormat.letter(number, ["*", "†", "‡", "§"])
    case .dashes: return "- \(number) -"
    case .enclosedCircle: return ListFormat.enclosed(number, from: 0x2460)
    case .enclosedParentheses: return ListFormat.enclosed(number, from: 0x2474)
    case .enclosedStop: return ListFormat.enclosed(number, from: 0x2488)
    case .bullet, .none: return ""
    }
  }

  private static let latin = "abcdefghijklmnopqrstuvwxyz".map(String.init)
  /// The letters that Word counts with: all but ё, й, ъ and ь.
  private static let russian = "абвгдежзиклмнопрстуфхцчшщыэюя".map(String.init)

  /// The letter of a number; past the last one letters are doubled, tripled and so on: z, aa, bb.
  private static func letter(_ number: Int, _ letters: [String]) -> String {
    guard number > 0 else { return "" }
    let place = (number - 1) % (letters.count * 30)
    return String(repeating: letters[place % letters.count], count: place / letters.count + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number <= 32767 else { return number == 0 ? "" : String(number) }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// A sign of Unicode's block of enclosed numbers, which has twenty of each kind.
  private static func enclosed(_ number: Int, from first: UInt32) -> String {
    guard 1...20 ~= number, let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
      return String(number)
    }
    return String(scalar)
  }
}
