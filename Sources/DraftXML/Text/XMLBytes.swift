/// Looking through the bytes of a part, eight at a time where it pays.
public enum XMLBytes {
  /// The first place of a byte from an offset on; nil when it is not there.
  public static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    let found = first(byte, in: bytes, start..<max(start, bytes.count))
    return found < bytes.count ? found : nil
  }

  /// The offset of the first such byte; `range.upperBound` when there is none.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    let wanted = ones &* UInt64(byte)
    return first(in: bytes, range) { zeros($0 ^ wanted) }
  }

  /// The offset of the first byte below 0x10, as line ends are; also of the first `<` or `&` if asked for.
  static func firstControl(orMarkup: Bool, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    func controls(_ word: UInt64) -> UInt64 { (word &- ones &* 0x10) & ~word & (ones &* 0x80) }
    if !orMarkup { return first(in: bytes, range, controls) }
    let (less, and) = (ones &* 0x3C, ones &* 0x26)
    return first(in: bytes, range) { controls($0) | zeros($0 ^ less) | zeros($0 ^ and) }
  }

  /// The offset of the first byte whose highest bit is set in what becomes of a word.
  @inline(__always)
  private static func first(
    in bytes: [UInt8], _ range: Range<Int>, _ marked: (UInt64) -> UInt64
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      var offset = range.lowerBound
      // The last word may reach past the range, though not past the bytes.
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

  /// The offset of the first byte from an offset on that is no ASCII; the number of bytes when there is
  /// none.
  static func firstLetter(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    func highest(_ offset: Int) -> UInt64 { unsafe word(bytes, offset) & (ones &* 0x80) }
    let count = bytes.count
    var offset = start
    // Markup is long.
    while offset < count - 31 {
      let (first, second) = (highest(offset), highest(offset &+ 8))
      let (third, fourth) = (highest(offset &+ 16), highest(offset &+ 24))
      if first | second | third | fourth != 0 { break }
      offset &+= 32
    }
    while offset < count - 7 {
      let found = highest(offset).littleEndian
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < count, unsafe bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// Eight bytes from an offset on, the first lowest; zeros stand past the end.
  static func word(at offset: Int, in bytes: [UInt8]) -> UInt64 {
    precondition(offset >= 0)
    return unsafe bytes.withUnsafeBytes { raw in
      if offset + 8 <= raw.count { return unsafe word(raw, offset).littleEndian }
      return (offset..<max(offset, raw.count)).reversed().reduce(0) {
        unsafe $0 << 8 | UInt64(raw[$1])
      }
    }
  }

  /// Whether two ranges of bytes, which must lie within them, hold the same.
  public static func areEqual(_ one: Range<Int>, _ other: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    precondition(min(one.lowerBound, other.lowerBound) >= 0)
    precondition(max(one.upperBound, other.upperBound) <= bytes.count)
    return unsafe bytes.withUnsafeBytes { raw in
      var (left, right, rest) = (one.lowerBound, other.lowerBound, one.count)
      while rest > 8 {
        if unsafe word(raw, left) != word(raw, right) { return false }
        (left, right, rest) = (left &+ 8, right &+ 8, rest &- 8)
      }
      // The last word may reach past the ranges, though not past the bytes.
      if max(left, right) + 8 <= raw.count {
        let difference = unsafe (word(raw, left) ^ word(raw, right)).littleEndian
        return rest == 0 || difference << (64 - 8 * rest) == 0
      }
      return (0..<rest).allSatisfy { unsafe raw[left + $0] == raw[right + $0] }
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
    let count = left.count
    // The last word of several overlaps the one before it.
    if count >= 8 {
      var offset = 0
      while offset < count - 8 {
        if unsafe word(left, offset) != word(right, offset) { return false }
        offset += 8
      }
      return unsafe word(left, count - 8) == word(right, count - 8)
    }
    for offset in 0..<count where unsafe left[offset] != right[offset] { return false }
    return true
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is zero; also of bytes of 1 above the first such.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones &* 0x80) }
}
