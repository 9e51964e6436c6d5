import TestSupport
import Testing

@Suite struct InlineTests {
  @Test func aValueStandsWhereItsTagStands() throws {
    #expect(
      try fill(WordFile(p("Dear {{ name }}, hello")), #"{"name": "Ann"}"#) == "Dear Ann, hello\n")
  }

  @Test func aTagSplitOverRunsIsOneTag() throws {
    #expect(
      try fill(WordFile(p("Dear {{ na", b("me"), " }}!")), #"{"name": "Ann"}"#) == "Dear Ann!\n")
    #expect(
      try fill(WordFile(p("a {", "{", b(" na"), i("me "), "}", "} z")), #"{"name": "Ann"}"#)
        == "a Ann z\n")
  }

  @Test func aValueHasTheFormattingOfItsFirstExpressionCharacter() throws {
    let xml = try Filling(WordFile(p("{{ ", b("name"), " }}")), #"{"name": "Ann"}"#).xml()
    #expect(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Ann</w:t>"))
  }

  @Test func valuesAreEscaped() throws {
    let filling = try Filling(WordFile(p("{{ name }}")), #"{"name": "A & B <C> \"D\""}"#)
    #expect(try filling.text() == "A & B <C> \"D\"\n")
    #expect(try filling.xml().contains("A &amp; B &lt;C&gt;"))
  }

  @Test func breaksTabsAndParagraphsInValues() throws {
    let file = WordFile(p(b("x{{ v }}y")))
    #expect(try fill(file, #"{"v": "a\nb"}"#) == "xa↵by\n")
    #expect(try fill(file, #"{"v": "a\r\nb"}"#) == "xa↵by\n")
    #expect(try fill(file, #"{"v": "a\n\nb"}"#) == "xa↵↵by\n")
    #expect(try fill(file, #"{"v": "a\tb"}"#) == "xa⇥by\n")
    #expect(try fill(file, #"{"v": "a\u0007b"}"#) == "xa\nby\n")
    #expect(try fill(file, #"{"v": "a\fb"}"#) == "xa⌷by\n")
    let xml = try Filling(file, #"{"v": "a\u0007b"}"#).xml()
    #expect(xml.split(separator: "<w:b/>").count == 3)
  }

  @Test func forbiddenCharactersAreErrorsThatNameThePath() throws {
    #expect(
      mistakes(WordFile(p("{{ a.b }}")), #"{"a": {"b": "x\u0001y"}}"#) == ["forbidden-character@1"])
    #expect(mistakes(WordFile(p("{{ a }}")), #"{"a": "\uFFFF"}"#) == ["forbidden-character@1"])
  }

  @Test func overLongValuesAreErrors() {
    let value = String(repeating: "a", count: (4 << 20) + 1)
    #expect(mistakes(WordFile(p("{{ a }}")), "{\"a\": \"\(value)\"}") == ["value-too-long@1"])
  }

  @Test func conditionsInsideOneText() throws {
    let file = WordFile(p("A{% if x %}B{% else %}C{% endif %}D"))
    #expect(try fill(file, #"{"x": true}"#) == "ABD\n")
    #expect(try fill(file, #"{"x": false}"#) == "ACD\n")
  }

  @Test func conditionsAcrossRuns() throws {
    let file = WordFile(p("A{% if x %}", b("B"), i("C"), "{% endif %}D"))
    #expect(try fill(file, #"{"x": true}"#) == "ABCD\n")
    #expect(try fill(file, #"{"x": false}"#) == "AD\n")
  }

  @Test func textBesideAConditionKeepsItsOwnFormatting() throws {
    let file = WordFile(p(b("A{% if x %}B"), "C{% endif %}D"))
    let xml = try Filling(file, #"{"x": false}"#).xml()
    #expect(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">A</w:t></w:r>"))
    #expect(!xml.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">D"))
    #expect(try fill(file, #"{"x": true}"#) == "ABCD\n")
  }

  @Test func conditionsAcrossParagraphsJoinTheTwoEnds() throws {
    let file = WordFile(p("A{% if x %}B"), p("C"), p("D{% endif %}E"))
    #expect(try fill(file, #"{"x": true}"#) == "AB\nC\nDE\n")
    #expect(try fill(file, #"{"x": false}"#) == "AE\n")
  }

  @Test func loopsAcrossParagraphs() throws {
    let file = WordFile(p("A{% for i in xs %}B{{ i }}"), p("C{% endfor %}D"))
    #expect(try fill(file, #"{"xs": [1, 2]}"#) == "AB1\nCB2\nCD\n")
    #expect(try fill(file, #"{"xs": []}"#) == "AD\n")
  }

  @Test func loopsInsideOneText() throws {
    let file = WordFile(
      p("{% for i in xs %}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}."))
    #expect(try fill(file, #"{"xs": ["a", "b", "c"]}"#) == "a, b, c.\n")
  }

  @Test func adjacentBlocksAcrossRuns() throws {
    let file = WordFile(
      p("{% if a %}", b("A"), "{% endif %}{% if b %}", i("B"), "{% endif %}{% if c %}C{% endif %}z")
    )
    #expect(try fill(file, #"{"a": true, "b": false, "c": true}"#) == "ACz\n")
    #expect(try fill(file, #"{"a": false, "b": true, "c": false}"#) == "Bz\n")
  }

  @Test func nestedBlocksAcrossRuns() throws {
    let file = WordFile(
      p(
        "{% for x in xs %}[", b("{% if x.y %}yes"), "{% else %}", i("no"),
        "{% endif %}]{% endfor %}"))
    #expect(try fill(file, #"{"xs": [{"y": true}, {"y": false}]}"#) == "[yes][no]\n")
  }

  @Test func commentsVanish() throws {
    #expect(try fill(WordFile(p("A{# no ", b("one"), " #}B"))) == "AB\n")
  }

  @Test func literalBraces() throws {
    #expect(try fill(WordFile(p("{_{ x }_} {_% y %_}"))) == "{{ x }} {% y %}\n")
    #expect(try fill(WordFile(p("{_", b("{ x }"), "_}"))) == "{{ x }}\n")
    #expect(try fill(WordFile(p("{% raw %}{{ x }}{% endraw %}"))) == "{{ x }}\n")
  }

  @Test func curlyQuotesAndNoBreakSpacesInTags() throws {
    #expect(
      try fill(WordFile(p("{%\u{A0}if x == “a”\u{A0}%}yes{% endif %}")), #"{"x": "a"}"#) == "yes\n")
    #expect(try fill(WordFile(p("{% if x == «a» %}yes{% endif %}")), #"{"x": "a"}"#) == "yes\n")
    #expect(try fill(WordFile(p("{{ x – 1 }}")), #"{"x": 3}"#) == "2\n")
  }

  @Test func breaksAndTabsInsideTagsAreSpaces() throws {
    #expect(try fill(WordFile(p("{{", br, "x", tab, "}}!")), #"{"x": 1}"#) == "1!\n")
  }

  @Test func setIsSilent() throws {
    #expect(try fill(WordFile(p("A{% set x = 2 %}B{{ x }}"))) == "AB2\n")
    #expect(try fill(WordFile(p("{% set x = 2 %}"), p("{{ x }}"))) == "2\n")
  }

  @Test func macrosWithinAParagraphGiveText() throws {
    let file = WordFile(
      p("{% macro f(x) %}<", b("{{ x }}"), ">{% endmacro %}"),
      p("{{ f('a') }} {{ f('b') | upper }}"))
    #expect(try fill(file) == "<a> <B>\n")
  }

  @Test func capturedTextIsEscapedOnce() throws {
    let file = WordFile(p("{% set s %}{{ v }} & co{% endset %}{{ s }}"))
    #expect(try fill(file, #"{"v": "a<b"}"#) == "a<b & co\n")
  }

  @Test func filterBlocks() throws {
    #expect(try fill(WordFile(p("{% filter upper %}ab", b("cd"), "{% endfilter %}"))) == "ABCD\n")
  }

  @Test func hyperlinksAndAlternativeTexts() throws {
    var file = WordFile(
      p(raw("<w:hyperlink r:id=\"rIdL\"><w:r><w:t>{{ site }}</w:t></w:r></w:hyperlink>")),
      p(
        raw(
          "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"{{ alt }}\"/></wp:inline></w:drawing></w:r>"
        )))
    file.links = [("rIdL", "https://example.kz/%7B%7B%20path%20%7D%7D?a=1&amp;b=2")]
    let filling = try Filling(file, #"{"site": "S", "path": "p&q", "alt": "\"a\""}"#)
    #expect(try filling.text() == "S\n\n")
    #expect(
      try filling.xml("word/_rels/document.xml.rels").contains(
        "https://example.kz/p&amp;q?a=1&amp;b=2"))
    #expect(try filling.xml().contains("descr=\"&quot;a&quot;\""))
  }

  @Test func fieldInstructions() throws {
    let file = WordFile(
      p(
        raw(
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"{{ u</w:instrText></w:r><w:r><w:instrText>rl }}\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )))
    #expect(try Filling(file, #"{"url": "http://a.kz"}"#).xml().contains("HYPERLINK \"http://a.kz"))
  }

  @Test func movedAndDeletedTextIsNotRead() throws {
    let file = WordFile(
      p(
        raw(
          "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>"),
        "{{ x }}"))
    #expect(try Filling(file, #"{"x": 1}"#).text() == "1\n")
  }
}
