/// Finds bytes in a text, eight at a time: most of a template is neither tag nor line end.
enum ByteSearch {
  /// The offset of the first such byte; `range.upperBound` when there is none.
  static func first(_ byte: UInt8, in text: [UInt8], _ range: Range<Int>) -> Int {
    let wanted = ones &* UInt64(byte)
    return first(in: text, range) { zeros($0 ^ wanted) }
  }

  /// The offset of the first byte that is one of three; `range.upperBound` when there is none.
  static func first(
    _ one: UInt8, _ two: UInt8, _ three: UInt8, in text: [UInt8], _ range: Range<Int>
  ) -> Int {
    let (first, second, third) = (ones &* UInt64(one), ones &* UInt64(two), ones &* UInt64(three))
    return self.first(in: text, range) {
      zeros($0 ^ first) | zeros($0 ^ second) | zeros($0 ^ third)
    }
  }

  /// The offset of the first byte whose highest bit is set in what becomes of a word.
  @inline(__always)
  private static func first(
    in text: [UInt8], _ range: Range<Int>, _ marked: (UInt64) -> UInt64
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    return unsafe text.withUnsafeBytes { bytes in
      var offset = range.lowerBound
      // The last word may reach past the range, though not past the text.
      let limit = min(range.upperBound, bytes.count - 7)
      while offset < limit {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let found = marked(word)
        if found != 0 { return min(offset + found.trailingZeroBitCount / 8, range.upperBound) }
        offset &+= 8
      }
      while offset < range.upperBound, unsafe marked(UInt64(bytes[offset])) & 0x80 == 0 {
        offset += 1
      }
      return min(offset, range.upperBound)
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The lowest bit set, if any, is the highest of the first byte of `word` that is zero.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones &* 0x80) }
}
