import Draft
import TestSupport
import Testing

/// Thousands of mistakes in one line do not quote that line thousands of times.
@Suite struct ManyMistakesTests {
  @Test func aLongLineIsQuotedInPart() throws {
    let text = String(repeating: "{% if ә %}", count: 3000)
    let error = #expect(throws: Diagnostics.self) {
      try Template(docx: WordFile(p(Run(text))).bytes)
    }
    let items = error?.items ?? []
    #expect(!items.isEmpty)
    for item in items {
      let place = try #require(item.place)
      #expect(place.text.utf8.count <= 4100)
      let shown = place.text.dropFirst(place.highlight.lowerBound).prefix(place.highlight.count)
      #expect(shown == "{% if ә %}")
    }
    #expect(items.last.map { $0.place?.column } == 29_991)
  }
}
