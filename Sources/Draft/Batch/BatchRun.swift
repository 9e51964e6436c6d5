internal import DraftData
internal import DraftLanguage

/// One run of a batch: tasks that read and draw rows, and what they must do one after the other.
///
/// A row is cut off the list, read, given its key and number, drawn, and put in place. Reading and
/// drawing is done by all tasks at once; the rest, in the order of the rows, by this actor. Rows that
/// are read or drawn early wait here for those before them.
actor BatchRun {
  /// Work that any task may do.
  private enum Work: Sendable {
    case read(chunk: Int, [UnreadRow])
    case draw(chunk: Int, [BatchJob])
  }

  /// What has become of it.
  private enum Done: Sendable {
    case read(chunk: Int, [KeyedRow])
    case drawn(chunk: Int, [BatchOutcome])
  }

  private let batch: Batch
  private let source: RowSource
  private let control: BatchControl
  private let report: @Sendable (BatchRecord) throws -> Void
  private let drawing: BatchDrawing
  private let reader: RowReader
  private let rowCount: Int?
  /// How many rows one task takes at once: enough to share a compressor, or a start of LibreOffice.
  private let chunkSize: Int
  private let ledger: BatchLedger

  /// The row that was cut off to see whether the list can be read.
  private var first: UnreadRow?
  private var isAtEnd = false
  private var hasFailed = false
  /// How many rows were cut off and are not in place.
  private var openCount = 0
  /// How many tasks are at work.
  private var workCount = 0
  /// Tasks for which there was no work.
  private var idle: [CheckedContinuation<Void, Never>] = []

  // Chunks, counted as they are given out and as their turn has come.
  private var cutCount = 0
  private var readCount = 0
  private var read: [Int: [KeyedRow]] = [:]
  private var drawCount = 0
  private var placedCount = 0
  private var drawn: [Int: [BatchOutcome]] = [:]
  /// Rows that are ready to be drawn.
  private var jobs: [BatchJob] = []

  /// Opens the list, the folder and its manifest.
  ///
  /// - Throws: what ``Batch/run(_:into:control:report:)`` throws; a list that cannot be read leaves no
  ///   trace.
  init(
    _ batch: Batch, _ source: RowSource, into folder: String, control: BatchControl,
    report: @escaping @Sendable (BatchRecord) throws -> Void
  ) throws {
    let reader = try source.open()
    let first = try reader.cut()
    if let path = batch.keyPath, path != KeyedRow.place, let fields = reader.fields,
      !fields.contains(where: { $0 == path || $0.hasPrefix(path + ".") })
    {
      throw BatchLedger.noKey(path, among: reader.headers ?? [])
    }
    try FileSystem.makeFolder(folder)
    guard let workshop = try BatchWorkshop(in: folder) else { throw Batch.running(folder) }
    let ledger = try BatchLedger(batch, source, folder: folder, workshop: workshop)
    ledger.summary.notices = reader.notices
    ledger.summary.headers = reader.headers
    ledger.summary.columnFields = reader.fields
    self.batch = batch
    self.source = source
    self.control = control
    self.report = report
    drawing = BatchDrawing(
      batch: batch, digest: batch.digest, folder: folder, workshop: workshop.path)
    self.reader = reader
    rowCount = reader.count
    chunkSize = batch.templates.contains { $0.formats.contains(.pdf) } ? 32 : 8
    self.first = first
    self.ledger = ledger
  }

  /// Draws all rows; gives what was done.
  nonisolated func run() async throws -> Batch.Summary {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<max(1, batch.jobs) { group.addTask { try await self.work() } }
        if control.isWatched { group.addTask { await self.count() } }
        try await group.waitForAll()
      }
    } catch {
      await close()
      throw error
    }
    return try await finish()
  }

  private func finish() throws -> Batch.Summary {
    defer { close() }
    try ledger.finish()
    return ledger.summary
  }

  private func close() { ledger.close() }

  // MARK: Tasks

  /// Does work as long as there is some.
  @concurrent private nonisolated func work() async throws {
    do {
      let writer = drawing.writer()
      var done: Done?
      while let work = try await next(after: done) {
        switch work {
        case .read(let chunk, let rows):
          done = .read(chunk: chunk, rows.map { KeyedRow($0.read(), keyPath: batch.keyPath) })
        case .draw(let chunk, let jobs):
          done = .drawn(chunk: chunk, try drawing.draw(jobs, by: writer))
        }
      }
    } catch {
      await fail()
      throw error
    }
  }

  /// Tells how many rows there are, by reading the list once more where only that tells.
  @concurrent private nonisolated func count() async {
    if let count = rowCount { return control.setTotal(batch.shard.share(of: count)) }
    guard source.isRepeatable, let again = try? source.open() else { return }
    var count = 0
    while !control.isStopped, !Task.isCancelled {
      // What cannot be read is told by the tasks that draw.
      guard let row = try? again.cut() else {
        return control.setTotal(batch.shard.share(of: count))
      }
      count = row.number
    }
  }

  // MARK: Work

  /// Takes what a task has done, and gives it more; nil at the end.
  private func next(after done: Done?) async throws -> Work? {
    if let done {
      workCount -= 1
      try take(done)
      wake()
    }
    while !hasFailed {
      if let work = try work(most: max(1, batch.jobs) * 4 * chunkSize) {
        workCount += 1
        return work
      }
      if workCount == 0 { break }
      await withCheckedContinuation { idle.append($0) }
    }
    wake()
    return nil
  }

  private func wake() {
    for task in idle { task.resume() }
    idle.removeAll(keepingCapacity: true)
  }

  private func fail() {
    hasFailed = true
    wake()
  }

  /// Something to do now; nil when all that is left waits for what is being done.
  ///
  /// - Parameter most: how many rows may be between the list and their place.
  private func work(most: Int) throws -> Work? {
    if jobs.count < chunkSize, !isAtEnd, openCount + chunkSize <= most {
      var rows: [UnreadRow] = []
      while rows.count < chunkSize, !control.isStopped, let row = try first ?? reader.cut() {
        first = nil
        rows.append(row)
      }
      isAtEnd = rows.count < chunkSize
      if control.isStopped { ledger.summary.isInterrupted = true }
      if !rows.isEmpty {
        openCount += rows.count
        defer { cutCount += 1 }
        return .read(chunk: cutCount, rows)
      }
    }
    let isLast = isAtEnd && readCount == cutCount
    guard jobs.count >= chunkSize || (isLast && !jobs.isEmpty) else { return nil }
    defer {
      jobs.removeFirst(min(chunkSize, jobs.count))
      drawCount += 1
    }
    return .draw(chunk: drawCount, Array(jobs.prefix(chunkSize)))
  }

  private func take(_ done: Done) throws {
    switch done {
    case .read(let chunk, let rows):
      read[chunk] = rows
      while let rows = read.removeValue(forKey: readCount) {
        for row in rows {
          if let job = try ledger.job(for: row) { jobs.append(job) } else { openCount -= 1 }
        }
        readCount += 1
      }
    case .drawn(let chunk, let outcomes):
      drawn[chunk] = outcomes
      while let outcomes = drawn.removeValue(forKey: placedCount) {
        for outcome in outcomes {
          let record = try ledger.commit(outcome)
          control.finishRow(failed: record.status == .failed)
          try report(record)
          openCount -= 1
        }
        placedCount += 1
      }
    }
  }
}
