import Draft
import Testing

@testable import DraftCommand

/// What is said of a document that the catalogue lacks.
@Suite struct UnknownDocumentTests {
  private func hints(_ document: String, _ known: [String]) -> [String] {
    Diagnostics(unknownDocument: document, known: known).items.flatMap { $0.hints.map(\.en) }
  }

  @Test func theDocumentsThatThereAreAreNamed() {
    #expect(
      hints("agrement", ["agreement", "nda"])
        == ["did you mean `agreement`?", "there are: agreement, nda"])
  }

  @Test func whereNoTemplatesAreFoundThatIsSaid() {
    #expect(
      hints("agreement", []) == ["no templates were found; `--templates` names their folder"])
  }
}
