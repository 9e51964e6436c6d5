import Draft
import DraftPackage
import TestSupport
import Testing

/// text(fill(document)) = fill(text(document)): a template of paragraphs says what the same lines say as
/// a text template.
@Suite struct TextLawTests {
  /// Templates whose tags stand within their lines, with data for all of them.
  private static let lines: [(name: String, lines: [String], data: String)] = [
    (
      "values", ["Dear {{ n }},", "{{ a }} & {{ n | upper }}", "{{ '<' ~ n ~ '>' }}"],
      #"{"n": "A&B", "a": 1}"#
    ),
    (
      "conditions",
      ["{% if x %}yes{% else %}no{% endif %}.", "{% if not x %}a{% elif y %}b{% endif %}"],
      #"{"x": true, "y": 1}"#
    ),
    (
      "loops", ["{% for i in xs %}{{ loop.index }}:{{ i }};{% endfor %}", "end"],
      #"{"xs": ["p", "q"]}"#
    ),
    ("crossing", ["a {% if x %}b", "c", "d {% endif %}e", "f"], #"{"x": false}"#),
    ("crossing-kept", ["a {% if x %}b", "c", "d {% endif %}e", "f"], #"{"x": true}"#),
    (
      "crossing-loop", ["a {% for i in xs %}b{{ i }}", "c{{ i }}{% endfor %}", "f"],
      #"{"xs": [1, 2, 3]}"#
    ),
    ("set", ["x{% set a = 2 %}{{ a }}", "{{ a + 1 }}"], "{}"),
    ("macro", ["{% macro f(x) %}<{{ x }}>{% endmacro %}{{ f('a') }}", "{{ f('b & c') }}"], "{}"),
    ("comments", ["a{# b #}c", "d{# e #}f"], "{}"),
    ("trims", ["a {%- if x -%} b {%- endif -%} c", "z {{- n -}} d"], #"{"x": true, "n": "N"}"#),
    ("trims-captured", ["{% set s -%} x {%- endset %}[{{ s }}]"], "{}"),
    (
      "recursive", ["{% for n in t recursive %}<{{ n.k }}{{ loop(n.c) }}>{% endfor %}"],
      #"{"t": [{"k": "a&b", "c": [{"k": "<", "c": []}]}]}"#
    ),
    ("raw", ["{% raw %}{{ x }}{% endraw %}", "z"], "{}"),
  ]

  @Test(arguments: lines.indices) func paragraphsAreLines(_ index: Int) throws {
    let one = TextLawTests.lines[index]
    let data = try DataFile(json: Array(one.data.utf8), name: nil).root
    var file = WordFile()
    file.body = one.lines.map { p(Run($0)) }.joined()
    let text = try Template(text: one.lines.map { $0 + "\n" }.joined()).fill(with: data)
    let filled = try Template(docx: file.bytes).fill(with: data)
    let visible = visibleText(try Package(filled.bytes).read("word/document.xml"))
    #expect(visible == String(decoding: text.bytes, as: UTF8.self), "\(one.name)")
  }

  /// Random templates of words that occur once: every static word of the chosen branches and every
  /// value comes out, once and in order, and nothing else does.
  @Test func everyCharacterComesOutOnce() throws {
    for seed in 1...UInt64(150) {
      var maker = WordSalad(seed: seed)
      let salad = maker.make()
      var file = WordFile()
      file.body = salad.body
      var splitter = RunSplitter(seed: seed, rarity: 5)
      let bytes = seed.isMultiple(of: 2) ? try splitter.split(file.bytes) : file.bytes
      let data = try DataFile(json: Array(salad.data.utf8), name: nil).root
      let filled: [UInt8]
      do throws(Diagnostics) {
        filled = try Template(docx: bytes).fill(with: data, missing: .error).bytes
      } catch {
        Issue.record("seed \(seed): \(error.items.map(\.code)) \(salad.body)")
        return
      }
      let words = visibleText(try Package(filled).read("word/document.xml"))
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(words == salad.expected, "seed \(seed): \(salad.body)")
      let faults = try DocumentValidity.newFaults(of: filled, template: bytes)
      #expect(faults == [], "seed \(seed)")
      if words != salad.expected || !faults.isEmpty { return }
    }
  }
}
