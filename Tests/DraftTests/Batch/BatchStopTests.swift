@testable import Draft
import Synchronization
import TestSupport
import Testing

/// A batch that is asked to stop while it reads its list ahead stops there.
@Suite struct BatchStopTests {
  /// The quote that is never closed stands where only reading ahead comes to.
  private static let end = "\"Пак"

  private static func rows(_ count: Int) -> [String] {
    ["name"] + (1...count).map { "Ли \($0)" }
  }

  /// A list whose header is read again when it is read ahead, upon which the batch is asked to stop.
  private static func source(_ path: String, stopping control: BatchControl) -> RowSource {
    let openings = Counter()
    return RowSource(
      path,
      options: RowOptions { _ in
        if openings.next() == 2 { control.stop() }
        return nil
      })
  }

  /// Rows that are changed are looked for in all of the list.
  @Test func theSearchForCorrectedRowsHearsIt() async throws {
    let bench = try BatchBench("{{ name }}")
    defer { bench.folder.remove() }
    let batch = try bench.batch()
    try await bench.run(Self.rows(5), batch)
    let before = bench.contents
    try bench.write(
      (["name", "Ким"] + Self.rows(5000).dropFirst(2) + [Self.end]).joined(separator: "\n"),
      "rows.csv")
    let control = BatchControl()
    let summary = try await batch.run(
      Self.source(bench.folder.path("rows.csv"), stopping: control), into: bench.out,
      control: control)
    #expect(summary.isInterrupted && summary.notices.isEmpty)
    #expect(summary.rows == 0 && bench.contents == before)
    // The same command goes on from there.
    let (all, _) = try await bench.run(["name", "Ким"] + Self.rows(5).dropFirst(2), batch)
    #expect(!all.isInterrupted && all.drawn == 1 && all.unchanged == 4)
  }

  /// Rows that bring a number have to be known before one is given to another.
  @Test func theSearchForOwnNumbersHearsIt() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    let list = ["name,number"] + (1...5000).map { "Ли \($0)," }
    try bench.write(list.joined(separator: "\n"), "rows.csv")
    let control = BatchControl()
    let summary = try await bench.batch().run(
      Self.source(bench.folder.path("rows.csv"), stopping: control), into: bench.out,
      control: control)
    #expect(summary.isInterrupted && summary.rows == 0)
    let (all, _) = try await bench.run(Array(list.prefix(4)))
    #expect(all.drawn == 3)
    #expect(try bench.lines() == ["1 drawn 1", "2 drawn 2", "3 drawn 3"])
  }

  @Test func eachOfThemEndsAtOnce() throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    try bench.write("name,number\nЛи,1\n", "rows.csv")
    let source = RowSource(bench.folder.path("rows.csv"))
    let control = BatchControl()
    control.stop()
    let series = try #require(RunningNumber(from: "1", path: "number"))
    let folder = bench.folder.path("")
    #expect(throws: CancellationError.self) {
      try OwnNumbers(of: series, in: source, keptIn: folder, control: control)
    }
    #expect(throws: CancellationError.self) {
      try RepeatedKeys("name", in: source, keptIn: folder, control: control)
    }
  }
}

/// Counts calls from any thread.
private final class Counter: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
