import DraftLanguage
import FoundationEssentials
import Testing

/// The files beside the tests.
enum Fixtures {
  /// The folder in the sources, so that a missing snapshot can be recorded there.
  static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures")
  }

  static func names(in path: String, extension suffix: String = ".txt") -> [String] {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path))
      ?? []
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// Compares with a snapshot; a missing one is recorded and fails, and so does a different one
  /// unless `RECORD_SNAPSHOTS` is set.
  static func expectSnapshot(_ text: String, _ path: String) throws {
    let file = folder.appending(path: "Snapshots").appending(path: path)
    let known = try? Data(contentsOf: file)
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    if let known, !records {
      #expect(text == String(decoding: known, as: UTF8.self), "\(path) differs from its snapshot")
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if known == nil { Issue.record("recorded the missing snapshot \(path)") }
  }
}

/// A case file: JSON data, `---`, a template.
struct Case {
  var data: ObjectValue
  var template: String

  init(_ path: String) throws {
    let text = try Fixtures.text(path)
    let separator = "\n---\n"
    guard let range = text.firstRange(of: separator) else { throw JSONReader.Failure(offset: 0) }
    data = try JSONReader.object(String(text[..<range.lowerBound]))
    template = String(text[range.upperBound...])
  }
}

/// What a template gives.
struct Rendering {
  var output = ""
  var diagnostics: [Diagnostic] = []
  var listing = ""
  var program: Program?

  init(
    _ template: String, _ data: ObjectValue = ObjectValue([]), file: String? = nil,
    missing: MissingPolicy = .error, environment: Environment = .standard
  ) {
    let compiled = TextTemplateCompiler.compile(template, file: file, environment: environment)
    diagnostics = compiled.diagnostics
    guard let program = compiled.program else { return }
    self.program = program
    listing = program.listing
    var renderer = Renderer(data: data, environment: environment, missing: missing)
    var bytes: [UInt8] = []
    renderer.render(program, emitter: PlainEmitter(), into: &bytes)
    output = String(decoding: bytes, as: UTF8.self)
    diagnostics += renderer.diagnostics
  }

  init(_ template: String, json: String, missing: MissingPolicy = .error) throws {
    self.init(template, try JSONReader.object(json), missing: missing)
  }

  var codes: [String] { diagnostics.map(\.code) }
  var paths: [String] { diagnostics.compactMap(\.dataPath) }
}
