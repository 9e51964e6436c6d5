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
