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
  }

  /// Runs the batch to its end; the main thread shows how far it is and listens for requests to stop.
  func run() throws {
    var interruption = Interruption()
    var bar = ProgressBar(language: console.language, isWanted: !work.quiet)
    let control = BatchControl(countsRows: bar.isShown)
    let outcome = Outcome()
    let (batch, source, folder) = (plan.batch, plan.source, work.output)
    let language = work.results == nil ? nil : console.language
    Task.detached {
      let result: Result<Batch.Summary, any Error>
      do {
        result = .success(
          try await batch.run(source, into: folder, control: control) { record in
            guard let language else { return }
            try FileSystem.writeToStandardOutput(Array((record.json(in: language) + "\n").utf8))
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
    try close(summary, &interruption)
  }

  private func close(_ summary: Batch.Summary, _ interruption: inout Interruption) throws {
    if summary.rows == 0, !summary.isInterrupted, plan.batch.shard == .all {
      throw Diagnostics([
        Diagnostic(
          code: "no-rows",
          Message(
            en: "«\(work.rows)» has no rows", ru: "в «\(work.rows)» нет строк",
            kk: "«\(work.rows)» ішінде жол жоқ"))
      ])
    }
    let strangers = plan.wanted.strangers(in: summary)
    print(summary.failures, for: summary.reasons, summary, strangers)
    if !work.quiet { print(summary.doubtful, for: summary.warnings, summary, strangers) }
    if !work.quiet, summary.drawn > 0,
      let warning = plan.wanted.warning(of: strangers, in: summary)
    {
      console.print([warning])
    }
    if !work.quiet { console.say(sentence(summary)) }
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

  /// Why rows failed or have warnings; for programs the reasons of each row, for people the rows of each
  /// reason.
  private func print(
    _ rows: [BatchRecord], for reasons: BatchReasons, _ summary: Batch.Summary,
    _ strangers: [WantedFields.Column]
  ) {
    guard !reasons.items.isEmpty else { return }
    if console.format == .json {
      for record in rows {
        let place = Place(file: work.rows, line: record.line ?? record.row, column: 1)
        let note = Diagnostic.Note(
          Message(en: "for this row", ru: "для этой строки", kk: "осы жол үшін"), at: place)
        console.print(
          record.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.notes.append(note)
            return diagnostic
          })
      }
      return
    }
    let printer = ReasonPrinter(
      list: work.rows, language: console.language, strangers: strangers)
    var shown = summary
    shown.reasons = reasons
    let lines = printer.lines(shown)
    FileSystem.writeToStandardError(lines.map { $0 + "\n" }.joined())
  }
}
