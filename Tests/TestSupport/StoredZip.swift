/// A zip archive of stored entries, made by hand so that tests of reading do not lean on our writing.
public struct StoredZip {
  /// Names and bytes in order.
  public var entries: [(name: String, bytes: [UInt8])]

  /// An archive of texts.
  public init(_ entries: [(String, String)]) {
    self.entries = entries.map { ($0.0, Array($0.1.utf8)) }
  }

  /// The file.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in entries {
      let offset = UInt32(out.count)
      let name = Array(name.utf8)
      let common =
        little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt16(0))
        + little(UInt16(0x21)) + little(Self.checksum(data)) + little(UInt32(data.count))
        + little(UInt32(data.count)) + little(UInt16(name.count)) + little(UInt16(0))
      out += little(UInt32(0x0403_4B50)) + common + name + data
      directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common
      directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
      directory += little(offset) + name
    }
    let start = UInt32(out.count)
    let count = UInt16(entries.count)
    return out + directory + little(UInt32(0x0605_4B50)) + little(UInt16(0)) + little(UInt16(0))
      + little(count) + little(count) + little(UInt32(directory.count)) + little(start)
      + little(UInt16(0))
  }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
    }
    return ~crc
  }
}
