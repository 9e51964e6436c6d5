internal import DraftData
internal import DraftLanguage

/// One run of a batch: tasks that read and draw rows, and what must be done one row after the other.
///
/// A row is cut off the list, read, given its key and number, drawn, and put in place. Reading and
/// drawing is done by all tasks at once. What is read and drawn early waits here for the rows before
/// it; the next in turn is taken to the ledger by one task, while the others go on. Where a list comes
/// in by and by, one task waits for more of it, and rows that are there wait for nothing.
actor BatchRun {
  /// Work that any task may do.
  private enum Work: Sendable {
    case read(chunk: Int, [UnreadRow])
    case draw([BatchJob])
    case assign([KeyedRow])
    case commit(BatchGroup)
    case wait(Duration)
  }

  /// What has become of it.
  private enum Done: Sendable {
    case read(chunk: Int, [KeyedRow])
    /// Rows, with the index of the first.
    case drawn(index: Int, BatchGroup)
    case entered(jobs: [BatchJob], closed: Int)
    /// There may be more of the list now.
    case waited
    /// The rows were left undrawn, because this process is asked to end.
    case left
    /// Rows were left without keys and numbers, likewise, before the list was read ahead for them.
    case leftUnassigned
  }

  private let batch: Batch
  private let source: RowSource
  private let control: BatchControl
  private let drawing: BatchDrawing
  private let feed: RowFeed
  private let rowCount: Int?
  private let hasPDF: Bool
  /// How many rows one task reads or draws at once: enough to share a wait for the disk, or a start of
  /// LibreOffice.
  private let groupSize: Int
  /// How many of the last rows one task takes, so that none of them is left without; nil before their turn.
  private var lastShare: Int?
  private let ledger: BatchLedger

  /// Whether no more rows are cut off.
  private var isAtEnd = false
  private var hasFailed = false
  /// Whether the run was stopped before its list ended.
  private var isInterrupted = false
  /// Whether it was stopped before some rows had keys and numbers: those behind them get none either.
  private var leavesUnassigned = false
  /// How many rows were cut off and are not in place.
  private var openCount = 0
  /// How many tasks are at work.
  private var workCount = 0
  /// Whether one of them is at the ledger.
  private var isEntering = false
  /// Whether it gives rows their keys and numbers there.
  private var isAssigning = false
  /// Whether one of them waits for more of the list.
  private var isWaiting = false
  /// Tasks for which there was no work.
  private var idle: [CheckedContinuation<Void, Never>] = []

  // Chunks, counted as they are given out and as their turn has come.
  private var cutCount = 0
  private var readCount = 0
  private var read: [Int: [KeyedRow]] = [:]
  /// How many rows are in place or on their way from the ledger there, and groups behind them by the index of
  /// their first.
  private var placedCount = 0
  private var drawn: [Int: BatchGroup] = [:]
  /// The highest index of a row that was given to a task to draw.
  private var lastBegun = 0
  /// Rows that are ready to be drawn, in whole groups but for the end.
  private var jobs: [BatchJob] = []

  /// Opens the folder and its manifest.
  ///
  /// - Throws: what ``Batch/run(_:into:control:report:)`` throws; a list that cannot be read leaves no
  ///   trace.
  init(
    _ batch: Batch, _ source: RowSource, _ feed: sending RowFeed, into folder: String,
    control: BatchControl, report: @escaping @Sendable (BatchRecord) throws -> Void
  ) throws {
    if feed.isAtEnd { throw source.noRows }
    let reader = feed.reader
    if let path = batch.keyPath, path != KeyedRow.place, let fields = reader.fields,
      !fields.contains(where: { $0 == path || $0.hasPrefix(path + ".") })
    {
      throw BatchLedger.noKey(path, among: reader.headers ?? [])
    }
    let workshop = try BatchWorkshop(in: folder)
    self.batch = batch
    self.source = source
    self.control = control
    let disk = StagingDisk()
    drawing = BatchDrawing(
      batch: batch, digest: batch.digest, texts: batch.kinds.texts(), folder: folder,
      workshop: workshop.path, disk: disk)
    var summary = Batch.Summary()
    summary.notices = reader.notices
    summary.headers = reader.headers
    summary.columnFields = reader.fields
    ledger = try BatchLedger(
      batch, source, folder: folder, on: disk, workshop: workshop, summary: summary,
      control: control, report: report)
    self.feed = feed
    rowCount = reader.count
    hasPDF = batch.templates.contains { $0.formats.contains(.pdf) }
    groupSize = hasPDF ? 32 : 64
  }

  /// Draws all rows; gives what was done.
  nonisolated func run() async throws -> Batch.Summary {
    // Where there are no threads, the tasks are Swift's to place.
    let threads = (0..<batch.taskCount).map { _ in WorkThread() }
    defer { for thread in threads { thread?.end() } }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, thread) in threads.enumerated() {
          group.addTask(executorPreference: thread) { try await self.work(number) }
        }
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
  ///
  /// - Parameter number: tells the task from others.
  @concurrent private nonisolated func work(_ number: Int) async throws {
    do {
      let desk = try drawing.desk(number)
      var done: Done?
      while let work = try await next(after: done, for: number) {
        switch work {
        case .read(let chunk, let rows):
          done = .read(
            chunk: chunk,
            rows.map { KeyedRow($0.read(), keyPath: batch.keyPath, reader: number) })
        case .draw(let jobs):
          do {
            done = .drawn(index: jobs[0].index, try drawing.draw(jobs, at: desk))
          } catch is CancellationError {
            control.stop()
            done = .left
          }
        case .assign(let rows):
          do {
            let jobs = try await ledger.jobs(for: rows)
            done = .entered(jobs: jobs, closed: rows.count - jobs.count)
          } catch is CancellationError {
            done = .leftUnassigned
          }
        case .commit(let group):
          try await ledger.commit(group)
          done = .entered(jobs: [], closed: group.outcomes.count)
        case .wait(let time):
          try await Task.sleep(for: time)
          done = .waited
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
  private func next(after done: Done?, for task: Int) async throws -> Work? {
    if let done {
      workCount -= 1
      take(done)
      // Whoever has waited for the list sees for itself what there is.
      if case .waited = done {} else { wake() }
    }
    while !hasFailed {
      if let work = try work(for: task, most: batch.taskCount * 3 * groupSize) {
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
  /// - Parameters:
  ///   - task: for whom.
  ///   - most: how many rows may be between the list and their place.
  private func work(for task: Int, most: Int) throws -> Work? {
    if let work = entry() { return work }
    if control.isStopped, !isAtEnd || !jobs.isEmpty {
      // What nobody has begun is left to the next run, but for rows before others that somebody has begun:
      // without them, those could not be put in place.
      isInterrupted = true
      isAtEnd = true
      jobs.removeAll { $0.index > lastBegun }
    }
    var isPending = isWaiting
    // While a task waits for the disk at the ledger, no rows get keys and numbers: the others draw what is ready.
    if jobs.count < 2 * groupSize, !isAtEnd, !isWaiting, openCount + groupSize <= most {
      let rows = try feed.cut(most: groupSize)
      isAtEnd = feed.isAtEnd
      if !rows.isEmpty {
        openCount += rows.count
        defer { cutCount += 1 }
        return .read(chunk: cutCount, rows)
      }
      isPending = feed.isPending
    }
    let isLast = (isAtEnd || isPending) && readCount == cutCount && !isAssigning
    if isLast, isAtEnd { lastShare = share() }
    if jobs.count >= groupSize || (isLast && !jobs.isEmpty) { return .draw(group(for: task)) }
    guard isPending, !isWaiting else { return nil }
    isWaiting = true
    return .wait(feed.wait())
  }

  /// How many of the last rows a task takes at once; nil as long as it takes whole groups.
  private func share() -> Int? {
    let count = batch.taskCount
    if hasPDF {
      // A start of LibreOffice takes as long as many rows: one for each task.
      return lastShare ?? (jobs.count > groupSize * count ? nil : (jobs.count + count - 1) / count)
    }
    if count == 1 || jobs.count > 2 * groupSize * count { return nil }
    // Fewer and fewer: while the last of all are put in place, nobody has anything else to do.
    return max(16, (jobs.count + 2 * count - 1) / (2 * count))
  }

  /// The next rows for a task to draw: those that it has read itself, if there are any, for they are in the
  /// memory of its processor.
  private func group(for task: Int) -> [BatchJob] {
    var group = 0..<min(lastShare ?? groupSize, jobs.count)
    if lastShare == nil {
      let starts = stride(from: 0, through: jobs.count - groupSize, by: groupSize)
      if let own = starts.first(where: { jobs[$0].reader == task }) {
        group = own..<own + groupSize
      }
    }
    // Where a group between others was taken, another begins.
    let first = jobs[group.lowerBound].index
    let rows = Array(
      jobs[group].enumerated().prefix { $0.element.index == first + $0.offset }.map(\.element))
    jobs.removeSubrange(group.lowerBound..<group.lowerBound + rows.count)
    lastBegun = max(lastBegun, first + rows.count - 1)
    return rows
  }

  /// What is next for the ledger; nil when a task is there, or when rows before it are missing. Rows come
  /// first: the other tasks have work by them.
  private func entry() -> Work? {
    if isEntering { return nil }
    var rows: [KeyedRow] = []
    while !leavesUnassigned, let chunk = read.removeValue(forKey: readCount) {
      rows += chunk
      readCount += 1
    }
    if !rows.isEmpty {
      (isEntering, isAssigning) = (true, true)
      return .assign(rows)
    }
    var group = BatchGroup()
    while let next = drawn.removeValue(forKey: placedCount + 1) {
      group.outcomes += next.outcomes
      group.files += next.files
      placedCount += next.outcomes.count
    }
    if group.outcomes.isEmpty { return nil }
    isEntering = true
    return .commit(group)
  }

  private func take(_ done: Done) {
    switch done {
    case .read(let chunk, let rows): read[chunk] = rows
    case .drawn(let index, let group): drawn[index] = group
    case .entered(let new, let closed):
      jobs += new
      openCount -= closed
      (isEntering, isAssigning) = (false, false)
    case .waited: isWaiting = false
    // Chunks behind these rows are not entered: the next run goes on where they begin.
    case .left: isInterrupted = true
    case .leftUnassigned:
      isInterrupted = true
      leavesUnassigned = true
      (isEntering, isAssigning) = (false, false)
    }
  }
}
