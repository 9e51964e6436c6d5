/// Writes small zip archives by hand, right or wrong in any way a test wants.
struct ZipMaker {
  /// An entry, with each field that a hostile archive may get wrong.
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var size: UInt32
    var compressedSize: UInt32
    var crc: UInt32
    /// The name in the local header, when it differs.
    var localName: [UInt8]?
    /// The header's offset in the directory, when it is not where the entry stands.
    var offset: UInt32?
    var externalAttributes: UInt32 = 0
    var localExtra: [UInt8] = []
    /// Whether only the directory has the entry.
    var isPhantom = false

    /// A stored entry.
    init(_ name: String, _ bytes: [UInt8]) {
      self.name = Array(name.utf8)
      data = bytes
      size = UInt32(bytes.count)
      compressedSize = UInt32(bytes.count)
      crc = checksum(bytes)
    }

    /// A stored entry of text.
    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// An entry of zeros, deflated by hand: a match of 258 bytes is 2 bits in this block's code.
    static func zeros(_ name: String, count: Int) -> Entry {
      var entry = Entry(name, [])
      entry.data = deflatedZeros(count)
      entry.method = 8
      entry.size = UInt32(count)
      entry.compressedSize = UInt32(entry.data.count)
      entry.crc = checksum([UInt8](repeating: 0, count: count))
      return entry
    }
  }

  var entries: [Entry] = []
  var comment: [UInt8] = []
  /// The number of entries the end record claims, when it is not the right one.
  var count: UInt16?

  /// An archive with the least a package needs.
  static func package(_ more: [Entry] = []) -> ZipMaker {
    ZipMaker(entries: [Entry("[Content_Types].xml", contentTypes)] + more)
  }

  static let contentTypes = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="XML" ContentType="application/xml"/>\
    <Override PartName="/word/Document.xml" ContentType="application/main+xml"/></Types>
    """

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = entry.offset ?? UInt32(out.count)
      if !entry.isPhantom {
        out += little(0x0403_4B50 as UInt32) + little(20 as UInt16) + little(entry.flags)
        out += little(entry.method) + little(0x1234 as UInt16) + little(0x5A21 as UInt16)
        out += little(entry.crc) + little(entry.compressedSize) + little(entry.size)
        out += little(UInt16((entry.localName ?? entry.name).count))
        out += little(UInt16(entry.localExtra.count))
        out += (entry.localName ?? entry.name) + entry.localExtra + entry.data
      }
      directory += little(0x0201_4B50 as UInt32) + little(0x0314 as UInt16) + little(20 as UInt16)
      directory += little(entry.flags) + little(entry.method)
      directory += little(0x1234 as UInt16) + little(0x5A21 as UInt16)
      directory += little(entry.crc) + little(entry.compressedSize) + little(entry.size)
      directory += little(UInt16(entry.name.count)) + little(0 as UInt16) + little(0 as UInt16)
      directory += little(0 as UInt16) + little(0 as UInt16) + little(entry.externalAttributes)
      directory += little(offset) + entry.name
    }
    let start = UInt32(out.count)
    out += directory
    out += little(0x0605_4B50 as UInt32) + little(0 as UInt16) + little(0 as UInt16)
    out += little(count ?? UInt16(entries.count)) + little(count ?? UInt16(entries.count))
    out += little(UInt32(directory.count)) + little(start) + little(UInt16(comment.count)) + comment
    return out
  }
}

/// A number as little-endian bytes.
func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
}

/// CRC-32, a bit at a time.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc = crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
  }
  return ~crc
}

private let crcTable: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
}

/// Zeros deflated in one block with the fixed code: a literal, then matches of 258 and shorter ones.
func deflatedZeros(_ count: Int) -> [UInt8] {
  var out: [UInt8] = []
  var pending: UInt64 = 0
  var filled: UInt64 = 0
  func put(_ value: UInt64, _ bits: UInt64, reversed: Bool) {
    for bit in 0..<bits {
      let place = reversed ? bits - 1 - bit : bit
      pending |= ((value >> place) & 1) << filled
      filled += 1
      if filled == 8 {
        out.append(UInt8(pending))
        pending = 0
        filled = 0
      }
    }
  }
  put(0b011, 3, reversed: false)
  var left = count
  if left > 0 {
    put(0x30, 8, reversed: true)
    left -= 1
  }
  while left >= 258 {
    put(0xC5, 8, reversed: true)
    put(0, 5, reversed: true)
    left -= 258
  }
  for _ in 0..<left { put(0x30, 8, reversed: true) }
  put(0, 7, reversed: true)
  if filled > 0 { out.append(UInt8(pending)) }
  return out
}
