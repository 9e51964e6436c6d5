/// How hard parts are compressed.
public enum Compression: Sendable, Hashable, CaseIterable {
  /// zlib's level 1: two to three times faster, files of text some 20 % larger.
  case fast
  /// zlib's level 6, its own default and that of Word.
  case standard
  /// By what is known of a template (``DeflatePlan``): ten times faster, documents 1 to 12 % larger,
  /// big tables up to half as large again; parts of which nothing is known as ``standard``.
  case prepared

  /// zlib's level.
  var level: Int { self == .fast ? 1 : 6 }
}

/// Writes packages, one after the other, with one deflate stream.
///
/// The same package and changes give the same bytes, whatever was written before. A writer belongs to one
/// thread; make another for another.
public final class PackageWriter {
  /// How hard changed and added parts are compressed.
  public let compression: Compression
  private var deflater: Deflater?
  /// For parts with a plan.
  var templateDeflater = TemplateDeflater()
  /// The data of all entries that are made.
  var made: [UInt8] = []

  /// A writer, which takes its memory at its first use.
  public init(compression: Compression = .standard) {
    self.compression = compression
  }

  /// A new archive with a package's entries, some of them changed.
  ///
  /// Entries keep their order; added ones follow in the order given. Entries that are not named are
  /// copied as they stand in the archive, compressed or stored. Every entry has the time 1980-01-01 00:00
  /// and no extra fields. `[Content_Types].xml` and relationships are not adapted: the caller gives
  /// them in `replacing`.
  ///
  /// - Parameters:
  ///   - package: the package to copy.
  ///   - replacing: new bytes by name; each name must be in the package, and not in `removing`.
  ///   - adding: names that are not in the package, with their bytes.
  ///   - removing: names to leave out; each must be in the package.
  /// - Throws: ``PackageError``: `no-such-entry`, `duplicate-entry`, `invalid-name`,
  ///   `missing-content-types` when that is removed, `cannot-write`.
  public func write(
    _ package: Package, replacing: [String: [UInt8]],
    adding: [(name: String, bytes: [UInt8])] = [], removing: Set<String> = []
  ) throws(PackageError) -> [UInt8] {
    var changes = [Change](repeating: .none, count: package.entries.count)
    for name in removing {
      guard let index = package.index(of: name) else { throw Self.missing(name) }
      changes[index] = .removed
    }
    for (name, bytes) in replacing {
      guard let index = package.index(of: name) else { throw Self.missing(name) }
      if case .none = changes[index] {
      } else {
        throw PackageError(.duplicateEntry, entry: name, "an entry is changed in two ways")
      }
      changes[index] = .replaced(bytes)
    }
    made.removeAll(keepingCapacity: true)
    var outputs: [OutputEntry] = []
    outputs.reserveCapacity(package.entries.count + adding.count)
    for (entry, change) in zip(package.entries, changes) {
      switch change {
      case .none:
        outputs.append(
          OutputEntry(
            name: entry.name, isFromPackage: true, data: entry.data, size: entry.size,
            crc: entry.crc, isDeflated: entry.isDeflated))
      case .replaced(let bytes): outputs.append(try compress(bytes, name: entry.name))
      case .removed:
        if PartName.key(entry.name) == PartName.key(ContentTypes.name) {
          throw PackageError(.missingContentTypes, "a package needs its [Content_Types].xml")
        }
      }
    }
    var added: Set<String> = []
    for (name, bytes) in adding {
      let name = name.utf8.first == UInt8(ascii: "/") ? String(name.dropFirst()) : name
      if let fault = PartName.fault(of: name) {
        throw PackageError(.invalidName, entry: name, fault)
      }
      var isTaken = !added.insert(PartName.key(name)).inserted
      if let index = package.index(of: name) {
        if case .removed = changes[index] {} else { isTaken = true }
      }
      if isTaken { throw PackageError(.duplicateEntry, entry: name, "the package has this entry") }
      outputs.append(try compress(bytes, name: name))
    }
    return try LibZip.write(outputs, package: package.archive, made: made)
  }

  private enum Change {
    case none
    case removed
    case replaced([UInt8])
  }

  private static func missing(_ name: String) -> PackageError {
    PackageError(.noSuchEntry, entry: name, "the package has no entry of this name")
  }

  /// Appends deflated bytes to those made.
  func deflate(_ bytes: [UInt8], name: String) throws(PackageError) {
    if deflater == nil { deflater = Deflater(level: compression.level) }
    guard deflater?.deflate(bytes, into: &made) == true else {
      throw PackageError(.cannotWrite, entry: name, "zlib cannot deflate the part")
    }
  }

  /// Deflates bytes, or stores those that deflate does not make smaller.
  private func compress(_ bytes: [UInt8], name: String) throws(PackageError) -> OutputEntry {
    let start = made.count
    try deflate(bytes, name: name)
    let isDeflated = made.count - start < bytes.count
    if !isDeflated {
      made.removeLast(made.count - start)
      made.append(contentsOf: bytes)
    }
    return OutputEntry(
      name: name, isFromPackage: false, data: start..<made.count, size: bytes.count,
      crc: Checksum.crc32(bytes), isDeflated: isDeflated)
  }
}

extension Package {
  /// A new archive with this package's entries, some of them changed; see ``PackageWriter``.
  ///
  /// - Throws: ``PackageError`` as ``PackageWriter/write(_:replacing:adding:removing:)`` does.
  public func write(
    replacing: [String: [UInt8]], adding: [(name: String, bytes: [UInt8])] = [],
    removing: Set<String> = [], compression: Compression = .standard
  ) throws(PackageError) -> [UInt8] {
    try PackageWriter(compression: compression)
      .write(self, replacing: replacing, adding: adding, removing: removing)
  }
}
