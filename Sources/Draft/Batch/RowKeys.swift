internal import DraftData
internal import DraftLanguage

/// A row with the digests of what it is known by.
struct KeyedRow: Sendable {
  /// The path that stands for the place of a row in the list.
  static let place = "row"

  /// The row.
  let row: DataRow
  /// Of the field that was named, else of all data; 32 bytes.
  let digest: [UInt8]
  /// Of all data, where a field was named; 32 bytes.
  let dataDigest: [UInt8]?
  /// What it is known by when its data were corrected; of a row that cannot be read nothing.
  let likeness: RowLikeness
  /// The task that has read the row.
  let reader: Int

  /// A row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - keyPath: the field that names a row; nil for all of its data.
  ///   - reader: the task that has read it.
  init(_ row: DataRow, keyPath: String?, reader: Int = 0) {
    self.reader = reader
    let data = row.data.root
    var row = row
    if let keyPath, keyPath != KeyedRow.place, row.errors.isEmpty,
      data.givenValue(at: keyPath) == nil
    {
      row = row.failing(with: BatchLedger.keyMissing(keyPath))
    }
    self.row = row
    guard row.errors.isEmpty else {
      // A row that cannot be read is known by its place.
      digest = KeyedRow.digest(ofPlace: row.number)
      dataDigest = nil
      likeness = RowLikeness()
      return
    }
    likeness = RowLikeness(data)
    if let keyPath, let value = data.value(at: keyPath) {
      // A number in a cell of a workbook is the same key as its digits in a text.
      let text = value.writtenText.map(Value.string)
      digest = DataDigest.of(ObjectValue([("key", text ?? value)]))
      dataDigest = DataDigest.of(data)
    } else if keyPath == KeyedRow.place {
      digest = KeyedRow.digest(ofPlace: row.number)
      dataDigest = DataDigest.of(data)
    } else {
      digest = DataDigest.of(data)
      dataDigest = nil
    }
  }

  private static func digest(ofPlace number: Int) -> [UInt8] {
    SHA256.digest(Array("row \(number)".utf8))
  }
}

/// The values of a named field that several rows of a list have.
struct RepeatedKeys {
  private let counts: HashTable

  /// Reads a list through.
  ///
  /// - Parameters:
  ///   - folder: where its values are counted.
  ///   - control: ends the reading when the batch is asked to stop.
  init(
    _ keyPath: String, in source: RowSource, keptIn folder: String, control: BatchControl
  ) throws {
    counts = HashTable("repeated", in: folder)
    let reader = try source.open()
    while let row = try reader.next() {
      try control.checkStop()
      let hash = RowKeys.hash(KeyedRow(row, keyPath: keyPath).digest)
      try counts.set(hash, (counts.value(of: hash) ?? 0) + 1)
    }
  }

  /// Whether another row has the value of a row.
  func has(_ row: KeyedRow) throws -> Bool {
    try counts.value(of: RowKeys.hash(row.digest)) ?? 0 > 1
  }
}

/// What rows are known by from run to run.
struct RowKeys {
  private let counts: HashTable
  private let dataCounts: HashTable

  /// Keys of no rows yet.
  ///
  /// - Parameters:
  ///   - name: of the list that is read.
  ///   - folder: where they are counted.
  init(_ name: String, in folder: String) {
    counts = HashTable(name + "-keys", in: folder)
    dataCounts = HashTable(name + "-data", in: folder)
  }

  /// The key of a row, and what else is known by it.
  struct Key {
    /// What the row is known by, 32 hexadecimal digits.
    var text: String
    /// What it would be known by if no field were named; nil when none is.
    var ofData: String?
    /// Whether a row before it has the same value in the field that is named.
    var isTaken: Bool

    /// What records may be found by, first that which counts more.
    var hashes: [UInt64] { [text, ofData].compactMap { $0.map(RowKeys.hash) } }
  }

  /// The key of the next row; equal rows are counted, so that each has its own.
  func next(_ row: KeyedRow) throws -> Key {
    let (text, count) = try RowKeys.key(row.digest, counts)
    let ofData = try row.dataDigest.map { try RowKeys.key($0, dataCounts).text }
    return Key(text: text, ofData: ofData, isTaken: ofData != nil && count > 1)
  }

  private static func key(
    _ digest: [UInt8], _ counts: HashTable
  ) throws -> (text: String, count: UInt64) {
    var digest = digest
    let short = hash(digest)
    let count = (try counts.value(of: short) ?? 0) + 1
    try counts.set(short, count)
    if count > 1 { digest = SHA256.digest(digest + Array("\(count)".utf8)) }
    return (SHA256.hex(digest.prefix(16)), count)
  }

  /// A digest as a number.
  static func hash(_ digest: [UInt8]) -> UInt64 {
    digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A key as a number, by which it is looked up.
  static func hash(_ key: String) -> UInt64 { UInt64(key.prefix(16), radix: 16) ?? 0 }
}
