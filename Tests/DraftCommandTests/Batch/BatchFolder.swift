import Foundation
import TestSupport
import Testing

/// The folder of a batch as anybody sees it, read with other means than our own.
struct BatchFolder {
  /// A line of the manifest.
  struct Line: Decodable {
    struct File: Decodable {
      var name: String
      var sha256: String
      var bytes: Int
    }

    var row: Int
    var key: String
    var status: String
    var number: String?
    var files: [File]
  }

  var path: String

  /// The names of the documents.
  func documents() throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".jsonl") }.sorted()
  }

  /// The lines of the manifest that are whole.
  func lines() throws -> [Line] {
    let text = (try? String(contentsOfFile: path + "/manifest.jsonl", encoding: .utf8)) ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeLast()
    return try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  /// Which file on the disk each document is: a document that is drawn again is another.
  func identities() throws -> [String: String] {
    var identities: [String: String] = [:]
    for name in try documents() {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      let number = attributes[.systemFileNumber] as? Int ?? 0
      let date = attributes[.modificationDate] as? Date ?? .distantPast
      identities[name] = "\(number) \(date.timeIntervalSince1970)"
    }
    return identities
  }

  /// The SHA-256 of the documents, by the system's own program.
  func digests() throws -> [String: String] {
    let result = try Program.run(
      "/bin/sh", ["-c", #"cd "$1" && sha256sum -- *"#, "sh", path])
    var digests: [String: String] = [:]
    for line in result.output.text.split(separator: "\n") {
      digests[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    return digests
  }
}
