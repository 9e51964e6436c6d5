/// An archive of which all but the contents of a few entries is known, as libzip has written it once.
///
/// libzip takes 60 to 115 µs to write a document in memory (measured), as long as filling and deflating an
/// agreement. What it writes depends on the contents of an entry in few places: the sizes and checksum, and
/// the offsets of what comes later. So it writes a template's archive once, with nothing in the entries that
/// fills change, and a fill puts the contents in and these numbers right. The bytes are those that libzip
/// would write.
struct ArchiveLayout: Sendable {
  private struct Entry {
    /// How many bytes its local header has.
    var headerSize: Int
    /// The data in the layout's bytes.
    var data: Range<Int>
    /// Where its directory record begins in the layout's bytes.
    var record: Int
    /// The number of the change whose contents the entry has; nil for what stays.
    var change: Int?
  }

  private let bytes: [UInt8]
  private let entries: [Entry]

  /// The layout of an archive.
  ///
  /// - Parameters:
  ///   - package: the package to copy.
  ///   - changing: the entries whose contents change, by their names in the package.
  ///   - removing: the entries to leave out.
  /// - Throws: ``PackageError`` when a name is in the package not at all, or libzip fails.
  init(
    _ package: Package, changing: [String], removing: Set<String>
  ) throws(PackageError) {
    var changes: [Int: Int] = [:]
    for (number, name) in changing.enumerated() {
      guard let index = package.index(of: name) else {
        throw PackageError(.noSuchEntry, entry: name, "the package has no entry of this name")
      }
      changes[index] = number
    }
    // Deflated nothing: an empty block of the fixed code.
    let nothing: [UInt8] = [3, 0]
    var outputs: [OutputEntry] = []
    var numbers: [Int?] = []
    let removed = Set(removing.map(PartName.key))
    for (index, entry) in package.entries.enumerated()
    where !removed.contains(PartName.key(entry.name)) {
      numbers.append(changes[index])
      outputs.append(
        changes[index] == nil
          ? OutputEntry(
            name: entry.name, isFromPackage: true, data: entry.data, size: entry.size,
            crc: entry.crc, isDeflated: entry.isDeflated)
          : OutputEntry(
            name: entry.name, isFromPackage: false, data: 0..<2, size: 0, crc: 0, isDeflated: true))
    }
    let bytes = try LibZip.write(outputs, package: package.archive, made: nothing)
    let found = try Directory.read(bytes, limits: package.limits)
    var entries: [Entry] = []
    var start = 0
    var record = found.last?.data.upperBound ?? 0
    // libzip writes entries one behind the other, without comments and extra fields: all adds up.
    var isPlain = found.count == numbers.count
    for (entry, number) in zip(found, numbers) {
      let headerSize = 30 + entry.name.utf8.count
      isPlain = isPlain && entry.data.lowerBound == start + headerSize
      entries.append(
        Entry(headerSize: headerSize, data: entry.data, record: record, change: number))
      start = entry.data.upperBound
      record += headerSize + 16
    }
    guard isPlain, record + 22 == bytes.count else {
      throw PackageError(.cannotWrite, "libzip has laid the archive out in another way")
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The archive with contents, one for each change, whose data stand in `made`; nil when it grows beyond
  /// the offsets of a zip archive.
  func archive(_ contents: [PackedPart], made: [UInt8]) -> [UInt8]? {
    let size = bytes.count + contents.reduce(0) { $0 + $1.data.count }
    guard size < Int(UInt32.max) else { return nil }
    var archive: [UInt8] = []
    archive.reserveCapacity(size)
    // All that stands between two contents is copied at once, with the headers of what stays.
    var copied = 0
    for entry in entries {
      guard let change = entry.change else { continue }
      archive += bytes[copied..<entry.data.lowerBound]
      Self.put(contents[change], into: &archive, at: archive.count - entry.headerSize + 14)
      archive += made[contents[change].data]
      copied = entry.data.upperBound
    }
    archive += bytes[copied...]
    let moved = archive.count - bytes.count
    var start = 0
    for entry in entries {
      Self.put(UInt32(start), into: &archive, at: entry.record + moved + 42)
      start += entry.headerSize
      if let change = entry.change {
        Self.put(contents[change], into: &archive, at: entry.record + moved + 16)
        start += contents[change].data.count
      } else {
        start += entry.data.count
      }
    }
    Self.put(UInt32(start), into: &archive, at: archive.count - 22 + 16)
    return archive
  }

  /// Writes checksum and sizes, which follow each other in both kinds of header.
  private static func put(_ content: PackedPart, into archive: inout [UInt8], at offset: Int) {
    put(content.crc, into: &archive, at: offset)
    put(UInt32(content.data.count), into: &archive, at: offset + 4)
    put(UInt32(content.size), into: &archive, at: offset + 8)
  }

  private static func put(_ number: UInt32, into archive: inout [UInt8], at offset: Int) {
    for byte in 0..<4 { archive[offset + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
  }
}
