internal import DraftData

/// Which rows of a changed list are rows of an earlier run, though their data are not the same.
///
/// A document is replaced and a number passed on only where that is no guess: a row is another one unless
/// at least half of what tells rows apart is as it was, and so is its IIN or BIN.
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
    var row: Int
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
  /// A row that is another row of an earlier run, where rows are known by their places.
  private(set) var moved: (row: Int, from: Int)?

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
  ///   - control: ends the reading when the batch is asked to stop.
  init(
    _ source: RowSource, keyPath: String?, _ manifest: BatchManifest, keptIn folder: String,
    control: BatchControl
  ) throws {
    let keys = RowKeys("again", in: folder)
    var new: [New] = []
    var gone: [Gone] = []
    var indices: [UInt64: Int] = [:]
    func note(_ record: BatchRecord) {
      indices[record.keyHash] = gone.count
      gone.append(
        Gone(
          key: record.keyHash, row: record.row, likeness: record.likeness,
          hasFiles: !record.files.isEmpty, wasGone: record.status == .gone))
    }
    var rowCount = 0
    let reader = try source.open()
    while let row = try reader.next() {
      try control.checkStop()
      rowCount += 1
      let keyed = KeyedRow(row, keyPath: keyPath)
      let key = try keys.next(keyed)
      let known = try key.hashes.filter { try manifest.has($0) }
      for hash in known { try manifest.meet(hash) }
      if let known = known.first {
        // Where places tell rows apart, the same place may be another row.
        guard keyPath == KeyedRow.place, row.errors.isEmpty,
          let record = try manifest.record(of: known), record.likeness != keyed.likeness
        else { continue }
        note(record)
      }
      new.append(
        New(
          number: row.number, key: RowKeys.hash(key.text), likeness: keyed.likeness,
          isReadable: row.errors.isEmpty))
    }
    for key in try manifest.unmet() {
      if let record = try manifest.record(of: key) { note(record) }
    }
    if new.isEmpty || gone.isEmpty { return }
    let places = try new.map { try manifest.key(ofRow: $0.number).flatMap { indices[$0] } }
    // A row may have got columns besides.
    if keyPath == nil {
      matchPlaces(&new, &gone, places) { $0.likeness.hasAll(of: $1.likeness) }
    }
    // Of a single row nobody knows what would tell it from others.
    if rowCount > 1 || gone.count > 1 {
      let likenesses = new.map(\.likeness) + gone.map(\.likeness)
      let comparison = Comparison(
        inList: try SharedValues(likenesses, in: source, control),
        inGone: SharedValues(likenesses, in: gone.map(\.likeness)))
      let pairs = corrected(new, gone) { old, row in
        // Records of a time without --key, or with another one, know nothing of the field.
        if let keyPath, keyPath != KeyedRow.place { return old.hasSame(keyPath, as: row) }
        return comparison.isLike(old, row)
      }
      for (row, record) in pairs {
        if keyPath != KeyedRow.place {
          match(&new[row], &gone[record])
        } else if gone[record].hasFiles, gone[record].row != new[row].number {
          moved = (new[row].number, gone[record].row)
        }
      }
    }
    // What has no document is seen by nobody, and a row that cannot be read touches none.
    matchPlaces(&new, &gone, places) { row, record in
      !row.isReadable || keyPath == KeyedRow.place || !record.hasFiles
    }
    guard keyPath == nil else { return }
    goneCount = gone.count { $0.hasFiles && !$0.isMatched && !$0.wasGone }
    isReplaced = zip(new, places).contains { row, place in
      guard !row.isMatched, let place else { return false }
      return gone[place].hasFiles && !gone[place].isMatched
    }
  }

  /// Rows that are what stood in their places before.
  private mutating func matchPlaces(
    _ new: inout [New], _ gone: inout [Gone], _ places: [Int?], where isSame: (New, Gone) -> Bool
  ) {
    for (index, place) in places.enumerated() {
      guard let place, !new[index].isMatched, !gone[place].isMatched,
        isSame(new[index], gone[place])
      else { continue }
      match(&new[index], &gone[place])
    }
  }

  private mutating func match(_ row: inout New, _ record: inout Gone) {
    row.isMatched = true
    record.isMatched = true
    records[row.number] = (row.key, record.key)
  }

  /// Rows that were corrected, wherever they stand, and their records: each like one record alone, which
  /// no other row is like.
  private func corrected(
    _ new: [New], _ gone: [Gone], by isLike: (_ old: RowLikeness, _ new: RowLikeness) -> Bool
  ) -> [(row: Int, record: Int)] {
    var holders: [UInt64: [Int]] = [:]
    for (index, record) in gone.enumerated() where !record.isMatched {
      for leaf in record.likeness.leaves { holders[leaf >> 1, default: []].append(index) }
    }
    var wanted: [Int: [Int]] = [:]
    for (index, row) in new.enumerated() where !row.isMatched && row.isReadable {
      // A value that several of them have tells nothing.
      let near = row.likeness.leaves.compactMap { holders[$0 >> 1] }.filter { $0.count == 1 }
      let candidates = Set(near.joined()).filter { isLike(gone[$0].likeness, row.likeness) }
      if candidates.count == 1, let record = candidates.first {
        wanted[record, default: []].append(index)
      } else {
        // Like several: none of them is certain to be its own, nor another row's.
        for record in candidates { wanted[record, default: []] += [index, index] }
      }
    }
    return wanted.compactMap { record, rows in rows.count == 1 ? (rows[0], record) : nil }
  }
}

/// Compares rows by the values that tell them from others: those that no two rows share.
private struct Comparison {
  var inList: SharedValues
  var inGone: SharedValues

  /// Whether a value tells its row from all others.
  func tells(_ leaf: UInt64) -> Bool { !inList.has(leaf) && !inGone.has(leaf) }

  /// Whether at least half of what tells rows apart, of the fields that both have, is the same.
  ///
  /// A person or a company with another identification number is another one, unless that number is all
  /// that was corrected, and it is not one value against one.
  func isLike(_ old: RowLikeness, _ new: RowLikeness) -> Bool {
    var (equal, other) = (0, 0)
    var (equalNumbers, otherNumbers) = (0, 0)
    old.compare(with: new) { left, right in
      guard tells(left) || tells(right) else { return }
      let isSame = RowLikeness.isSame(left, right)
      if isSame { equal += 1 } else { other += 1 }
      if RowLikeness.isIdentity(right) {
        if isSame { equalNumbers += 1 } else { otherNumbers += 1 }
      }
    }
    if otherNumbers > 0, equalNumbers == 0 { return other <= otherNumbers && equal > other }
    return equal > 0 && equal >= other
  }
}

/// Which of some values several rows have.
private struct SharedValues {
  /// In ascending order, each once, without the last bit.
  private let values: [UInt64]
  /// How many rows have each, up to two.
  private var counts: [UInt8]

  private init(_ likenesses: [RowLikeness]) {
    var values: [UInt64] = []
    for leaf in likenesses.flatMap(\.leaves).map({ $0 >> 1 }).sorted() where leaf != values.last {
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
  init(_ likenesses: [RowLikeness], in source: RowSource, _ control: BatchControl) throws {
    self.init(likenesses)
    let reader = try source.open()
    while let row = try reader.next() {
      try control.checkStop()
      if row.errors.isEmpty { add(RowLikeness(row.data.root)) }
    }
  }

  private mutating func add(_ likeness: RowLikeness) {
    for leaf in likeness.leaves {
      let index = values.ascendingIndex(of: leaf >> 1)
      if index < values.count, values[index] == leaf >> 1 {
        counts[index] = min(2, counts[index] + 1)
      }
    }
  }

  func has(_ leaf: UInt64) -> Bool {
    let index = values.ascendingIndex(of: leaf >> 1)
    return index < values.count && values[index] == leaf >> 1 && counts[index] > 1
  }
}
