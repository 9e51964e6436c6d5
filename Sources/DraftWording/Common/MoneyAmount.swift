#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An exact sum of money: whole units and hundredths.
///
/// Nothing here passes through binary floating point.
public struct MoneyAmount: Sendable, Hashable, Comparable {
  /// Whole units, 0…999 999 999 999 999.
  public let whole: Int
  /// Hundredths, 0…99.
  public let minor: Int

  /// The largest count of whole units.
  public static let maximum = 999_999_999_999_999

  /// A sum from its parts; parts out of their ranges are the error `bad-amount`.
  public init(whole: Int, minor: Int) throws(WordingError) {
    guard (0...Self.maximum).contains(whole), (0...99).contains(minor) else {
      throw WordingError(code: "bad-amount", message: "out of range: \(whole) and \(minor)/100")
    }
    self.whole = whole
    self.minor = minor
  }

  /// Reads a decimal number.
  ///
  /// A negative or over-long number, one that is not a number, and one with a fraction of a
  /// hundredth («0.005») are the error `bad-amount`: rounding is the caller's decision (see
  /// ``init(rounding:)``).
  public init(_ value: Decimal) throws(WordingError) {
    let parts = try Self.parts(of: value)
    guard parts.thousandths == 0, !parts.more else {
      throw WordingError(
        code: "bad-amount", message: "a fraction of the smallest unit: \(value.description)")
    }
    try self.init(whole: parts.whole, minor: parts.minor)
  }

  /// Reads a decimal number and rounds it half up to hundredths («0.005» gives 0 and 1).
  ///
  /// A negative or over-long number and one that is not a number are the error `bad-amount`.
  public init(rounding value: Decimal) throws(WordingError) {
    let parts = try Self.parts(of: value)
    let hundredths = parts.minor + (parts.thousandths >= 5 ? 1 : 0)
    try self.init(whole: parts.whole + hundredths / 100, minor: hundredths % 100)
  }

  /// Whether the first sum is the smaller one.
  public static func < (a: MoneyAmount, b: MoneyAmount) -> Bool {
    (a.whole, a.minor) < (b.whole, b.minor)
  }

  private typealias Parts = (whole: Int, minor: Int, thousandths: Int, more: Bool)

  /// The decimal digits of a number.
  private static func parts(of value: Decimal) throws(WordingError) -> Parts {
    if let digits = DecimalDigits(value), !digits.isNegative, let parts = parts(of: digits) {
      return parts
    }
    return try parts(ofText: value)
  }

  /// Nil for a number that 64 bits do not hold or that is out of range.
  private static func parts(of digits: DecimalDigits) -> Parts? {
    guard let significand = UInt64(exactly: digits.significand) else {
      return nil
    }
    var scale: UInt64 = 1
    switch digits.exponent {
    case 0: return significand <= maximum ? (Int(significand), 0, 0, false) : nil
    case 1...15:
      for _ in 0..<digits.exponent { scale *= 10 }
      let (whole, overflow) = significand.multipliedReportingOverflow(by: scale)
      return overflow || whole > maximum ? nil : (Int(whole), 0, 0, false)
    case -15 ... -1:
      for _ in 0..<(-digits.exponent) { scale *= 10 }
      let (whole, remainder) = significand.quotientAndRemainder(dividingBy: scale)
      // Below 10^15 times 10^3 fits.
      let (thousandths, more) = (remainder * 1000).quotientAndRemainder(dividingBy: scale)
      return (Int(whole), Int(thousandths / 10), Int(thousandths % 10), more != 0)
    default: return nil
    }
  }

  /// The same from the exact decimal text, with the errors.
  private static func parts(ofText value: Decimal) throws(WordingError) -> Parts {
    let text = value.description
    var whole = 0
    var fraction = 0
    var place = -1
    var more = false
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      if byte == UInt8(ascii: "."), place < 0 {
        place = 0
        continue
      }
      guard (0...9).contains(digit), whole <= maximum else {
        throw WordingError(code: "bad-amount", message: "not an amount of money: \(text)")
      }
      switch place {
      case -1: whole = whole * 10 + digit
      case 0..<3:
        fraction = fraction * 10 + digit
        place += 1
      default: more = more || digit != 0
      }
    }
    while place < 3 {
      if place >= 0 { fraction *= 10 }
      place += 1
    }
    return (whole, fraction / 10, fraction % 10, more)
  }
}
