/// Bytes that came out before: how many of them, and how far back (RFC 1951, § 2).
struct BackReference {
  /// How many bytes are the same; 0 where none were found.
  var length = 0
  /// How far back they stand.
  var distance = 0

  /// The fewest bytes that are looked for.
  static let shortest = 4

  /// How many bytes at two places are the same, at most so many.
  static func common(_ bytes: [UInt8], _ one: Int, _ other: Int, _ most: Int) -> Int {
    precondition(one >= 0 && other >= one && most >= 0 && other + most <= bytes.count)
    return unsafe bytes.withUnsafeBytes { unsafe common($0, one, other, most) }
  }

  /// How many bytes at two places are the same, at most so many, which must be there.
  @inline(__always)
  static func common(
    _ bytes: UnsafeRawBufferPointer, _ one: Int, _ other: Int, _ most: Int
  ) -> Int {
    var length = 0
    while length &+ 8 <= most {
      let different =
        unsafe bytes.loadUnaligned(fromByteOffset: one &+ length, as: UInt64.self)
        ^ bytes.loadUnaligned(fromByteOffset: other &+ length, as: UInt64.self)
      if different != 0 {
        return length &+ UInt64(littleEndian: different).trailingZeroBitCount &>> 3
      }
      length &+= 8
    }
    while length < most, unsafe bytes[one &+ length] == bytes[other &+ length] { length &+= 1 }
    return length
  }
}
