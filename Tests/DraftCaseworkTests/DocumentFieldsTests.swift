import Draft
import DraftCasework
import Testing

/// The words beside the shipped documents against the documents themselves.
@Suite struct DocumentFieldsTests {
  /// A document with what its templates do with the case.
  private struct Document {
    let name: String
    let notes: FieldNotes
    /// The paths of its own words.
    let own: [String]
    let samples: [Value]
    /// The paths of its fields and those above them, without the marks of lists.
    let paths: Set<String>
    /// The words that a field is compared with, by path.
    var compared: [String: Set<String>] = [:]
    /// The keys of the constants that a field picks one of, by path.
    var picked: [String: Set<String>] = [:]

    init(_ name: String) throws {
      let description = try #require(try Project.catalogue.document(name))
      let file = try DataFile(contentsOf: description.folder + "/document.yaml").root
      self.name = name
      notes = try Project.catalogue.notes(for: description)
      own = file["fields"]?.mapping?.keys ?? []
      samples = try (file["samples"]?.items ?? []).map { sample in
        guard case .string(let sample) = sample else { throw Unreadable() }
        return .object(try Project.sample(sample).root)
      }
      let templates = try ["docx", "txt"].map { try #require(description.template(for: $0)) }
      let paths = Set(
        try templates.flatMap { try Template(contentsOf: $0).fields }.flatMap { field in
          let steps = field.path.split(separator: ".").map { $0.prefix { $0 != "[" } }
          return steps.indices.map { steps[...$0].joined(separator: ".") }
        })
      self.paths = paths
      let source = String(decoding: try FileSystem.read(templates[1]), as: UTF8.self)
      var lists: [Substring: [Substring]] = [:]
      for match in source.matches(of: /for (\w+) in ([\w.]+)/) {
        lists[match.1, default: []].append(match.2)
      }
      /// The paths that a name in the template can stand for.
      func standsFor(_ name: Substring) -> [String] {
        let steps = name.split(separator: ".", maxSplits: 1)
        guard let lists = lists[steps[0]] else { return [String(name)] }
        return lists.map { "\($0).\(steps[1])" }.filter(paths.contains)
      }
      for match in source.matches(of: /([a-z_]+(?:\.[a-z_]+)+) *[!=]= *"([^"]*)"/) {
        for path in standsFor(match.1) { compared[path, default: []].insert(String(match.2)) }
      }
      let constants = try Project.catalogue.constants().map(\.root)
      for match in source.matches(of: /([a-z_]+)\[([a-z_]+(?:\.[a-z_]+)+)\]/) {
        let keys = Set(constants.compactMap { $0[String(match.1)]?.mapping?.keys }.flatMap { $0 })
        for path in standsFor(match.2) { picked[path] = picked[path]?.intersection(keys) ?? keys }
      }
    }

    /// What the samples have at a path.
    func given(_ path: String) -> [Value] {
      samples.flatMap { $0.values(at: path.split(separator: ".").map(String.init)[...]) }
    }
  }

  private struct Unreadable: Error {}

  private static let documents: [Document] = Project.catalogue.names.compactMap {
    try? Document($0)
  }

  private static func shared() throws -> [String] {
    let path = try #require(Project.catalogue.folders.first) + "/fields.yaml"
    return try DataFile(contentsOf: path).root.keys
  }

  @Test func allDocumentsAreRead() {
    #expect(DocumentFieldsTests.documents.map(\.name) == Project.catalogue.names)
  }

  @Test func allWordsAreRead() {
    for document in DocumentFieldsTests.documents {
      #expect(document.notes.warnings.map(\.message.en) == [], "\(document.name)")
    }
  }

  /// Words for a field that no document has are left over from an older template.
  @Test func noWordsAreLeftOver() throws {
    let documents = DocumentFieldsTests.documents
    for path in try DocumentFieldsTests.shared() {
      #expect(documents.contains { $0.paths.contains(path) }, "fields.yaml: \(path)")
    }
    for document in documents {
      for path in document.own {
        #expect(document.paths.contains(path), "\(document.name): \(path)")
      }
    }
  }

  /// Every word that a template compares a field with is among the field's values; where it picks one
  /// of the constants by the field, each value is one of their keys.
  @Test func whatTemplatesCompareWithIsAmongTheValues() {
    for document in DocumentFieldsTests.documents {
      for (path, words) in document.compared {
        let values = Set(document.notes[path]?.values ?? [])
        #expect(words.subtracting(values).sorted() == [], "\(document.name): \(path)")
      }
      for (path, keys) in document.picked where document.notes.paths.contains(path) {
        let values = Set(document.notes[path]?.values ?? [])
        #expect(!values.isEmpty, "\(document.name): \(path)")
        #expect(values.subtracting(keys).sorted() == [], "\(document.name): \(path)")
      }
    }
  }

  /// Every value is compared with, is a key of the constants, or stands in a sample, which is how the
  /// value of an `else` shows.
  @Test func everyValueMeansSomething() throws {
    let documents = DocumentFieldsTests.documents
    var known: [String: Set<String>] = [:]
    for document in documents {
      for path in document.paths {
        let given = document.given(path).compactMap(\.word)
        let words = (document.compared[path] ?? []).union(document.picked[path] ?? []).union(given)
        known["\(document.name) \(path)"] = words
        known[path, default: []].formUnion(words)
      }
    }
    for path in try DocumentFieldsTests.shared() {
      let document = try #require(documents.first { !$0.own.contains(path) })
      let values = Set(document.notes[path]?.values ?? [])
      #expect(values.subtracting(known[path] ?? []).sorted() == [], "fields.yaml: \(path)")
    }
    for document in documents {
      for path in document.own {
        let values = Set(document.notes[path]?.values ?? [])
        let words = known["\(document.name) \(path)"] ?? []
        #expect(values.subtracting(words).sorted() == [], "\(document.name): \(path)")
      }
    }
  }

  /// What samples give is one of the values, and a text in two languages where the words say so.
  @Test func samplesAgreeWithTheWords() {
    for document in DocumentFieldsTests.documents {
      for path in document.notes.paths {
        guard let note = document.notes[path] else { continue }
        let given = document.given(path)
        #expect(
          given.allSatisfy { $0.isInTwoLanguages == note.isLocalised }, "\(document.name): \(path)")
        if !note.values.isEmpty {
          let words = Set(given.compactMap(\.word))
          #expect(words.subtracting(note.values).sorted() == [], "\(document.name): \(path)")
        }
      }
    }
  }

  /// Kazakh has no Latin letters, and nothing is said in one language only.
  @Test func wordsAreInBothLanguages() {
    for document in DocumentFieldsTests.documents {
      for path in document.notes.paths {
        guard let label = document.notes[path]?.label else { continue }
        for text in [label.kk ?? "", label.ru ?? ""] {
          #expect(!text.isEmpty, "\(document.name): \(path)")
          let isMixed = text.contains(/[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]/.ignoresCase())
          #expect(!isMixed, "\(document.name): \(path): \(text)")
        }
      }
    }
  }
}

extension Value {
  fileprivate var mapping: ObjectValue? {
    if case .object(let object) = self { object } else { nil }
  }

  fileprivate var items: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// A text or a number as it was written.
  fileprivate var word: String? {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    default: nil
    }
  }

  fileprivate var isInTwoLanguages: Bool {
    mapping.map { !$0.keys.isEmpty && $0.keys.allSatisfy(["kk", "ru"].contains) } ?? false
  }

  /// What stands at a path; the items of lists one by one.
  fileprivate func values(at path: ArraySlice<String>) -> [Value] {
    if case .list(let items) = self { return items.flatMap { $0.values(at: path) } }
    guard let key = path.first else { return [self] }
    guard case .object(let object) = self, let value = object[key] else { return [] }
    return value.values(at: path.dropFirst())
  }
}
