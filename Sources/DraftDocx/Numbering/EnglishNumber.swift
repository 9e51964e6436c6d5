/// Numbers in English words, as Word writes them in lists: `Twenty-one`, `Twenty-first`, `21st`.
enum EnglishNumber {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let irregular = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]

  /// `1st`, `2nd`, `3rd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    let isTeen = 11...13 ~= number % 100
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// `One`, `Twenty-one`; numbers past 999,999 stay in figures.
  static func cardinalText(_ number: Int) -> String { capitalized(words(number)) }

  /// `First`, `Twenty-first`; numbers past 999,999 stay in figures.
  static func ordinalText(_ number: Int) -> String {
    let words = words(number)
    guard 0...999_999 ~= number else { return ordinal(number) }
    let start = words.lastIndex { $0 == " " || $0 == "-" }.map(words.index(after:))
    let last = String(words[(start ?? words.startIndex)...])
    let head = words[..<(start ?? words.startIndex)]
    if let irregular = irregular[last] { return capitalized(head + irregular) }
    if last.hasSuffix("y") { return capitalized(head + last.dropLast() + "ieth") }
    return capitalized(head + last + "th")
  }

  private static func words(_ number: Int) -> String {
    switch number {
    case 0..<20: return small[number]
    case 20..<100:
      return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10])
    case 100..<1000:
      return small[number / 100] + " hundred"
        + (number % 100 == 0 ? "" : " " + words(number % 100))
    case 1000..<1_000_000:
      return words(number / 1000) + " thousand"
        + (number % 1000 == 0 ? "" : " " + words(number % 1000))
    default: return String(number)
    }
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
