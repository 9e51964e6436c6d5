import DraftData
import DraftDocx
import DraftLanguage
import DraftPackage
import DraftXML
import TestSupport
import Testing

/// One bilingual template, drawn in each language, in columns and in sequence.
@Suite struct LanguageTests {
  /// A document as a consultant keeps it: two columns, a row a clause.
  private var template: WordFile {
    var file = WordFile(
      tbl(
        tr(tc(p(style: "K", "Шарт {{ n }}")), tc(p(style: "R", "Договор {{ n }}"))),
        tr(tc(p("{%tr if paid %}")), tc(p())),
        tr(tc(p(style: "K", "Ақы {{ fee.kk }}")), tc(p(style: "R", "Плата {{ fee.ru }}"))),
        tr(tc(p("{%tr endif %}")), tc(p()))),
      tbl(
        columns: 2,
        tr(tc(p(style: "K", "Клиент"), p(style: "R", "Клиент (ru)")), tc(p("{{ name }}")))),
      p(style: "K", "Соңы"), p(style: "R", "Конец"), p("нейтрально"))
    file.header = p(style: "K", "бас {{ n }}") + p(style: "R", "верх {{ n }}")
    file.styles = [("K", "Body (kk)"), ("R", "Body (ru)")]
    return file
  }

  private func draw(_ languages: String?, _ layout: LanguageSelection.Layout = .columns)
    throws -> Package
  {
    let template = try DocxTemplate(
      template.bytes, environment: .standard,
      languages: languages.flatMap { LanguageSelection($0, layout: layout) })
    let json =
      #"{"n": 5, "paid": true, "fee": {"kk": "ақы", "ru": "плата"}, "name": {"kk": "Әли", "ru": "Али"}}"#
    let data = try DataFile(json: Array(json.utf8), name: nil).root
    let missing: MissingPolicy = languages == nil || languages == "kk,ru" ? .gap : .error
    let bytes = try template.fill(with: data, missing: missing).bytes
    let package = try Package(bytes)
    _ = try XMLTree(try package.read("word/document.xml"))
    return package
  }

  @Test func oneLanguageIsPlainParagraphsAndTablesKeepTheirShape() throws {
    let package = try draw("ru")
    #expect(
      visibleText(try package.read("word/document.xml"))
        == "Договор 5\nПлата плата\nКлиент (ru)|Али|\nКонец\nнейтрально\n")
    #expect(visibleText(try package.read("word/header1.xml")) == "верх 5\n")
    let kazakh = try draw("kk")
    #expect(
      visibleText(try kazakh.read("word/document.xml"))
        == "Шарт 5\nАқы ақы\nКлиент|Әли|\nСоңы\nнейтрально\n")
  }

  @Test func bothLanguagesInColumnsAreTheFileAsItIs() throws {
    var file = template
    file.body = file.body.replacing("<w:t>{{ name }}</w:t>", with: "<w:t>x</w:t>")
    let data = try DataFile(
      json: Array(#"{"n": 5, "paid": true, "fee": {"kk": "а", "ru": "б"}}"#.utf8), name: nil
    ).root
    let plain = try DocxTemplate(file.bytes, environment: .standard).fill(with: data).bytes
    let chosen = try DocxTemplate(
      file.bytes, environment: .standard, languages: LanguageSelection("kk,ru")
    ).fill(with: data).bytes
    #expect(plain == chosen)
  }

  @Test func sequenceSetsOneLanguageAfterTheOther() throws {
    let package = try draw("kk,ru", .sequence)
    #expect(
      visibleText(try package.read("word/document.xml"))
        == "Шарт 5\nАқы ақы\nКлиент|Әли|\nСоңы\nнейтрально\nДоговор 5\nПлата плата\nКлиент (ru)|Али|\nКонец\nнейтрально\n"
    )
    let xml = String(decoding: try package.read("word/document.xml"), as: UTF8.self)
    #expect(xml.split(separator: "<w:sectPr>").count == 2)
    #expect(xml.split(separator: "<w:pageBreakBefore/>").count == 2)
  }

  @Test func langBlocksOfOtherLanguagesGo() throws {
    let file = WordFile(
      p("a{% lang kk %}б{% endlang %}{% lang ru %}в{% endlang %}"), p("{% lang kk %}"),
      p("г {{ x }}"),
      p("{% endlang %}"), p("д"))
    func text(_ code: String) throws -> String {
      let template = try DocxTemplate(
        file.bytes, environment: .standard, languages: LanguageSelection(code))
      let data = try DataFile(json: Array(#"{"x": 1}"#.utf8), name: nil).root
      return visibleText(try Package(template.fill(with: data).bytes).read("word/document.xml"))
    }
    #expect(try text("ru") == "aв\nд\n")
    #expect(try text("kk") == "aб\nг 1\nд\n")
    #expect(try text("kk,ru") == "aбв\nг 1\nд\n")
  }

  @Test func whatIsNotDrawnNeedsNoData() throws {
    let template = try DocxTemplate(
      template.bytes, environment: .standard, languages: LanguageSelection("ru"))
    let data = try DataFile(
      json: Array(#"{"n": 1, "paid": true, "fee": {"ru": "б"}, "name": "x"}"#.utf8), name: nil
    ).root
    #expect(try template.fill(with: data).diagnostics.isEmpty)
  }

  @Test func aLocalisedValueWithoutTheLanguageIsMissing() throws {
    let template = try DocxTemplate(
      WordFile(p("{{ x }}")).bytes, environment: .standard, languages: LanguageSelection("kk"))
    let data = try DataFile(json: Array(#"{"x": {"ru": "б"}}"#.utf8), name: nil).root
    #expect(throws: Diagnostics.self) { try template.fill(with: data) }
  }

  @Test func emptiedCellsAndHeadersKeepAParagraph() throws {
    var file = WordFile(
      tbl(columns: 3, tr(tc(p(style: "K", "а")), tc(p("x")), tc(p(style: "R", "б")))), p("z"))
    file.header = p(style: "K", "бас")
    file.styles = [("K", "Body (kk)"), ("R", "Body (ru)")]
    let template = try DocxTemplate(
      file.bytes, environment: .standard, languages: LanguageSelection("ru"))
    let package = try Package(template.fill(with: ObjectValue([])).bytes)
    #expect(
      visibleText(try package.read("word/document.xml"))
        == "\n|x|б|\nz\n".replacing("\n|x", with: "|x"))
    #expect(
      String(decoding: try package.read("word/header1.xml"), as: UTF8.self).contains("<w:p/>"))
  }

  @Test func aBlockBetweenTwoLanguagesIsALocatedError() throws {
    var file = WordFile(p(style: "K", "а {% if x %} б"), p(style: "R", "в {% endif %} г"))
    file.styles = [("K", "Body (kk)"), ("R", "Body (ru)")]
    do throws(Diagnostics) {
      _ = try DocxTemplate(
        file.bytes, environment: .standard, languages: LanguageSelection("ru"))
      Issue.record("no error")
    } catch {
      #expect(error.items.map(\.code) == ["block-crosses-languages"])
      #expect(error.items.first?.place?.line == 2)
    }
  }
}
