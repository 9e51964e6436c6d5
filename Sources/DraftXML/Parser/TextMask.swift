/// Spares libxml2 the letters of other alphabets between tags.
///
/// libxml2 2.9 reads such letters one by one, several times slower than ASCII, and hands them to nobody
/// here: a tree wants to know where tags stand. So it is given a copy in which two letters `x` stand for
/// each scalar of two bytes (U+0080 to U+07FF, all of which XML allows) of the text between tags. Offsets
/// stay what they are; names, attributes and all other scalars are left for libxml2 to judge.
enum TextMask {
  /// The bytes with scalars of two bytes between tags replaced; the bytes are UTF-8.
  ///
  /// Text is what follows a `>` and precedes a `<`. Between such two there is no name: a `>` may also
  /// stand in the value of an attribute, but the tag then ends with another, since a `<` is allowed in no
  /// tag (XML 1.0, § 3.1). In comments, CDATA sections and instructions nothing turns on the letters.
  static func mask(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    unsafe masked.withUnsafeMutableBytes { masked in
      var offset = 0
      while unsafe findLetter(masked, &offset) {
        if unsafe !followsTag(masked, offset) {
          while offset < masked.count, unsafe !isAngle(masked[offset]) { offset += 1 }
          continue
        }
        let start = offset
        unsafe replaceLetters(masked, &offset)
        if unsafe offset == masked.count || masked[offset] != UInt8(ascii: "<") {
          // It was no text, or text before a `>` that ends nothing.
          for index in start..<offset { unsafe masked[index] = bytes[index] }
        }
      }
    }
    return masked
  }

  /// Moves to the next byte that is no ASCII, eight bytes at a time; false when there is none.
  private static func findLetter(
    _ bytes: UnsafeMutableRawBufferPointer, _ offset: inout Int
  ) -> Bool {
    while offset + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let high = word & 0x8080_8080_8080_8080
      if high != 0 {
        offset += high.trailingZeroBitCount / 8
        return true
      }
      offset += 8
    }
    while offset < bytes.count {
      if unsafe bytes[offset] >= 0x80 { return true }
      offset += 1
    }
    return false
  }

  /// Whether the nearest angle bracket before an offset is a `>`.
  private static func followsTag(_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) -> Bool {
    var offset = offset - 1
    while offset >= 0, unsafe !isAngle(bytes[offset]) { offset -= 1 }
    return unsafe offset >= 0 && bytes[offset] == UInt8(ascii: ">")
  }

  /// Replaces letters of two bytes up to the next angle bracket.
  private static func replaceLetters(
    _ bytes: UnsafeMutableRawBufferPointer, _ offset: inout Int
  ) {
    let four = UInt64(0x7878_7878_7878_7878)
    while offset < bytes.count {
      // The bytes are UTF-8, so that a lead of two bytes needs no look at the second.
      while offset + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { break }
        unsafe bytes.storeBytes(of: four, toByteOffset: offset, as: UInt64.self)
        offset += 8
      }
      if offset == bytes.count { return }
      let byte = unsafe bytes[offset]
      if byte < 0x80 {
        if isAngle(byte) { return }
        offset += 1
      } else if byte >= 0xC2, byte < 0xE0, offset + 1 < bytes.count {
        unsafe bytes[offset] = UInt8(ascii: "x")
        unsafe bytes[offset + 1] = UInt8(ascii: "x")
        offset += 2
      } else {
        offset += 1
      }
    }
  }

  /// Whether a byte is `<` or `>`, which differ in one bit.
  private static func isAngle(_ byte: UInt8) -> Bool { byte | 2 == UInt8(ascii: ">") }
}
