import Foundation
import TestSupport
import Testing

/// A batch that is killed at any moment while it draws changed rows over their older documents.
@Suite(.serialized) struct BatchUpdateKillTests {
  private static let count = 150

  private let folder: TemporaryFolder
  private var batch: BatchFolder { BatchFolder(path: folder.path("out")) }

  init() throws {
    folder = try TemporaryFolder()
    let document = WordFile(
      p("{{ client.name }} ({{ client.iin }}) № {{ number }}, {{ sum }}"),
      p(Run(String(repeating: "Пункт. ", count: 200))))
    try Data(document.bytes).write(to: URL(filePath: folder.path("t.docx")))
  }

  /// The list of a round: every other row has changed since the round before, some have another name.
  private func write(round: Int) throws {
    var rows = "client.name;client.iin;sum\n"
    for row in 1...Self.count {
      let change = (round + row % 2) / 2
      rows += "Клиент \(row)\(row % 3 == 0 ? "-\(change)" : "");\(row);\(change)\n"
    }
    try Data(rows.utf8).write(to: URL(filePath: folder.path("rows.csv")))
  }

  private func run(killedBy killer: [String] = []) throws -> Program.Result {
    let arguments =
      killer + [
        Program.draft, "batch", "t.docx", "rows.csv", "-o", "out", "--number", "1", "--format",
        "docx,txt", "--name", "{{ number }} {{ client.name }}", "--jobs", "3", "--ui", "en",
      ]
    return try Program.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
  }

  @Test(.enabled(if: Program.find("timeout") != nil, "the program timeout is not installed"))
  func everyChangedRowGetsItsDocument() throws {
    defer { folder.remove() }
    try write(round: 0)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try run().code == 0)
    let time = (clock.now - start) / .seconds(1)
    var numbers = SeededNumbers(11)
    var kills = 0
    for round in 1...6 {
      try write(round: round)
      for _ in 1...3 {
        let moment = Double.random(in: 0.1 * time...0.6 * time, using: &numbers)
        let killer = [Program.find("timeout") ?? "", "-s", "KILL", "\(moment)"]
        if try run(killedBy: killer).code == 137 { kills += 1 }
      }
      // Another round's changes come over what the killed runs have left, now and then.
      if round.isMultiple(of: 3) { try check(round) }
    }
    try check(6)
    #expect(kills > 3, "the batch was too fast to be killed")
  }

  /// The moment between the line of a row and its files, as often as it is wanted.
  @Test(.enabled(if: canTrace, "the program strace is not installed, or may not trace"))
  func aFileThatWaitsForItsPlaceGetsIt() throws {
    defer { folder.remove() }
    try write(round: 0)
    #expect(try run().code == 0)
    var kills = 0
    var waiting = 0
    for (round, place) in [1, 4, 7, 9, 14].enumerated() {
      try write(round: round + 1)
      // The call is not made: the program is killed before a file has its name.
      let call = "inject=rename:signal=KILL:error=EINTR:when=\(place)"
      let killer = [Program.find("strace") ?? "", "-f", "-o", "/dev/null", "-e", call]
      if try run(killedBy: killer).code == 137 { kills += 1 }
      waiting += try unplaced()
      try check(round + 1)
    }
    #expect(kills > 1 && waiting > 0, "killed \(kills) times, \(waiting) files were waiting")
  }

  private static let canTrace =
    Program.find("strace").flatMap {
      try? Program.run($0, ["-f", "-o", "/dev/null", "/bin/true"]).code == 0
    } ?? false

  /// How many files of lines are not what the lines say.
  private func unplaced() throws -> Int {
    let digests = try batch.digests()
    var last: [String: String] = [:]
    for line in try batch.lines() { for file in line.files { last[file.name] = file.sha256 } }
    return last.count { digests[$0.key] != $0.value }
  }

  /// That a run which comes to its end leaves each row the documents of this round, and nothing else.
  private func check(_ round: Int) throws {
    let end = try run()
    #expect(end.code == 0 && !end.error.contains("by hand"), "\(end.error)")
    let again = try run()
    #expect(again.error == "drawn: 0, unchanged: \(Self.count) — out/manifest.jsonl\n")
    let lines = try batch.lines()
    #expect(lines.map(\.row) == Array(1...Self.count))
    #expect(lines.allSatisfy { $0.status == "drawn" && $0.files.count == 2 })
    #expect(lines.compactMap(\.number) == (1...Self.count).map(String.init))
    #expect(try batch.documents() == lines.flatMap(\.files).map(\.name).sorted())
    let digests = try batch.digests()
    for line in lines {
      #expect(line.files.allSatisfy { digests[$0.name] == $0.sha256 })
      guard let file = line.files.first(where: { $0.name.hasSuffix(".txt") }) else { continue }
      let change = (round + line.row % 2) / 2
      let text = try String(contentsOfFile: batch.path + "/" + file.name, encoding: .utf8)
      #expect(text.contains("№ \(line.row), \(change)\n"), "row \(line.row) is stale")
    }
  }
}
