import Draft
import TestSupport
import Testing

/// What the manifest keeps of rows, and what a further run says of them.
@Suite struct BatchLedgerTests {
  @Test func rowsThatAreGoneStandBehindTheOthers() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    let list = ["name,addr", "Ли,улица 1", ",улица 2", "Пак,улица 3,x", "Цой,улица 4", ",улица 5"]
    try await bench.run(list)
    let first = ["1 drawn 1", "2 failed 2", "3 failed -", "4 drawn 3", "5 failed 4"]
    #expect(try bench.lines() == first)
    // A row that is repaired leaves no line of its failure, one that moves keeps its number.
    let (summary, _) = try await bench.run([
      "name,addr", ",улица 5", "Ли,улица 1", "Пак,улица 3", "Цой,улица 4",
    ])
    #expect(summary.drawn == 1 && summary.unchanged == 2 && summary.failed == 1)
    #expect(
      try bench.lines() == ["1 failed 4", "2 drawn 1", "3 drawn 5", "4 drawn 3", "2 gone 2"])
    // A number that was given to a row that is gone is not given again.
    let (_, records) = try await bench.run([
      "name,addr", "Ан,улица 5", "Ли,улица 1", "Пак,улица 3", "Цой,улица 4", "Юн,улица 6",
    ])
    #expect(records.map(\.number) == ["4", "1", "5", "3", "6"])
    // As many lines as rows again, and nothing to do.
    let manifest = try bench.read("manifest.jsonl")
    try await bench.run([
      "name,addr", "Ан,улица 5", "Ли,улица 1", "Пак,улица 3", "Цой,улица 4", "Юн,улица 6",
    ])
    #expect(try bench.read("manifest.jsonl") == manifest)
    #expect(try bench.lines().count == 6)
  }

  /// A row that cannot be read for a while is what it was when it can be read again.
  @Test func aRowThatCannotBeReadKeepsItsDocument() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    let list = ["name,addr", "Ли,улица 1", "Ким,улица 2", "Пак,улица 3"]
    try await bench.run(list)
    let before = bench.contents
    for _ in 1...2 {
      let (summary, records) = try await bench.run([
        "name,addr", "Ли,улица 1", "Ким,улица 2,x", "Пак,улица 3",
      ])
      #expect(summary.failed == 1 && summary.notices.isEmpty && records[1].number == "2")
      #expect(try bench.lines() == ["1 drawn 1", "2 failed 2", "3 drawn 3"])
    }
    #expect(bench.contents == before)
    let (moved, records) = try await bench.run([
      "name,addr", "Ли,улица 1", "Пак,улица 3", "Ким,улица 2",
    ])
    #expect(records.map(\.number) == ["1", "3", "2"] && moved.failed == 0)
    #expect(bench.contents == before)
  }

  @Test func aFurtherRunSaysWhatTheFirstHasSaid() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.missing = .gap
    batch.prepare = { (data) throws(Diagnostics) in
      let text = Message(en: "look", ru: "посмотрите", kk: "қараңыз")
      let warning = Diagnostic(.warning, code: "test-warning", text)
      guard case .string("Ли")? = data.root["name"] else { return (data.root, []) }
      return (data.root, [warning])
    }
    let list = ["name,sum", "Ан,1", "Ким,", "Ли,3", "Пак,4"]
    for round in 1...2 {
      let (summary, _) = try await bench.run(list, batch)
      #expect(summary.drawn == (round == 1 ? 4 : 0) && summary.rows == 4)
      #expect(summary.withGaps == 1 && summary.failures.map(\.row) == [2])
      let reasons = summary.reasons.items
      #expect(reasons.map(\.diagnostic.code) == ["unknown-field"])
      #expect(reasons.map(\.diagnostic.dataPath) == ["sum"])
      #expect(reasons.first?.spans.first?.first.line == 3)
      #expect(summary.warned == 1 && summary.warnings.items.first?.spans.first?.first.row == 3)
      #expect(summary.warnings.items.map(\.diagnostic.code) == ["test-warning"])
      #expect(summary.warnings.items.first?.diagnostic.severity == .warning)
    }
  }
}
