import TestSupport
import Testing

/// Mistakes that documents with strangely split runs once showed.
@Suite struct SplitRunTests {
  private func runs(_ texts: String...) -> Run {
    Run(xml: "<w:r>\(texts.map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }.joined())</w:r>")
  }

  @Test func aSetJustAfterAForInOneTextStaysInTheLoop() throws {
    let file = WordFile(
      p("{% set n = namespace(i=0) %}{% for x in xs %}{% set n.i = n.i + x %}{% endfor %}{{ n.i }}")
    )
    #expect(try fill(file, #"{"xs": [1, 2]}"#) == "3\n")
  }

  @Test func aRunOfSeveralTextsThatHoldsNothingButTagsMayGo() throws {
    let file = WordFile(
      p("a{% for i", runs(" in", " xs %}{{", " "), "i }}", runs("{% ", "end"), "for %}z"))
    #expect(try fill(file, #"{"xs": [1, 2]}"#) == "a12z\n")
  }

  @Test func recursiveLoopsOverRunsGiveTextAndNoMarkup() throws {
    let file = WordFile(
      p("{% for n in t recursive %}&{{ n.k }}", b("{{ loop(n.c) }}"), "{% endfor %}."))
    #expect(
      try fill(file, #"{"t": [{"k": "<a>", "c": [{"k": "b", "c": []}]}]}"#) == "&<a>&b.\n")
  }

  @Test func textThatWouldBeLostIsTheOnlyComplaint() {
    #expect(
      mistakes(WordFile(p("text {%p if x %}"), p("B"), p("{%p endif %}")), #"{"x": 1}"#)
        == ["text-would-be-lost@1"])
  }

  @Test func statementsAreReadThoughABlockIsOpen() {
    #expect(
      mistakes(WordFile(p("{% set = 1 %}"), p("{% if x = 1 %}a{% endif %}"), p("{% if y %}")))
        .sorted() == ["syntax@1", "syntax@2", "unclosed-block@3"])
  }

  @Test func aLineFeedWrittenAsAReferenceIsASpace() throws {
    let file = WordFile(
      "<w:p><w:r><w:t>a {{&#10; x&#xA;}}&#10;b</w:t></w:r></w:p>", p("{{ y }}"))
    #expect(try fill(file, #"{"x": 1, "y": 2}"#).hasSuffix("b\n2\n"))
    #expect(mistakes(file, #"{"x": 1}"#) == ["unknown-field@2"])
  }
}
