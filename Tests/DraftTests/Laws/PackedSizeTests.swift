import Draft
import DraftCasework
import DraftPackage
import TestSupport
import Testing

/// What packing by a plan costs in size: a file is at most 6 % larger than with zlib's level 6, one with a
/// big table at most 60 %. What is in the parts is the same. A template that is filled once packs documents
/// by zlib, and big tables by the plan.
///
/// With `DRAFT_SIZES` set, a line is printed for each file.
@Suite struct PackedSizeTests {
  /// The sizes by the plan and by zlib.
  ///
  /// - Parameter isBig: whether a plan pays for the document alone.
  private static func sizes(
    _ template: Template, _ data: ObjectValue, isBig: Bool = false
  ) throws -> (plan: Int, zlib: Int) {
    func bytes(_ compression: Compression) throws -> [UInt8] {
      let writer = PackageWriter(compression: compression)
      return try template.fill(with: data, writer: writer).bytes
    }
    let (plan, zlib) = (try bytes(.prepared), try bytes(.standard))
    let (planned, standard) = (try Package(plan), try Package(zlib))
    #expect(planned.entries.map(\.name) == standard.entries.map(\.name))
    for entry in standard.entries {
      #expect(try planned.read(entry.name) == standard.read(entry.name), "\(entry.name)")
    }
    var once = template
    once.isFilledOnce = true
    #expect(try once.fill(with: data).bytes == (isBig ? plan : zlib))
    return (plan.count, zlib.count)
  }

  private static func note(_ name: String, _ sizes: (plan: Int, zlib: Int)) {
    guard FileSystem.environment("DRAFT_SIZES") != nil else { return }
    let percent = 100 * Double(sizes.plan - sizes.zlib) / Double(sizes.zlib)
    print("SIZE \(name) \(sizes.zlib) \(sizes.plan) \(percent)")
  }

  @Test(arguments: ShippedDocumentsTests.shipped)
  func documentsStayWithinSixPercent(_ document: ShippedDocumentsTests.Shipped) throws {
    let path = try #require(document.description.template(for: "docx"))
    for language in [nil] + document.description.languages {
      let template = try Template(
        contentsOf: path, languages: language.flatMap { LanguageSelection([$0]) })
      for sample in document.samples {
        let sizes = try Self.sizes(template, ShippedDocumentsTests.data(sample))
        Self.note("\(sample) \(language ?? "all")", sizes)
        #expect(
          Double(sizes.plan) <= 1.06 * Double(sizes.zlib),
          "\(sample) in \(language ?? "all languages"): \(sizes)")
      }
    }
  }

  @Test(arguments: [10, 1000]) func tablesStayWithinSixtyPercent(_ count: Int) throws {
    let body = tbl(
      columns: 4, tr(tc(p("№")), tc(p("Атауы")), tc(p("Город")), tc(p("Сумма"))),
      tr(tc(p("{%tr for row in rows %}")), tc(p()), tc(p()), tc(p())),
      tr(
        tc(p("{{ row.number }}")), tc(p(b("{{ row.name }}"))), tc(p("{{ row.city }}")),
        tc(p("{{ row.sum }}"))),
      tr(tc(p("{%tr endfor %}")), tc(p()), tc(p()), tc(p())))
    let file = WordFile(body, p("{{ end }}"))
    let template = try Template(docx: file.bytes)
    var numbers = SeededNumbers(11)
    let names = ["Сапаров Нұрлан Бекұлы", "Ахметова Айгүл Серікқызы", "ТОО «Ромашка»", "ЖК Қанат"]
    let cities = ["Алматы", "Астана", "Шымкент", "Қарағанды", "Ақтөбе"]
    let rows = (1...count).map { number in
      Value.object(
        ObjectValue([
          ("number", .int(number)), ("name", .string(names[numbers.below(names.count)])),
          ("city", .string(cities[numbers.below(cities.count)])),
          ("sum", .int(numbers.below(10_000_000))),
        ]))
    }
    let sizes = try Self.sizes(
      template, ObjectValue([("rows", .list(rows)), ("end", ".")]), isBig: count == 1000)
    Self.note("\(count) rows", sizes)
    #expect(Double(sizes.plan) <= 1.6 * Double(sizes.zlib), "\(sizes)")
  }
}
