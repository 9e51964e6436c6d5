/// An OPC package, as a DOCX file is one: named parts in a zip archive (ECMA-376 part 2).
///
/// Opening checks the whole archive but unpacks nothing except `[Content_Types].xml`; parts are unpacked
/// when they are read. A package is a value that any number of threads may read and write from.
///
/// Names are compared as OPC says (part 2, § 6.2.2.3): without regard to the case of ASCII letters. A leading
/// slash, which part names have and zip entries have not, may be given or left out.
public struct Package: Sendable {
  /// An entry of the archive.
  public struct Entry: Sendable, Hashable {
    /// The name as the archive has it, without a leading slash.
    public let name: String
    /// The size of the entry's data in the archive, in bytes.
    public let compressedSize: Int
    /// The size unpacked, in bytes.
    public let size: Int
    /// The CRC-32 of the unpacked bytes, as the archive claims it.
    public let crc: UInt32
    /// Whether the data are deflated; otherwise they are stored as they are.
    public let isDeflated: Bool
    /// Where the data stand in the archive.
    let data: Range<Int>

    /// Whether the entry is a folder, which OPC ignores.
    public var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }
  }

  /// The entries in the archive's order.
  public let entries: [Entry]
  /// Which part is of which type.
  public let contentTypes: ContentTypes
  /// The archive.
  let archive: [UInt8]
  let limits: PackageLimits
  private let indexes: [String: Int]

  /// Opens a package from the bytes of its file.
  ///
  /// - Throws: ``PackageError`` with any code but those of reading an entry and writing.
  public init(_ bytes: [UInt8], limits: PackageLimits = .standard) throws(PackageError) {
    entries = try Directory.read(bytes, limits: limits)
    try LibZip.confirm(entries, of: bytes)
    archive = bytes
    self.limits = limits
    var indexes: [String: Int] = [:]
    indexes.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if indexes.updateValue(index, forKey: PartName.key(entry.name)) != nil {
        throw PackageError(
          .duplicateEntry, entry: entry.name, "the archive has two entries of this name")
      }
    }
    self.indexes = indexes
    guard let types = indexes[PartName.key(ContentTypes.name)] else {
      throw PackageError(
        .missingContentTypes, "there is no [Content_Types].xml, so this is no Office document")
    }
    contentTypes = try ContentTypes(
      try Self.unpack(entries[types], of: bytes), entry: entries[types].name, limits: limits.xml)
  }

  /// The entry of a name; nil when there is none.
  public func entry(_ name: String) -> Entry? { index(of: name).map { entries[$0] } }

  /// Whether there is an entry of a name.
  public func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// The unpacked bytes of an entry.
  ///
  /// - Throws: ``PackageError``: `no-such-entry`, `corrupt-data` or `crc-mismatch`.
  public func read(_ name: String) throws(PackageError) -> [UInt8] {
    guard let entry = entry(name) else {
      throw PackageError(.noSuchEntry, entry: name, "the package has no entry of this name")
    }
    return try Self.unpack(entry, of: archive)
  }

  /// The place of a name in ``entries``.
  func index(of name: String) -> Int? { indexes[PartName.key(name)] }

  private static func unpack(
    _ entry: Entry, of archive: [UInt8]
  ) throws(PackageError) -> [UInt8] {
    let bytes =
      entry.isDeflated
      ? try Inflater.inflate(archive, in: entry.data, size: entry.size, entry: entry.name)
      : Array(archive[entry.data])
    if Checksum.crc32(bytes) != entry.crc {
      throw PackageError(.crcMismatch, entry: entry.name, "the contents do not have their checksum")
    }
    return bytes
  }
}
