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
    let count = bytes.count
    var offset = unsafe XMLBytes.firstLetter(in: bytes, from: 0)
    // The highest bit of the first byte if the last word ended with the first byte of two.
    var open: UInt64 = 0
    while offset < count - 7 {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let high = word & 0x8080_8080_8080_8080
      if high | open == 0 {
        offset = unsafe XMLBytes.firstLetter(in: bytes, from: offset + 8)
        continue
      }
      if arePairs(word, high, open) {
        open = (high & (word << 1)) >> 56
        offset &+= 8
        continue
      }
      if open != 0 { offset -= 1 }
      open = 0
      let length = unsafe sequence(bytes, offset)
      if length == 0 { return offset }
      offset += length
    }
    if open != 0 { offset -= 1 }
    while offset < count {
      let length = unsafe sequence(bytes, offset)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// Whether a word holds ASCII and scalars of two bytes alone; of the first and the last it may hold
  /// half.
  ///
  /// - Parameters:
  ///   - high: the highest bits of its bytes.
  ///   - open: that of the first byte if a scalar goes on there.
  private static func arePairs(_ word: UInt64, _ high: UInt64, _ open: UInt64) -> Bool {
    let leads = high & (word << 1)
    // Leads of more than two bytes have the third bit too; C0 and C1, which have none of the next
    // four, begin nothing.
    let others = leads & (word << 2 | ~((word & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E))
    return high & ~leads == leads << 8 | open && others == 0
  }

  /// How many bytes the sequence at an offset has; 0 if there is none.
  private static func sequence(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    let lead = unsafe bytes[offset]
    if lead < 0x80 { return 1 }
    if lead >= 0xE0 { return unsafe longSequence(lead, bytes, offset, bytes.count) }
    let isPair = unsafe lead >= 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] & 0xC0 == 0x80
    return isPair ? 2 : 0
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
