/// The symbols of deflate for lengths and distances of matches (RFC 1951, § 3.2.5).
enum DeflateAlphabet {
  /// A symbol and the bits that follow it.
  struct Symbol: Sendable {
    var number: UInt16
    var extra: UInt16
    var width: UInt8
  }

  /// The symbol that ends a block.
  static let end = 256
  /// How many literals and lengths there are.
  static let literals = 286
  /// How many distances there are.
  static let distances = 30
  /// The shortest and the longest match.
  static let lengths = 3...258
  /// The farthest match.
  static let farthest = 32_768

  /// Symbols of lengths, the first for 3.
  static let length: [Symbol] = lengths.map { length in
    if length == 258 { return Symbol(number: 285, extra: 0, width: 0) }
    let value = length - 3
    if value < 8 { return Symbol(number: UInt16(257 + value), extra: 0, width: 0) }
    let width = (Int.bitWidth - value.leadingZeroBitCount) - 3
    let group = 257 + 4 * width + (value >> width)
    return Symbol(
      number: UInt16(group), extra: UInt16(value & ((1 << width) - 1)), width: UInt8(width))
  }

  /// The symbol of a distance, from 0 for the nearest to 32,767.
  @inline(__always)
  static func distanceSymbol(_ value: Int) -> Int {
    if value < 4 { return value }
    let width = 62 &- value.leadingZeroBitCount
    return 2 &* width &+ value &>> width
  }

  /// How many bits follow the symbol of a distance.
  static func extraWidth(ofDistance symbol: Int) -> Int { symbol < 4 ? 0 : symbol / 2 - 1 }
}
