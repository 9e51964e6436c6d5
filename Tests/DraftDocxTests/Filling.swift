import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import DraftXML
import TestSupport
import Testing

/// A filled test document.
struct Filling {
  var package: Package
  var diagnostics: [Diagnostic]

  /// Compiles and fills.
  init(_ file: WordFile, _ json: String = "{}", missing: MissingPolicy = .error) throws {
    let template = try DocxTemplate(file.bytes, name: "t.docx", environment: .standard)
    let data = try DataFile(json: Array(json.utf8), name: nil).root
    let filled = try template.fill(with: data, missing: missing)
    package = try Package(filled.bytes)
    diagnostics = filled.diagnostics
    for entry in package.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")
    {
      _ = try XMLTree(try package.read(entry.name))
    }
  }

  /// What a reader sees of a part.
  func text(_ part: String = "word/document.xml") throws -> String {
    visibleText(try package.read(part))
  }

  /// The markup of a part.
  func xml(_ part: String = "word/document.xml") throws -> String {
    String(decoding: try package.read(part), as: UTF8.self)
  }
}

/// What a reader sees of the body of a filled document.
func fill(_ file: WordFile, _ json: String = "{}") throws -> String {
  try Filling(file, json).text()
}

/// The codes of everything that is wrong, with the paragraph of each: `unknown-field@3`.
func mistakes(_ file: WordFile, _ json: String = "{}") -> [String] {
  do {
    _ = try Filling(file, json)
    return []
  } catch let diagnostics as Diagnostics {
    return diagnostics.items.map { "\($0.code)@\($0.place?.line ?? 0)" }
  } catch {
    return ["\(error)"]
  }
}
