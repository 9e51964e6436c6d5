/// Finds bytes that are not UTF-8.
///
/// libxml2 2.9 lets overlong forms pass, which Swift would read as other text than libxml2 did, so the
/// bytes are checked first. XML is mostly ASCII in short stretches, for which eight bytes at a time is
/// several times faster than the standard library's own check.
enum UTF8Check {
  /// The offset of the first byte that begins no UTF-8 sequence (Unicode, table 3-7); nil if all is well.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBytes { unsafe firstFault(in: $0) }
  }

  private static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
    let end = bytes.count
    var offset = 0
    while offset < end {
      while offset + 8 <= end {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        let high = word & 0x8080_8080_8080_8080
        if high != 0 {
          offset += high.trailingZeroBitCount / 8
          break
        }
        offset += 8
      }
      // Letters of one alphabet stand together: stay with them while they last, four at a time.
      while offset < end {
        while offset + 8 <= end, unsafe isFourLetters(bytes, offset) { offset += 8 }
        if offset == end { break }
        let lead = unsafe bytes[offset]
        if lead < 0x80 {
          offset += 1
          break
        }
        if lead < 0xE0 {
          guard lead >= 0xC2, offset + 1 < end, unsafe bytes[offset + 1] & 0xC0 == 0x80 else {
            return offset
          }
          offset += 2
        } else {
          let count = unsafe longSequence(lead, bytes, offset, end)
          if count == 0 { return offset }
          offset += count
        }
      }
    }
    return nil
  }

  /// Whether four scalars of two bytes begin at an offset.
  private static func isFourLetters(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { return false }
    // C0 and C1 begin nothing: of a lead one of four bits must be set.
    let leads = word & 0x001E_001E_001E_001E
    return (leads &- 0x0001_0001_0001_0001) & ~leads & 0x8000_8000_8000_8000 == 0
  }

  /// How many bytes the sequence of three or four has that begins with `lead`; 0 if it is none.
  private static func longSequence(
    _ lead: UInt8, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ end: Int
  ) -> Int {
    let count = lead < 0xF0 ? 3 : 4
    guard lead < 0xF5, offset + count <= end else { return 0 }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard unsafe second.contains(bytes[offset + 1]) else { return 0 }
    for index in 2..<count where unsafe bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return count
  }
}
