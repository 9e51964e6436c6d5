internal import DraftData
internal import DraftLanguage

/// What a batch knows of its rows, kept in the order of the rows: keys, numbers, names of files, the
/// manifest, and what was done.
///
/// What may be lost when the process is killed is only what nobody has seen: a row's line is in the
/// manifest before its files have their names, so that every file is known and a missing one is drawn
/// again.
actor BatchLedger {
  /// A row whose files wait for their names until its line is written.
  private struct Entry {
    var record: BatchRecord
    var files: [(staged: String, path: String, replaces: Bool)] = []
  }

  private let batch: Batch
  private let source: RowSource
  private let folder: String
  /// Locks the folder as long as the ledger is open.
  private var workshop: BatchWorkshop?
  private let manifest: BatchManifest
  private var keys = RowKeys()
  /// The keys of all rows of this run; empty until they are asked for.
  private var present: Set<UInt64> = []
  /// The numbers that rows bring themselves; nil until one is given to another row.
  private var ownNumbers: OwnNumbers?
  private var nextCount = 0
  private var jobCount = 0
  private var summary: Batch.Summary
  private let control: BatchControl
  private let report: @Sendable (BatchRecord) throws -> Void

  /// Opens the ledger of a folder.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with `manifest-damaged`.
  init(
    _ batch: Batch, _ source: RowSource, folder: String, workshop: sending BatchWorkshop,
    summary: Batch.Summary, control: BatchControl,
    report: @escaping @Sendable (BatchRecord) throws -> Void
  ) throws {
    self.summary = summary
    self.control = control
    self.report = report
    self.batch = batch
    self.source = source
    self.folder = folder
    self.workshop = workshop
    manifest = try BatchManifest(in: folder)
    if let numbers = batch.numbers {
      // Shards count in steps, so that no two of them give the same number.
      let shard = batch.shard
      let start = numbers.first + shard.index - 1
      nextCount = start
      let isOurs = { ($0 - start) % shard.count == 0 && $0 >= start }
      if let largest = manifest.largest(of: numbers, where: isOurs) {
        nextCount = largest + shard.count
      }
    }
  }

  /// Leaves the manifest in order, with it all written down to the disk; gives what was done.
  func finish(isInterrupted: Bool) throws -> Batch.Summary {
    if let workshop { try manifest.finish(in: workshop.path) }
    FileSystem.synchronizeFolder(folder)
    summary.isInterrupted = isInterrupted
    return summary
  }

  /// Lets others into the folder.
  func close() { workshop = nil }

  // MARK: Before

  /// What an earlier run has left of a row.
  private func previous(of row: DataRow, _ key: RowKeys.Key) throws -> BatchRecord? {
    for text in [key.text, key.ofData].compactMap(\.self) {
      if let known = try manifest.record(of: RowKeys.hash(text)) { return known }
    }
    // The row of this place may have been corrected: it keeps its number and its file.
    guard let old = try manifest.record(ofRow: row.number), try isGone(old) else { return nil }
    // Where a field tells rows apart another value is another row, and has no claim to a document.
    let isKnownByField = batch.keyPath != nil && batch.keyPath != KeyedRow.place
    return isKnownByField && !old.files.isEmpty ? nil : old
  }

  /// Whether the row of a record is no longer in the list; false when that can be read only once.
  ///
  /// - Throws: ``Diagnostics`` with `other-list` when most of the rows that have documents are gone, so
  ///   that nobody can tell whether they were corrected or others have taken their places.
  private func isGone(_ record: BatchRecord) throws -> Bool {
    guard source.isRepeatable else { return false }
    if present.isEmpty {
      let reader = try source.open()
      var keys = RowKeys()
      while let row = try reader.next() {
        let key = keys.next(KeyedRow(row, keyPath: batch.keyPath))
        present.insert(RowKeys.hash(key.text))
        if let text = key.ofData { present.insert(RowKeys.hash(text)) }
      }
      let drawn = manifest.names.holders
      let gone = drawn.count { !present.contains($0) }
      if batch.keyPath == nil, gone * 2 > drawn.count {
        throw BatchLedger.otherList(folder, gone: gone, of: drawn.count)
      }
    }
    return !present.contains(record.keyHash)
  }

  /// What is to be done for the next rows; nothing for those of another shard.
  func jobs(for rows: [KeyedRow]) throws -> [BatchJob] {
    try rows.compactMap { try job(for: $0) }
  }

  private func job(for keyed: KeyedRow) throws -> BatchJob? {
    var row = keyed.row
    let key = keys.next(keyed)
    guard batch.shard.has(row.number) else { return nil }
    let previous = try previous(of: row, key)
    if key.isTaken, let path = batch.keyPath {
      let error = BatchLedger.keyTaken(path)
      row = DataRow(number: row.number, line: row.line, source: row.source, errors: [error])
    }
    jobCount += 1
    var job = BatchJob(index: jobCount, row: row, key: key.text, previous: previous)
    if let numbers = batch.numbers, row.errors.isEmpty {
      if let own = row.data.root.value(at: numbers.path) {
        job.number = OwnNumbers.text(of: own)
        if let number = job.number, manifest.hasGiven(number), previous?.number != number {
          let error = BatchLedger.numberTaken(number, numbers.path)
          job.row = DataRow(number: row.number, line: row.line, source: row.source, errors: [error])
          // It was not given to this row: the next run would take it for its own.
          job.number = previous?.number
        }
      } else {
        job.number = try previous?.number ?? newNumber(numbers)
      }
      if let number = job.number { manifest.reserve(number) }
    } else {
      job.number = previous?.number
    }
    return job
  }

  private func newNumber(_ numbers: RunningNumber) throws -> String {
    let own = try ownNumbers ?? OwnNumbers(of: numbers, in: source)
    ownNumbers = own
    while true {
      let text = numbers.text(nextCount)
      nextCount += batch.shard.count
      if !manifest.hasGiven(text), !own.contains(text) { return text }
    }
  }

  // MARK: After

  /// Records what has become of the next rows and puts their files in place.
  func commit(_ outcomes: [BatchOutcome]) throws {
    let entries = try outcomes.map { try enter($0) }
    try manifest.write()
    for entry in entries {
      for file in entry.files {
        try FileSystem.place(file.staged, at: file.path, overwrite: file.replaces)
      }
      control.finishRow(failed: entry.record.status == .failed)
      try report(entry.record)
    }
  }

  /// Gives a row its line and its files their names.
  private func enter(_ outcome: BatchOutcome) throws -> Entry {
    var record = BatchRecord(
      row: outcome.row, line: outcome.line, source: outcome.source, key: outcome.key,
      status: .failed, number: outcome.number, files: outcome.previous?.files ?? [], inputs: "",
      diagnostics: outcome.diagnostics)
    switch outcome.result {
    case .unchanged(let isEdited):
      summary.unchanged += 1
      if isEdited { summary.edited += 1 }
      record.inputs = outcome.inputs
      record.status = .drawn
      record.writtenDiagnostics = outcome.previous?.writtenDiagnostics
      let isAsBefore = outcome.previous.map {
        $0.row == record.row && $0.line == record.line && $0.key == record.key
          && $0.source == record.source
      }
      if isAsBefore != true { append(record, outcome) }
      record.status = .unchanged
    case .failed:
      append(record, outcome)
      fail(record)
    case .drawn(let name, let staged): return try enter(staged, named: name, outcome, record)
    }
    return Entry(record: record)
  }

  private func append(_ record: BatchRecord, _ outcome: BatchOutcome) {
    manifest.append(record, replacing: outcome.previous, in: batch.language)
  }

  private func fail(_ record: BatchRecord) {
    summary.failed += 1
    remember(record)
  }

  private func remember(_ record: BatchRecord) {
    if summary.failures.count < 100 { summary.failures.append(record) }
    summary.reasons.add(record)
  }

  private func enter(
    _ staged: [BatchOutcome.Staged], named wanted: String, _ outcome: BatchOutcome,
    _ failed: BatchRecord
  ) throws -> Entry {
    var record = failed
    let key = RowKeys.hash(outcome.key)
    let old = outcome.previous?.files ?? []
    if let previous = outcome.previous {
      // The row's own names are free for it, also under another key.
      for file in old { manifest.names.release(file.name, of: previous.keyHash) }
    }
    let given = old.first.map { FileRun.base(of: $0.name) }
    let endings = staged.map(\.ending)
    let name =
      given.flatMap { FileNames.fits($0, wanted) ? $0 : nil }
      ?? manifest.names.name(wanted, endings: endings, for: key)
    let files = staged.map {
      BatchRecord.File(name: "\(name).\($0.ending)", sha256: $0.sha256, bytes: $0.bytes)
    }
    let states = files.map { FileState(of: $0, in: folder) }
    if let refusal = refusal(files, states, over: old) {
      for file in staged { FileSystem.remove(file.path) }
      record.diagnostics = [refusal]
      append(record, outcome)
      fail(record)
      return Entry(record: record)
    }
    for file in old where !files.contains(where: { $0.name == file.name }) {
      // A document under a name that no longer fits would be taken for the right one.
      if case .same = FileState(of: file, in: folder) {
        FileSystem.remove(Paths.join(folder, file.name))
      }
    }
    record.status = .drawn
    record.inputs = outcome.inputs
    record.files = files
    append(record, outcome)
    summary.drawn += 1
    if record.diagnostics.contains(where: { $0.severity == .error }) {
      summary.withGaps += 1
      remember(record)
    } else if !record.diagnostics.isEmpty {
      summary.warned += 1
    }
    // What stands there is the row's own file, an equal one, or one to be replaced.
    return Entry(
      record: record,
      files: files.indices.map {
        (staged[$0].path, Paths.join(folder, files[$0].name), states[$0] != .missing)
      })
  }

  /// Why files may not be written where they belong; nil when they may.
  private func refusal(
    _ files: [BatchRecord.File], _ states: [FileState], over old: [BatchRecord.File]
  ) -> Diagnostic? {
    if batch.force { return nil }
    for (file, state) in zip(files, states) where state == .edited {
      guard let known = old.first(where: { $0.name == file.name }) else {
        return BatchLedger.foreign(file.name)
      }
      if FileState(of: known, in: folder) == .edited { return BatchLedger.edited(file.name) }
    }
    return nil
  }
}

/// The files of one row.
enum FileRun {
  /// A file's name without its ending.
  static func base(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
