import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import TestSupport
import Testing

/// The languages that a template declares, and what it may then hold.
@Suite struct DeclaredLanguageTests {
  private func file(_ blocks: String...) -> WordFile {
    var file = WordFile(blocks.joined())
    file.styles = [("K", "Text (kk)"), ("R", "Text (ru)"), ("E", "Text (en)")]
    return file
  }

  private func codes(_ file: WordFile, _ languages: String? = nil) -> [String] {
    do throws(Diagnostics) {
      _ = try DocxTemplate(
        file.bytes, environment: .standard, languages: languages.flatMap { LanguageSelection($0) })
      return []
    } catch {
      return error.items.map { "\($0.code)@\($0.place?.line ?? 0)" }
    }
  }

  private func draw(_ file: WordFile, _ languages: String) throws -> String {
    let template = try DocxTemplate(
      file.bytes, environment: .standard, languages: LanguageSelection(languages))
    let data = try DataFile(json: Array(#"{"a": true}"#.utf8), name: nil).root
    return visibleText(try Package(template.fill(with: data).bytes).read("word/document.xml"))
  }

  @Test func stylesAndBlocksMustBeDeclared() {
    let declaration = p("{% languages kk, ru %}")
    #expect(codes(file(declaration, p(style: "K", "a"), p(style: "R", "b"))) == [])
    #expect(
      codes(file(declaration, p(style: "E", "a"), p(style: "E", "b"))) == [
        "undeclared-language@2"
      ])
    #expect(
      codes(file(declaration, p("{% lang en %}x{% endlang %}"))) == ["undeclared-language@2"])
    #expect(codes(file(p("{% lang de %}x{% endlang %}"))) == ["unknown-language@1"])
    #expect(codes(file(p("{% languages kk, de %}"), p("x"))) == ["unknown-language@1"])
    #expect(
      codes(file(p("{% languages kk default ru %}"), p("x"))) == ["undeclared-language@1"])
    #expect(
      codes(file(declaration, p("{% languages ru %}"), p("x"))) == ["languages-twice@2"])
    #expect(codes(file(p("{% languages %}"), p("x"))) == ["syntax@1"])
    #expect(codes(file(p("{% lang kk %}x"))) == ["unclosed-block@1"])
    #expect(codes(file(p("x{% endlang %}"))) == ["stray-tag@1"])
  }

  @Test func whatTheTemplateLacksIsNotDrawn() {
    let declared = file(p("{% languages kk, ru %}"), p("x {{ a }}"))
    #expect(codes(declared, "en") == ["language-not-in-template@1"])
    #expect(codes(declared, "kk") == [])
    #expect(codes(file(p(style: "R", "a")), "kk") == ["language-not-in-template@0"])
    #expect(codes(file(p("no marks {{ a }}")), "en") == [], "neutral text fits every language")
  }

  @Test func unmarkedTextHasTheDefaultLanguage() throws {
    let template = file(
      p("{% languages kk, ru default ru %}"), p("{% set x = 1 %}"), p("русский {{ x }}"),
      p(style: "K", "қазақша {{ x }}"), p("{% lang kk %}"), p("ішінде"), p("{% endlang %}"),
      p("{% if a %}"), p("тоже"), p("{% endif %}"))
    #expect(try draw(template, "ru") == "русский 1\nтоже\n")
    #expect(try draw(template, "kk") == "қазақша 1\nішінде\n")
    #expect(try draw(template, "kk,ru") == "русский 1\nқазақша 1\nішінде\nтоже\n")
  }

  @Test func textTemplatesDoTheSame() throws {
    func draw(_ text: String, _ languages: String?) throws -> String {
      let compiled = TextTemplateCompiler.compile(
        Array(text.utf8), languages: languages.flatMap { LanguageSelection($0) })
      guard let program = compiled.program else {
        return compiled.diagnostics.map(\.code).joined(separator: " ")
      }
      var renderer = Renderer(data: ObjectValue([]))
      var output: [UInt8] = []
      renderer.render(program, emitter: PlainEmitter(), into: &output)
      return String(decoding: output, as: UTF8.self)
    }
    let text = "{% languages kk, ru default ru -%}\nтекст {% lang kk %}мәтін{% endlang %}."
    #expect(try draw(text, "ru") == "текст .")
    #expect(try draw(text, "kk") == "мәтін")
    #expect(try draw(text, nil) == "текст мәтін.")
    #expect(try draw(text, "en") == "language-not-in-template")
    #expect(try draw("{% lang de %}x{% endlang %}", nil) == "unknown-language")
    #expect(
      try draw("{% languages ru -%}\n{% lang kk %}x{% endlang %}", nil) == "undeclared-language")
    #expect(try draw("{% lang kk %}x", nil) == "unclosed-block")
  }

  @Test func aTemplateAsksWhichLanguagesAreDrawn() throws {
    let text = """
      {% languages ru, kk -%}
      {{ draft.languages | join("+") }} {{ draft.layout }}\
      {% if draft.languages | length > 1 %} two{% endif %}{% lang kk %}.{% endlang %}
      """
    func draw(_ languages: LanguageSelection?, _ data: ObjectValue = ObjectValue([])) throws
      -> String
    {
      let compiled = TextTemplateCompiler.compile(Array(text.utf8), languages: languages)
      let program = try #require(compiled.program)
      var renderer = Renderer(data: data)
      var output: [UInt8] = []
      renderer.render(program, emitter: PlainEmitter(), into: &output)
      #expect(renderer.diagnostics.isEmpty)
      #expect(program.fields.fields.isEmpty)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(try draw(nil) == "ru+kk columns two.")
    #expect(try draw(LanguageSelection("kk")) == "kk columns.")
    #expect(try draw(LanguageSelection("ru")) == "ru columns")
    #expect(try draw(LanguageSelection("kk,ru", layout: .sequence)) == "kk+ru sequence two.")
    // Data of that name hide it, as they hide Jinja's globals.
    let own: Value = ["languages": ["x"], "layout": "y"]
    #expect(try draw(nil, ObjectValue([(key: "draft", value: own)])) == "x y.")
  }

  @Test func aWordTemplateAsksWhichLanguagesAreDrawn() throws {
    var file = WordFile(
      p(style: "K", "мәтін {{ draft.languages | length }}"),
      p(style: "R", "текст {{ draft.languages | first }}"),
      p("{%p if draft.languages | length > 1 %}"), p("both {{ draft.layout }}"), p("{%p endif %}"))
    file.styles = [("K", "Text (kk)"), ("R", "Text (ru)")]
    func draw(_ languages: String?, _ layout: LanguageSelection.Layout = .columns) throws -> String
    {
      let template = try DocxTemplate(
        file.bytes, environment: .standard,
        languages: languages.flatMap { LanguageSelection($0, layout: layout) })
      let bytes = try template.fill(with: ObjectValue([])).bytes
      return visibleText(try Package(bytes).read("word/document.xml"))
    }
    #expect(try draw(nil) == "мәтін 2\nтекст kk\nboth columns\n")
    #expect(try draw("ru") == "текст ru\n")
    #expect(try draw("kk,ru", .sequence).contains("both sequence"))
  }

  @Test func aTableOfContentsAsksWordForItsPages() throws {
    func field(_ kind: String) -> Run {
      raw("<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>")
    }
    var template = WordFile(
      p(
        field("begin"), raw("<w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>"),
        field("separate"), "old", field("end")), p("{{ x }}"))
    template.settings = "<w:zoom w:percent=\"100\"/><w:compat/><w:listSeparator w:val=\";\"/>"
    let filling = try Filling(template, #"{"x": 1}"#)
    #expect(
      try filling.xml("word/settings.xml").contains(
        "<w:zoom w:percent=\"100\"/><w:updateFields w:val=\"true\"/><w:compat/>"))
    #expect(try filling.xml().contains("<w:fldChar w:dirty=\"true\" w:fldCharType=\"begin\"/>"))
    var without = WordFile(p("{{ x }}"))
    without.settings = template.settings
    #expect(try !Filling(without, #"{"x": 1}"#).xml("word/settings.xml").contains("updateFields"))
  }
}
