/// Looking through the bytes of a part, eight at a time where it pays.
public enum XMLBytes {
  /// The first place of a byte from an offset on; nil when it is not there.
  public static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    let found = first(byte, byte, byte, in: bytes, start..<max(start, bytes.count))
    return found < bytes.count ? found : nil
  }

  /// The offset of the first byte that is one of three; `range.upperBound` when there is none.
  static func first(
    _ one: UInt8, _ two: UInt8, _ three: UInt8, in bytes: [UInt8], _ range: Range<Int>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      let (first, second, third) = (ones &* UInt64(one), ones &* UInt64(two), ones &* UInt64(three))
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let found = zeros(word ^ first) | zeros(word ^ second) | zeros(word ^ third)
        if found != 0 { return offset + found.trailingZeroBitCount / 8 }
        offset += 8
      }
      while offset < range.upperBound {
        let byte = unsafe bytes[offset]
        if byte == one || byte == two || byte == three { break }
        offset += 1
      }
      return offset
    }
  }

  /// Whether two ranges of bytes, which must lie within them, hold the same.
  public static func areEqual(_ one: Range<Int>, _ other: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    precondition(min(one.lowerBound, other.lowerBound) >= 0)
    precondition(max(one.upperBound, other.upperBound) <= bytes.count)
    return unsafe bytes.withUnsafeBytes { raw in
      unsafe equal(
        UnsafeRawBufferPointer(rebasing: raw[one]), UnsafeRawBufferPointer(rebasing: raw[other]))
    }
  }

  /// Whether a range of bytes, which must lie within them, holds a text.
  public static func range(_ range: Range<Int>, of bytes: [UInt8], is text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard text.count == range.count else { return false }
      return unsafe bytes[range].withUnsafeBytes {
        unsafe equal($0, UnsafeRawBufferPointer(text))
      }
    }
  }

  /// Whether two buffers of one length hold the same.
  @inline(__always)
  private static func equal(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    var offset = 0
    while offset + 8 <= left.count {
      let one = unsafe left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let other = unsafe right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if one != other { return false }
      offset += 8
    }
    while offset < left.count {
      if unsafe left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is zero; also of bytes of 1 above the first such.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones &* 0x80) }
}
