import Draft
import Foundation
import Synchronization
import TestSupport

/// A folder with a list and templates, and the batches that are drawn of them.
struct BatchBench {
  let folder: TemporaryFolder
  var out: String { folder.path("out") }
  /// What files are called: the value of a field.
  var nameField = "name"
  var formats: [Template.Format] = []

  /// A folder with a text template, `t.txt`, and the same as a Word document, `w.docx`.
  init(_ template: String = "{{ name }} № {{ number }}") throws {
    folder = try TemporaryFolder()
    try write(template, "t.txt")
    try Data(WordFile(p(Run(template))).bytes).write(to: URL(filePath: folder.path("w.docx")))
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
  }

  /// The text of a file in the folder of the documents.
  func read(_ name: String) throws -> String {
    try String(contentsOfFile: out + "/" + name, encoding: .utf8)
  }

  func replace(_ name: String, with text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: out + "/" + name))
  }

  /// The documents.
  var documents: [String] {
    FileSystem.names(in: out).filter { $0 != "manifest.jsonl" }
  }

  /// The bytes of each document.
  var contents: [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in documents { contents[name] = try? FileSystem.read(out + "/" + name) }
    return contents
  }

  /// The lines of the manifest, of each its row, status and number.
  func lines() throws -> [String] {
    try read("manifest.jsonl").split(separator: "\n").map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      return "\(line.row) \(line.status) \(line.number ?? "-")"
    }
  }

  private struct Line: Decodable {
    var row: Int
    var status: String
    var number: String?
  }

  /// A batch that counts its numbers from 1.
  func batch(
    _ template: String = "t.txt", languages: LanguageSelection? = nil
  ) throws -> Batch {
    let template = try BatchTemplate(
      contentsOf: folder.path(template), formats: formats, languages: languages)
    var batch = Batch([template], jobs: 2)
    batch.numbers = RunningNumber(from: "1", path: "number")
    let field = nameField
    batch.name = { naming in
      guard case .string(let name)? = naming.fields[field] else { return "\(naming.row)" }
      return name
    }
    return batch
  }

  /// Draws the rows of a list; the first of a table is its header.
  @discardableResult
  func run(
    _ rows: [String], _ batch: Batch? = nil, list: String = "rows.csv"
  ) async throws -> (summary: Batch.Summary, records: [BatchRecord]) {
    try write(rows.joined(separator: "\n") + "\n", list)
    let records = Mutex<[BatchRecord]>([])
    let summary = try await (batch ?? self.batch()).run(
      RowSource(folder.path(list)), into: out
    ) { record in
      records.withLock { $0.append(record) }
    }
    return (summary, records.withLock { $0 })
  }
}
