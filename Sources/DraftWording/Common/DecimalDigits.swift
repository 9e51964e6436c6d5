#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A decimal number as `significand` × 10^`exponent`, without going through text.
///
/// `Decimal` keeps its significand to itself, and its text costs more than the words of a sum. Its
/// bytes are read instead: an exponent, a byte of length and sign, two reserved bytes, eight words of
/// significand. Whether they still are where they are looked for is found out once, from known numbers.
struct DecimalDigits: Equatable {
  var significand: UInt128
  var exponent: Int
  var isNegative: Bool

  /// Nil for what is not a number, and where the bytes of `Decimal` are not as described.
  init?(_ value: Decimal) {
    guard Self.isReadable, !value.isNaN else { return nil }
    self.init(bytes: value)
  }

  private init(significand: UInt128, exponent: Int, isNegative: Bool) {
    self.significand = significand
    self.exponent = exponent
    self.isNegative = isNegative
  }

  private init(bytes value: Decimal) {
    self = unsafe withUnsafeBytes(of: value) { bytes in
      let length = unsafe Int(bytes[1] & 0xF)
      var significand: UInt128 = 0
      for word in (0..<min(length, 8)).reversed() {
        significand =
          unsafe significand << 16 | UInt128(bytes[5 + 2 * word]) << 8
          | UInt128(bytes[4 + 2 * word])
      }
      return unsafe DecimalDigits(
        significand: significand, exponent: Int(Int8(bitPattern: bytes[0])),
        isNegative: bytes[1] & 0x10 != 0)
    }
  }

  private static let isReadable: Bool = {
    guard MemoryLayout<Decimal>.size == 20, let large = Decimal(string: "-123456789012345678901.23")
    else { return false }
    return DecimalDigits(bytes: Decimal(0)).significand == 0
      && DecimalDigits(bytes: Decimal(65537))
        == DecimalDigits(significand: 65537, exponent: 0, isNegative: false)
      && DecimalDigits(bytes: large)
        == DecimalDigits(
          significand: 12_345_678_901_234_567_890_123, exponent: -2, isNegative: true)
  }()
}
