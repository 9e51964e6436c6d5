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
    /// The row is no longer in the list; its documents and its number stay.
    case gone
  }

  /// A file of the row's document.
  public struct File: Sendable, Hashable {
    /// The name below the batch's folder.
    public var name: String
    /// The SHA-256 of its bytes in hexadecimal digits.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int
    /// The SHA-256 of what stood under the name when the file was drawn. As long as that still stands
    /// there, the file is not in place. Nil where nothing of the batch stood there.
    public var replaces: String?
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
  /// What the files were drawn from; nil without files, and of a line that does not say it.
  var origin: BatchOrigin?
  /// What the row is known by when it was corrected.
  var likeness = RowLikeness()
  /// The key of the line above that it takes the place of; nil when that has the same.
  var formerKey: String?
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
    members.append("\"files\":[\(files.map(\.json).joined(separator: ","))]")
    members.append("\"inputs\":\"\(inputs)\"")
    if let origin {
      members.append("\"template\":\(JSONWriter.string(origin.template))")
      members.append("\"languages\":\"\(origin.languages)\"")
    }
    if let formerKey { members.append("\"was\":\"\(formerKey)\"") }
    if !likeness.leaves.isEmpty { members.append("\"likeness\":\"\(likeness.text)\"") }
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

extension BatchRecord.File {
  /// The file as a member of a line.
  fileprivate var json: String {
    var members = [
      "\"name\":\(JSONWriter.string(name))", "\"sha256\":\"\(sha256)\"", "\"bytes\":\(bytes)",
    ]
    if let replaces { members.append("\"replaces\":\"\(replaces)\"") }
    return "{" + members.joined(separator: ",") + "}"
  }
}

extension BatchRecord {
  /// No list has more rows; a line that says so was not written by a batch.
  private static let mostRows = 1 << 40

  private static let mark = Array(",\"diagnostics\":".utf8)

  /// Reads a line of a manifest; nil when it is none.
  init?(line bytes: [UInt8]) {
    guard let root = try? DataFile(json: bytes, name: nil).root, case .int(let row)? = root["row"],
      (1...Self.mostRows).contains(row), case .string(let key)? = root["key"],
      case .string(let word)? = root["status"],
      let status = Status(rawValue: word), case .string(let inputs)? = root["inputs"],
      case .list(let items)? = root["files"]
    else { return nil }
    var files: [File] = []
    for item in items {
      guard case .object(let file) = item, case .string(let name)? = file["name"],
        case .string(let sha256)? = file["sha256"], case .int(let bytes)? = file["bytes"],
        !name.isEmpty, !name.contains("/")
      else { return nil }
      var known = File(name: name, sha256: sha256, bytes: bytes)
      if case .string(let replaced)? = file["replaces"] { known.replaces = replaced }
      files.append(known)
    }
    self.row = row
    if case .int(let line)? = root["line"] { self.line = line }
    if case .string(let source)? = root["source"] { self.source = source }
    self.key = key
    self.status = status
    if case .string(let number)? = root["number"] { self.number = number }
    self.files = files
    self.inputs = inputs
    if case .string(let template)? = root["template"], case .string(let codes)? = root["languages"]
    {
      origin = BatchOrigin(template: template, languages: codes)
    }
    if case .string(let text)? = root["likeness"], let kept = RowLikeness(text: text) {
      likeness = kept
    }
    if case .string(let former)? = root["was"] { formerKey = former }
    diagnostics = []
    let start = bytes.indices.first { bytes[$0...].starts(with: Self.mark) }
    writtenDiagnostics = start.map {
      String(decoding: bytes[($0 + Self.mark.count)...].dropLast(), as: UTF8.self)
    }
  }

  /// Where its line belongs: rows that are gone stand behind the others.
  var place: (isGone: Bool, row: Int) { (status == .gone, row) }

  /// Whether its line belongs before or at a place.
  func isBefore(_ other: (isGone: Bool, row: Int)) -> Bool {
    place.isGone == other.isGone ? row <= other.row : other.isGone
  }

  /// Whether the manifest says the same of its row as of another.
  func hasSameLine(as other: BatchRecord) -> Bool {
    row == other.row && line == other.line && source == other.source && key == other.key
      && status == other.status
      && origin == other.origin && likeness == other.likeness
  }

  /// Whether its files are of the same origin and formats as those of another record.
  func isOfKind(_ other: BatchRecord) -> Bool {
    origin == other.origin
      && files.map({ Paths.ending(of: $0.name) }) == other.files.map({ Paths.ending(of: $0.name) })
  }

  /// The diagnostics as they were written, in the language of that run.
  var recalledDiagnostics: [Diagnostic] {
    guard let written = writtenDiagnostics, written != "[]",
      let root = try? DataFile(json: Array("{\"items\":\(written)}".utf8), name: nil).root,
      case .list(let items)? = root["items"]
    else { return [] }
    return items.compactMap { item in
      guard case .object(let item) = item, case .string(let code)? = item["code"],
        case .string(let word)? = item["severity"],
        let severity = Diagnostic.Severity(rawValue: word),
        case .string(let text)? = item["message"]
      else { return nil }
      var diagnostic = Diagnostic(severity, code: code, Message(en: text, ru: text, kk: text))
      if case .string(let path)? = item["path"] { diagnostic.dataPath = path }
      return diagnostic
    }
  }

  /// The key as a number, by which it is looked up.
  var keyHash: UInt64 { RowKeys.hash(key) }
}
