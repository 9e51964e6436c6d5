public import DraftLanguage

/// What became of one row: a line of `manifest.jsonl`.
public struct BatchRecord: Sendable {
  /// What became of it.
  public enum Status: String, Sendable, Hashable {
    /// Its document was drawn.
    case drawn
    /// Its document is there from an earlier run, and nothing has changed since.
    case unchanged
    /// There is no new document; the diagnostics say why.
    case failed
  }

  /// A file of the row's document.
  public struct File: Sendable, Hashable {
    /// The name below the batch's folder.
    public var name: String
    /// The SHA-256 of its bytes in hexadecimal digits.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int
  }

  /// The number of the row in the list, counted from 1.
  public var row: Int
  /// The line of the text or the row of the sheet; nil for a file of its own.
  public var line: Int?
  /// The name of the row's own file below the folder of the list; nil for a row of a table.
  public var source: String?
  /// What the row is known by from run to run: a hash of its data, or of the field that was named.
  public var key: String
  /// What became of it.
  public var status: Status
  /// The number that the row was given; nil when none was asked for.
  public var number: String?
  /// The files of its document; of a failed row those that an earlier run has left.
  public var files: [File]
  /// A hash of all that the document is made of; empty for a failed row.
  public var inputs: String
  /// Errors and warnings; of a record read from a manifest none.
  public var diagnostics: [Diagnostic]
  /// The diagnostics as the manifest has them.
  var writtenDiagnostics: String?

  /// The record as a line of JSON without its end, the sentences in a language.
  public func json(in language: InterfaceLanguage) -> String {
    var members = ["\"row\":\(row)"]
    if let line { members.append("\"line\":\(line)") }
    if let source { members.append("\"source\":\(JSONWriter.string(source))") }
    members.append("\"key\":\"\(key)\"")
    members.append("\"status\":\"\(status.rawValue)\"")
    if let number { members.append("\"number\":\(JSONWriter.string(number))") }
    let files = files.map {
      "{\"name\":\(JSONWriter.string($0.name)),\"sha256\":\"\($0.sha256)\",\"bytes\":\($0.bytes)}"
    }
    members.append("\"files\":[\(files.joined(separator: ","))]")
    members.append("\"inputs\":\"\(inputs)\"")
    let written = diagnostics.map { Self.json($0, in: language) }.joined(separator: ",")
    // Last, so that they can be cut off a line unread.
    members.append("\"diagnostics\":" + (writtenDiagnostics ?? "[\(written)]"))
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func json(_ diagnostic: Diagnostic, in language: InterfaceLanguage) -> String {
    var members = [
      "\"severity\":\"\(diagnostic.severity.rawValue)\"", "\"code\":\"\(diagnostic.code)\"",
      "\"message\":\(JSONWriter.string(diagnostic.message.text(in: language)))",
    ]
    if let path = diagnostic.dataPath { members.append("\"path\":\(JSONWriter.string(path))") }
    return "{" + members.joined(separator: ",") + "}"
  }
}

extension BatchRecord {
  private static let mark = Array(",\"diagnostics\":".utf8)

  /// Reads a line of a manifest; nil when it is none.
  init?(line bytes: [UInt8]) {
    guard let root = try? DataFile(json: bytes, name: nil).root, case .int(let row)? = root["row"],
      case .string(let key)? = root["key"], case .string(let word)? = root["status"],
      let status = Status(rawValue: word), case .string(let inputs)? = root["inputs"],
      case .list(let items)? = root["files"]
    else { return nil }
    var files: [File] = []
    for item in items {
      guard case .object(let file) = item, case .string(let name)? = file["name"],
        case .string(let sha256)? = file["sha256"], case .int(let bytes)? = file["bytes"],
        !name.isEmpty, !name.contains("/")
      else { return nil }
      files.append(File(name: name, sha256: sha256, bytes: bytes))
    }
    self.row = row
    if case .int(let line)? = root["line"] { self.line = line }
    if case .string(let source)? = root["source"] { self.source = source }
    self.key = key
    self.status = status
    if case .string(let number)? = root["number"] { self.number = number }
    self.files = files
    self.inputs = inputs
    diagnostics = []
    let start = bytes.indices.first { bytes[$0...].starts(with: Self.mark) }
    writtenDiagnostics = start.map {
      String(decoding: bytes[($0 + Self.mark.count)...].dropLast(), as: UTF8.self)
    }
  }

  /// The key as a number, by which it is looked up.
  var keyHash: UInt64 { UInt64(key.prefix(16), radix: 16) ?? 0 }
}
