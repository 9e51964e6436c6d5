import DraftPackage
import Testing

@Suite("Hostile archives are refused by name")
struct HostileTests {
  private func code(
    _ bytes: [UInt8], _ limits: PackageLimits = .standard
  ) -> PackageError.Code? {
    do {
      _ = try Package(bytes, limits: limits)
      return nil
    } catch { return error.code }
  }

  private func code(
    _ maker: ZipMaker, _ limits: PackageLimits = .standard
  ) -> PackageError.Code? { code(maker.bytes, limits) }

  private func code(_ change: (inout ZipMaker.Entry) -> Void) -> PackageError.Code? {
    var entry = ZipMaker.Entry("word/document.xml", "<a/>")
    change(&entry)
    return code(ZipMaker.package([entry]))
  }

  @Test func aPlainPackageIsFine() { #expect(code { _ in } == nil) }

  @Test func notZip() {
    #expect(code([]) == .notAZip)
    #expect(code(Array("Hello, this is a text file and no archive.".utf8)) == .notAZip)
    #expect(code([UInt8](repeating: 0, count: 100_000)) == .notAZip)
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(code(compound + [UInt8](repeating: 0, count: 600)) == .encryptedDocument)
    #expect(code(compound) == .encryptedDocument)
  }

  @Test func everyTruncationIsAnError() {
    let bytes = ZipMaker.package([.init("word/document.xml", "<a/>")]).bytes
    for count in 0..<bytes.count { #expect(code(Array(bytes[..<count])) != nil) }
    #expect(code(Array(bytes[..<(bytes.count / 2)])) == .truncated)
    #expect(code(Array(bytes.dropLast())) == .truncated)
  }

  @Test func whatStandsAroundTheArchive() {
    var maker = ZipMaker.package()
    maker.comment = Array("a comment".utf8)
    #expect(code(maker) == nil)
    #expect(code(ZipMaker.package().bytes + Array("\r\n".utf8)) == nil)
    #expect(code(Array("#!/bin/sh\n".utf8) + ZipMaker.package().bytes) == .inconsistentArchive)
  }

  @Test func encryption() {
    #expect(code { $0.flags = 1 } == .encryptedEntry)
    #expect(code { $0.flags = 0x41 } == .encryptedEntry)
  }

  @Test(arguments: [
    "/word/x.xml", "../x.xml", "word/../../x", "word/..", "word\\x.xml", "C:/x.xml", "./x", "a\0b",
    "",
  ])
  func names(name: String) {
    #expect(code { $0.name = Array(name.utf8) } == .invalidName)
  }

  @Test func namesOfOtherKinds() {
    #expect(code { $0.name = [0x77, 0xFF, 0xFE] } == .invalidName)
    #expect(code { $0.name = Array("word/сурет ә.png".utf8) } == nil)
    #expect(code { $0.name = Array("word/..a/x...y".utf8) } == nil)
    #expect(
      code(ZipMaker.package([.init("word/", ""), .init("word/x.xml", "<a/>")])) == nil)
  }

  @Test func duplicates() {
    #expect(code(ZipMaker.package([.init("a.xml", ""), .init("a.xml", "")])) == .duplicateEntry)
    #expect(code(ZipMaker.package([.init("A.xml", ""), .init("a.XML", "")])) == .duplicateEntry)
    #expect(code(ZipMaker.package([.init("Ә.xml", ""), .init("ә.xml", "")])) == nil)
  }

  @Test func contradictions() {
    #expect(code { $0.localName = Array("word/document.xmL".utf8) } == .inconsistentArchive)
    #expect(code { $0.localName = [] } == .inconsistentArchive)
    #expect(code { $0.offset = 1 } == .inconsistentArchive)
    #expect(code { $0.offset = 0x7FFF_FFFF } == .inconsistentArchive)
    #expect(code { $0.size = 3 } == .inconsistentArchive)
    #expect(code { ($0.size, $0.compressedSize) = (5000, 5000) } == .truncated)
    var maker = ZipMaker.package()
    maker.count = 2
    #expect(code(maker) == .inconsistentArchive)
    maker.count = 0
    #expect(code(maker) == .inconsistentArchive)
    #expect(code(ZipMaker()) == .missingContentTypes)
  }

  @Test func overlaps() {
    var twin = ZipMaker.Entry("[Content_Types].xml", ZipMaker.contentTypes)
    twin.isPhantom = true
    twin.offset = 0
    #expect(code(ZipMaker.package([twin])) == .overlappingEntries)
    // An entry whose data hold the next entry whole, as in a quoting zip bomb.
    var outer = ZipMaker.Entry("a.bin", "x")
    outer.size = 40
    outer.compressedSize = 40
    #expect(code(ZipMaker.package([outer, .init("b.bin", "0123456789")])) == .overlappingEntries)
  }

  @Test func limits() {
    let two = ZipMaker.package([.init("a", [1, 2, 3])])
    #expect(code(two, PackageLimits(entries: 1)) == .tooManyEntries)
    #expect(code(two, PackageLimits(entryBytes: 100)) == .entryTooLarge)
    #expect(
      code(two, PackageLimits(totalBytes: ZipMaker.contentTypes.utf8.count)) == .totalTooLarge)
    let many = ZipMaker.package((0..<4000).map { .init("e\($0)", "") })
    #expect(code(many) == .tooManyEntries)
    // 4 GiB that the archive merely claims cost nothing.
    #expect(code { ($0.method, $0.size) = (8, 0xFFFF_FFFE) } == .entryTooLarge)
    #expect(code { ($0.method, $0.size) = (8, 100 << 20) } == .ratioTooHigh)
    let zeros = ZipMaker.package([.zeros("z", count: 3 << 20)])
    #expect(code(zeros, PackageLimits(ratio: 100)) == .ratioTooHigh)
    #expect(code(zeros) == nil)
  }

  @Test func methodsAndZip64() {
    #expect(code { $0.method = 12 } == .unsupportedCompression)
    #expect(code { $0.method = 99 } == .unsupportedCompression)
    #expect(code { $0.size = 0xFFFF_FFFF } == .zip64)
    #expect(code { $0.offset = 0xFFFF_FFFF } == .zip64)
    var maker = ZipMaker.package()
    maker.count = 0xFFFF
    #expect(code(maker) == .zip64)
    var bytes = ZipMaker.package().bytes
    bytes.insert(
      contentsOf: little(0x0706_4B50 as UInt32) + [UInt8](repeating: 0, count: 16),
      at: bytes.count - 22)
    #expect(code(bytes) == .zip64)
  }

  @Test func dataThatLie() throws {
    func read(_ change: (inout ZipMaker.Entry) -> Void) -> PackageError.Code? {
      var entry = ZipMaker.Entry.zeros("z", count: 1000)
      change(&entry)
      do {
        return try Package(ZipMaker.package([entry]).bytes).read("z")
          == [UInt8](repeating: 0, count: 1000) ? nil : .cannotWrite
      } catch { return error.code }
    }
    #expect(read { _ in } == nil)
    #expect(read { $0.crc ^= 1 } == .crcMismatch)
    #expect(read { $0.size = 999 } == .corruptData)
    #expect(read { $0.size = 1001 } == .corruptData)
    #expect(read { $0.size = 0 } == .corruptData)
    #expect(read { $0.data[0] = 7 } == .corruptData)
    #expect(
      read {
        $0.data += [0]
        $0.compressedSize += 1
      } == .corruptData)
    #expect(
      read {
        $0.data = []
        $0.compressedSize = 0
      } == .corruptData)
    var stored = ZipMaker.Entry("s", "text")
    stored.crc = 1
    let package = try Package(ZipMaker.package([stored]).bytes)
    let error = #expect(throws: PackageError.self) { try package.read("s") }
    #expect(error?.code == .crcMismatch && error?.entry == "s")
  }

  @Test func partsOfThePackageItself() {
    #expect(code(ZipMaker(entries: [.init("word/document.xml", "<a/>")])) == .missingContentTypes)
    for types in [
      "", "<Types/>", "<a", "<!DOCTYPE Types><Types/>",
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\n<Default/></Types>",
    ] {
      let maker = ZipMaker(entries: [.init("[content_types].XML", types)])
      let error = #expect(throws: PackageError.self) { try Package(maker.bytes) }
      #expect(error?.code == .malformedContentTypes && error?.entry == "[content_types].XML")
      #expect(error?.line == (types.contains("Default") ? 2 : 1))
    }
  }

  @Test func mutations() throws {
    let part = ZipMaker.Entry("word/document.xml", String(repeating: "<a/>", count: 9))
    let rels = ZipMaker.Entry("word/_rels/document.xml.rels", RelationshipTests.sample)
    let sample = ZipMaker.package([part, rels, .zeros("z", count: 600)]).bytes
    var random = SplitMix(state: 42)
    var opened = 0
    for _ in 0..<4000 {
      var bytes = sample
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0, 1:
          bytes[place] = random.below(3) == 0 ? 0xFF : UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.remove(at: place)
        default:
          bytes.insert(
            contentsOf: sample[place % sample.count..<min(sample.count, place + 9)], at: place)
        }
      }
      guard let package = try? Package(bytes) else { continue }
      opened += 1
      for entry in package.entries { _ = try? package.read(entry.name) }
      _ = try? package.relationships(of: "word/document.xml")
      let copy = try package.write(replacing: ["[Content_Types].xml": [1]])
      #expect(copy.count > 22)
    }
    #expect(opened > 100)
  }
}

/// A small random generator that gives the same numbers everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }
}
