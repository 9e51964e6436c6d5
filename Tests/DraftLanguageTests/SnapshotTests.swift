import Testing

@testable import DraftLanguage

/// One text file a case; the snapshots are what a reviewer reads.
struct SnapshotTests {
  @Test(arguments: Fixtures.names(in: "Inputs/success"))
  func succeeds(_ name: String) throws {
    let one = try Case("Inputs/success/\(name).txt")
    let rendering = Rendering(one.template, one.data, file: "\(name).txt")
    #expect(!rendering.diagnostics.contains { $0.severity == .error })
    try Fixtures.expectSnapshot(rendering.output, "success/\(name).output.txt")
    try Fixtures.expectSnapshot(rendering.listing, "success/\(name).listing.txt")
    try Fixtures.expectSnapshot(tokens(one.template), "success/\(name).tokens.txt")
    try Fixtures.expectSnapshot(
      fields(rendering.program?.fields.fields ?? []), "success/\(name).fields.txt")
  }

  @Test(arguments: Fixtures.names(in: "Inputs/errors"))
  func fails(_ name: String) throws {
    let one = try Case("Inputs/errors/\(name).txt")
    let rendering = Rendering(one.template, one.data, file: "\(name).txt")
    #expect(rendering.diagnostics.contains { $0.severity == .error })
    for language in InterfaceLanguage.allCases {
      let printer = DiagnosticPrinter(.human, language: language)
      try Fixtures.expectSnapshot(
        printer.text(rendering.diagnostics), "errors/\(name).\(language.rawValue).txt")
    }
  }

  /// The tags, and the tokens of each.
  private func tokens(_ template: String) -> String {
    let source = SourceText(Array(template.utf8))
    var text = ""
    for tag in TagScanner.scan(source, form: .text).tags {
      text += "\(tag.kind) \(tag.keyword) \(source.string(tag.span))\n"
      guard tag.kind != .comment else { continue }
      for token in Lexer.tokens(source, tag.inner).tokens { text += "  \(token.kind)\n" }
    }
    return text
  }

  private func fields(_ fields: [FieldReport.Field]) -> String {
    var text = ""
    for field in fields {
      let places = field.places.map { "\($0.line):\($0.column)" }.joined(separator: " ")
      text +=
        "\(field.path) \(field.kind.rawValue)\(field.isOptional ? " optional" : "") \(places)\n"
      for conditions in Set(field.conditions.map { $0.joined(separator: " and ") }).sorted()
      where !conditions.isEmpty {
        text += "  if \(conditions)\n"
      }
    }
    return text
  }
}
