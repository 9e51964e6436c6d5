/// Puts bits together to words, the first bit lowest, as deflate wants them (RFC 1951, § 3.1.1).
struct BitWriter {
  /// The words that are full.
  private(set) var words: [UInt64] = []
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// Forgets everything, and keeps the memory.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    pending = 0
    count = 0
  }

  /// The number of bits written.
  var bitCount: Int { words.count * 64 + Int(count) }

  /// Appends the lowest `width` bits of a word, all others of which must be zero; at most 64.
  @inline(__always)
  mutating func put(_ bits: UInt64, _ width: Int) {
    pending |= bits &<< count
    let total = count &+ UInt64(truncatingIfNeeded: width)
    if total >= 64 {
      words.append(pending)
      pending = count == 0 ? 0 : bits &>> (64 &- count)
      count = total &- 64
      if count == 0 { pending = 0 }
    } else {
      count = total
    }
  }

  /// Appends bits that stand in words from the lowest bit of the first on.
  mutating func put(_ bits: [UInt64], from start: Int, _ width: Int) {
    var index = start
    var left = width
    while left >= 64 {
      put(bits[index], 64)
      index += 1
      left -= 64
    }
    if left > 0 { put(bits[index], left) }
  }

  /// The words, the last one filled up with zero bits.
  func allWords() -> [UInt64] { count > 0 ? words + [pending] : words }

  /// Appends all bits to bytes, the last byte filled up with zeros.
  func append(to bytes: inout [UInt8]) {
    let whole = words.count * 8
    let rest = (Int(count) + 7) / 8
    bytes.reserveCapacity(bytes.count + whole + rest)
    if UInt64(littleEndian: 1) == 1 {
      unsafe words.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    } else {
      for word in words {
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * shift))) }
      }
    }
    for shift in 0..<rest {
      bytes.append(UInt8(truncatingIfNeeded: pending >> (8 * UInt64(shift))))
    }
  }
}
