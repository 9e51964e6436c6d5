import Draft
import TestSupport
import Testing

/// All of a template's mistakes at once, each with its paragraph.
@Suite struct PlantedMistakesTests {
  private static let file = WordFile(
    p("A letter to {{ client.name | uper }}"),
    p("Fee: {{ fee + }}"),
    p("Date: {{ date | }}"),
    p("{{ 'open }}"),
    p("good {{ a.b }}"),
    p("{{ x is evn }}"),
    p("{% set = 4 %}"),
    p("{% frobnicate %}"),
    tbl(tr(tc(p("{{ (1, 2 }}")), tc(p("good")))),
    p("{{ nofunction( }}"),
    p("{% if y %} never closed"))

  @Test func allTenAreListed() throws {
    let error = #expect(throws: Diagnostics.self) { try Template(docx: Self.file.bytes) }
    let found = (error?.items ?? []).filter { $0.severity == .error }
    let lines = Set(found.map { $0.place?.line ?? 0 })
    #expect(
      lines == [1, 2, 3, 4, 6, 7, 8, 9, 11, 12],
      "\(found.map { "\($0.code)@\($0.place?.line ?? 0)" })")
    #expect(found.allSatisfy { $0.place?.part == "body" })
  }
}
