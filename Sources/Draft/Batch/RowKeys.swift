internal import DraftData
internal import DraftLanguage

/// A row with the digest of what it is known by.
struct KeyedRow: Sendable {
  /// The row.
  let row: DataRow
  /// 32 bytes.
  let digest: [UInt8]

  /// A row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - keyPath: the field that names a row; nil for all of its data.
  init(_ row: DataRow, keyPath: String?) {
    self.row = row
    if !row.errors.isEmpty {
      // A row that cannot be read is known by its place.
      digest = SHA256.digest(Array("row \(row.number)".utf8))
    } else if let keyPath, let value = row.data.root.value(at: keyPath) {
      digest = DataDigest.of(ObjectValue([("key", value)]))
    } else {
      digest = DataDigest.of(row.data.root)
    }
  }
}

/// What rows are known by from run to run.
struct RowKeys {
  private var counts: [UInt64: Int32] = [:]

  /// The key of the next row, 32 hexadecimal digits; equal rows are counted, so that each has its own.
  mutating func next(_ row: KeyedRow) -> String {
    var digest = row.digest
    let short = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let count = counts[short, default: 0] + 1
    counts[short] = count
    if count > 1 { digest = SHA256.digest(digest + Array("\(count)".utf8)) }
    return SHA256.hex(digest.prefix(16))
  }

  /// A key as a number, by which it is looked up.
  static func hash(_ key: String) -> UInt64 { UInt64(key.prefix(16), radix: 16) ?? 0 }
}
