import ArgumentParser
import Draft
import Synchronization

/// One run of a batch at the terminal: progress, results, what failed, and the exit code.
struct BatchSession {
  private let work: BatchCommand.Work
  private let plan: BatchPlan
  private var console: Console { work.console }

  init(_ work: BatchCommand.Work, _ plan: BatchPlan) {
    self.work = work
    self.plan = plan
  }

  /// Where the worker leaves its result.
  private final class Outcome: Sendable {
    let result = Mutex<Result<Batch.Summary, any Error>?>(nil)
    /// Whether whoever read the lines of rows has gone away.
    let isReaderGone = Atomic(false)
  }

  /// Runs the batch to its end; the main thread shows how far it is and listens for requests to stop.
  func run() throws {
    if work.results != nil { try FileSystem.checkStandardOutput() }
    FileSystem.allowOpenFiles(16_384)
    var interruption = Interruption()
    // Programs get the reasons of each row while the batch is at work, so that they get all of them.
    let console = console
    let (isForPrograms, isQuiet) = (console.format == .json, work.quiet)
    var bar = ProgressBar(language: console.language, isWanted: !work.quiet && !isForPrograms)
    let control = BatchControl(countsRows: bar.isShown)
    let outcome = Outcome()
    let (batch, source, folder, rows) = (plan.batch, plan.source, work.output, work.rows)
    let language = work.results == nil ? nil : console.language
    Task.detached {
      let result: Result<Batch.Summary, any Error>
      do {
        result = .success(
          try await batch.run(source, into: folder, control: control) { record in
            if isForPrograms { console.print(Self.reasons(of: record, in: rows, isQuiet: isQuiet)) }
            guard let language, !outcome.isReaderGone.load(ordering: .relaxed) else { return }
            do throws(FileSystem.Failure) {
              try FileSystem.writeToStandardOutput(Array((record.json(in: language) + "\n").utf8))
            } catch {
              guard error.isReaderGone else { throw error }
              outcome.isReaderGone.store(true, ordering: .relaxed)
              control.stop()
            }
          })
      } catch {
        result = .failure(error)
      }
      outcome.result.withLock { $0 = result }
    }
    let start = ContinuousClock.now
    var result: Result<Batch.Summary, any Error>?
    while result == nil {
      if interruption.isRequested { control.stop() }
      bar.update(done: control.done, failed: control.failed, total: control.total)
      Interruption.pause(after: ContinuousClock.now - start)
      result = outcome.result.withLock { $0 }
    }
    bar.clear()
    if case .failure(let failure as FileSystem.Failure) = result, control.done > 0 {
      _ = console.fail(failure)
      console.say(Self.goesOn)
      throw ExitCode.inputOutput
    }
    let summary = try result?.get() ?? Batch.Summary()
    if !work.quiet { console.print(summary.notices) }
    if outcome.isReaderGone.load(ordering: .relaxed) {
      console.say(Self.goesOn)
      throw ExitCode.readerGone
    }
    try close(summary, &interruption)
  }

  private func close(_ summary: Batch.Summary, _ interruption: inout Interruption) throws {
    var strangers = plan.wanted.strangers(in: summary)
    if console.format != .json {
      var printer = ReasonPrinter(
        list: work.rows, language: console.language, strangers: strangers,
        numberPath: plan.numberPath)
      var lines = printer.lines(summary.reasons, summary)
      if !work.quiet { lines += printer.lines(summary.warnings, summary) }
      FileSystem.writeToStandardError(lines.map { $0 + "\n" }.joined())
      strangers.removeAll { printer.explained.contains($0.header) }
    }
    if !work.quiet, let warning = plan.wanted.warning(of: strangers, in: summary) {
      console.print([warning])
    }
    if !work.quiet, summary.rows > 0 || !summary.isInterrupted { console.say(sentence(summary)) }
    if summary.isInterrupted {
      console.say(Self.goesOn)
      interruption.end()
      // Still here: whoever started us has us ignore the signal.
      throw ExitCode.interrupted
    }
    if summary.failed + summary.withGaps > 0 {
      throw summary.drawn + summary.unchanged == 0 ? ExitCode.wrong : ExitCode.partial
    }
  }

  private static let goesOn = Message(
    en: "stopped; the same command goes on from here",
    ru: "остановлено; та же команда продолжит отсюда",
    kk: "тоқтатылды; дәл осы команда осы жерден жалғастырады")

  private func sentence(_ summary: Batch.Summary) -> Message {
    let manifest = Paths.join(work.output, "manifest.jsonl")
    var (en, ru, kk) = (
      ["drawn: \(summary.drawn)"], ["составлено: \(summary.drawn)"], ["жасалды: \(summary.drawn)"]
    )
    func add(_ count: Int, _ message: Message) {
      guard count > 0 else { return }
      en.append("\(message.en): \(count)")
      ru.append("\(message.ru): \(count)")
      kk.append("\(message.kk): \(count)")
    }
    add(summary.unchanged, Message(en: "unchanged", ru: "без изменений", kk: "өзгеріссіз"))
    add(
      summary.edited,
      Message(
        en: "of these changed by hand and left as they are",
        ru: "из них правлено вручную, не тронуто",
        kk: "оның ішінде қолмен өзгертілген, сол күйінде қалды"))
    add(summary.withGaps, Message(en: "with gaps", ru: "с пропусками", kk: "бос орындары бар"))
    add(summary.warned, Message(en: "with warnings", ru: "с предупреждениями", kk: "ескертуі бар"))
    add(summary.failed, Message(en: "failed", ru: "не составлено", kk: "жасалмады"))
    return Message(
      en: en.joined(separator: ", ") + " — \(manifest)",
      ru: ru.joined(separator: ", ") + " — \(manifest)",
      kk: kk.joined(separator: ", ") + " — \(manifest)")
  }

  /// The diagnostics of a row, each with the row that it is about.
  ///
  /// - Parameter isQuiet: whether rows with nothing but warnings are passed over.
  private static func reasons(
    of record: BatchRecord, in rows: String, isQuiet: Bool
  ) -> [Diagnostic] {
    let hasErrors = record.diagnostics.contains { $0.severity == .error }
    guard record.status == .failed || hasErrors || !isQuiet else { return [] }
    let place =
      record.source.map { Place(file: Paths.join(rows, $0), line: 1, column: 1) }
      ?? Place(file: rows, line: record.line ?? record.row, column: 1)
    let note = Diagnostic.Note(
      Message(en: "for this row", ru: "для этой строки", kk: "осы жол үшін"), at: place)
    return record.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.notes.append(note)
      return diagnostic
    }
  }
}
