internal import DraftData
internal import DraftLanguage

/// What a batch knows of its rows, kept in the order of the rows: keys, numbers, names of files, the
/// manifest, and what was done.
///
/// What may be lost when the process is killed or the power cut is only what nobody has seen: a row's line
/// is in the manifest, on the disk, before its files have their names, so that every file is known and a
/// missing one is drawn again.
actor BatchLedger {
  private let batch: Batch
  private let source: RowSource
  /// Whether the list can be read once more.
  private let isRepeatable: Bool
  private let origin: BatchOrigin
  private let folder: String
  /// Locks the folder as long as the ledger is open.
  private var workshop: BatchWorkshop?
  /// The folder of unfinished files and of tables.
  private let place: String
  private let manifest: BatchManifest
  private let disk: StagingDisk
  private let keys: RowKeys
  /// Which rows were corrected; nil until that is asked for.
  private var matches: RowMatches?
  /// Which values of the field that names rows come twice; nil until that is asked for.
  private var repeated: RepeatedKeys?
  /// Whether there are rows that cannot be read, and of which no document is known.
  private var hasStrangers = false
  /// Documents that have another name since their rows were corrected: the first of them, and how many.
  private var renamed: (first: [(old: String, new: String)], count: Int) = ([], 0)
  /// The numbers that rows bring themselves; nil until one is given to another row.
  private var ownNumbers: OwnNumbers?
  private var nextCount = 0
  private var jobCount = 0
  private var summary: Batch.Summary
  private let control: BatchControl
  private let report: @Sendable (BatchRecord) throws -> Void

  /// Opens the ledger of a folder.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with `manifest-damaged` or `other-documents`.
  init(
    _ batch: Batch, _ source: RowSource, folder: String, on disk: StagingDisk,
    workshop: sending BatchWorkshop, summary: Batch.Summary, control: BatchControl,
    report: @escaping @Sendable (BatchRecord) throws -> Void
  ) throws {
    self.summary = summary
    self.control = control
    self.report = report
    self.batch = batch
    self.source = source
    isRepeatable = source.isRepeatable
    self.folder = folder
    self.disk = disk
    self.workshop = workshop
    origin = batch.origin
    place = workshop.path
    keys = RowKeys("list", in: place)
    // Shards count in steps, so that no two of them give the same number.
    let (shard, numbers) = (batch.shard, batch.numbers)
    let start = (numbers?.first ?? 0) + shard.index - 1
    var next = start
    manifest = try BatchManifest(in: folder, workshop: place) { number in
      guard let count = numbers?.count(of: number), count >= next,
        (count - start) % shard.count == 0
      else { return }
      next = count + shard.count
    }
    nextCount = next
    let refusal = { batch.refusal(of: $0, in: folder) }
    if !batch.force, let other = try manifest.document(where: { refusal($0) != nil }) {
      throw Diagnostics([refusal(other)].compactMap(\.self))
    }
  }

  /// Leaves the manifest in order, with it all written down to the disk; gives what was done.
  func finish(isInterrupted: Bool) throws -> Batch.Summary {
    if !isInterrupted { try markGone() }
    if renamed.count > 0 {
      summary.notices.append(BatchLedger.renamed(renamed.first, of: renamed.count))
    }
    try manifest.finish()
    FileSystem.synchronizeFolder(folder)
    summary.isInterrupted = isInterrupted
    return summary
  }

  /// Marks the records of rows that are no longer in the list, which was read to its end; those that have
  /// neither documents nor a number are dropped.
  private func markGone() throws {
    var first: [(row: Int, name: String)] = []
    var count = 0
    for key in try manifest.unmet() {
      guard var record = try manifest.record(of: key), batch.shard.has(record.row) else { continue }
      if record.files.isEmpty, record.numbers.isEmpty {
        try manifest.forget(key)
        continue
      }
      let left = record.files.filter { FileSystem.exists(Paths.join(folder, $0.name)) }
      if let file = left.first {
        count += 1
        first.append((record.row, file.name))
        first.sort(by: <)
        first = Array(first.prefix(5))
      }
      if record.status == .gone { continue }
      let old = record
      record.status = .gone
      try manifest.append(record, replacing: old, in: batch.language)
    }
    try manifest.write()
    if count > 0 {
      summary.notices.append(
        BatchLedger.gone(first.map(\.name), of: count, orUnreadable: hasStrangers))
    }
  }

  /// Lets others into the folder.
  func close() { workshop = nil }

  // MARK: Before

  /// What an earlier run has left of a row.
  private func previous(
    of row: DataRow, _ key: RowKeys.Key, _ likeness: RowLikeness
  ) throws -> BatchRecord? {
    for hash in key.hashes {
      guard let record = try manifest.record(of: hash) else { continue }
      if batch.keyPath == KeyedRow.place, row.errors.isEmpty, record.likeness != likeness,
        matches == nil, isRepeatable
      {
        _ = try findMatches()
      }
      return record
    }
    // As long as all records have been met no row can be a corrected one.
    guard isRepeatable, manifest.hasUnmet else { return nil }
    let matches = try matches ?? findMatches()
    guard let old = matches.record(forRow: row.number, key: RowKeys.hash(key.text)) else {
      return nil
    }
    try manifest.meet(old)
    return try manifest.record(of: old)
  }

  /// Reads the list once more for rows that were corrected.
  ///
  /// - Throws: ``Diagnostics`` with `other-list` when most of the rows that have documents are gone, and
  ///   others stand in their places, with `rows-moved` when rows are known by their places and stand in
  ///   others.
  private func findMatches() throws -> RowMatches {
    let found = try RowMatches(
      source, keyPath: batch.keyPath, manifest, keptIn: place, control: control)
    let drawn = try manifest.drawnCount()
    if found.isReplaced, found.goneCount * 2 > drawn {
      throw BatchLedger.otherList(folder, gone: found.goneCount, of: drawn)
    }
    if !batch.force, let moved = found.moved {
      throw BatchLedger.moved(moved.row, from: moved.from)
    }
    matches = found
    return found
  }

  /// What is to be done for the next rows; nothing for those of another shard.
  ///
  /// - Throws: `CancellationError` when the batch is asked to stop while the list is read ahead; among the
  ///   rest what ``findMatches()`` throws.
  func jobs(for rows: [KeyedRow]) throws -> [BatchJob] {
    try rows.compactMap { try job(for: $0) }
  }

  private func job(for keyed: KeyedRow) throws -> BatchJob? {
    var row = keyed.row
    let key = try keys.next(keyed)
    for hash in key.hashes { try manifest.meet(hash) }
    guard batch.shard.has(row.number) else { return nil }
    let previous = try previous(of: row, key, keyed.likeness)
    if !row.errors.isEmpty, previous?.files.isEmpty != false { hasStrangers = true }
    var likeness = keyed.likeness
    // A row that cannot be read stays what it was, for the time when it can.
    let text = row.errors.isEmpty ? key.text : previous?.key ?? key.text
    if let path = batch.keyPath, row.errors.isEmpty {
      let isContested = try isContested(keyed, previous, path)
      if isContested || key.isTaken { row = row.failing(with: BatchLedger.keyTaken(path)) }
      // The record stays that of whichever row it is.
      if isContested { likeness = RowLikeness() }
    }
    jobCount += 1
    var job = BatchJob(
      index: jobCount, row: row, key: text, previous: previous, likeness: likeness,
      reader: keyed.reader)
    if let numbers = batch.numbers, row.errors.isEmpty {
      if let own = row.data.root.givenValue(at: numbers.path) {
        job.number = OwnNumbers.text(of: own)
        if let number = job.number, try manifest.hasGiven(number),
          previous?.numbers.contains(number) != true
        {
          job.row = row.failing(with: BatchLedger.numberTaken(number, numbers.path))
          // It was not given to this row: the next run would take it for its own.
          job.number = previous?.number
        }
      } else {
        job.number = try previous?.numbers.last ?? newNumber(numbers)
      }
      if let number = job.number { try manifest.reserve(number) }
    } else {
      job.number = previous?.number
    }
    return job
  }

  /// Whether a row with the key of a record has other data, and is not alone with that key: nobody knows
  /// which of the rows the record is of.
  private func isContested(
    _ row: KeyedRow, _ record: BatchRecord?, _ path: String
  ) throws -> Bool {
    guard path != KeyedRow.place, isRepeatable, let record,
      !record.likeness.leaves.isEmpty, record.likeness != row.likeness
    else { return false }
    let found = try repeated ?? RepeatedKeys(path, in: source, keptIn: place, control: control)
    repeated = found
    return try found.has(row)
  }

  private func newNumber(_ numbers: RunningNumber) throws -> String {
    let own =
      try ownNumbers ?? OwnNumbers(of: numbers, in: source, keptIn: place, control: control)
    ownNumbers = own
    while true {
      let text = numbers.text(nextCount)
      nextCount += batch.shard.count
      if try !manifest.hasGiven(text), try !own.contains(text) { return text }
    }
  }

  // MARK: After

  /// Records what has become of the next rows and puts their files in place.
  func commit(_ group: BatchGroup) throws {
    var entries: [BatchEntry] = []
    do {
      for outcome in group.outcomes {
        let (entry, line) = try enter(outcome)
        entries.append(entry)
        if let line {
          try manifest.append(line, replacing: outcome.previous, in: batch.language)
        }
      }
      try manifest.write()
    } catch {
      for index in entries.indices { entries[index].undo(in: folder) }
      throw error
    }
    do throws(FileSystem.Failure) {
      try manifest.synchronize(with: group.files, on: disk)
    } catch {
      try? withdraw(&entries[...], after: error)
      throw error
    }
    for index in entries.indices {
      do throws(FileSystem.Failure) {
        try entries[index].place(in: folder)
      } catch {
        // A file that is open elsewhere fails its row; what befalls all files stops the batch.
        guard error.isOfOneFile else {
          try? withdraw(&entries[index...], after: error)
          throw error
        }
        try withdraw(&entries[index...index], after: error)
      }
      let record = entries[index].record
      count(record)
      control.finishRow(failed: record.status == .failed)
      try report(record)
    }
  }

  /// Leaves what is not in place of some rows as it was before, and puts lines that say so down on the disk.
  private func withdraw(
    _ entries: inout ArraySlice<BatchEntry>, after failure: FileSystem.Failure
  ) throws {
    for index in entries.indices where !entries[index].newFiles.isEmpty {
      let written = entries[index].record
      let withdrawn = entries[index].withdraw(failure, from: folder)
      try manifest.append(withdrawn, replacing: written, in: batch.language)
    }
    try manifest.write()
    try manifest.synchronize(on: disk)
  }

  private func count(_ record: BatchRecord) {
    switch record.status {
    case .drawn: summary.drawn += 1
    case .failed: summary.failed += 1
    case .unchanged, .gone: summary.unchanged += 1
    }
    let hasErrors = record.diagnostics.contains { $0.severity == .error }
    if hasErrors {
      if record.status != .failed { summary.withGaps += 1 }
      if summary.failures.count < 100 { summary.failures.append(record) }
      summary.reasons.add(record)
    } else if !record.diagnostics.isEmpty {
      summary.warned += 1
    }
    if record.status != .failed { summary.warnings.add(record, .warning) }
  }

  /// Gives a row its line, unless that is in the manifest, and its files their names.
  private func enter(_ outcome: BatchOutcome) throws -> (BatchEntry, line: BatchRecord?) {
    let previous = outcome.previous
    var record = BatchRecord(
      row: outcome.row, line: outcome.line, source: outcome.source, key: outcome.key,
      status: .failed, number: outcome.number, files: previous?.files ?? [], inputs: "",
      diagnostics: outcome.diagnostics, origin: previous?.origin, likeness: outcome.likeness)
    if outcome.likeness.leaves.isEmpty, let previous { record.likeness = previous.likeness }
    if outcome.number != nil { record.numberField = previous?.numberField ?? batch.numbers?.path }
    record.formerNumbers = (previous?.numbers ?? []).filter { $0 != outcome.number }
    switch outcome.result {
    case .unchanged(let isEdited):
      if isEdited { summary.edited += 1 }
      record.inputs = outcome.inputs
      record.status = .drawn
      record.origin = origin
      if batch.numbers != nil { record.take(batch.numbers) }
      record.diagnostics = previous?.diagnostics ?? []
      let line = previous?.hasSameLine(as: record) == true ? nil : record
      record.status = .unchanged
      return (BatchEntry(record: record), line)
    case .failed: return (BatchEntry(record: record), record)
    case .drawn(let name, let staged):
      let entry = try enter(staged, named: name, outcome, record)
      return (entry, entry.record)
    }
  }

  private func enter(
    _ staged: [BatchOutcome.Staged], named wanted: String, _ outcome: BatchOutcome,
    _ failed: BatchRecord
  ) throws -> BatchEntry {
    let key = RowKeys.hash(outcome.key)
    let old = (outcome.previous?.files ?? []).map { OldFile($0, in: folder) }
    if let previous = outcome.previous {
      // The row's own names are free for it, also under another key.
      try manifest.release(previous)
    }
    let given = old.first.map { FileRun.base(of: $0.file.name) }
    let endings = staged.map(\.ending)
    let name =
      try given.flatMap { FileNames.fits($0, wanted) ? $0 : nil }
      ?? manifest.names.name(wanted, endings: endings, for: key)
    var entry = BatchEntry(record: failed, old: old)
    for file in staged {
      let new = BatchRecord.File(
        name: "\(name).\(file.ending)", sha256: file.sha256, bytes: file.bytes)
      entry.add(new, from: file.path, in: folder)
    }
    do throws(Diagnostics) {
      if !batch.force {
        let other = outcome.previous.flatMap { batch.refusal(of: $0, in: folder) }
        if let refusal = other ?? entry.refusal { throw Diagnostics([refusal]) }
      }
      // A document under a name that no longer fits would be taken for the right one.
      if outcome.previous?.origin == nil || outcome.previous?.origin == origin {
        try entry.setAside(in: folder)
      }
    } catch {
      entry.discard()
      entry.record.diagnostics = error.items
      return entry
    }
    if let given, given != name, let previous = outcome.previous, previous.key != outcome.key {
      renamed.count += 1
      if renamed.count <= 5 { renamed.first.append((given, name)) }
    }
    entry.record.status = .drawn
    entry.record.inputs = outcome.inputs
    entry.record.files = entry.newFiles
    entry.record.origin = origin
    entry.record.take(batch.numbers)
    return entry
  }
}

/// The files of one row.
enum FileRun {
  /// A file's name without its ending.
  static func base(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
