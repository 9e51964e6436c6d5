/// Looking through the bytes of a part.
public enum XMLBytes {
  /// The first place of a byte from an offset on, eight bytes at once; nil when it is not there.
  public static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    var offset = start
    unsafe bytes.withUnsafeBytes { raw in
      while offset + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
        // The highest bit of some byte is set if, and only if, some byte of `word` is zero.
        if (word &- ones) & ~word & (ones &* 0x80) != 0 { return }
        offset += 8
      }
    }
    while offset < bytes.count {
      if bytes[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }
}
