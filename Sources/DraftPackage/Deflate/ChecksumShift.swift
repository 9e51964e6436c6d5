/// What appending bytes of a known length and checksum does to a CRC-32, in eight look-ups.
///
/// Appending `n` zero bytes multiplies a CRC by x to the power of 8n, modulo the polynomial; as that is
/// linear, the products of the sixteen values of each half byte say all (zlib's `crc32_combine`, with
/// the power worked out beforehand).
struct ChecksumShift: Sendable {
  private let crc: UInt32
  /// Where its products begin in the array that it was made with.
  private let first: Int

  /// The shift of some bytes.
  ///
  /// - Parameter products: where its products are appended: one array for many shifts, so that none of
  ///   them counts who uses it.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ products: inout [UInt32]) {
    crc = Checksum.crc32(bytes, range, after: 0)
    first = products.count
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
      power = Checksum.timesX(power)
    }
    for nibble in 0..<8 {
      for value in 0..<16 {
        var product: UInt32 = 0
        for bit in 0..<4 where value >> bit & 1 == 1 { product ^= columns[31 - (4 * nibble + bit)] }
        products.append(product)
      }
    }
  }

  private static func product(_ left: UInt32, _ right: UInt32) -> UInt32 {
    var (sum, shifted) = (UInt32(0), right)
    for bit in (0..<32).reversed() {
      if left >> UInt32(bit) & 1 == 1 { sum ^= shifted }
      shifted = Checksum.timesX(shifted)
    }
    return sum
  }

  /// The checksum of bytes of the checksum given with these bytes behind them.
  ///
  /// - Parameter products: the array that it was made with.
  func appended(to before: UInt32, _ products: [UInt32]) -> UInt32 {
    var sum = crc
    for nibble in 0..<8 {
      sum ^= products[first &+ 16 &* nibble &+ Int(before &>> UInt32(4 &* nibble) & 15)]
    }
    return sum
  }
}
