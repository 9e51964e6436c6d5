/// Spares libxml2 the letters of other alphabets between tags.
///
/// libxml2 2.9 reads such letters one by one, several times slower than ASCII, and hands them to nobody
/// here: a tree wants to know where tags stand. So it is given a copy in which a letter `x` stands for each
/// byte of the scalars U+0080 to U+EFFF, all of which XML allows, of the text between tags. Offsets stay
/// what they are; names, attributes and all other scalars are left for libxml2 to judge.
enum TextMask {
  /// The bytes with such scalars between tags replaced; the bytes are UTF-8.
  ///
  /// Text is what follows a `>` and precedes a `<`. Between such two there is no name: a `>` may also
  /// stand in the value of an attribute, but the tag then ends with another, since a `<` is allowed in no
  /// tag (XML 1.0, § 3.1). In comments, CDATA sections and instructions nothing turns on the letters.
  static func mask(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    unsafe masked.withUnsafeMutableBytes { masked in
      let count = masked.count
      var offset = 0
      while true {
        offset = unsafe XMLBytes.firstLetter(in: UnsafeRawBufferPointer(masked), from: offset)
        if offset == count { break }
        if unsafe !followsTag(masked, offset) {
          while offset < count, unsafe !isAngle(masked[offset]) { offset += 1 }
          continue
        }
        let start = offset
        offset = unsafe replaceLetters(masked, from: start)
        if unsafe offset == count || masked[offset] != UInt8(ascii: "<") {
          // It was no text, or text before a `>` that ends nothing.
          for index in start..<offset { unsafe masked[index] = bytes[index] }
        }
      }
    }
    return masked
  }

  /// Whether the nearest angle bracket before an offset is a `>`.
  private static func followsTag(_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) -> Bool {
    var offset = offset - 1
    while offset >= 0, unsafe !isAngle(bytes[offset]) { offset -= 1 }
    return unsafe offset >= 0 && bytes[offset] == UInt8(ascii: ">")
  }

  /// Replaces letters up to the next angle bracket, and says where that is.
  private static func replaceLetters(_ bytes: UnsafeMutableRawBufferPointer, from start: Int) -> Int
  {
    let letters = ones &* UInt64(UInt8(ascii: "x"))
    let count = bytes.count
    var offset = start
    while offset < count {
      while offset < count - 7 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        if mayEndLetters(word) { break }
        let high = ((word >> 7) & ones) &* 0xFF
        let masked = (word & ~high) | (letters & high)
        unsafe bytes.storeBytes(of: masked.littleEndian, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
      if offset == count { break }
      let byte = unsafe bytes[offset]
      if isAngle(byte) { break }
      if byte < 0xEF {
        if byte >= 0x80 { unsafe bytes[offset] = UInt8(ascii: "x") }
        offset += 1
      } else {
        // The bytes are UTF-8, so that the sequence is whole.
        offset += byte == 0xEF ? 3 : 4
      }
    }
    return offset
  }

  /// Whether a word holds an angle bracket or a byte from EF on, which begins what may be no letter:
  /// U+FFFE and U+FFFF, and scalars of four bytes.
  private static func mayEndLetters(_ word: UInt64) -> Bool {
    // Zero where a bracket is; from EF on the other bits of a byte carry into its highest.
    let angles = (word | (ones &* 2)) ^ (ones &* 0x3E)
    let long = ((word & (ones &* 0x7F)) &+ (ones &* 0x11)) & word
    return (((angles &- ones) & ~angles) | long) & (ones &* 0x80) != 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether a byte is `<` or `>`, which differ in one bit.
  private static func isAngle(_ byte: UInt8) -> Bool { byte | 2 == UInt8(ascii: ">") }
}
