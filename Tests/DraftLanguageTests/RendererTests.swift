import Testing

@testable import DraftLanguage

/// Missing data, places, markup and the state that renderings share.
struct RendererTests {
  @Test func placesOfMissingFields() throws {
    let marked = Marked(
      "{{ 1️⃣client.adress }}\n{% for i in xs %}{{ 2️⃣i.p }}{% endfor %}{% if 3️⃣q %}{% endif %}")
    let rendering = try Rendering(
      marked.text, json: #"{"client": {"address": 1}, "xs": [{"p": 1}, {}]}"#)
    #expect(rendering.codes == ["unknown-field", "unknown-field", "unknown-field"])
    #expect(rendering.diagnostics.map(\.position) == [marked["1"], marked["2"], marked["3"]])
    #expect(rendering.paths == ["client.adress", "xs[1].p", "q"])
    #expect(rendering.diagnostics[0].hints.map(\.en) == ["did you mean `client.address`?"])
  }

  @Test(arguments: [
    ("{{ a.b | default('x') }}", "x"), ("{{ a.b.c | d('x') }}", "x"),
    ("{{ 1 if a.b is defined else 2 }}{{ 3 if a.b.c is undefined }}", "23"),
    ("[{{ n }}]", "[]"), ("{{ 'x' if n }}|", "|"), ("{{ ('x' if n) | default('y') }}", "y"),
    ("{% for x in n %}x{% else %}e{% endfor %}", "e"), ("{{ o.get('zz') }}|", "|"),
    ("{{ o.get('zz', 'f') }}", "f"), ("{{ o.k.full() }}{{ o.k() }}", "vv"),
    ("{% set u = o.zz %}{{ u | default('x') }}", "x"), ("{{ a[1].b | default('x') }}", "x"),
    ("{% macro m(p) %}{{ p | default('x') }}{% endmacro %}{{ m(a.b) }}", "x"),
    ("{{ (a.b | default(o)).k }}", "v"), ("{{ [o.zz, 1] | map('default', 0) | join }}", "01"),
  ])
  func asksWithoutError(template: String, output: String) throws {
    let rendering = try Rendering(
      template, json: #"{"n": null, "o": {"k": {"$str": "v", "full": "v"}}}"#)
    #expect(rendering.codes.isEmpty)
    #expect(rendering.output == output)
  }

  @Test func nullPrintsNothing() throws {
    #expect(try Rendering("[{{ n }}{{ n ~ 'a' }}]", json: #"{"n": null}"#).output == "[a]")
  }

  @Test func gaps() throws {
    let rendering = try Rendering(
      "A {{ client.name | upper }} B {{ x.y.z }} C {{ n }}", json: #"{"client": {}, "n": 1}"#,
      missing: .gap)
    #expect(rendering.output == "A [____ client.name ____] B [____ x.y.z ____] C 1")
    #expect(rendering.codes == ["unknown-field", "unknown-field"])
  }

  @Test func undefinedArgumentsCountAsNotGiven() throws {
    let rendering = try Rendering(
      "{{ x | round(precision=o.places) }}", json: #"{"x": 1.7, "o": {}}"#)
    #expect(rendering.output == "2.0")
    #expect(rendering.diagnostics.isEmpty)
  }

  /// An emitter that escapes, as the one of documents does.
  struct Escaping: ValueEmitter {
    func emit(_ text: String, site: Int32, into output: inout [UInt8]) throws(EmissionError) {
      guard !text.contains("\u{1}") else {
        throw EmissionError(
          code: "forbidden-character", message: Message(en: "no", ru: "нет", kk: "жоқ"))
      }
      for byte in text.utf8 {
        if byte == 0x3C { output += Array("&lt;".utf8) } else { output.append(byte) }
      }
    }

    func emit(_ fragment: Fragment, site: Int32, into output: inout [UInt8]) {
      output += fragment.bytes
    }
  }

  private func pieces(_ source: SourceText, _ level: MarkupLevel) -> [Piece] {
    var pieces: [Piece] = []
    var at = 0
    for tag in TagScanner.scan(source, form: .document).tags {
      pieces.append(.literal(at..<tag.span.lowerBound))
      pieces.append(.tag(tag, site: 7, language: nil, captures: level))
      at = tag.span.upperBound
    }
    pieces.append(.literal(at..<source.text.count))
    return pieces
  }

  @Test func capturedMarkupIsNotEscapedTwice() throws {
    let text =
      "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m(v) }}{% set c %}{{ v }}{% endset %}{{ c }}"
    let source = SourceText(Array(text.utf8))
    let data = ObjectValue([("v", .string("1<2"))])
    for (level, wanted) in [
      (MarkupLevel.run, "<b>1&lt;2</b>1&lt;2"), (.text, "&lt;b>1&lt;2&lt;/b>1&lt;2"),
    ] {
      let compiled = Program.compile(
        pieces: pieces(source, level), statics: source.text, source: source)
      let program = try #require(compiled.program)
      var renderer = Renderer(data: data)
      var output: [UInt8] = []
      renderer.render(program, emitter: Escaping(), into: &output)
      #expect(String(decoding: output, as: UTF8.self) == wanted)
      #expect(renderer.diagnostics.isEmpty)
    }
  }

  @Test func emissionErrorsNameThePath() throws {
    let source = SourceText(Array("{{ client.name }}".utf8))
    let program = try #require(
      Program.compile(pieces: pieces(source, .run), statics: source.text, source: source).program)
    var renderer = Renderer(
      data: ObjectValue([("client", .object(ObjectValue([("name", .string("a\u{1}"))])))]))
    var output: [UInt8] = []
    renderer.render(program, emitter: Escaping(), into: &output)
    #expect(renderer.diagnostics.map(\.code) == ["forbidden-character"])
    #expect(renderer.diagnostics.map(\.dataPath) == ["client.name"])
  }

  @Test func rememberAndRestore() throws {
    let source = SourceText(
      Array(
        "{% set ns.n = ns.n + 1 %}{% set x = x + 1 %}{% do l.append(1) %}{% set ns = namespace(n=0) %}{% set x = 0 %}{% set l = [] %}{{ ns.n }}{{ x }}{{ l|length }}"
          .utf8))
    let tags = TagScanner.scan(source, form: .document).tags
    func piece(_ index: Int) -> Piece {
      .tag(tags[index], site: 0, language: nil, captures: .text)
    }
    let once = [piece(0), piece(1), piece(2)]
    let shown = [piece(6), piece(7), piece(8)]
    let all: [Piece] =
      [piece(3), piece(4), piece(5), .remember] + once + shown + [.restore] + once + shown
    let program = try #require(
      Program.compile(pieces: all, statics: source.text, source: source).program)
    var renderer = Renderer(data: ObjectValue([]))
    var output: [UInt8] = []
    renderer.render(program, emitter: PlainEmitter(), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "111111")
    #expect(renderer.diagnostics.isEmpty)
  }

  @Test func includes() throws {
    var environment = Environment.standard
    environment.includes = { name in
      switch name {
      case "head.txt":
        SourceText(Array("<{{ who }}{% set who = 'inner' %}{{ who }}>".utf8), file: name)
      case "loop.txt": SourceText(Array("{% include 'loop.txt' %}".utf8), file: name)
      case "bad.txt": SourceText(Array("line\n{{ nope }}".utf8), file: name)
      default: nil
      }
    }
    let good = Rendering(
      "{% set who = 'outer' %}{% include 'head.txt' %}{{ who }}{% include 'none' ignore missing %}",
      environment: environment)
    #expect(good.output == "<outerinner>outer")
    #expect(good.diagnostics.isEmpty)
    #expect(
      Rendering("{% include 'loop.txt' %}", environment: environment).codes == ["include-cycle"])
    #expect(
      Rendering("{% include 'hed.txt' %}", environment: environment).codes == ["include-missing"])
    let bad = Rendering("{% include 'bad.txt' %}", environment: environment)
    #expect(bad.diagnostics.map { $0.place?.file } == ["bad.txt"])
    #expect(bad.diagnostics.map(\.position) == ["2:4"])
    #expect(Rendering("{% include 'x' %}").codes == ["include-unavailable"])
  }

  @Test func warningsAreSaidOnce() throws {
    var environment = Environment.standard
    environment.add(
      filter: Filter("shout", [.init("mark", .string("!"))], inputKind: .text) {
        (input) throws(FilterError) in
        let text = try input.string()
        input.warn(
          code: "loud", message: Message(en: text, ru: text, kk: text), key: text)
        return .string(
          text.uppercased() + (try input.string("mark") ?? "") + (input.language ?? "-"))
      })
    let rendering = Rendering(
      "{% for i in [1, 2] %}{{ 'a' | shout }}{% endfor %}{% lang kk %}{{ 'b' | shout(mark='?') }}{% endlang %}",
      environment: environment)
    #expect(rendering.output == "A!-A!-B?kk")
    #expect(rendering.diagnostics.map(\.message.en) == ["a", "b"])
    #expect(
      Rendering("{{ 1 | shout(loud=1) }}", environment: environment).codes == ["wrong-arguments"])
  }

  @Test func printers() throws {
    let rendering = Rendering("a\tb {{ ә.құн }}", file: "t.txt")
    let short = DiagnosticPrinter(.short, language: .ru).text(rendering.diagnostics)
    #expect(short == "t.txt:1:8: error[unknown-field]: в данных дела нет поля `ә.құн`\n")
    let json = DiagnosticPrinter(.json, language: .kk).text(rendering.diagnostics)
    #expect(
      json.hasPrefix(#"{"severity":"error","code":"unknown-field","message":"іс деректерінде"#))
    #expect(json.contains(#""place":{"file":"t.txt","part":null,"line":1,"column":8,"#))
  }
}
