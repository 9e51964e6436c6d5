private import CZlib

/// CRC-32 as zip has it.
enum Checksum {
  /// From as many bytes on zlib is quicker, which takes fewer than 48 one by one (measured).
  private static let many = 300

  /// For each of the 256 bytes and 0 to 7 zero bytes behind it, the checksum's bits.
  private static let table: [UInt32] = {
    var table: [UInt32] = []
    for byte in 0..<UInt32(256) {
      var bits = byte
      for _ in 0..<8 { bits = timesX(bits) }
      table.append(bits)
    }
    for index in 256..<2048 {
      let bits = table[index - 256]
      table.append(bits >> 8 ^ table[Int(bits & 0xFF)])
    }
    return table
  }()

  /// A checksum's bits multiplied by x, modulo the polynomial (ISO 3309); x^0 stands in the highest bit.
  static func timesX(_ bits: UInt32) -> UInt32 {
    bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1
  }

  /// The checksum of bytes.
  static func crc32(_ bytes: [UInt8]) -> UInt32 { crc32(bytes, 0..<bytes.count, after: 0) }

  /// The checksum of bytes that stand behind others whose checksum is `before`.
  static func crc32(_ bytes: [UInt8], _ range: Range<Int>, after before: UInt32) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return before }
      if range.count >= many {
        let start = unsafe base.assumingMemoryBound(to: UInt8.self) + range.lowerBound
        return unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(before), start, range.count))
      }
      return unsafe table.withUnsafeBufferPointer { table in
        unsafe crc32(bytes, range, after: before, table)
      }
    }
  }

  /// The same by eight bytes at a time: what each of them adds, from a table of its own.
  @inline(__always)
  private static func crc32(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, after before: UInt32,
    _ table: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    @inline(__always) func part(_ word: UInt64, _ byte: Int) -> UInt32 {
      unsafe table[(7 &- byte) &* 256 &+ Int(word &>> UInt64(8 &* byte) & 0xFF)]
    }
    var bits = ~before
    var place = range.lowerBound
    while place &+ 8 <= range.upperBound {
      let word =
        unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        ^ UInt64(bits)
      let nearer = part(word, 0) ^ part(word, 1) ^ part(word, 2) ^ part(word, 3)
      bits = nearer ^ (part(word, 4) ^ part(word, 5) ^ part(word, 6) ^ part(word, 7))
      place &+= 8
    }
    while place < range.upperBound {
      bits = unsafe bits >> 8 ^ table[Int(UInt8(truncatingIfNeeded: bits) ^ bytes[place])]
      place &+= 1
    }
    return ~bits
  }
}
