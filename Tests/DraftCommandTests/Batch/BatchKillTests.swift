import Foundation
import TestSupport
import Testing

/// A batch that is killed at any moment, again and again, loses nothing and does nothing twice.
@Suite(.serialized) struct BatchKillTests {
  @Test(
    .enabled(if: Program.find("timeout") != nil, "the program timeout is not installed"),
    arguments: [("template.txt", 2000), ("template.docx", 1000)])
  func goesOnAfterEveryKill(_ template: String, _ count: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = "{{ client.name }} № {{ number }}\n" + String(repeating: "Пункт.\n", count: 50)
    if template.hasSuffix("txt") {
      try Data((text + "КОНЕЦ").utf8).write(to: URL(filePath: folder.path(template)))
    } else {
      let document = WordFile(p("{{ client.name }} № {{ number }}"), p("КОНЕЦ"))
      try Data(document.bytes).write(to: URL(filePath: folder.path(template)))
    }
    var rows = "client.name\n"
    for index in 1...count { rows += "Клиент \(index)\n" }
    try Data(rows.utf8).write(to: URL(filePath: folder.path("rows.csv")))
    let batch = BatchFolder(path: folder.path("out"))
    let arguments = [
      Program.draft, "batch", template, "rows.csv", "-o", "out", "--number", "101/2026",
      "--format", "txt", "--name", "{{ client.name }}", "--jobs", "3", "--ui", "en",
    ]
    // A run is killed within the first quarter of the time that the whole batch takes, a little later as
    // long as nothing is put in place: that is done by 64 documents, and behind those that are there.
    let elsewhere = arguments.map { $0 == "out" ? "whole" : $0 }
    let clock = ContinuousClock()
    let start = clock.now
    let first = try Program.run(elsewhere[0], Array(elsewhere.dropFirst()), in: folder.url)
    #expect(first.code == 0, "\(first.error)")
    let time = (clock.now - start) / .seconds(1)
    var numbers = SeededNumbers(UInt64(count))
    var seen: [String: String] = [:]
    var kills = 0
    var steps = 0
    var latest = 0.25
    for _ in 0..<100 where try batch.documents().count < count {
      let moment = Double.random(in: 0.05...latest, using: &numbers) * time
      let known = seen.count
      let result = try Program.run(
        Program.find("timeout") ?? "", ["-s", "KILL", "\(moment)"] + arguments, in: folder.url)
      kills += result.code == 137 ? 1 : 0
      // Whatever stands under its final name is whole, and stays the file it is.
      for (name, identity) in try batch.identities() {
        #expect(try content(name, batch).hasSuffix("КОНЕЦ"), "\(name) is not whole")
        #expect(seen[name] == nil || seen[name] == identity, "\(name) was drawn again")
        seen[name] = identity
      }
      latest = seen.count > known ? 0.25 : latest * 1.2
      steps += seen.count > known ? 1 : 0
    }
    #expect(kills > 3, "the batch was too fast to be killed")
    #expect(steps > 2, "only \(steps) of the killed runs put documents in place")
    let end = try Program.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
    #expect(end.code == 0, "\(end.error)")
    for (name, identity) in try batch.identities() {
      #expect(seen[name] == nil || seen[name] == identity, "\(name) was drawn again")
    }
    try check(batch, count)
    // A further run finds nothing to do.
    let again = try Program.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
    #expect(again.error == "drawn: 0, unchanged: \(count) — out/manifest.jsonl\n")
  }

  private func check(_ batch: BatchFolder, _ count: Int) throws {
    let lines = try batch.lines()
    #expect(lines.map(\.row) == Array(1...count))
    #expect(Set(lines.map(\.key)).count == count)
    #expect(lines.map { $0.number ?? "" } == (0..<count).map { "\(101 + $0)/2026" })
    #expect(lines.allSatisfy { $0.status == "drawn" && $0.files.count == 1 })
    let names = try batch.documents()
    #expect(names == lines.map { $0.files.first?.name ?? "" }.sorted())
    let digests = try batch.digests()
    for line in lines {
      guard let file = line.files.first else { continue }
      #expect(digests[file.name] == file.sha256)
      #expect(
        try content(file.name, batch).hasPrefix("Клиент \(line.row) № \(line.number ?? "")\n"))
    }
    #expect(
      !FileManager.default.fileExists(atPath: batch.path + "/.draft-batch"),
      "something unfinished is left")
  }

  private func content(_ name: String, _ batch: BatchFolder) throws -> String {
    let text = try String(contentsOfFile: batch.path + "/" + name, encoding: .utf8)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
