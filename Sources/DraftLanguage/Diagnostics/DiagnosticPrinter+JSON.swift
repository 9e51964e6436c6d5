extension DiagnosticPrinter {
  /// All fields of a diagnostic under stable keys; the sentences in the printer's language, and
  /// `messages` in all three.
  func json(_ diagnostic: Diagnostic) -> String {
    var members = [
      ("severity", JSONWriter.string(diagnostic.severity.rawValue)),
      ("code", JSONWriter.string(diagnostic.code)),
      ("message", JSONWriter.string(diagnostic.message.text(in: language))),
      ("messages", messages(diagnostic.message)),
      ("path", optional(diagnostic.dataPath)),
      ("place", diagnostic.place.map { place($0) } ?? "null"),
    ]
    let notes = diagnostic.notes.map { note in
      object([
        ("message", JSONWriter.string(note.message.text(in: language))),
        ("place", note.place.map { place($0) } ?? "null"),
      ])
    }
    members.append(("notes", "[" + notes.joined(separator: ",") + "]"))
    let hints = diagnostic.hints.map { JSONWriter.string($0.text(in: language)) }
    members.append(("hints", "[" + hints.joined(separator: ",") + "]"))
    return object(members) + "\n"
  }

  private func messages(_ message: Message) -> String {
    object([
      ("en", JSONWriter.string(message.en)), ("ru", JSONWriter.string(message.ru)),
      ("kk", JSONWriter.string(message.kk)),
    ])
  }

  private func place(_ place: Place) -> String {
    object([
      ("file", optional(place.file)), ("part", optional(place.part)), ("line", "\(place.line)"),
      ("column", "\(place.column)"), ("language", optional(place.language)),
      ("text", JSONWriter.string(place.text)),
      ("highlight", "[\(place.highlight.lowerBound),\(place.highlight.upperBound)]"),
    ])
  }

  private func optional(_ text: String?) -> String { text.map { JSONWriter.string($0) } ?? "null" }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }
}
