import DraftLanguage
import Testing

/// Whatever stands in a template, it ends: with an error, never with a crash or a hang.
struct HostileTests {
  /// A small generator of pseudo-random numbers, the same on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", " if ", " endif ", " for ", " in ",
    " endfor ", " else ", " elif ", " set ", " endset ", " macro ", " endmacro ", " call ",
    " endcall ", " filter ", " endfilter ", " raw ", " endraw ", " with ", " endwith ", "x", "xs",
    "d.a", "d", "(", ")", "[", "]", "{", "}", ":", ",", ".", "|", "upper", "join", "sort", "map",
    "=", "==", "~", "+", "-", "*", "**", "/", "//", "%", "<", " not ", " and ", " or ", " is ",
    "defined", "1", "2.5", "999999999999", "\"", "'", "“", "”", "«", "»", "\n", " ", "\\", "é",
    "\u{AD}", "loop", "loop.index", "range", "namespace()", " recursive", "append", "items()",
    "\"%s\"", "format", " include ", " lang ", "kk", " endlang ", " do ", " break ", "groupby",
    "{%p ", "{{r ", "_", "$",
  ]

  @Test(arguments: 0..<8)
  func tokenSoup(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    let data = try JSONReader.object(
      #"{"x": 3, "xs": [1, "a", null], "d": {"a": [{"b": 1.5}]}, "l": {"kk": "a", "ru": "b"}}"#)
    var environment = Environment.standard
    environment.limits.steps = 20_000
    environment.limits.stringBytes = 1 << 16
    environment.limits.outputBytes = 1 << 20
    for _ in 0..<250 {
      var template = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        template += Self.words.randomElement(using: &generator) ?? ""
      }
      for missing in MissingPolicy.allCases {
        let rendering = Rendering(template, data, missing: missing, environment: environment)
        let printed = DiagnosticPrinter(.human).text(rendering.diagnostics)
        #expect(rendering.diagnostics.isEmpty || !printed.isEmpty)
      }
      let source = SourceText(Array(template.utf8))
      let scan = TagScanner.scan(source, form: .document)
      _ = BlockMatcher.match(scan.tags, in: source)
    }
  }

  /// Expressions put together by rules, so that most of them compile and run.
  @Test(arguments: 0..<4)
  func randomExpressions(seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &+ 1000)
    let data = try JSONReader.object(
      #"{"x": 3, "s": "text", "xs": [1, 2], "d": {"a": 1}, "n": null}"#)
    var environment = Environment.standard
    environment.limits.stringBytes = 1 << 16
    environment.limits.steps = 100_000
    let filters = environment.filters.keys.sorted()
    func expression(_ depth: Int) -> String {
      if depth == 0 {
        return [
          "x", "s", "xs", "d", "n", "zz", "1", "-2", "2.5", "'a'", "[]", "{}", "true", "none",
        ]
        .randomElement(using: &generator) ?? "x"
      }
      let left = expression(depth - 1)
      let right = expression(depth - 1)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0...2:
        let operation = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "and", "or"]
          .randomElement(using: &generator)
        return "(\(left) \(operation ?? "+") \(right))"
      case 3: return "(\(left) if \(right))"
      case 4: return "\(left)[\(right)]"
      case 5: return "(\(left))[\(right):]"
      case 6: return "[\(left), \(right)]"
      case 7: return "(not \(left))"
      case 8: return "(\(left)).items()"
      case 9: return "('%s' % (\(left)))"
      default:
        let filter = filters.randomElement(using: &generator) ?? "upper"
        return Bool.random(using: &generator)
          ? "(\(left))|\(filter)" : "(\(left))|\(filter)(\(right))"
      }
    }
    for _ in 0..<400 {
      let template = "{{ \(expression(Int.random(in: 1...4, using: &generator))) }}"
      _ = Rendering(template, data, missing: .blank, environment: environment)
      _ = Rendering(template, data, environment: environment)
    }
  }

  private static func many(_ text: String, _ count: Int = 10_000) -> String {
    String(repeating: text, count: count)
  }

  private static let refused: [(template: String, code: String)] = [
    ("{{ " + many("(") + " }}", "syntax"),
    ("{{ " + many("-") + "1 }}", "syntax"),
    ("{{ " + many("not ") + "1 }}", "syntax"),
    ("{{ " + many("[") + " }}", "syntax"),
    ("{{ " + many("{1:") + " }}", "syntax"),
    ("{{ x" + many(".a") + " }}", "syntax"),
    ("{{ 1" + many(" + 1") + " }}", "syntax"),
    ("{{ 'a'" + many("|upper") + " }}", "syntax"),
    ("{{ " + many("1 if ") + "1 }}", "syntax"),
    ("{{ " + many("1 if 1 else ") + "1 }}", "unclosed-tag"),
    ("{% set " + many("(") + "a = 1 %}", "syntax"),
    (many("{% if 1 %}"), "nesting-too-deep"),
    (many("{{ "), "unclosed-tag"),
    (many("{{\n"), "unclosed-tag"),
    (many("{{ '"), "unclosed-tag"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls-too-deep"),
    ("{% macro m(n) %}{{ ((n + 1) ~ m(n + 1)) }}{% endmacro %}{{ m(1) }}", "calls-too-deep"),
    ("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}", "calls-too-deep"),
    (
      "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
      "too-many-steps"
    ),
    ("{{ 'x' * 1000000000000 }}", "value-too-large"),
    (
      "{% set ns = namespace(s='xx') %}{% for i in range(99) %}"
        + "{% set ns.s = ns.s ~ ns.s %}{% endfor %}", "value-too-large"
    ),
    ("{{ [0] * 99999999999 }}", "value-too-large"),
    ("{{ 'a'|center(99999999999) }}", "value-too-large"),
    (
      "{% macro m() %}{{ " + many("(1 + ", 55) + "m()|length" + many(")", 55)
        + " }}{% endmacro %}{{ m() }}", "calls-too-deep"
    ),
    (
      "{% macro m() %}" + many("{% set a %}", 60) + "{{ " + many("[", 45) + "m()" + many("]", 45)
        + " | join }}" + many("{% endset %}", 60) + "{% endmacro %}{{ m() }}", "calls-too-deep"
    ),
    ("{{ 9 ** 999 }}", "number-overflow"),
  ]

  @Test(arguments: refused.indices)
  func isRefused(index: Int) {
    let (template, code) = Self.refused[index]
    var environment = Environment.standard
    environment.limits.steps = 1_000_000
    let rendering = Rendering(template, environment: environment)
    #expect(rendering.codes.contains(code))
  }

  private static let mistaken: [(template: String, code: String)] = [
    (many("{% if 1 %}", 20_000), "nesting-too-deep"),
    (many("{% endif %}", 20_000), "stray-tag"),
    (many("{% if x %}{% for a in b %}{% endif %}", 7000), "unclosed-block"),
    (many("{{ ) }}", 20_000), "syntax"), (many("{{ 'жук' | жок }}", 20_000), "unknown-filter"),
    ("{{ " + many("?", 60_000) + " }}", "unexpected-character"),
  ]

  /// Each mistake has a place in its line, so that twenty thousand in one line would take minutes.
  @Test(.timeLimit(.minutes(1)), arguments: mistaken.indices)
  func mistakesOfOneLineAreBounded(index: Int) {
    let (template, code) = Self.mistaken[index]
    let diagnostics = TextTemplateCompiler.compile(template).diagnostics
    #expect(diagnostics.contains { $0.code == code })
    #expect((1...2 * Findings.limit + 2).contains(diagnostics.count))
    #expect(index == 0 || diagnostics.contains { $0.code == "more-mistakes" })
    #expect(Rendering(template).output.isEmpty)
  }

  @Test func columnsOfLongLinesAreCounted() {
    let text = Self.many("жұмыс — 🇰🇿 ", 2000)
    let place = TextTemplateCompiler.compile(text + "{{ ) }}").diagnostics.first?.place
    #expect(place?.column == text.count + 4)
  }

  @Test func outputIsBounded() {
    var environment = Environment.standard
    environment.limits.outputBytes = 1000
    let rendering = Rendering(
      "{% for i in range(5000) %}0123456789{% endfor %}", environment: environment)
    #expect(rendering.codes == ["output-too-large"])
    #expect(rendering.output.utf8.count < 1100)
  }

  @Test func diagnosticsAreBounded() throws {
    let rendering = Rendering("{% for i in range(50000) %}{{ [i][1] }}{{ x[i] }}{% endfor %}")
    #expect(rendering.diagnostics.count <= 500)
  }
}
