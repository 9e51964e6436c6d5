import DraftData
import DraftLanguage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every mistake of `Fixtures/json-errors.txt` and `yaml-errors.txt` gets the text that stands
/// under it, in three languages. Add a case by adding `=== title`, the data and `--- error`; then
/// run once with `RECORD_SNAPSHOTS=1`, read what was recorded, and commit it.
@Suite struct ErrorTextTests {
  struct Case {
    var title: String
    var input: String
    var expected: String
  }

  @Test(arguments: ["json", "yaml"])
  func errorTexts(_ format: String) throws {
    let path = "\(#filePath)"
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    let file = folder + "Fixtures/\(format)-errors.txt"
    let content = try String(contentsOfFile: String(file), encoding: .utf8)
    let cases = ErrorTextTests.cases(content)
    #expect(cases.count > 40)
    var recorded = ""
    for one in cases {
      let actual = ErrorTextTests.report { () throws in
        try format == "json" ? json(one.input) : yaml(one.input)
      }
      if actual != one.expected {
        Issue.record("\(one.title):\n\(actual)\ninstead of:\n\(one.expected)")
      }
      recorded += "=== \(one.title)\n\(one.input)\n--- error\n\(actual)\n"
    }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try recorded.write(toFile: String(file), atomically: true, encoding: .utf8)
    }
  }

  static func cases(_ content: String) -> [Case] {
    content.split(separator: "=== ").compactMap { text in
      guard let title = text.firstIndex(of: "\n"), let rule = text.firstRange(of: "\n--- error\n")
      else { return nil }
      let start = text.index(after: title)
      return Case(
        title: String(text[..<title]), input: String(text[start..<rule.lowerBound]),
        expected: String(text[rule.upperBound...].dropLast()))
    }
  }

  static func report(_ read: () throws -> some Any) -> String {
    do {
      _ = try read()
      return "no error\n"
    } catch let error as Diagnostics {
      return error.items.map(report).joined()
    } catch {
      return "\(error)\n"
    }
  }

  static func report(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.code) \(show(diagnostic.place))"]
    for language in InterfaceLanguage.allCases {
      let hints = diagnostic.hints.map { "; " + $0.text(in: language) }.joined()
      lines.append("  \(language): \(diagnostic.message.text(in: language))\(hints)")
    }
    for note in diagnostic.notes { lines.append("  \(note.message.en) \(show(note.place))") }
    return lines.map { $0 + "\n" }.joined()
  }
}
