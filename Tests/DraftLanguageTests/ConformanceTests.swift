import DraftLanguage
import Testing

/// The dialect against recorded outputs of Jinja2; see the README beside the fixtures.
struct ConformanceTests {
  @Test(arguments: Fixtures.names(in: "Conformance"))
  func agreesWithJinja(_ name: String) throws {
    let one = try Case("Conformance/\(name).txt")
    let rendering = Rendering(one.template, one.data, missing: .blank)
    #expect(rendering.diagnostics.isEmpty)
    let expected = try Fixtures.text("Conformance/\(name).expected").split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = rendering.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, wanted) in zip(lines, expected) { #expect(line == wanted) }
    #expect(lines.count == expected.count)
  }
}
