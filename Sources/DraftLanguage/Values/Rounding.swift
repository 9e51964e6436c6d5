#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Rounding of decimal numbers by their digits.
public enum Rounding {
  /// Which neighbour a number is rounded to.
  public enum Rule: Sendable {
    /// The nearest; of two equally near ones the even, as Python does.
    case halfEven
    /// The nearest; of two equally near ones the one farther from zero, as people do with money.
    case halfUp
    /// The one above.
    case up
    /// The one below.
    case down
    /// The one nearer to zero.
    case towardZero
  }

  /// `value` with at most `places` digits after the point; negative places round tens, hundreds….
  public static func round(_ value: Decimal, places: Int, rule: Rule = .halfEven) -> Decimal {
    guard !value.isNaN, value.exponent < -places else { return value }
    let scale = Decimal(sign: .plus, exponent: -places, significand: 1)
    // The quotient's description has all digits: its whole part is cut off the text.
    let scaled = value / scale
    let text = scaled.description
    guard let point = text.firstIndex(of: ".") else { return value }
    let isNegative = text.hasPrefix("-")
    let whole = text[..<point]
    let fraction = text[text.index(after: point)...]
    guard var result = Decimal(string: String(whole.isEmpty || whole == "-" ? "0" : whole)) else {
      return value
    }
    let first = fraction.utf8.first ?? 0x30
    let isHalf = first == 0x35 && fraction.utf8.dropFirst().allSatisfy { $0 == 0x30 }
    let isZero = fraction.utf8.allSatisfy { $0 == 0x30 }
    let lastDigit = whole.utf8.last ?? 0x30
    let away: Bool =
      switch rule {
      case .halfEven: isHalf ? lastDigit & 1 == 1 : first >= 0x35
      case .halfUp: first >= 0x35
      case .up: !isZero && !isNegative
      case .down: !isZero && isNegative
      case .towardZero: false
      }
    if away { result += isNegative ? -1 : 1 }
    return result * scale
  }

  /// The greatest whole number not above `value`.
  public static func floor(_ value: Decimal) -> Decimal { round(value, places: 0, rule: .down) }

  /// The whole number that `value` is, when it is one and fits.
  public static func integer(_ value: Decimal) -> Int? {
    guard !value.isNaN, round(value, places: 0, rule: .towardZero) == value else { return nil }
    return Int(Printing.plain(value))
  }
}
