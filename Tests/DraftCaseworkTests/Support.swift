import Draft
import DraftCasework
import Testing

/// The project's own templates and samples.
enum Project {
  private static let root = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  static let catalogue = Catalogue(folders: [root + "/Templates"])

  /// The samples by file name.
  static let samples: [String] = FileSystem.names(in: root + "/samples")
    .filter { $0.hasSuffix(".yaml") }

  static func sample(_ name: String) throws -> CaseData {
    try CaseData(merging: [DataFile(contentsOf: "\(root)/samples/\(name)")])
  }

  static func rules() throws -> CaseRules { try catalogue.rules() }
}

/// Case data written in YAML.
func caseData(_ yaml: String) throws -> CaseData {
  try CaseData(merging: [DataFile(yaml: Array(yaml.utf8), name: "case.yaml")])
}

/// Case data as a value, by path.
func value(_ data: ObjectValue, _ path: String) -> Value? {
  var value = Value.object(data)
  for key in path.split(separator: ".") {
    if case .list(let items) = value, let index = Int(key) {
      guard items.indices.contains(index) else { return nil }
      value = items[index]
      continue
    }
    guard case .object(let object) = value, let next = object[String(key)] else { return nil }
    value = next
  }
  return value
}

/// The text at a path; nil when something else stands there.
func text(_ data: ObjectValue, _ path: String) -> String? {
  guard case .string(let text)? = value(data, path) else { return nil }
  return text
}

/// All that reading a case says, one a line: `error code 3:5 message (hint)`.
func complaints(_ yaml: String, in language: InterfaceLanguage = .ru) throws -> [String] {
  let data = try caseData(yaml)
  let diagnostics = CaseFile.reading(data.root) { data.place(of: $0) }.diagnostics
  return diagnostics.map { item in
    let place = item.place.map { "\($0.line):\($0.column) " } ?? ""
    let hints = item.hints.map { " (\($0.text(in: language)))" }.joined()
    return "\(item.severity) \(item.code) \(place)\(item.message.text(in: language))\(hints)"
  }
}
