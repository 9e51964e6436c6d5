public import DraftLanguage
internal import Synchronization

/// A template of a batch, compiled once, with the formats that are made of it.
public struct BatchTemplate: Sendable {
  /// The template.
  public let template: Template
  /// The formats, each once.
  public let formats: [Template.Format]
  /// The name of its file without the ending, which tells the format.
  let name: String
  /// The languages that are drawn, and how they stand; nil for the document as it stands.
  let selection: LanguageSelection?
  /// What it uses its fields as, also in the languages that are not drawn.
  let kinds: FieldKinds
  /// The digest of all that was read for it.
  let digest: [UInt8]

  /// Reads and compiles a template.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - formats: what to make of it; empty for its own format.
  ///   - environment: filters, tests, functions and limits.
  ///   - languages: the languages to draw; nil for the document as it stands.
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with everything that is wrong, with
  ///   `no-such-format` or `libreoffice-missing`.
  public init(
    contentsOf path: String, formats: [Template.Format] = [], environment: Environment = .draft,
    languages: LanguageSelection? = nil
  ) throws {
    let bytes = try FileSystem.read(path)
    name = FileRun.base(of: Paths.name(of: path))
    selection = languages
    let included = Mutex(SHA256())
    var environment = environment
    if environment.includes == nil, path != "-" {
      environment.includes = TextFolder(of: path).source
    }
    // What a template includes is part of it.
    let includes = environment.includes
    environment.includes = { name in
      let source = includes?(name)
      included.withLock { $0.update(Array("\(name)\n".utf8) + (source?.text ?? [])) }
      return source
    }
    template = try Template(
      bytes: bytes, path: path, environment: environment, languages: languages)
    let whole = try? languages.map { _ in
      try Template(bytes: bytes, path: path, environment: environment)
    }
    kinds = FieldKinds(of: [whole ?? template])
    self.formats = formats.isEmpty ? [template.format] : formats
    for format in self.formats where !template.formats.contains(format) {
      throw Template.noSuchFormat(format)
    }
    var hash = SHA256()
    hash.update(SHA256.digest(bytes))
    hash.update(included.withLock { $0.finish() })
    let layout = languages.map { "\($0.languages) \($0.layout.rawValue)" } ?? ""
    hash.update(Array("\(self.formats.map(\.rawValue)) \(layout)".utf8))
    digest = hash.finish()
  }
}

extension Template {
  /// The version of the engine, a part of what a batch knows its documents by.
  public static let engineVersion = "0.1.0"
}
