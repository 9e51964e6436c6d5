#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An exact decimal number taken apart for reading: «ноль целых пять десятых».
struct RussianFraction {
  /// The whole part.
  let whole: Int
  /// The digits after the comma as a number, without trailing zeros.
  let numerator: Int
  /// How many digits stand after the comma, trailing zeros apart; 0 for a whole number.
  let places: Int
  let negative: Bool

  /// Takes a number of up to 15 digits before and six after the comma; any other is the error
  /// `bad-number`.
  init(_ value: Decimal) throws(WordingError) {
    let text = value.description
    let bad = WordingError(code: "bad-number", message: "cannot be read in words: \(text)")
    let negative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.dropFirst(negative ? 1 : 0).split(
      separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count <= 15, let whole = Int(first) else {
      throw bad
    }
    var digits = parts.count > 1 ? parts[1] : ""
    while digits.last == "0" { digits.removeLast() }
    guard digits.utf8.count <= 6, let numerator = digits.isEmpty ? 0 : Int(digits) else {
      throw bad
    }
    self.whole = whole
    self.numerator = numerator
    self.places = digits.utf8.count
    self.negative = negative
  }

  /// The number in words; a fraction is read with «целая» and «десятая», which are feminine.
  func words(_ gender: Gender, _ russian: RussianNounCase, animate: Bool = false) -> String {
    var result = negative ? "минус " : ""
    if places == 0 {
      RussianNumeral.append(whole, gender, russian, animate: animate, to: &result)
      return result
    }
    append(whole, "целый", russian, to: &result)
    result += " "
    append(numerator, Self.denominators[places], russian, to: &result)
    return result
  }

  private func append(
    _ n: Int, _ denominator: String, _ russian: RussianNounCase, to result: inout String
  ) {
    RussianNumeral.append(n, .feminine, russian, animate: false, to: &result)
    result += " "
    let one = RussianNumeral.Agreement(UInt(n)) == .one
    let direct = russian == .nominative || russian == .accusative
    result += RussianAdjective.decline(
      masculine: denominator, !one && direct ? .genitive : russian,
      RussianAdjective.Target(gender: one ? .feminine : nil, animate: false))
  }

  private static let denominators = [
    "", "десятый", "сотый", "тысячный", "десятитысячный", "стотысячный", "миллионный",
  ]
}
