public import DraftXML

/// How large a package may be before the reader gives up.
///
/// A limit that is passed is a ``PackageError`` with its own code. The limits are checked against what the
/// archive says of itself when it is opened, and an entry that turns out larger than it says is an error
/// when it is read, so nothing is ever unpacked beyond them.
public struct PackageLimits: Sendable, Hashable {
  /// The most entries.
  public var entries: Int
  /// The largest entry, unpacked, in bytes.
  public var entryBytes: Int
  /// The most bytes of all entries together, unpacked.
  public var totalBytes: Int
  /// How many times larger than packed an entry may be, unpacked; deflate itself ends at about 1,032.
  public var ratio: Int
  /// The size in bytes, unpacked, from which ``ratio`` is looked at.
  public var ratioFloor: Int
  /// The limits of `[Content_Types].xml` and relationships.
  public var xml: XMLLimits

  /// Limits of one's own.
  public init(
    entries: Int = 4000, entryBytes: Int = 256 << 20, totalBytes: Int = 512 << 20,
    ratio: Int = 1000, ratioFloor: Int = 1 << 20, xml: XMLLimits = .standard
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.xml = xml
  }

  /// 4,000 entries, 256 MiB an entry, 512 MiB in all, and at most 1:1,000 over 1 MiB.
  public static let standard = PackageLimits()
}
