internal import DraftData
internal import DraftLanguage

/// One run of a batch: tasks that read and draw rows, and what must be done one row after the other.
///
/// A row is cut off the list, read, given its key and number, drawn, and put in place. Reading and
/// drawing is done by all tasks at once. What is read and drawn early waits here for the rows before
/// it; the next in turn is taken to the ledger by one task, while the others go on.
actor BatchRun {
  /// Work that any task may do.
  private enum Work: Sendable {
    case read(chunk: Int, [UnreadRow])
    case draw(chunk: Int, [BatchJob])
    case enter([KeyedRow], [BatchOutcome])
  }

  /// What has become of it.
  private enum Done: Sendable {
    case read(chunk: Int, [KeyedRow])
    case drawn(chunk: Int, [BatchOutcome])
    case entered(jobs: [BatchJob], closed: Int)
  }

  private let batch: Batch
  private let source: RowSource
  private let control: BatchControl
  private let drawing: BatchDrawing
  private let reader: RowReader
  private let rowCount: Int?
  /// How many rows one task takes at once: enough to share a wait for the disk, or a start of LibreOffice.
  private let chunkSize: Int
  private let ledger: BatchLedger

  /// The row that was cut off to see whether the list can be read.
  private var first: UnreadRow?
  private var isAtEnd = false
  private var hasFailed = false
  /// Whether the run was stopped before its list ended.
  private var isInterrupted = false
  /// How many rows were cut off and are not in place.
  private var openCount = 0
  /// How many tasks are at work.
  private var workCount = 0
  /// Whether one of them is at the ledger.
  private var isEntering = false
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
    // The names of the documents are names of clients.
    try FileSystem.makeFolder(folder, isPrivate: true)
    guard let workshop = try BatchWorkshop(in: folder) else { throw Batch.running(folder) }
    self.batch = batch
    self.source = source
    self.control = control
    drawing = BatchDrawing(
      batch: batch, digest: batch.digest, folder: folder, workshop: workshop.path)
    var summary = Batch.Summary()
    summary.notices = reader.notices
    summary.headers = reader.headers
    summary.columnFields = reader.fields
    ledger = try BatchLedger(
      batch, source, folder: folder, workshop: workshop, summary: summary, control: control,
      report: report)
    self.reader = reader
    rowCount = reader.count
    chunkSize = batch.templates.contains { $0.formats.contains(.pdf) } ? 32 : 16
    self.first = first
  }

  /// Draws all rows; gives what was done.
  nonisolated func run() async throws -> Batch.Summary {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<max(1, batch.jobs) { group.addTask { try await self.work() } }
        if control.isWatched { group.addTask { await self.count() } }
        try await group.waitForAll()
      }
      let summary = try await ledger.finish(isInterrupted: await isInterrupted)
      await ledger.close()
      return summary
    } catch {
      await ledger.close()
      throw error
    }
  }

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
        case .enter(let rows, let outcomes):
          let jobs = try await ledger.jobs(for: rows)
          try await ledger.commit(outcomes)
          done = .entered(jobs: jobs, closed: rows.count - jobs.count + outcomes.count)
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
      take(done)
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
    if let work = entry() { return work }
    if jobs.count < chunkSize, !isAtEnd, openCount + chunkSize <= most {
      var rows: [UnreadRow] = []
      while rows.count < chunkSize, !control.isStopped, let row = try first ?? reader.cut() {
        first = nil
        rows.append(row)
      }
      isAtEnd = rows.count < chunkSize
      if control.isStopped { isInterrupted = true }
      if !rows.isEmpty {
        openCount += rows.count
        defer { cutCount += 1 }
        return .read(chunk: cutCount, rows)
      }
    }
    let isLast = isAtEnd && readCount == cutCount && !isEntering
    guard jobs.count >= chunkSize || (isLast && !jobs.isEmpty) else { return nil }
    defer {
      jobs.removeFirst(min(chunkSize, jobs.count))
      drawCount += 1
    }
    return .draw(chunk: drawCount, Array(jobs.prefix(chunkSize)))
  }

  /// What is next for the ledger; nil when a task is there, or when rows before it are missing.
  private func entry() -> Work? {
    if isEntering { return nil }
    var rows: [KeyedRow] = []
    var outcomes: [BatchOutcome] = []
    while let chunk = read.removeValue(forKey: readCount) {
      rows += chunk
      readCount += 1
    }
    while let chunk = drawn.removeValue(forKey: placedCount) {
      outcomes += chunk
      placedCount += 1
    }
    if rows.isEmpty, outcomes.isEmpty { return nil }
    isEntering = true
    return .enter(rows, outcomes)
  }

  private func take(_ done: Done) {
    switch done {
    case .read(let chunk, let rows): read[chunk] = rows
    case .drawn(let chunk, let outcomes): drawn[chunk] = outcomes
    case .entered(let new, let closed):
      jobs += new
      openCount -= closed
      isEntering = false
    }
  }
}
