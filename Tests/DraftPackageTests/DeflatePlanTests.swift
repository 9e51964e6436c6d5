import DraftPackage
import TestSupport
import Testing

@Suite("Fills deflated by their template's plan come back byte for byte")
struct DeflatePlanTests {
  private static let words = [
    "Сапаров ", "Нурлан ", "шарт ", "1 250 000 ", "теңге ", "№ 7 ", "<w:t>", "</w:t></w:r>", "ә",
  ]

  /// XML-like bytes, with much that comes again.
  private static func statics(_ numbers: inout SeededNumbers, _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if bytes.count > 200, numbers.once(in: 3) {
        let start = numbers.below(bytes.count - 100)
        bytes += Array(bytes[start..<start + 20 + numbers.below(80)])
      } else {
        bytes += Array(words[numbers.below(words.count)].utf8)
      }
    }
    return bytes
  }

  private struct Fill {
    var bytes: [UInt8] = []
    var copies: [TemplateDeflater.Copy] = []
  }

  private static func fill(
    _ segments: [DeflatePlan.Segment], _ statics: [UInt8], steps: Int, inOrder: Bool,
    _ numbers: inout SeededNumbers
  ) -> Fill {
    var fill = Fill()
    for step in 0..<steps where fill.bytes.count < 2_000_000 {
      if !segments.isEmpty, !numbers.once(in: 3) {
        let number = inOrder ? step % segments.count : numbers.below(segments.count)
        fill.copies.append(.init(segment: Int32(number), start: Int32(fill.bytes.count)))
        fill.bytes += statics[segments[number].range]
        continue
      }
      switch numbers.below(4) {
      case 0: for _ in 0..<numbers.below(40) { fill.bytes.append(UInt8(numbers.below(256))) }
      case 1: fill.bytes += Self.statics(&numbers, numbers.below(30_000))
      case 2 where !fill.bytes.isEmpty:
        fill.bytes += Array(fill.bytes[numbers.below(fill.bytes.count)...].prefix(700))
      default: fill.bytes += Self.statics(&numbers, numbers.below(60))
      }
    }
    return fill
  }

  /// What zlib unpacks, through a package, which also compares the checksum.
  private static func unpacked(_ fill: Fill, _ plan: DeflatePlan, _ writer: PackageWriter) throws
    -> [UInt8]
  {
    let package = try Package(ZipMaker.package([.init("a.xml", "<a/>")]).bytes)
    let prepared = try PreparedPackage(package, parts: [.init(name: "a.xml", plan: plan)])
    let archive = try writer.write(
      prepared, [.init(bytes: fill.bytes, copies: fill.copies)])
    return try Package(
      archive, limits: PackageLimits(ratio: 100_000)
    ).read("a.xml")
  }

  @Test(arguments: 1...60)
  func anyFillComesBack(seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed))
    let statics = Self.statics(&numbers, seed % 10 == 0 ? 150_000 : 200 + numbers.below(20_000))
    var segments: [DeflatePlan.Segment] = []
    for index in 0..<numbers.below(30) {
      let length = numbers.once(in: 8) ? numbers.below(statics.count) : numbers.below(600)
      let lower = numbers.below(statics.count)
      segments.append(
        .init(
          range: lower..<min(statics.count, lower + length + 1),
          // Promises that are not kept cost size, never the bytes.
          standsUntil: index + numbers.below(40)))
    }
    let plan = DeflatePlan(segments, of: statics, sample: seed % 3 == 0 ? [] : statics)
    let writer = PackageWriter(compression: .prepared)
    for steps in [0, 1, 40, seed % 6 == 0 ? 6000 : 300] {
      let fill = Self.fill(segments, statics, steps: steps, inOrder: seed % 2 == 0, &numbers)
      #expect(try Self.unpacked(fill, plan, writer) == fill.bytes)
    }
  }

  @Test func rowsBecomeMatches() throws {
    var numbers = SeededNumbers(7)
    let statics = Self.statics(&numbers, 2700)
    let segments = (0..<6).map {
      DeflatePlan.Segment(range: $0 * 450..<$0 * 450 + 450, standsUntil: 6)
    }
    let plan = DeflatePlan(segments, of: statics, sample: statics)
    var fill = Fill()
    for step in 0..<6000 {
      fill.copies.append(.init(segment: Int32(step % 6), start: Int32(fill.bytes.count)))
      fill.bytes += statics[segments[step % 6].range]
      fill.bytes += Self.statics(&numbers, 1 + numbers.below(20))
    }
    let package = try Package(ZipMaker.package([.init("a.xml", "<a/>")]).bytes)
    let prepared = try PreparedPackage(package, parts: [.init(name: "a.xml", plan: plan)])
    func size(_ copies: [TemplateDeflater.Copy]?) throws -> Int {
      try PackageWriter(compression: .prepared).write(
        prepared, [.init(bytes: fill.bytes, copies: copies)]
      ).count
    }
    let (ours, zlib) = (try size(fill.copies), try size(nil))
    #expect(Double(ours) <= 1.6 * Double(zlib), "\(ours) bytes, zlib \(zlib)")
  }

  @Test func thePackageIsTheOneThatLibzipWrites() throws {
    let package = try Package(
      ZipMaker.package([
        .init("word/document.xml", "<d/>"), .init("логотип.png", [1, 2, 3]), .init("b", "2"),
        .init("old", "3"), .init("c.xml", "<c/>"),
      ]).bytes)
    let parts = ["c.xml", "word/document.xml"]
    let contents = [
      Array(String(repeating: "қазақша ", count: 90).utf8),
      Array(String(repeating: "по-русски ", count: 400).utf8),
    ]
    let prepared = try PreparedPackage(
      package, parts: parts.map { .init(name: $0, plan: nil) }, removing: ["old"])
    let writer = PackageWriter()
    let expected = try writer.write(
      package, replacing: Dictionary(uniqueKeysWithValues: zip(parts, contents)),
      removing: ["old"])
    for _ in 0..<2 {
      let archive = try writer.write(
        prepared, contents.map { .init(bytes: $0, copies: nil) })
      #expect(archive == expected)
    }
    #expect(throws: PackageError.self) {
      try PreparedPackage(package, parts: [.init(name: "none", plan: nil)])
    }
  }
}
