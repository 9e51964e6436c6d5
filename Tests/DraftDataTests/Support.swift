import DraftData
import DraftLanguage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A value in a notation that tells text from numbers: `{a: 1, b: "x", c: 1.50m}`.
func show(_ value: Value?) -> String {
  switch value {
  case nil: "nothing"
  case .null?: "null"
  case .bool(let truth)?: truth ? "true" : "false"
  case .int(let number)?: "\(number)"
  case .decimal(let number)?: "\(number.written ?? "=\(number.value)")m"
  case .string(let text)?: "\"\(text)\""
  case .list(let list)?: "[" + list.map(show).joined(separator: ", ") + "]"
  case .object(let object)?: show(object)
  default: "?"
  }
}

func show(_ object: ObjectValue) -> String {
  "{" + zip(object.keys, object.values).map { "\($0): \(show($1))" }.joined(separator: ", ") + "}"
}

func json(_ text: String, limits: DataLimits = .standard) throws -> DataFile {
  try DataFile(json: Array(text.utf8), name: "case.json", limits: limits)
}

func yaml(_ text: String, limits: DataLimits = .standard) throws -> DataFile {
  try DataFile(yaml: Array(text.utf8), name: "case.yaml", limits: limits)
}

/// A place as `2:5 ‹highlighted›`.
func show(_ place: Place?) -> String {
  guard let place else { return "nowhere" }
  let characters = Array(place.text)
  guard place.highlight.upperBound <= characters.count else { return "highlight out of the line" }
  return "\(place.line):\(place.column) ‹\(String(characters[place.highlight]))›"
}

/// An error as `code 2:5 ‹highlighted› sentence (hint) [note 1:2 ‹…›]`.
func show(_ diagnostic: Diagnostic) -> String {
  var line = "\(diagnostic.code) \(show(diagnostic.place)) \(diagnostic.message.en)"
  for hint in diagnostic.hints { line += " (\(hint.en))" }
  for note in diagnostic.notes { line += " [\(note.message.en) \(show(note.place))]" }
  return line
}

/// All errors that reading makes, one a line.
func errors(_ read: () throws -> some Any) -> String {
  do {
    _ = try read()
    return "no error"
  } catch let error as Diagnostics {
    return error.items.map { show($0) }.joined(separator: "\n")
  } catch {
    return "\(error)"
  }
}
