private import CZlib

/// Unpacks one entry piece by piece, for entries that are too large to hold.
///
/// It keeps the promises of ``Package/read(_:)``: the last piece is given only when size and checksum
/// are those of the archive. A stream belongs to one thread.
@safe public final class EntryStream {
  /// The most bytes of one piece.
  private static let pieceSize = 1 << 16

  /// The entry that is read.
  public let entry: Package.Entry
  private let archive: [UInt8]
  private let stream: UnsafeMutablePointer<z_stream>
  private var position: Int
  private var made = 0
  private var crc: UInt = 0
  private var isAtEnd = false

  init(_ entry: Package.Entry, of archive: [UInt8]) throws(PackageError) {
    self.entry = entry
    self.archive = archive
    position = entry.data.lowerBound
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe draft_inflate_init(stream) == Z_OK else {
      throw PackageError(.corruptData, entry: entry.name, "there is no memory to unpack the entry")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// How much of the entry was given, from 0 to 1.
  public var fraction: Double { entry.size == 0 ? 1 : Double(made) / Double(entry.size) }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: ``PackageError``: `corrupt-data` or `crc-mismatch`.
  public func next() throws(PackageError) -> [UInt8]? {
    if isAtEnd { return nil }
    let piece = entry.isDeflated ? try inflated() : stored()
    made += piece.count
    crc = unsafe piece.withUnsafeBufferPointer { unsafe crc32_z(crc, $0.baseAddress, $0.count) }
    if made > entry.size || (isAtEnd && made < entry.size) { throw damaged }
    if isAtEnd, UInt32(truncatingIfNeeded: crc) != entry.crc {
      throw PackageError(
        .crcMismatch, entry: entry.name, "the contents do not have their checksum")
    }
    return piece.isEmpty ? nil : piece
  }

  private func stored() -> [UInt8] {
    let end = min(position + Self.pieceSize, entry.data.upperBound)
    defer { position = end }
    isAtEnd = end == entry.data.upperBound
    return Array(archive[position..<end])
  }

  private func inflated() throws(PackageError) -> [UInt8] {
    var result = Z_OK
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
      unsafe archive.withUnsafeBufferPointer { input in
        let left = min(entry.data.upperBound - position, Int(Int32.max))
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map {
          unsafe $0 + position
        }
        unsafe stream.pointee.avail_in = UInt32(left)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(Self.pieceSize)
        result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        position += unsafe left - Int(stream.pointee.avail_in)
        count = unsafe Self.pieceSize - Int(stream.pointee.avail_out)
      }
    }
    isAtEnd = result == Z_STREAM_END
    // A piece that brings nothing would be asked for forever.
    guard isAtEnd || (result == Z_OK && !piece.isEmpty) else { throw damaged }
    return piece
  }

  private var damaged: PackageError {
    PackageError(
      .corruptData, entry: entry.name,
      "the compressed data are damaged or not of the size they claim")
  }
}

extension Package {
  /// Opens an entry to be unpacked piece by piece.
  ///
  /// - Throws: ``PackageError``: `no-such-entry`.
  public func stream(_ name: String) throws(PackageError) -> EntryStream {
    guard let entry = entry(name) else {
      throw PackageError(.noSuchEntry, entry: name, "the package has no entry of this name")
    }
    return try EntryStream(entry, of: archive)
  }
}
