import Draft
import Foundation
import TestSupport
import Testing

/// Documents that are drawn again where older ones stand.
@Suite struct BatchUpdateTests {
  private static let rows = ["name,sum", "Ан,1", "Ким,2", "Ли,3"]
  private static let changed = ["name,sum", "Ан,1", "Ким,20", "Ли,3"]

  /// A run that ends between the line of a row and its file leaves the older file, which is not taken for
  /// one that a person has edited.
  @Test(arguments: [["docx", "txt"], ["docx"], ["txt"], []])
  func aFileThatWasNotPlacedIsDrawnAgain(_ left: [String]) async throws {
    var bench = try BatchBench("{{ name }} {{ sum }} № {{ number }}")
    defer { bench.folder.remove() }
    bench.formats = [.docx, .text]
    let batch = try bench.batch("w.docx")
    try await bench.run(Self.rows, batch)
    let before = bench.contents
    try await bench.run(Self.changed, batch)
    let after = bench.contents
    for ending in left {
      let old = try #require(before["Ким.\(ending)"])
      try Data(old).write(to: URL(filePath: bench.out + "/Ким.\(ending)"))
    }
    let (summary, records) = try await bench.run(Self.changed, batch)
    #expect(summary.drawn == (left.isEmpty ? 0 : 1) && summary.edited == 0 && summary.failed == 0)
    #expect(bench.contents == after && records.map(\.number) == ["1", "2", "3"])
    #expect(try await bench.run(Self.changed, batch).summary.unchanged == 3)
  }

  /// The same when the row has changed once more, so that the line has another key.
  @Test func aFileThatWasNotPlacedIsNoObstacleToAFurtherChange() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let old = try bench.read("Ким.txt")
    try await bench.run(Self.changed)
    try bench.replace("Ким.txt", with: old)
    let (summary, _) = try await bench.run(["name,sum", "Ан,1", "Ким,200", "Ли,3"])
    #expect(summary.drawn == 1 && summary.failed == 0)
    #expect(try bench.read("Ким.txt") == "Ким 200")
    try bench.replace("Ким.txt", with: "правка")
    let (edited, records) = try await bench.run(Self.changed)
    #expect(edited.failed == 1 && records[1].diagnostics.map(\.code) == ["edited-document"])
    #expect(try bench.read("Ким.txt") == "правка")
  }

  /// A line that was added under a new key, and no end of the run that would take out the old one.
  @Test func theLineOfAnOldKeyCountsNoMore() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let old = try bench.read("manifest.jsonl").split(separator: "\n").map(String.init)
    try await bench.run(Self.changed)
    let new = try bench.read("manifest.jsonl").split(separator: "\n").map(String.init)
    let key = try #require(old[1].firstMatch(of: /"key":"([0-9a-f]+)"/)?.1)
    let added = new[1].replacing(#","likeness""#, with: #","was":"\#(key)","likeness""#)
    try bench.replace("manifest.jsonl", with: (old + [added]).map { $0 + "\n" }.joined())
    let (summary, _) = try await bench.run(Self.changed)
    #expect(summary.unchanged == 3 && summary.notices.isEmpty)
    #expect(try bench.read("manifest.jsonl") == new.map { $0 + "\n" }.joined())
  }

  /// What stands in the way of one file, such as a folder of its name, keeps no other row from its document.
  @Test func aFileThatCannotBePlacedFailsItsRow() async throws {
    var bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    bench.formats = [.docx, .text]
    var batch = try bench.batch("w.docx")
    try await bench.run(Self.rows, batch)
    let before = bench.contents
    let blocked = bench.out + "/Ким.txt"
    try FileManager.default.removeItem(atPath: blocked)
    try FileSystem.makeFolder(blocked)
    batch.force = true
    let list = ["name,sum", "Ан,10", "Ким,20", "Ли,30"]
    let (summary, records) = try await bench.run(list, batch)
    #expect(summary.drawn == 2 && summary.failed == 1)
    #expect(records[1].diagnostics.map(\.code) == ["write-failed"])
    #expect(summary.reasons.items.map(\.diagnostic.code) == ["write-failed"])
    #expect(try bench.read("Ли.txt") == "Ли 30\n" && FileSystem.isFolder(blocked))
    #expect(bench.contents["Ким.docx"] != before["Ким.docx"])
    try FileManager.default.removeItem(atPath: blocked)
    batch.force = false
    #expect(try await bench.run(list, batch).summary.drawn == 1)
    #expect(try bench.read("Ким.txt") == "Ким 20\n")
    #expect(try await bench.run(list, batch).summary.unchanged == 3)
  }

  /// The same where the row has got another name: the older document is still there.
  @Test func aFileThatCannotBePlacedLeavesTheOneBefore() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let blocked = bench.out + "/Кимов.txt"
    try FileSystem.makeFolder(blocked)
    var batch = try bench.batch()
    batch.force = true
    let list = ["name,sum", "Ан,1", "Кимов,2", "Ли,3"]
    #expect(try await bench.run(list, batch).summary.failed == 1)
    #expect(try bench.read("Ким.txt") == "Ким 2")
    try FileManager.default.removeItem(atPath: blocked)
    let (summary, records) = try await bench.run(list)
    #expect(summary.drawn == 1 && records[1].number == "2")
    #expect(bench.documents == ["Ан.txt", "Кимов.txt", "Ли.txt"])
  }

  /// A document that a person has edited keeps its row from getting another one under another name.
  @Test func anEditedDocumentStaysTheOnlyOneOfItsRow() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    try bench.replace("Ким.txt", with: "правка")
    let list = ["name,sum", "Ан,1", "Кимов,2", "Ли,3"]
    for _ in 1...2 {
      let (summary, records) = try await bench.run(list)
      #expect(summary.failed == 1 && records[1].diagnostics.map(\.code) == ["edited-document"])
      #expect(records[1].files.map(\.name) == ["Ким.txt"] && records[1].number == "2")
      #expect(bench.documents == ["Ан.txt", "Ким.txt", "Ли.txt"])
      #expect(try bench.read("Ким.txt") == "правка")
    }
    var batch = try bench.batch()
    batch.force = true
    #expect(try await bench.run(list, batch).summary.drawn == 1)
    #expect(bench.documents == ["Ан.txt", "Кимов.txt", "Ли.txt"])
  }
}
