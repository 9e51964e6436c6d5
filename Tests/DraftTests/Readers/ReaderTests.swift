import Draft
import Foundation
import TestSupport
import Testing

/// Other programs open a document of every kind of the compatibility list, and one of every template
/// that is shipped; that each sample gives a valid document is tested with the shipped documents.
@Suite(.serialized) struct ReaderTests {
  private static let office = Program.find("soffice")
  private static let python: String? = {
    let path = Program.project.appending(path: ".venv/bin/python").path()
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
  private static let hasDocx = python.map { has("docx", $0) } ?? false
  private static let hasAudit = python.map { has("openxml_audit", $0) } ?? false

  private static func has(_ module: String, _ python: String) -> Bool {
    (try? Program.run(python, ["-c", "import \(module)"]).code) == 0
  }

  /// The filled documents in a folder of their own.
  private func documents() throws -> (folder: TemporaryFolder, names: [String]) {
    let folder = try TemporaryFolder()
    var names: [String] = []
    for one in Specimen.constructs + Specimen.shipped where !one.isRepeated {
      guard let bytes = try? one.filled() else { continue }
      let name = one.name.replacing(".yaml", with: "") + ".docx"
      names.append(name)
      try Data(bytes).write(to: folder.url.appending(path: name))
    }
    #expect(names.count > 100)
    return (folder, names)
  }

  @Test(.enabled(if: office != nil, "LibreOffice (soffice) is not installed"))
  func libreOfficeOpensThemAll() throws {
    let (folder, names) = try documents()
    defer { folder.remove() }
    let profile = folder.url.appending(path: "profile").absoluteString
    // LibreOffice passes over what stands after some 250 arguments.
    for start in stride(from: 0, to: names.count, by: 100) {
      let result = try Program.run(
        ReaderTests.office ?? "",
        [
          "-env:UserInstallation=\(profile)", "--headless", "--convert-to",
          "txt:Text (encoded):UTF8",
        ]
          + names[start..<min(start + 100, names.count)], in: folder.url)
      #expect(result.code == 0, "\(result.error)")
    }
    for name in names {
      let text = folder.url.appending(path: name.replacing(".docx", with: ".txt")).path()
      #expect(FileManager.default.fileExists(atPath: text), "\(name) does not open")
    }
  }

  @Test(.enabled(if: Program.find("python3") != nil, "Python is not installed"))
  func pythonUnpacksThemAll() throws {
    let (folder, names) = try documents()
    defer { folder.remove() }
    let script = """
      import sys, zipfile
      for name in sys.argv[1:]:
          assert zipfile.ZipFile(name).testzip() is None, name
      """
    let result = try Program.run(
      Program.find("python3") ?? "", ["-c", script] + names, in: folder.url)
    #expect(result.code == 0, "\(result.error)")
  }

  @Test(.enabled(if: Program.find("7z") != nil, "7z is not installed"))
  func sevenZipUnpacksThemAll() throws {
    let (folder, _) = try documents()
    defer { folder.remove() }
    let result = try Program.run(Program.find("7z") ?? "", ["t", "*.docx"], in: folder.url)
    #expect(result.code == 0, "\(String(decoding: result.output, as: UTF8.self))")
  }

  @Test(.enabled(if: hasDocx, "python-docx is not in .venv; run `make test` with a network"))
  func pythonDocxOpensThemAll() throws {
    let (folder, names) = try documents()
    defer { folder.remove() }
    // Strict documents are not for python-docx.
    let script = """
      import sys, docx
      for name in sys.argv[1:]:
          try:
              body = docx.Document(name)
              [p.text for p in body.paragraphs]
              [c.text for t in body.tables for r in t.rows for c in r.cells]
          except Exception as fault:
              print(name, repr(fault))
      """
    let others = names.filter { $0 != "strict-document.docx" }
    let result = try Program.run(
      ReaderTests.python ?? "", ["-c", script] + others, in: folder.url)
    #expect(result.code == 0, "\(result.error)")
    #expect(String(decoding: result.output, as: UTF8.self) == "")
  }

  @Test(.enabled(if: hasAudit, "openxml-audit is not in .venv; run `make test` with a network"))
  func theSchemasHold() throws {
    let (folder, names) = try documents()
    defer { folder.remove() }
    for one in Specimen.constructs + Specimen.shipped where !one.isRepeated {
      let name = one.name.replacing(".yaml", with: "") + ".docx"
      try Data(one.template).write(to: folder.url.appending(path: "template-" + name))
    }
    let script = try String(
      contentsOf: Program.project.appending(path: "Tests/DraftTests/Fixtures/audit.py"),
      encoding: .utf8)
    let result = try Program.run(ReaderTests.python ?? "", ["-c", script] + names, in: folder.url)
    #expect(result.code == 0, "\(result.error)")
    #expect(String(decoding: result.output, as: UTF8.self) == "")
  }
}
