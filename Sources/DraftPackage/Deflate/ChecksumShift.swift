/// What appending bytes of a known length and checksum does to a CRC-32, in eight look-ups.
///
/// Appending `n` zero bytes multiplies a CRC by x to the power of 8n, modulo the polynomial; as that is
/// linear, the products of the sixteen values of each half byte say all (zlib's `crc32_combine`, with
/// the power worked out beforehand).
struct ChecksumShift: Sendable {
  private let products: [UInt32]
  private let crc: UInt32

  /// The shift of some bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    crc = Checksum.crc32(bytes, range, after: 0)
    // x^(8n), then x^(8n + i) for each bit of a CRC: zlib's order has x^0 in the highest bit.
    var power: UInt32 = 1 << 31
    var square: UInt32 = 1 << 23
    var count = range.count
    while count > 0 {
      if count & 1 == 1 { power = Self.product(power, square) }
      square = Self.product(square, square)
      count >>= 1
    }
    var columns: [UInt32] = []
    for _ in 0..<32 {
      columns.append(power)
      power = Self.timesX(power)
    }
    var products: [UInt32] = []
    products.reserveCapacity(128)
    for nibble in 0..<8 {
      for value in 0..<16 {
        var product: UInt32 = 0
        for bit in 0..<4 where value >> bit & 1 == 1 { product ^= columns[31 - (4 * nibble + bit)] }
        products.append(product)
      }
    }
    self.products = products
  }

  private static func timesX(_ value: UInt32) -> UInt32 {
    value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
  }

  private static func product(_ left: UInt32, _ right: UInt32) -> UInt32 {
    var (sum, shifted) = (UInt32(0), right)
    for bit in (0..<32).reversed() {
      if left >> UInt32(bit) & 1 == 1 { sum ^= shifted }
      shifted = timesX(shifted)
    }
    return sum
  }

  /// The checksum of bytes of the checksum given with these bytes behind them.
  func appended(to before: UInt32) -> UInt32 {
    var sum = crc
    for nibble in 0..<8 {
      sum ^= products[16 * nibble + Int(before >> UInt32(4 * nibble) & 15)]
    }
    return sum
  }
}
