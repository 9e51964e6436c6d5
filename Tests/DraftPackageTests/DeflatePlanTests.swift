import DraftPackage
import Foundation
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
    var copies: [SegmentCopy] = []
  }

  /// A fill of random segments and values: empty and huge ones, old ones again, text and noise.
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
      switch numbers.below(6) {
      case 0: for _ in 0..<numbers.below(40) { fill.bytes.append(UInt8(numbers.below(256))) }
      case 1: fill.bytes += Self.statics(&numbers, numbers.below(30_000))
      case 2 where !fill.bytes.isEmpty:
        fill.bytes += Array(fill.bytes[numbers.below(fill.bytes.count)...].prefix(700))
      case 3 where numbers.once(in: 20):
        for _ in 0..<40_000 { fill.bytes.append(UInt8(numbers.below(256))) }
      case 4:
        fill.bytes += repeatElement(UInt8(numbers.below(256)), count: numbers.below(900))
      default: fill.bytes += Self.statics(&numbers, numbers.below(60))
      }
    }
    return fill
  }

  private static let package = Result {
    try Package(ZipMaker.package([.init("a.xml", "<a/>")]).bytes)
  }

  /// What zlib unpacks, through a package, which also compares the checksum.
  private static func unpacked(_ part: PackedPart, by writer: PackageWriter) throws -> [UInt8] {
    let prepared = try PreparedPackage(package.get(), parts: ["a.xml"])
    let archive = try writer.write(prepared, [part])
    return try Package(archive, limits: PackageLimits(ratio: 100_000)).read("a.xml")
  }

  /// The fill, handed to the writer in pieces that end where segments or values end.
  private static func packed(
    _ fill: Fill, _ plan: DeflatePlan?, by writer: PackageWriter, pieces: Int,
    _ numbers: inout SeededNumbers
  ) throws -> PackedPart {
    writer.begin("a.xml", plan: plan)
    var rest = fill.copies[...]
    var (kept, given): ([UInt8], Int) = ([], 0)
    for _ in 0..<pieces {
      guard let cut = rest.indices.randomElement(using: &numbers) else { break }
      let end = Int(rest[cut].start)
      let shift = kept.count - given
      kept += fill.bytes[given..<end]
      given = end
      writer.add(&kept, copies: rest[..<cut].map { moved($0, shift) })
      rest = rest[cut...]
    }
    let shift = kept.count - given
    return try writer.end(kept + fill.bytes[given...], copies: rest.map { moved($0, shift) })
  }

  private static func moved(_ copy: SegmentCopy, _ shift: Int) -> SegmentCopy {
    SegmentCopy(segment: copy.segment, start: copy.start + Int32(shift))
  }

  /// How many seeds are tried; `DRAFT_FUZZ` says more.
  private static let seeds =
    1...(ProcessInfo.processInfo.environment["DRAFT_FUZZ"].flatMap { Int($0) } ?? 60)

  @Test(arguments: seeds) func anyFillComesBack(seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed))
    let statics = Self.statics(&numbers, seed % 10 == 0 ? 150_000 : 200 + numbers.below(20_000))
    let count = numbers.below(30)
    let segments = (0..<count).map { index in
      let length = numbers.once(in: 8) ? numbers.below(statics.count) : numbers.below(600)
      let lower = numbers.below(statics.count)
      return DeflatePlan.Segment(
        lower..<min(statics.count, lower + length + 1),
        // What is said to be certain need not be so.
        certainUntil: numbers.once(in: 3) ? count : index + 1 + numbers.below(count - index))
    }
    let plan = DeflatePlan(segments, of: statics)
    let writer = PackageWriter(compression: .prepared)
    for steps in [0, 1, 40, seed % 6 == 0 ? 6000 : 300] {
      let fill = Self.fill(segments, statics, steps: steps, inOrder: seed % 2 == 0, &numbers)
      let part = try writer.pack(fill.bytes, name: "a.xml", plan: plan, copies: fill.copies)
      #expect(try Self.unpacked(part, by: writer) == fill.bytes)
      for known in [plan, nil] {
        let part = try Self.packed(fill, known, by: writer, pieces: numbers.below(6), &numbers)
        #expect(try Self.unpacked(part, by: writer) == fill.bytes)
      }
    }
  }

  @Test func whatWasPackedBeforeDoesNotShow() throws {
    var numbers = SeededNumbers(3)
    let statics = Self.statics(&numbers, 20_000)
    let segments = stride(from: 0, to: 19_500, by: 500).map {
      DeflatePlan.Segment($0..<$0 + 500, certainUntil: 39)
    }
    let plan = DeflatePlan(segments, of: statics)
    let fill = Self.fill(segments, statics, steps: 200, inOrder: false, &numbers)
    let prepared = try PreparedPackage(Self.package.get(), parts: ["a.xml"])
    func archive(by writer: PackageWriter) throws -> [UInt8] {
      try writer.write(
        prepared, [writer.pack(fill.bytes, name: "a.xml", plan: plan, copies: fill.copies)])
    }
    let expected = try archive(by: PackageWriter(compression: .prepared))
    let used = PackageWriter(compression: .prepared)
    for seed in 1...20 {
      var others = SeededNumbers(UInt64(seed))
      let other = Self.fill(segments, statics, steps: 300, inOrder: true, &others)
      _ = try used.pack(other.bytes, name: "a.xml", plan: plan, copies: other.copies)
      #expect(try archive(by: used) == expected)
    }
  }

  @Test func rowsBecomeMatches() throws {
    var numbers = SeededNumbers(7)
    let statics = Self.statics(&numbers, 2700)
    let segments = (0..<6).map { DeflatePlan.Segment($0 * 450..<$0 * 450 + 450, certainUntil: 6) }
    let plan = DeflatePlan(segments, of: statics)
    var fill = Fill()
    for step in 0..<6000 {
      fill.copies.append(.init(segment: Int32(step % 6), start: Int32(fill.bytes.count)))
      fill.bytes += statics[segments[step % 6].range]
      fill.bytes += Self.statics(&numbers, 1 + numbers.below(20))
    }
    let prepared = try PreparedPackage(Self.package.get(), parts: ["a.xml"])
    let writer = PackageWriter(compression: .prepared)
    func size(_ plan: DeflatePlan?) throws -> Int {
      let part = try writer.pack(fill.bytes, name: "a.xml", plan: plan, copies: fill.copies)
      return try writer.write(prepared, [part]).count
    }
    let (ours, zlib) = (try size(plan), try size(nil))
    #expect(Double(ours) <= 1.25 * Double(zlib), "\(ours) bytes, zlib \(zlib)")
  }

  @Test(arguments: [0, 1, 2, 15, 300]) func noiseDoesNotGrow(_ count: Int) throws {
    var numbers = SeededNumbers(UInt64(count))
    let noise = (0..<count * 1000).map { _ in UInt8(numbers.below(256)) }
    let writer = PackageWriter(compression: .prepared)
    let part = try writer.pack(noise, name: "a.xml", plan: DeflatePlan([], of: []))
    let prepared = try PreparedPackage(Self.package.get(), parts: ["a.xml"])
    let archive = try writer.write(prepared, [part])
    let empty = try writer.write(prepared, [writer.pack([], name: "a.xml")])
    #expect(archive.count - empty.count <= noise.count + noise.count / 16 + 8)
    #expect(try Package(archive).read("a.xml") == noise)
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
    let prepared = try PreparedPackage(package, parts: parts, removing: ["old"])
    let writer = PackageWriter()
    let expected = try writer.write(
      package, replacing: Dictionary(uniqueKeysWithValues: zip(parts, contents)),
      removing: ["old"])
    for _ in 0..<2 {
      let packed = try zip(contents, parts).map { try writer.pack($0, name: $1) }
      let archive = try writer.write(prepared, packed)
      #expect(archive == expected)
    }
    #expect(throws: PackageError.self) {
      try PreparedPackage(package, parts: ["none"])
    }
  }
}
