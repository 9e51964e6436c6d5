import Draft
import Testing

/// The examples that the documentation prints are what the engine does. With `RECORD_SNAPSHOTS` set,
/// the outputs are written into the pages instead.
@Suite(.serialized) struct DocumentationExamplesTests {
  static let catalogue = "Sources/Draft/Draft.docc/"

  @Test(arguments: [
    "README.md", catalogue + "GettingStarted.md", catalogue + "Dialect.md",
    catalogue + "Wording.md", catalogue + "Data.md", catalogue + "Errors.md",
  ])
  func examplesAreTrue(_ path: String) throws {
    let page = try Page(path)
    var outputs: [Int: [String]] = [:]
    for example in Example.all(of: page) {
      let result = try example.result()
      outputs[example.output.line] = result
      if !Project.records {
        #expect(
          result == Example.lines(example.output.text), "\(path), line \(example.output.line)")
      }
    }
    #expect(!outputs.isEmpty)
    if Project.records { try Project.record(page.replacing(outputs), path) }
  }

  /// A filter, test or function that no page names is one that nobody can find.
  @Test func everyNameIsDocumented() throws {
    let pages = try ["Dialect.md", "Wording.md"].map { try Page(Self.catalogue + $0) }
    var words: Set<Substring> = []
    for line in pages.flatMap(\.lines) {
      for (index, code) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 {
        words.formUnion(code.split { !$0.isLetter && $0 != "_" })
      }
    }
    let environment = Environment.draft
    for (kind, names) in [
      ("filter", environment.filters.keys), ("test", environment.tests.keys),
      ("function", environment.functions.keys),
    ] {
      let unknown = names.filter { name in
        name.allSatisfy { $0.isLetter || $0 == "_" } && !words.contains(name[...])
      }
      #expect(unknown.sorted() == [], "no page names these \(kind)s")
    }
  }
}
