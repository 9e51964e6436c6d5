internal import DraftData
internal import DraftLanguage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One run of a batch: reads rows in their order, has them drawn in parallel, and puts the documents in
/// place in the order of the rows.
///
/// What may be lost when the process is killed is only what nobody has seen: a row's line is in the
/// manifest before its files have their names, so that every file is known and a missing one is drawn
/// again.
final class BatchRun {
  private let batch: Batch
  private let source: RowSource
  private let folder: String
  private let workshop: BatchWorkshop
  private let control: BatchControl
  private let manifest: BatchManifest
  private let drawing: BatchDrawing
  private var summary = Batch.Summary()
  private var keys: RowKeys
  /// The keys of all rows of this run; nil when they are not known beforehand.
  private var present: Set<UInt64>?
  private var nextCount = 0
  private var jobCount = 0

  init(
    _ batch: Batch, _ source: RowSource, folder: String, workshop: BatchWorkshop,
    control: BatchControl
  ) throws {
    self.batch = batch
    self.source = source
    self.folder = folder
    self.workshop = workshop
    self.control = control
    manifest = try BatchManifest(in: folder)
    drawing = BatchDrawing(
      batch: batch, digest: batch.digest, folder: folder, workshop: workshop.path)
    keys = RowKeys(path: batch.keyPath)
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

  /// How many rows one task draws: enough to share a compressor, or a start of LibreOffice.
  private var chunkSize: Int {
    batch.templates.contains { $0.formats.contains(.pdf) } ? 32 : 8
  }

  /// Draws the rows that a reader gives.
  ///
  /// - Parameters:
  ///   - reader: the rows.
  ///   - first: the one that was read already; nil when there is none.
  ///   - report: gets the record of each row.
  func run(
    _ reader: RowReader, from first: DataRow?, _ report: @Sendable (BatchRecord) throws -> Void
  ) async throws -> Batch.Summary {
    if source.isRepeatable { try lookAhead() }
    summary.notices = reader.notices
    var first = first
    let (drawing, size, jobs) = (drawing, chunkSize, batch.jobs)
    try await withThrowingTaskGroup(of: (Int, [BatchOutcome]).self) { group in
      var started = 0
      var committed = 0
      var running = 0
      var waiting: [Int: [BatchOutcome]] = [:]
      var isAtEnd = false
      while true {
        // Rows wait in the list until those before them are in place.
        while !isAtEnd, running < jobs, started - committed < jobs * 4 {
          var chunk: [BatchJob] = []
          while chunk.count < size, !control.isStopped, let row = try first ?? reader.next() {
            first = nil
            if let job = try job(for: row) { chunk.append(job) }
          }
          isAtEnd = chunk.count < size
          if control.isStopped { summary.isInterrupted = true }
          if chunk.isEmpty { break }
          let number = started
          group.addTask { [chunk] in (number, try drawing.draw(chunk)) }
          started += 1
          running += 1
        }
        guard let (number, outcomes) = try await group.next() else { break }
        running -= 1
        waiting[number] = outcomes
        while let next = waiting.removeValue(forKey: committed) {
          for outcome in next {
            try report(try commit(outcome))
          }
          committed += 1
        }
      }
    }
    try manifest.finish(in: workshop.path)
    return summary
  }

  // MARK: Before

  /// Reads the rows once to know how many there are, and which rows of an earlier run are gone.
  private func lookAhead() throws {
    let reader = try source.open()
    var keys = RowKeys(path: batch.keyPath)
    var present: Set<UInt64> = []
    var count = 0
    while !control.isStopped, let row = try reader.next() {
      if batch.shard.has(row.number) { count += 1 }
      if !manifest.isEmpty { present.insert(RowKeys.hash(keys.next(row))) }
    }
    control.setTotal(count)
    if !manifest.isEmpty { self.present = present }
  }

  /// What is to be done for a row; nil for one of another shard.
  private func job(for row: DataRow) throws -> BatchJob? {
    let key = keys.next(row)
    guard batch.shard.has(row.number) else { return nil }
    var previous = try manifest.record(of: RowKeys.hash(key))
    if previous == nil, let old = try manifest.record(ofRow: row.number), isGone(old) {
      // The row of this place was corrected: it keeps its number and its file.
      previous = old
    }
    jobCount += 1
    var job = BatchJob(index: jobCount, row: row, key: key, previous: previous)
    if let numbers = batch.numbers, row.errors.isEmpty {
      if let own = row.data.root.value(at: numbers.path) {
        job.number = text(of: own)
        if let number = job.number, manifest.hasGiven(number), previous?.number != number {
          job.row = DataRow(
            number: row.number, line: row.line, errors: [BatchRun.numberTaken(number, numbers.path)]
          )
        }
      } else {
        job.number = previous?.number ?? newNumber(numbers)
      }
      if let number = job.number { manifest.reserve(number) }
    } else {
      job.number = previous?.number
    }
    return job
  }

  private func isGone(_ record: BatchRecord) -> Bool {
    guard let present else { return false }
    return !present.contains(record.keyHash)
  }

  private func newNumber(_ numbers: RunningNumber) -> String {
    while true {
      let text = numbers.text(nextCount)
      nextCount += batch.shard.count
      if !manifest.hasGiven(text) { return text }
    }
  }

  private func text(of value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    case .decimal(let number): number.written ?? number.value.description
    default: nil
    }
  }

  // MARK: After

  /// Records what has become of a row and puts its files in place.
  private func commit(_ outcome: BatchOutcome) throws -> BatchRecord {
    let job = outcome.job
    var record = BatchRecord(
      row: job.row.number, line: job.row.line, key: job.key, status: .failed, number: job.number,
      files: job.previous?.files ?? [], inputs: "", diagnostics: outcome.diagnostics)
    switch outcome.result {
    case .unchanged(let isEdited):
      summary.unchanged += 1
      if isEdited { summary.edited += 1 }
      record.inputs = outcome.inputs
      record.status = .drawn
      record.writtenDiagnostics = job.previous?.writtenDiagnostics
      let isAsBefore =
        job.previous.map { $0.row == record.row && $0.line == record.line && $0.key == record.key }
        ?? false
      if !isAsBefore { try append(record, job) }
      record.status = .unchanged
    case .failed:
      try append(record, job)
      fail(record)
    case .drawn(let name, let staged):
      try place(staged, named: name, outcome, &record)
    }
    control.finishRow(failed: record.status == .failed)
    return record
  }

  private func append(_ record: BatchRecord, _ job: BatchJob) throws {
    try manifest.append(record, replacing: job.previous, in: batch.language)
  }

  private func fail(_ record: BatchRecord) {
    summary.failed += 1
    remember(record)
  }

  private func remember(_ record: BatchRecord) {
    if summary.failures.count < 100 { summary.failures.append(record) }
  }

  private func place(
    _ staged: [BatchOutcome.Staged], named wanted: String, _ outcome: BatchOutcome,
    _ record: inout BatchRecord
  ) throws {
    let job = outcome.job
    let key = RowKeys.hash(job.key)
    let old = job.previous?.files ?? []
    if let previous = job.previous {
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
    if let refusal = refusal(files, over: old) {
      for file in staged { FileSystem.remove(file.path) }
      record.diagnostics = [refusal]
      try append(record, job)
      fail(record)
      return
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
    try append(record, job)
    for (file, staged) in zip(files, staged) {
      // What stands there was looked at: the row's own file, an equal one, or one to be replaced.
      let path = Paths.join(folder, file.name)
      try FileSystem.place(staged.path, at: path, overwrite: FileSystem.exists(path))
    }
    summary.drawn += 1
    if record.diagnostics.contains(where: { $0.severity == .error }) {
      summary.withGaps += 1
      remember(record)
    } else if !record.diagnostics.isEmpty {
      summary.warned += 1
    }
  }

  /// Why files may not be written where they belong; nil when they may.
  private func refusal(
    _ files: [BatchRecord.File], over old: [BatchRecord.File]
  ) -> Diagnostic? {
    if batch.force { return nil }
    for file in files {
      switch FileState(of: file, in: folder) {
      case .missing, .same: continue
      case .edited: break
      }
      guard let known = old.first(where: { $0.name == file.name }) else {
        return BatchRun.foreign(file.name)
      }
      if case .edited = FileState(of: known, in: folder) { return BatchRun.edited(file.name) }
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
