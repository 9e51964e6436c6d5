import Draft
import TestSupport
import Testing

/// The numbers that rows are given.
@Suite struct BatchNumberTests {
  /// An empty number is none: the row gets the next one, also in its document.
  @Test func anEmptyNumberOfARowIsNone() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    let list = [
      #"{"name":"Ан","number":""}"#, #"{"name":"Ким","number":" \u00a0"}"#,
      #"{"name":"Ли","number":null}"#, #"{"name":"Пак","number":" 2 "}"#, #"{"name":"Цой"}"#,
    ]
    for _ in 1...2 {
      let (summary, records) = try await bench.run(list, list: "rows.jsonl")
      #expect(summary.rows == 5 && summary.failed == 0)
      #expect(records.map(\.number) == ["1", "3", "4", "2", "5"])
    }
    let texts = try bench.documents.map { try bench.read($0) }
    #expect(texts == ["Ан № 1", "Ким № 3", "Ли № 4", "Пак № 2", "Цой № 5"])
  }

  /// The last number of the series, which its row no longer has, is given to no row that comes later.
  @Test func aNumberThatWasReplacedStaysTaken() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.keyPath = "name"
    try await bench.run(["name,number,x", "Ан,,1", "Ким,,2"], batch)
    let replaced = ["name,number,x", "Ан,,1", "Ким,Ж-50,2"]
    for _ in 1...2 {
      let (_, records) = try await bench.run(replaced, batch)
      #expect(records.map(\.number) == ["1", "Ж-50"])
      #expect(records.map(\.formerNumbers) == [[], ["2"]])
    }
    let (_, records) = try await bench.run(replaced + ["Ли,,3", "Пак,2,4"], batch)
    #expect(records.map(\.number) == ["1", "Ж-50", "3", nil])
    #expect(records[3].diagnostics.map(\.code) == ["number-taken"])
    // A row that is gone keeps what it had, and may have it again.
    try await bench.run(["name,number,x", "Ан,,1", "Ли,,3"], batch)
    let list = ["name,number,x", "Ан,,1", "Ким,2,2", "Ли,,3", "Цой,,5"]
    let (_, back) = try await bench.run(list, batch)
    #expect(back.map(\.number) == ["1", "2", "3", "4"])
    #expect(back[1].formerNumbers == ["Ж-50"])
    #expect(try bench.read("Ким.txt") == "Ким № 2")
  }
}
