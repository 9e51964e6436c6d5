internal import DraftLanguage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The digits of a number as its author wrote them, and the exact value they stand for.
///
/// No step goes through binary floating point.
struct NumberDigits {
  /// How many significant digits a number may have.
  static let most = 38

  /// A number with more digits, or further from one, than can be held exactly.
  struct TooLong: Error {}

  private var isNegative = false
  private var high: UInt64 = 0
  private var low: UInt64 = 0
  private var lowScale: UInt64 = 1
  private var significant = 0
  private var fraction = 0
  private var exponent = 0
  private var isWhole = true

  /// Reads `-?digits(.digits)?([eE][+-]?digits)?`, which the caller has checked.
  init(_ bytes: ArraySlice<UInt8>) throws(TooLong) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x2D: isNegative = true
      case 0x2E: isWhole = false
      case 0x65, 0x45:
        isWhole = false
        guard let power = Int(String(decoding: bytes[index...], as: UTF8.self)),
          abs(power) < 1_000
        else { throw TooLong() }
        exponent = power
        index = bytes.endIndex
      default: try take(UInt64(byte &- 0x30))
      }
    }
  }

  private mutating func take(_ digit: UInt64) throws(TooLong) {
    if !isWhole { fraction += 1 }
    if significant == 0, digit == 0 { return }
    significant += 1
    if significant > NumberDigits.most { throw TooLong() }
    if significant <= 19 {
      high = high * 10 + digit
    } else {
      low = low * 10 + digit
      lowScale *= 10
    }
  }

  /// The value; `bytes` are the same digits, kept to be printed again.
  func value(_ bytes: ArraySlice<UInt8>) throws(TooLong) -> Value {
    if isWhole, significant <= 19, let whole = wholeNumber { return .int(whole) }
    var power = exponent - fraction
    var high = high
    var low = low
    var lowScale = lowScale
    // Trailing zeros live in `written`; the value goes without them.
    while power < 0, lowScale > 1, low % 10 == 0 {
      low /= 10
      lowScale /= 10
      power += 1
    }
    while power < 0, lowScale == 1, high != 0, high % 10 == 0 {
      high /= 10
      power += 1
    }
    if high == 0 { power = 0 }
    guard (-120...120).contains(power), power + significant <= 120 else { throw TooLong() }
    var magnitude = Decimal(high)
    if lowScale > 1 { magnitude = magnitude * Decimal(lowScale) + Decimal(low) }
    if power != 0 {
      magnitude = Decimal(sign: .plus, exponent: power, significand: magnitude)
    }
    if isNegative { magnitude.negate() }
    let plain = exponent == 0 && !bytes.contains { $0 | 0x20 == 0x65 }
    let written = plain ? String(decoding: bytes, as: UTF8.self) : nil
    return .decimal(DecimalNumber(magnitude, written: written))
  }

  private var wholeNumber: Int? {
    if isNegative {
      if high <= UInt64(Int.max) { return -Int(high) }
      return high == UInt64(Int.max) + 1 ? Int.min : nil
    }
    return Int(exactly: high)
  }
}
