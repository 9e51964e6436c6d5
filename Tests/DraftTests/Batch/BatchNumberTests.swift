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
}
