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
  /// - Parameter reader: the list from its beginning.
  init(_ reader: RowReader, keyPath: String?, _ manifest: BatchManifest) throws {
    var keys = RowKeys()
    var present: Set<UInt64> = []
    var inList = SharedValues()
    var new: [New] = []
    var rowCount = 0
    while let row = try reader.next() {
      rowCount += 1
      let keyed = KeyedRow(row, keyPath: keyPath)
      let key = keys.next(keyed)
      let known = key.hashes.filter { manifest.has($0) }
      present.formUnion(known)
      inList.add(keyed.likeness)
      guard known.isEmpty else { continue }
      new.append(
        New(
          number: row.number, key: RowKeys.hash(key.text), likeness: keyed.likeness,
          isReadable: row.errors.isEmpty))
    }
    var inGone = SharedValues()
    var gone: [Gone] = []
    var indices: [UInt64: Int] = [:]
    for key in manifest.recordKeys where !present.contains(key) {
      guard let record = try manifest.record(of: key) else { continue }
      inGone.add(record.likeness)
      indices[key] = gone.count
      gone.append(
        Gone(
          key: key, likeness: record.likeness, hasFiles: !record.files.isEmpty,
          wasGone: record.status == .gone))
    }
    inList.finish()
    inGone.finish()
    // Of a single row nobody knows what would tell it from others.
    let comparison = Comparison(inList: inList, inGone: inGone, isPossible: rowCount > 1)
    for index in new.indices {
      guard let key = manifest.key(ofRow: new[index].number), let place = indices[key] else {
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
    guard keyPath == nil else { return }
    matchCorrected(&new, &gone, comparison)
    goneCount = gone.count { $0.hasFiles && !$0.isMatched && !$0.wasGone }
    isReplaced = new.contains { row in
      guard !row.isMatched, let key = manifest.key(ofRow: row.number), let place = indices[key]
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
  var isPossible: Bool

  /// Whether a value tells its row from all others.
  func tells(_ leaf: UInt64) -> Bool { !inList.has(leaf) && !inGone.has(leaf) }

  /// Whether at least half of what tells rows apart, of the fields that both have, is the same.
  func isLike(_ old: RowLikeness, _ new: RowLikeness) -> Bool {
    guard isPossible else { return false }
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

/// The values that several rows have.
private struct SharedValues {
  /// Four bytes of each leaf, so that a long list takes little memory.
  private var values: [UInt32] = []

  mutating func add(_ likeness: RowLikeness) {
    values += likeness.leaves.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Leaves each value that came more than once.
  mutating func finish() {
    values.sort()
    var count = 0
    for index in values.indices.dropFirst() where values[index] == values[index - 1] {
      if count == 0 || values[count - 1] != values[index] {
        values[count] = values[index]
        count += 1
      }
    }
    values.removeLast(values.count - count)
  }

  func has(_ leaf: UInt64) -> Bool {
    values.holdsAscending(UInt32(truncatingIfNeeded: leaf))
  }
}
