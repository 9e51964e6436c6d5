/// Why a package cannot be read or written.
public struct PackageError: Error, Sendable, Hashable {
  /// What went wrong, as a stable word that programs may compare.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The bytes are no zip archive.
    case notAZip = "not-a-zip"
    /// The bytes begin as a zip archive does, but its end is missing.
    case truncated = "truncated"
    /// An OLE compound file: a Word file with a password, or one of the old binary format (.doc).
    case encryptedDocument = "encrypted-document"
    /// An entry is encrypted by the archive.
    case encryptedEntry = "encrypted-entry"
    /// The archive uses the 64-bit extension, which no document needs.
    case zip64 = "zip64"
    /// Two parts of the archive contradict each other.
    case inconsistentArchive = "inconsistent-archive"
    /// Two entries share bytes of the archive, as in a zip bomb.
    case overlappingEntries = "overlapping-entries"
    /// An entry's name is absolute, leaves the package, has a backslash, or is not UTF-8.
    case invalidName = "invalid-name"
    /// Two entries have names that differ at most in case.
    case duplicateEntry = "duplicate-entry"
    /// More entries than ``PackageLimits/entries``.
    case tooManyEntries = "too-many-entries"
    /// An entry is larger than ``PackageLimits/entryBytes``.
    case entryTooLarge = "entry-too-large"
    /// All entries together are larger than ``PackageLimits/totalBytes``.
    case totalTooLarge = "total-too-large"
    /// An entry is compressed more than ``PackageLimits/ratio``.
    case ratioTooHigh = "ratio-too-high"
    /// An entry is compressed by another method than deflate.
    case unsupportedCompression = "unsupported-compression"
    /// The package has no `[Content_Types].xml`.
    case missingContentTypes = "missing-content-types"
    /// `[Content_Types].xml` cannot be read.
    case malformedContentTypes = "malformed-content-types"
    /// A relationships part cannot be read.
    case malformedRelationships = "malformed-relationships"
    /// An entry's contents do not have its checksum.
    case crcMismatch = "crc-mismatch"
    /// An entry's compressed data are damaged, or not of the size the archive says.
    case corruptData = "corrupt-data"
    /// The package has no entry of that name.
    case noSuchEntry = "no-such-entry"
    /// The archive cannot be put together.
    case cannotWrite = "cannot-write"
  }

  /// What went wrong.
  public var code: Code
  /// The entry that it went wrong in; nil when it concerns the whole package.
  public var entry: String?
  /// The line of the entry, counted from 1; nil where lines have no meaning.
  public var line: Int?
  /// What went wrong, in English.
  public var message: String

  /// An error with all that is known of it.
  public init(_ code: Code, entry: String? = nil, line: Int? = nil, _ message: String) {
    self.code = code
    self.entry = entry
    self.line = line
    self.message = message
  }
}

extension PackageError: CustomStringConvertible {
  /// The error on one line: `crc-mismatch in word/document.xml: …`.
  public var description: String {
    let place = entry.map { " in \($0)" } ?? ""
    let line = line.map { ":\($0)" } ?? ""
    return "\(code.rawValue)\(place)\(line): \(message)"
  }
}
