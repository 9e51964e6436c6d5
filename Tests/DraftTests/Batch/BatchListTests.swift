import Draft
import Foundation
import Synchronization
import TestSupport
import Testing

/// Which rows of a changed list are those of an earlier run.
@Suite struct BatchListTests {
  /// A folder with a text template and a list of clients.
  private struct Bench {
    let folder: TemporaryFolder
    var out: String { folder.path("out") }

    init() throws {
      folder = try TemporaryFolder()
      try write("{{ name }} {{ number }}", "template.txt")
    }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
    }

    /// The documents and what they say.
    var documents: [String] {
      FileSystem.names(in: out).filter { $0.hasSuffix(".txt") }
        .map { (try? String(contentsOfFile: out + "/" + $0, encoding: .utf8)) ?? "" }.sorted()
    }

    /// Draws a list, its numbers counted from 1; gives the number of each row.
    @discardableResult
    func run(_ rows: [String], key: String? = nil) async throws -> [String?] {
      try write(rows.joined(separator: "\n") + "\n", "rows.csv")
      var batch = Batch([try BatchTemplate(contentsOf: folder.path("template.txt"))], jobs: 2)
      batch.numbers = RunningNumber(from: "1", path: "number")
      batch.keyPath = key
      batch.name = { naming in
        guard case .string(let name)? = naming.fields["name"] else { return "" }
        return name
      }
      let numbers = Mutex<[String?]>([])
      _ = try await batch.run(RowSource(folder.path("rows.csv")), into: out) { record in
        numbers.withLock { $0.append(record.number) }
      }
      return numbers.withLock { $0 }
    }
  }

  /// Another month's list in the folder of this one: nothing of it may be drawn over.
  @Test(arguments: [
    ["name", "Ан", "Ким", "Ли"], ["name", "Ан", "Ким", "Пак"], ["name", "Ан"],
    ["name,iin", "Ан,7", "Ким,8", "Пак,9"],
  ]) func anotherListIsRefused(_ list: [String]) async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try await bench.run(["name", "Юн", "Цой", "Пак"])
    let before = bench.documents
    let refusal = await #expect(throws: Diagnostics.self) { try await bench.run(list) }
    #expect(refusal?.items.map(\.code) == ["other-list"] && refusal?.items[0].hints.count == 2)
    #expect(bench.documents == before)
    // The list that belongs there is drawn as ever.
    #expect(try await bench.run(["name", "Юн", "Цой", "Пак", "Ан"]) == ["1", "2", "3", "4"])
  }

  @Test func aFieldTellsOtherRowsFromCorrectedOnes() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try await bench.run(["name,iin", "Юн,1", "Цой,2", ",3"], key: "iin")
    // Other clients in the places of those: each document stays, each number is new. What failed has
    // no document, and its number is free for whoever stands there.
    #expect(
      try await bench.run(["name,iin", "Ан,4", "Ли,5", "Ким,6"], key: "iin") == ["4", "5", "3"])
    #expect(bench.documents == ["Ан 4", "Ким 3", "Ли 5", "Цой 2", "Юн 1"])
    // A corrected row is known wherever it stands.
    #expect(try await bench.run(["name,iin", "Пак,7", "Юнов,1"], key: "iin") == ["6", "1"])
    #expect(bench.documents == ["Ан 4", "Ким 3", "Ли 5", "Пак 6", "Цой 2", "Юнов 1"])
  }

  /// If the first of two rows with one key went, the second would take its number and its document.
  @Test func aFieldTellsNoRowsApartThatHaveTheSame() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    #expect(
      try await bench.run(["name,iin", "Юн,1", "Цой,1", "Ли,2"], key: "iin") == ["1", nil, "2"])
    #expect(bench.documents == ["Ли 2", "Юн 1"])
    let refusal = await #expect(throws: Diagnostics.self) {
      try await bench.run(["name,iin", "Юн,1"], key: "inn")
    }
    #expect(refusal?.items.map(\.code) == ["unknown-header"])
  }

  /// By the rest of its data such a row would be another one as soon as it is corrected.
  @Test func rowsWithoutTheFieldThatTellsThemApartFail() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    #expect(
      try await bench.run(["name,iin", "Юн,1", "Цой,", "Ким,"], key: "iin") == ["1", nil, nil])
    #expect(bench.documents == ["Юн 1"])
    #expect(
      try await bench.run(["name,iin", "Юн,1", "Цой,2", "Ким,3"], key: "iin") == ["1", "2", "3"])
    #expect(bench.documents == ["Ким 3", "Цой 2", "Юн 1"])
  }

  @Test func aListWithoutRowsLeavesNothing() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let refusal = await #expect(throws: Diagnostics.self) { try await bench.run(["name,iin"]) }
    #expect(refusal?.items.map(\.code) == ["no-rows"])
    #expect(!FileSystem.exists(bench.out))
  }

  @Test func aFieldThatIsNamedLaterKnowsTheRowsByTheirData() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try await bench.run(["name,iin", "Юн,1", "Цой,2"])
    #expect(
      try await bench.run(["name,iin", "Ан,3", "Юн,1", "Цой,2"], key: "iin") == ["3", "1", "2"])
    #expect(bench.documents == ["Ан 3", "Цой 2", "Юн 1"])
    #expect(try await bench.run(["name,iin", "Цоев,2", "Юн,1"], key: "iin") == ["2", "1"])
    #expect(bench.documents == ["Ан 3", "Цоев 2", "Юн 1"])
  }

  @Test func aListThatWasCorrectedThroughoutIsKnownByItsPlaces() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try await bench.run(["name", "Юн", "Цой", "Пак"])
    let list = ["name,iin", "Юнов,1", "Цоев,2", "Паков,3"]
    #expect(try await bench.run(list, key: "row") == ["1", "2", "3"])
    #expect(bench.documents == ["Паков 3", "Цоев 2", "Юнов 1"])
    #expect(try await bench.run(list, key: "row") == ["1", "2", "3"])
  }

  /// A row that moved is not taken for the one that stands in its place now.
  @Test func placesDoNotTakeARowThatMoved() async throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try await bench.run(["name", "Юн", "Цой"])
    #expect(try await bench.run(["name", "Ан", "Юн", "Цой"], key: "row") == ["3", "1", "2"])
    #expect(bench.documents == ["Ан 3", "Цой 2", "Юн 1"])
  }
}
