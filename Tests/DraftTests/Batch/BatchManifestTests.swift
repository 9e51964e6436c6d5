@testable import Draft
import Foundation
import TestSupport
import Testing

/// A manifest that somebody else has written into.
@Suite struct BatchManifestTests {
  private static let list = ["name,x", "Ан,1", ",2", "Ли,3"]

  /// A manifest of three rows, of which one has failed.
  private func drawn() async throws -> BatchBench {
    let bench = try BatchBench()
    try await bench.run(Self.list)
    #expect(try bench.lines() == ["1 drawn 1", "2 failed 2", "3 drawn 3"])
    return bench
  }

  /// What editors and version control do to a text.
  @Test(arguments: ["\r\n", " \n", "\n\n", "\u{FEFF}", "end"])
  func aManifestThatWasSavedElsewhereIsRead(_ change: String) async throws {
    let bench = try await drawn()
    defer { bench.folder.remove() }
    let before = try bench.read("manifest.jsonl")
    let changed =
      switch change {
      case "end": String(before.dropLast())
      case "\u{FEFF}": change + before
      default: before.replacing("\n", with: change)
      }
    try bench.replace("manifest.jsonl", with: changed)
    let (summary, records) = try await bench.run(Self.list)
    #expect(summary.unchanged == 2 && summary.failed == 1)
    #expect(records.map(\.number) == ["1", "2", "3"])
    #expect(try bench.read("manifest.jsonl") == before)
    // Lines that are written anew keep what was said of their rows.
    try bench.replace("manifest.jsonl", with: changed)
    let (moved, _) = try await bench.run(["name,x", "Нов,0"] + Self.list.dropFirst())
    #expect(moved.drawn == 1 && moved.failed == 1)
    #expect(try bench.lines() == ["1 drawn 4", "2 drawn 1", "3 failed 2", "4 drawn 3"])
  }

  /// A tool that sorts the members of lines moves the diagnostics, which are kept nevertheless.
  @Test func membersMayStandInAnyOrder() async throws {
    let bench = try BatchBench("{{ name }} {{ sum }}")
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.missing = .gap
    try await bench.run(["name,sum", "Ан,", "Ли,3"], batch)
    let before = try bench.read("manifest.jsonl")
    let sorted = try before.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self) + "\n"
    }
    #expect(sorted[0].hasPrefix(#"{"bytes""#) || sorted[0].hasPrefix(#"{"diagnostics":[{"#))
    try bench.replace("manifest.jsonl", with: sorted.joined())
    // The rows change their places, so that their lines are written anew.
    let (summary, _) = try await bench.run(["name,sum", "Ли,3", "Ан,"], batch)
    #expect(summary.unchanged == 2 && summary.withGaps == 1)
    #expect(summary.reasons.items.map(\.diagnostic.dataPath) == ["sum"])
    try await bench.run(["name,sum", "Ан,", "Ли,3"], batch)
    #expect(try bench.read("manifest.jsonl") == before)
  }

  /// A line that can be read at the beginning, but not at the end, is not dropped.
  @Test func nothingIsDroppedAtTheEnd() async throws {
    let bench = try await drawn()
    defer { bench.folder.remove() }
    let lines = try bench.read("manifest.jsonl").split(separator: "\n")
    try bench.replace("manifest.jsonl", with: lines.reversed().map { $0 + "\n" }.joined())
    let workshop = bench.folder.path("workshop")
    try FileSystem.makeFolder(workshop)
    let manifest = try BatchManifest(in: bench.out, workshop: workshop) { _ in }
    let handle = try FileHandle(forUpdating: URL(filePath: bench.out + "/manifest.jsonl"))
    try handle.seek(toOffset: UInt64(lines[2].utf8.count + 1))
    try handle.write(contentsOf: Data("torn".utf8))
    let damaged = try bench.read("manifest.jsonl")
    let failure = #expect(throws: Diagnostics.self) { try manifest.finish() }
    #expect(failure?.items.map(\.code) == ["manifest-damaged"])
    #expect(failure?.items.first?.place?.line == 2)
    #expect(try bench.read("manifest.jsonl") == damaged)
  }
}
