/// How parts are compressed: by zlib, or by what is known of a template (``DeflatePlan``), which is five to
/// twelve times faster than zlib's level 6 once the plan is made, in files 0 to 6 % larger.
public struct Compression: Sendable, Hashable, CaseIterable {
  /// When a template's parts are compressed by a plan.
  public enum Planning: Sendable, Hashable, CaseIterable {
    /// Never.
    case never
    /// When a part has become so long that making the plan pays for it alone.
    case forLongParts
    /// Always: the plan is made once for many documents.
    case always
  }

  /// When a template's parts are compressed by a plan; all others are by zlib.
  public var planning: Planning
  /// Whether zlib compresses at its level 1 instead of 6, its own default and that of Word: two to three
  /// times faster, files of text some 20 % larger.
  public var isFast: Bool

  /// A way to compress.
  public init(_ planning: Planning, isFast: Bool = false) {
    (self.planning, self.isFast) = (planning, isFast)
  }

  /// By zlib's level 6 alone.
  public static let standard = Compression(.never)
  /// By plans wherever there may be one.
  public static let prepared = Compression(.always)

  /// Every way to compress.
  public static var allCases: [Compression] {
    Planning.allCases.flatMap { [Compression($0), Compression($0, isFast: true)] }
  }

  /// zlib's level.
  var level: Int { isFast ? 1 : 6 }
}

/// Writes packages, one after the other, with one deflate stream.
///
/// The same package and changes give the same bytes, whatever was written before. A writer belongs to one
/// thread; make another for another.
public final class PackageWriter {
  /// How changed and added parts are compressed.
  public let compression: Compression
  private var deflater: Deflater?
  private var templateDeflater: TemplateDeflater?
  /// The data of all entries that are made.
  private var made: [UInt8] = []
  /// The part that is packed piece by piece; nil between parts.
  private var open: OpenPart?

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
  ///   - packed: the same with parts that this writer has packed since ``start()``.
  ///   - adding: names that are not in the package, with their bytes.
  ///   - removing: names to leave out; each must be in the package.
  /// - Throws: ``PackageError``: `no-such-entry`, `duplicate-entry`, `invalid-name`,
  ///   `missing-content-types` when that is removed, `cannot-write`.
  public func write(
    _ package: Package, replacing: [String: [UInt8]], packed: [String: PackedPart] = [:],
    adding: [(name: String, bytes: [UInt8])] = [], removing: Set<String> = []
  ) throws(PackageError) -> [UInt8] {
    if packed.isEmpty { start() }
    defer { start() }
    var changes = [Change](repeating: .none, count: package.entries.count)
    for name in removing {
      guard let index = package.index(of: name) else { throw Self.missing(name) }
      changes[index] = .removed
    }
    for (name, change) in replacing.map({ ($0, Change.replaced($1)) })
      + packed.map({ ($0, Change.packed($1)) })
    {
      guard let index = package.index(of: name) else { throw Self.missing(name) }
      guard case .none = changes[index] else {
        throw PackageError(.duplicateEntry, entry: name, "an entry is changed in two ways")
      }
      changes[index] = change
    }
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
      case .packed(let part):
        outputs.append(
          OutputEntry(
            name: entry.name, isFromPackage: false, data: part.data, size: part.size,
            crc: part.crc, isDeflated: true))
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
    case packed(PackedPart)
  }

  private static func missing(_ name: String) -> PackageError {
    PackageError(.noSuchEntry, entry: name, "the package has no entry of this name")
  }

  /// Deflates bytes, or stores those that deflate does not make smaller.
  private func compress(_ bytes: [UInt8], name: String) throws(PackageError) -> OutputEntry {
    let part = try pack(bytes, name: name)
    let isDeflated = part.data.count < bytes.count
    if !isDeflated {
      made.removeLast(part.data.count)
      made.append(contentsOf: bytes)
    }
    return OutputEntry(
      name: name, isFromPackage: false, data: part.data.lowerBound..<made.count,
      size: part.size, crc: part.crc, isDeflated: isDeflated)
  }

  // MARK: - Parts

  /// Forgets the parts that have been packed.
  public func start() {
    made.removeAll(keepingCapacity: true)
    open = nil
  }

  /// Packs a part whose bytes are all there.
  ///
  /// - Parameters:
  ///   - bytes: its contents.
  ///   - name: its name, for messages.
  ///   - plan: what is known of it; nil for nothing.
  ///   - copies: the segments of the plan that it holds; see ``add(_:copies:)``.
  /// - Throws: ``PackageError``: `cannot-write`.
  public func pack(
    _ bytes: [UInt8], name: String, plan: DeflatePlan? = nil, copies: [SegmentCopy] = []
  ) throws(PackageError) -> PackedPart {
    begin(name, plan: plan)
    return try end(bytes, copies: copies)
  }

  /// Begins a part whose bytes come piece by piece.
  ///
  /// - Parameters:
  ///   - name: its name, for messages.
  ///   - plan: what is known of it; nil for nothing.
  public func begin(_ name: String, plan: DeflatePlan?) {
    if let plan {
      if templateDeflater == nil { templateDeflater = TemplateDeflater() }
      templateDeflater?.begin(plan)
    } else {
      if deflater == nil { deflater = Deflater(level: compression.level) }
      deflater?.begin()
    }
    open = OpenPart(name: name, plan: plan, start: made.count)
  }

  /// Adds a piece to the part, and removes from it what need not be given again.
  ///
  /// - Parameters:
  ///   - bytes: what the last time has left, then the new bytes.
  ///   - copies: the segments of the plan among the new bytes, each with the offset at which it stands in
  ///     `bytes`, ascending; what lies between them are values.
  public func add(_ bytes: inout [UInt8], copies: [SegmentCopy]) {
    encode(bytes, copies, isLast: false)
    let kept = open?.plan == nil ? 0 : min(bytes.count, DeflateAlphabet.farthest)
    let dropped = bytes.count - kept
    bytes.removeFirst(dropped)
    open?.known = kept
    templateDeflater?.drop(dropped)
  }

  /// Adds the last piece to the part, and ends it; see ``add(_:copies:)``.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  public func end(_ bytes: [UInt8], copies: [SegmentCopy]) throws(PackageError) -> PackedPart {
    encode(bytes, copies, isLast: true)
    guard let part = open.take() else { preconditionFailure("no part has been begun") }
    guard part.isWhole else {
      throw PackageError(.cannotWrite, entry: part.name, "zlib cannot deflate the part")
    }
    guard part.size < Int(UInt32.max) else {
      throw PackageError(.cannotWrite, entry: part.name, "the part grows beyond 4 GiB")
    }
    return PackedPart(data: part.start..<made.count, size: part.size, crc: part.crc)
  }

  private func encode(_ bytes: [UInt8], _ copies: [SegmentCopy], isLast: Bool) {
    // Taken out for the time, so that no second reference of what it holds is counted.
    guard var part = open.take() else { preconditionFailure("no part has been begun") }
    let isWhole = isLast && part.size == 0
    part.size += bytes.count - part.known
    if let plan = part.plan {
      if isWhole, plan.suits(copies, size: bytes.count) {
        templateDeflater?.usePlannedCode(plan, size: bytes.count)
      }
      templateDeflater?.add(bytes, copies: copies, plan: plan)
      if isLast { part.crc = templateDeflater?.finish(into: &made) ?? 0 }
    } else {
      part.isWhole = deflater?.add(bytes, isLast: isLast, into: &made) == true
      part.crc = Checksum.crc32(bytes, 0..<bytes.count, after: part.crc)
    }
    open = part
  }

  /// A part on its way.
  private struct OpenPart {
    var name: String
    var plan: DeflatePlan?
    /// Where its data begin among those made.
    var start: Int
    /// How many bytes have been given.
    var size = 0
    /// How many of the bytes that are given next have been given before.
    var known = 0
    /// The checksum of what has been given; where there is a plan, known at the end.
    var crc: UInt32 = 0
    /// Whether zlib has done all that was asked of it.
    var isWhole = true
  }

  /// The archive of a layout with packed parts in it; nil when it grows beyond 4 GiB.
  func archive(_ layout: ArchiveLayout, _ parts: [PackedPart]) -> [UInt8]? {
    defer { start() }
    return layout.archive(parts, made: made)
  }
}

/// A part that a ``PackageWriter`` has packed and keeps for the package to come.
public struct PackedPart: Sendable {
  /// Where the deflated bytes stand among those made.
  let data: Range<Int>
  /// The size unpacked.
  let size: Int
  /// The checksum of the unpacked bytes.
  let crc: UInt32
}

extension Package {
  /// This package with other bytes for some of its entries.
  ///
  /// - Throws: ``PackageError`` as ``PackageWriter/write(_:replacing:packed:adding:removing:)`` does.
  public func replacing(_ parts: [String: [UInt8]]) throws(PackageError) -> Package {
    try Package(write(replacing: parts), limits: limits)
  }

  /// A new archive with this package's entries, some of them changed; see ``PackageWriter``.
  ///
  /// - Throws: ``PackageError`` as ``PackageWriter/write(_:replacing:packed:adding:removing:)`` does.
  public func write(
    replacing: [String: [UInt8]], adding: [(name: String, bytes: [UInt8])] = [],
    removing: Set<String> = [], compression: Compression = .standard
  ) throws(PackageError) -> [UInt8] {
    try PackageWriter(compression: compression)
      .write(self, replacing: replacing, adding: adding, removing: removing)
  }
}
