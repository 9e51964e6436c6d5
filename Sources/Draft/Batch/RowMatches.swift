internal import DraftData

/// Which rows of a changed list are rows of an earlier run, though their data are not the same.
///
/// A document is replaced and a number passed on only where that is no guess: a row is another one unless
/// at least half of what tells rows apart is as it was.
struct RowMatches {
  /// A row that the manifest does not know.
  private struct New {
    var number: Int
    var key: UInt64
    var likeness: RowLikeness
    var isReadable: Bool
    var isMatched = false
  }

  /// A record whose row is not in the list.
  private struct Gone {
    var key: UInt64
    var likeness: RowLikeness
    var hasFiles: Bool
    var wasGone: Bool
    var isMatched = false
  }

  /// By the number of a row its key, and that of the record that it takes over.
  private var records: [Int: (row: UInt64, record: UInt64)] = [:]
  /// How many records with documents were in the last list and are neither in this one nor taken over.
  private(set) var goneCount = 0
  /// Whether another row stands in the place of one of them.
  private(set) var isReplaced = false

  /// The key of the record that a row takes over; nil when it takes over none.
  func record(forRow number: Int, key: UInt64) -> UInt64? {
    records[number].flatMap { $0.row == key ? $0.record : nil }
  }

  /// Looks for the rows of a manifest in a list.
  ///
  /// - Parameters:
  ///   - source: the list.
  ///   - keyPath: the field that names a row; nil for all of its data.
  ///   - manifest: it notes that it has met all rows of the list.
  ///   - folder: where keys of rows are counted.
  init(
    _ source: RowSource, keyPath: String?, _ manifest: BatchManifest, keptIn folder: String
  ) throws {
    let keys = RowKeys("again", in: folder)
    var new: [New] = []
    var rowCount = 0
    let reader = try source.open()
    while let row = try reader.next() {
      rowCount += 1
      let keyed = KeyedRow(row, keyPath: keyPath)
      let key = try keys.next(keyed)
      let known = try key.hashes.filter { try manifest.has($0) }
      for hash in known { try manifest.meet(hash) }
      guard known.isEmpty else { continue }
      new.append(
        New(
          number: row.number, key: RowKeys.hash(key.text), likeness: keyed.likeness,
          isReadable: row.errors.isEmpty))
    }
    var gone: [Gone] = []
    var indices: [UInt64: Int] = [:]
    for key in try manifest.unmet() {
      guard let record = try manifest.record(of: key) else { continue }
      indices[key] = gone.count
      gone.append(
        Gone(
          key: key, likeness: record.likeness, hasFiles: !record.files.isEmpty,
          wasGone: record.status == .gone))
    }
    for index in new.indices {
      guard let key = try manifest.key(ofRow: new[index].number), let place = indices[key] else {
        continue
      }
      let row = new[index]
      // What has no document is seen by nobody, a row that cannot be read touches none, and a row may
      // have got columns besides.
      let isSame =
        !row.isReadable || keyPath == KeyedRow.place || !gone[place].hasFiles
        || (keyPath == nil && row.likeness.hasAll(of: gone[place].likeness))
      if isSame { match(&new[index], &gone[place]) }
    }
    guard keyPath == nil, !new.isEmpty, !gone.isEmpty else { return }
    // Of a single row nobody knows what would tell it from others.
    if rowCount > 1 {
      let likenesses = new.map(\.likeness) + gone.map(\.likeness)
      matchCorrected(
        &new, &gone,
        Comparison(
          inList: try SharedValues(likenesses, in: source),
          inGone: SharedValues(likenesses, in: gone.map(\.likeness))))
    }
    goneCount = gone.count { $0.hasFiles && !$0.isMatched && !$0.wasGone }
    isReplaced = try new.contains { row in
      guard !row.isMatched, let key = try manifest.key(ofRow: row.number), let place = indices[key]
      else { return false }
      return gone[place].hasFiles && !gone[place].isMatched
    }
  }

  private mutating func match(_ row: inout New, _ record: inout Gone) {
    row.isMatched = true
    record.isMatched = true
    records[row.number] = (row.key, record.key)
  }

  /// Rows that were corrected, wherever they stand: each like one record alone, which no other row is like.
  private mutating func matchCorrected(
    _ new: inout [New], _ gone: inout [Gone], _ comparison: Comparison
  ) {
    var holders: [UInt64: Int] = [:]
    for (index, record) in gone.enumerated() where !record.isMatched {
      for leaf in record.likeness.leaves where comparison.tells(leaf) { holders[leaf] = index }
    }
    var wanted: [Int: [Int]] = [:]
    for (index, row) in new.enumerated() where !row.isMatched && row.isReadable {
      let candidates = Set(row.likeness.leaves.compactMap { holders[$0] }).filter {
        comparison.isLike(gone[$0].likeness, row.likeness)
      }
      if candidates.count == 1, let record = candidates.first {
        wanted[record, default: []].append(index)
      } else {
        // Like several: none of them is certain to be its own, nor another row's.
        for record in candidates { wanted[record, default: []] += [index, index] }
      }
    }
    for (record, rows) in wanted where rows.count == 1 { match(&new[rows[0]], &gone[record]) }
  }
}

/// Compares rows by the values that tell them from others: those that no two rows share.
private struct Comparison {
  var inList: SharedValues
  var inGone: SharedValues

  /// Whether a value tells its row from all others.
  func tells(_ leaf: UInt64) -> Bool { !inList.has(leaf) && !inGone.has(leaf) }

  /// Whether at least half of what tells rows apart, of the fields that both have, is the same.
  func isLike(_ old: RowLikeness, _ new: RowLikeness) -> Bool {
    var equal = 0
    var count = 0
    old.compare(with: new) { left, right in
      guard tells(left) || tells(right) else { return }
      count += 1
      if left == right { equal += 1 }
    }
    return equal > 0 && equal * 2 >= count
  }
}

/// Which of some values several rows have.
private struct SharedValues {
  /// In ascending order, each once.
  private let values: [UInt64]
  /// How many rows have each, up to two.
  private var counts: [UInt8]

  private init(_ likenesses: [RowLikeness]) {
    var values: [UInt64] = []
    for leaf in likenesses.flatMap(\.leaves).sorted() where leaf != values.last {
      values.append(leaf)
    }
    self.values = values
    counts = [UInt8](repeating: 0, count: values.count)
  }

  /// Which values of some rows several of these have.
  init(_ likenesses: [RowLikeness], in rows: [RowLikeness]) {
    self.init(likenesses)
    for row in rows { add(row) }
  }

  /// Which values of some rows several rows of a list have; it is read through.
  init(_ likenesses: [RowLikeness], in source: RowSource) throws {
    self.init(likenesses)
    let reader = try source.open()
    while let row = try reader.next() {
      if row.errors.isEmpty { add(RowLikeness(row.data.root)) }
    }
  }

  private mutating func add(_ likeness: RowLikeness) {
    for leaf in likeness.leaves {
      let index = values.ascendingIndex(of: leaf)
      if index < values.count, values[index] == leaf { counts[index] = min(2, counts[index] + 1) }
    }
  }

  func has(_ leaf: UInt64) -> Bool {
    let index = values.ascendingIndex(of: leaf)
    return index < values.count && values[index] == leaf && counts[index] > 1
  }
}
