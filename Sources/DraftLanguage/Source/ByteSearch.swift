/// Finds bytes in a text, eight at a time: most of a template is neither tag nor line end.
enum ByteSearch {
  /// The offset of the first byte that is one of three; `range.upperBound` when there is none.
  static func first(
    _ one: UInt8, _ two: UInt8, _ three: UInt8, in text: [UInt8], _ range: Range<Int>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    return unsafe text.withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      // The lowest bit set, if any, is the highest of the first byte of `word` that is zero.
      func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones &* 0x80) }
      let (first, second, third) = (ones &* UInt64(one), ones &* UInt64(two), ones &* UInt64(three))
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let found = zero(word ^ first) | zero(word ^ second) | zero(word ^ third)
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
}
