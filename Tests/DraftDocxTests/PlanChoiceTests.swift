import DraftDocx
import DraftLanguage
import DraftPackage
import TestSupport
import Testing

/// A single document is packed by zlib, but for parts in which 64 times as much has come out as the template
/// says in them: those are packed by plans of their own. Nothing but the two sizes decides.
@Suite struct PlanChoiceTests {
  /// A template with a loop whose turns are all of one size.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var file: WordFile

    init(_ description: String, _ before: String, after: String = "", numbering: String? = nil) {
      self.description = description
      file = WordFile(
        before,
        tbl(
          columns: 2, tr(tc(p("{%tr for x in rows %}")), tc(p())),
          tr(tc(p("Қызмет · Услуга {{ x }}")), tc(p(b("{{ x }}")))),
          tr(tc(p("{%tr endfor %}")), tc(p()))), after)
      file.numbering = numbering
    }

    func template() throws -> DocxTemplate { try DocxTemplate(file.bytes, environment: .standard) }
  }

  static let name = "word/document.xml"

  /// Text of the template, so that its stories are long before a plan pays, and are packed as they grow.
  private static let words = (0..<80).map { p(Run("Тармақ · Пункт \($0 * 7919 % 1000)")) }.joined()

  private static let numbering = abstractNum(0, lvl(0, "%1.")) + num(1, of: 0)

  static let cases = [
    Case("packed when all of it is there", p("{{ end }}")),
    Case("packed as it grows", words + p("{{ end }}")),
    Case(
      "numbers of clauses are put in afterwards",
      words + li(1, 0, "{{ end }}{% clause pay %}"), after: p("п. {{ ref('pay') }}"),
      numbering: numbering),
  ]

  private static func data(_ count: Int) -> ObjectValue {
    ObjectValue([
      ("rows", .list((0..<count).map { .int(100_000 + $0 * 7919 % 900_000) })), ("none", .list([])),
      ("end", "Соңы"),
    ])
  }

  private static func bytes(
    _ template: DocxTemplate, _ count: Int, _ planning: Compression.Planning, isFast: Bool = false
  ) throws -> [UInt8] {
    let writer = PackageWriter(compression: Compression(planning, isFast: isFast))
    return try template.fill(with: data(count), writer: writer).bytes
  }

  /// The fewest rows with which the body is 64 times as long as what the template says in it.
  private static func fewest(_ template: DocxTemplate) throws -> Int {
    func size(_ count: Int) throws -> Int {
      try #require(template.render(with: data(count)).parts[name]).count
    }
    let wanted = 64 * template.programs[0].statics.count
    let turn = try size(2) - size(1)
    let count = try (wanted - size(1) + turn - 1) / turn + 1
    try #require(try size(count) >= wanted && size(count - 1) < wanted)
    return count
  }

  @Test(arguments: cases) func sizesDecide(_ one: Case) throws {
    let template = try one.template()
    let fewest = try Self.fewest(template)
    for isFast in [false, true] {
      for (count, isPlanned) in [
        (8, false), (fewest - 1, false), (fewest, true), (fewest + 300, true), (8, false),
      ] {
        let bytes = try Self.bytes(template, count, .forLongParts, isFast: isFast)
        let zlib = try Self.bytes(template, count, .never, isFast: isFast)
        let expected =
          isPlanned ? try Self.bytes(template, count, .always, isFast: isFast) : zlib
        #expect((bytes == zlib) != isPlanned, "\(count) rows, fast: \(isFast)")
        #expect(bytes == expected, "\(count) rows, fast: \(isFast)")
        #expect(Double(bytes.count) <= 1.6 * Double(zlib.count))
        let (package, other) = (try Package(bytes), try Package(zlib))
        #expect(package.entries.map(\.name) == other.entries.map(\.name))
        for entry in other.entries {
          #expect(try package.read(entry.name) == other.read(entry.name), "\(entry.name)")
        }
      }
    }
  }

  /// What was packed before, and by whom, changes nothing.
  @Test(arguments: cases) func oneWriterPacksLongAndShortDocuments(_ one: Case) throws {
    let template = try one.template()
    let counts = [8, try Self.fewest(template) + 50, 8, 40, try Self.fewest(template) + 50]
    let writer = PackageWriter(compression: Compression(.forLongParts))
    for count in counts {
      let alone = try Self.bytes(one.template(), count, .forLongParts)
      #expect(try template.fill(with: Self.data(count), writer: writer).bytes == alone)
    }
  }

  /// What comes out of a part that is mended, or gets its contents listed, is not what was noted.
  @Test func changedPartsArePackedByZlib() throws {
    let field = { (kind: String) in "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    let contents =
      "<w:p>\(field("begin"))<w:r><w:instrText>TOC \\o \"1-1\"</w:instrText></w:r>"
      + "\(field("separate"))<w:r><w:t>1</w:t></w:r>\(field("end"))</w:p>"
      + p(style: "H1", "{{ end }}")
    let emptied = tbl(
      columns: 1, tr(tc(p("{%tr for x in none %}"))), tr(tc(p("{{ x }}"))),
      tr(tc(p("{%tr endfor %}"))))
    for before in [contents, emptied] {
      var one = Case("", before)
      one.file.styles = [("H1", "heading 1"), ("TOC1", "toc 1")]
      let template = try one.template()
      let bytes = try Self.bytes(template, 2000, .forLongParts)
      #expect(bytes == (try Self.bytes(template, 2000, .never)))
      let package = try Package(bytes)
      #expect(try package.read(Self.name).count > 64 * template.programs[0].statics.count)
    }
  }
}
