import Foundation
import TestSupport
import Testing

/// A batch of numbered texts that is disturbed in some way, and must come out whole in the end.
struct BatchDrill {
  /// Where it runs.
  let folder: TemporaryFolder
  /// How many rows it has.
  let count: Int
  /// Its documents.
  let batch: BatchFolder
  /// What draws it, in ``folder``.
  let arguments: [String]

  /// Makes its template and its rows.
  ///
  /// - Parameters:
  ///   - template: the name of the template, which ends in its format.
  ///   - output: the folder of the documents.
  init(
    _ template: String, _ count: Int, in folder: TemporaryFolder, output: String = "out"
  ) throws {
    (self.folder, self.count) = (folder, count)
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
    batch = BatchFolder(path: folder.path(output))
    arguments = [
      "batch", template, "rows.csv", "-o", output, "--number", "101/2026", "--format", "txt",
      "--name", "{{ client.name }}", "--jobs", "3", "--ui", "en",
    ]
  }

  /// Shows that each row has one whole document of its own number, and nothing else is there.
  func check() throws {
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
      #expect(try content(file.name).hasPrefix("Клиент \(line.row) № \(line.number ?? "")\n"))
    }
    #expect(
      !FileManager.default.fileExists(atPath: batch.path + "/.draft-batch"),
      "something unfinished is left")
  }

  /// The text of a document, but for the end of its last line.
  func content(_ name: String) throws -> String {
    let text = try String(contentsOfFile: batch.path + "/" + name, encoding: .utf8)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
