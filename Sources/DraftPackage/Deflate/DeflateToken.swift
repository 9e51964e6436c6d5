/// A literal or a match in one word: a byte as it is, or the highest bit, the length less 3 in the bits
/// from 16 on, and the distance less 1 in the lowest fifteen.
enum DeflateToken {
  /// A match.
  @inline(__always)
  static func match(_ length: Int, _ distance: Int) -> UInt32 {
    1 &<< 31 | UInt32(truncatingIfNeeded: length &- 3) &<< 16
      | UInt32(truncatingIfNeeded: distance &- 1)
  }

  /// The length of a match.
  @inline(__always)
  static func length(_ token: UInt32) -> Int { Int(token &>> 16 & 0xFF) &+ 3 }

  /// The distance of a match.
  @inline(__always)
  static func distance(_ token: UInt32) -> Int { Int(token & 0x7FFF) &+ 1 }

  /// How many bytes a token stands for.
  @inline(__always)
  static func count(_ token: UInt32) -> Int { token < 256 ? 1 : length(token) }
}
