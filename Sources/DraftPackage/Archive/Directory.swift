/// Reads a zip archive's directory and finds the data of each entry (APPNOTE 6.3.10, § 4.3).
///
/// libzip reads the same directory (see ``LibZip``), but does not tell where an entry's data stand, nor
/// whether entries share them. Both readers must agree. Every offset is checked before use.
struct Directory {
  private let bytes: [UInt8]
  private let limits: PackageLimits

  /// The entries in the directory's order, checked against the limits and each other.
  static func read(
    _ bytes: [UInt8], limits: PackageLimits
  ) throws(PackageError) -> [Package.Entry] {
    try Directory(bytes: bytes, limits: limits).entries()
  }

  private func entries() throws(PackageError) -> [Package.Entry] {
    let end = try endRecord()
    let count = short(end + 10)
    let size = word(end + 12)
    let start = word(end + 16)
    let hasLocator = end >= 20 && word(end - 20) == 0x0706_4B50
    if hasLocator || count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      throw PackageError(.zip64, "the archive uses the 64-bit extension, which no document needs")
    }
    guard short(end + 4) == 0, short(end + 6) == 0, short(end + 8) == count else {
      throw PackageError(.inconsistentArchive, "the archive is split over several files")
    }
    if count > limits.entries {
      throw PackageError(
        .tooManyEntries, "the archive has \(count) entries, more than \(limits.entries)")
    }
    guard start + size == end else {
      throw PackageError(
        .inconsistentArchive, "the directory does not stand where the archive says")
    }
    var entries: [Package.Entry] = []
    entries.reserveCapacity(count)
    var extents: [Range<Int>] = []
    extents.reserveCapacity(count)
    var offset = start
    var total = 0
    for _ in 0..<count {
      let (entry, header, next) = try entry(at: offset, before: end, directory: start)
      total += entry.size
      if total > limits.totalBytes {
        throw PackageError(
          .totalTooLarge, entry: entry.name,
          "the entries together unpack to more than \(limits.totalBytes) bytes")
      }
      entries.append(entry)
      extents.append(header..<entry.data.upperBound)
      offset = next
    }
    guard offset == end else {
      throw PackageError(.inconsistentArchive, "the directory is longer than its entries")
    }
    try checkOverlaps(entries, extents)
    return entries
  }

  /// The offset of the end-of-directory record.
  private func endRecord() throws(PackageError) -> Int {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] as [UInt8]) {
      throw PackageError(
        .encryptedDocument,
        "this is an OLE compound file: a Word document with a password, or an old .doc file; save it "
          + "in Word as .docx without a password")
    }
    var touching: Int?
    if bytes.count >= 22 {
      let lowest = max(0, bytes.count - 22 - 0xFFFF)
      var offset = bytes.count - 22
      while offset >= lowest {
        if word(offset) == 0x0605_4B50 {
          if offset + 22 + short(offset + 20) == bytes.count { return offset }
          // Bytes after the archive, as some mail gateways leave them, do no harm.
          if touching == nil, word(offset + 12) + word(offset + 16) == offset { touching = offset }
        }
        offset -= 1
      }
    }
    if let touching { return touching }
    if bytes.starts(with: [0x50, 0x4B] as [UInt8]) {
      throw PackageError(.truncated, "the end of the archive is missing")
    }
    throw PackageError(.notAZip, "this is not a zip archive, so not a DOCX file")
  }

  /// The entry at an offset of the directory, its local header's offset, and the next entry's offset.
  private func entry(
    at offset: Int, before end: Int, directory: Int
  ) throws(PackageError) -> (entry: Package.Entry, header: Int, next: Int) {
    guard offset + 46 <= end, word(offset) == 0x0201_4B50 else {
      throw PackageError(.inconsistentArchive, "the directory is damaged")
    }
    let nameEnd = offset + 46 + short(offset + 28)
    let next = nameEnd + short(offset + 30) + short(offset + 32)
    guard next <= end else {
      throw PackageError(.inconsistentArchive, "the directory is damaged")
    }
    let rawName = bytes[offset + 46..<nameEnd]
    guard let name = String(validating: rawName, as: UTF8.self) else {
      throw PackageError(
        .invalidName, entry: String(decoding: rawName, as: UTF8.self), "a name is not UTF-8")
    }
    if let fault = PartName.fault(of: name) {
      throw PackageError(.invalidName, entry: name, fault)
    }
    let flags = short(offset + 8)
    if flags & 0x2041 != 0 {
      throw PackageError(.encryptedEntry, entry: name, "the entry is encrypted")
    }
    let method = short(offset + 10)
    guard method == 0 || method == 8 else {
      throw PackageError(
        .unsupportedCompression, entry: name, "compression method \(method) is not supported")
    }
    let compressed = word(offset + 20)
    let size = word(offset + 24)
    let header = word(offset + 42)
    if compressed == 0xFFFF_FFFF || size == 0xFFFF_FFFF || header == 0xFFFF_FFFF {
      throw PackageError(
        .zip64, entry: name, "the entry uses the 64-bit extension, which no document needs")
    }
    if size > limits.entryBytes {
      throw PackageError(
        .entryTooLarge, entry: name, "the entry unpacks to more than \(limits.entryBytes) bytes")
    }
    if size > limits.ratioFloor, size / max(limits.ratio, 1) > compressed {
      throw PackageError(
        .ratioTooHigh, entry: name, "the entry is compressed more than 1:\(limits.ratio)")
    }
    if method == 0, size != compressed {
      throw PackageError(.inconsistentArchive, entry: name, "a stored entry has two sizes")
    }
    let start = try dataStart(
      header: header, name: name, rawName: rawName, method: method, before: directory)
    guard start + compressed <= directory else {
      throw PackageError(.truncated, entry: name, "the entry's data are cut off")
    }
    let entry = Package.Entry(
      name: name, compressedSize: compressed, size: size,
      crc: UInt32(truncatingIfNeeded: word(offset + 16)), isDeflated: method == 8,
      data: start..<start + compressed)
    return (entry, header, next)
  }

  /// Where an entry's data begin, after its local header, which must tell the same as the directory.
  private func dataStart(
    header: Int, name: String, rawName: ArraySlice<UInt8>, method: Int, before end: Int
  ) throws(PackageError) -> Int {
    guard header + 30 <= end, word(header) == 0x0403_4B50 else {
      throw PackageError(
        .inconsistentArchive, entry: name, "the entry does not stand where the directory says")
    }
    let nameEnd = header + 30 + short(header + 26)
    let start = nameEnd + short(header + 28)
    guard start <= end, bytes[header + 30..<nameEnd] == rawName, short(header + 8) == method else {
      throw PackageError(
        .inconsistentArchive, entry: name, "the entry contradicts the archive's directory")
    }
    return start
  }

  private func checkOverlaps(
    _ entries: [Package.Entry], _ extents: [Range<Int>]
  ) throws(PackageError) {
    let order = extents.indices.sorted { extents[$0].lowerBound < extents[$1].lowerBound }
    for (before, after) in zip(order, order.dropFirst())
    where extents[after].lowerBound < extents[before].upperBound {
      throw PackageError(
        .overlappingEntries, entry: entries[after].name,
        "the entry shares bytes with \(entries[before].name)")
    }
  }

  private func short(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

  private func word(_ offset: Int) -> Int { short(offset) | short(offset + 2) << 16 }
}
