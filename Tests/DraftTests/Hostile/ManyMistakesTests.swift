import Draft
import TestSupport
import Testing

/// Thousands of mistakes in one line do not quote that line thousands of times, and are not all listed.
@Suite struct ManyMistakesTests {
  @Test func aLongLineIsQuotedInPart() throws {
    let text =
      String(repeating: "ә", count: 30_000) + String(repeating: "{% endif %}", count: 3000)
    let error = #expect(throws: Diagnostics.self) {
      try Template(docx: WordFile(p(Run(text))).bytes)
    }
    let items = error?.items ?? []
    #expect(items.count == 101)
    #expect(items.last?.code == "more-mistakes")
    for item in items {
      let place = try #require(item.place)
      #expect(place.text.utf8.count <= 4100)
      let shown = place.text.dropFirst(place.highlight.lowerBound).prefix(place.highlight.count)
      #expect(shown == "{% endif %}")
    }
    #expect(items.last.map { $0.place?.column } == 31_101)
  }
}
