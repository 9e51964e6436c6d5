import DraftPackage
import Testing

@Suite("Packages are written")
struct WriteTests {
  private let text = String(repeating: "Осы шарт тараптармен жасалды. ", count: 400)

  private func sample() throws -> Package {
    try Package(
      ZipMaker.package([
        .init("_rels/.rels", "<Relationships/>"), .init("word/document.xml", text),
        .init("word/media/image1.png", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]),
        .zeros("word/zeros.bin", count: 5000),
      ]).bytes)
  }

  @Test func untouchedEntriesAreCopiedRaw() throws {
    let package = try sample()
    let archive = try package.write(replacing: ["/WORD/document.xml": Array("<new/>".utf8)])
    let copy = try Package(archive)
    #expect(copy.entries.map(\.name) == package.entries.map(\.name))
    for (old, new) in zip(package.entries, copy.entries) where old.name != "word/document.xml" {
      #expect(old.compressedSize == new.compressedSize && old.crc == new.crc)
      #expect(old.isDeflated == new.isDeflated)
      #expect(try package.read(old.name) == copy.read(new.name))
    }
    #expect(try copy.read("word/document.xml") == Array("<new/>".utf8))
    let zeros = deflatedZeros(5000)
    #expect(archive.indices.contains { archive[$0...].starts(with: zeros) })
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let package = try sample()
    let writer = PackageWriter()
    let part = Array((text + "!").utf8)
    let first = try writer.write(package, replacing: ["word/document.xml": part])
    _ = try writer.write(package, replacing: ["_rels/.rels": part, "word/zeros.bin": []])
    #expect(try writer.write(package, replacing: ["word/document.xml": part]) == first)
    #expect(try package.write(replacing: ["word/document.xml": part]) == first)
    #expect(try Package(first).write(replacing: [:]) == first)
  }
}

extension WriteTests {
  @Test func entriesCanBeAddedAndRemoved() throws {
    let package = try Package(ZipMaker.package([.init("a", "1"), .init("b", "2")]).bytes)
    let copy = try Package(
      package.write(
        replacing: [:], adding: [("/word/қ.xml", Array("3".utf8)), ("a", Array("4".utf8))],
        removing: ["A"]))
    #expect(copy.entries.map(\.name) == ["[Content_Types].xml", "b", "word/қ.xml", "a"])
    #expect(try copy.read("word/қ.xml") == Array("3".utf8))
    #expect(try copy.read("a") == Array("4".utf8))
  }

  @Test func whatCannotBeWritten() throws {
    let package = try Package(ZipMaker.package([.init("a", "1")]).bytes)
    func code(
      replacing: [String: [UInt8]] = [:], adding: [(name: String, bytes: [UInt8])] = [],
      removing: Set<String> = []
    ) -> PackageError.Code? {
      do {
        _ = try package.write(replacing: replacing, adding: adding, removing: removing)
        return nil
      } catch { return error.code }
    }
    #expect(code(replacing: ["b": []]) == .noSuchEntry)
    #expect(code(removing: ["b"]) == .noSuchEntry)
    #expect(code(replacing: ["a": []], removing: ["a"]) == .duplicateEntry)
    #expect(code(replacing: ["a": [], "A": []]) == .duplicateEntry)
    #expect(code(adding: [("A", [])]) == .duplicateEntry)
    #expect(code(adding: [("c", []), ("C", [])]) == .duplicateEntry)
    #expect(code(adding: [("../c", [])]) == .invalidName)
    #expect(code(removing: ["[Content_Types].xml"]) == .missingContentTypes)
  }

  @Test func emptyAndLargePartsComeBack() throws {
    let package = try Package(ZipMaker.package([.init("a", "1"), .init("b", "")]).bytes)
    var random = SplitMix(state: 3)
    let noise = (0..<300_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for compression in Compression.allCases {
      let copy = try Package(
        package.write(replacing: ["a": [], "b": noise], compression: compression))
      #expect(try copy.read("a").isEmpty)
      #expect(try copy.read("b") == noise)
      #expect(copy.entry("b")?.isDeflated == false)
      #expect(try Package(copy.write(replacing: [:])).read("b") == noise)
    }
  }

  @Test func theArchiveTellsNoTime() throws {
    let package = try Package(ZipMaker.package([.init("a", "1")]).bytes)
    let archive = try package.write(replacing: ["a": [2]])
    var headers = 0
    for offset in 0..<archive.count - 30 where archive[offset...].starts(with: [0x50, 0x4B, 3, 4]) {
      headers += 1
      #expect(Array(archive[offset + 10..<offset + 14]) == [0, 0, 0x21, 0])
      #expect(Array(archive[offset + 28..<offset + 30]) == [0, 0])
    }
    #expect(headers == 2)
  }
}
