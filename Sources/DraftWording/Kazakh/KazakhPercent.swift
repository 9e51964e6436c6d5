#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Percentages in Kazakh with their words: «10 % (он пайыз)».
public enum KazakhPercent {
  /// A percentage: 0.5 → «0,5 % (нөл бүтін оннан бес пайыз)».
  ///
  /// The figure and % are parted by a no-break space. The ending of the case goes on пайыз,
  /// «10 % (он пайызды)», or, without `words`, on % with a hyphen: «10 %-ды». `style` says where
  /// `бір` stands. A number with more than six digits after the comma or fifteen before it, and
  /// what is not a number, are the error `bad-number`; the prepositional is `unknown-case`.
  public static func format(
    _ value: Decimal, case grammatical: GrammaticalCase = .nominative, words: Bool = true,
    style: KazakhNumeral.Style = .full
  ) throws(WordingError) -> String {
    try KazakhCase.check(grammatical)
    var result = DigitGrouping.number(value)
    let spoken = try Self.words(value, style: style)
    result += DigitGrouping.noBreakSpace + "%"
    let ending = KazakhSuffix.plain(grammatical, row: .back, closing: .voiced)
    if words {
      result += " (" + spoken + " пайыз" + ending + ")"
    } else if !ending.isEmpty {
      result += "-" + ending
    }
    return result
  }

  /// A decimal number in words: «екі бүтін жүзден жиырма бес».
  static func words(
    _ value: Decimal, style: KazakhNumeral.Style
  ) throws(WordingError) -> String {
    let text = value.description
    var whole = 0
    var fraction = 0
    var places = -1
    var isNegative = false
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if byte == UInt8(ascii: "."), places < 0 {
        places = 0
      } else if (0...9).contains(digit), whole < 100_000_000_000_000, places < 6 {
        if places < 0 {
          whole = whole * 10 + digit
        } else {
          fraction = fraction * 10 + digit
          places += 1
        }
      } else {
        throw WordingError(code: "bad-number", message: "not a percentage: \(text)")
      }
    }
    var result = isNegative ? "минус " : ""
    KazakhNumeral.append(whole, style: style, to: &result)
    guard fraction > 0 else { return result }
    result += " бүтін "
    switch places {
    case 1: result += "оннан "
    case 2: result += "жүзден "
    case 3: result += "мыңнан "
    case 4: result += "он мыңнан "
    case 5: result += "жүз мыңнан "
    default: result += "миллионнан "
    }
    KazakhNumeral.append(fraction, style: style, to: &result)
    return result
  }
}
