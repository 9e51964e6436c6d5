import DraftPackage
import Testing

@Suite("Content types and relationships")
struct RelationshipTests {
  static let sample = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="urn:styles" Target="styles.xml"/>
    <Relationship Id="rId2" Type="urn:image" Target="/word/media/image1.png"/>
    <Relationship Id="rId3" Type="urn:link" Target="https://adilet.zan.kz/?a=1&amp;b=2" TargetMode="External"/>
    <Relationship Id="rId4" Type="urn:xml" Target="../customXml/item1.xml#part"/>
    <Relationship Id="rId5" Type="urn:image" Target="media/image%202.png"/>
    </Relationships>
    """

  private func package(_ rels: String) throws -> Package {
    try Package(
      ZipMaker.package([
        .init("word/document.xml", "<a/>"), .init("word/_rels/document.xml.rels", rels),
        .init("word/media/image 2.png", ""),
      ]).bytes)
  }

  @Test func relationships() throws {
    let package = try package(Self.sample)
    let links = try package.relationships(of: "/Word/document.xml")
    #expect(links.map(\.id) == ["rId1", "rId2", "rId3", "rId4", "rId5"])
    #expect(links.map(\.isExternal) == [false, false, true, false, false])
    #expect(
      links.map(\.part) == [
        "Word/styles.xml", "word/media/image1.png", nil, "customXml/item1.xml",
        "Word/media/image 2.png",
      ])
    #expect(links[2].target == "https://adilet.zan.kz/?a=1&b=2")
    let bytes = Array(Self.sample.utf8)
    #expect(
      String(decoding: bytes[links[2].targetRange], as: UTF8.self)
        == "https://adilet.zan.kz/?a=1&amp;b=2")
    #expect(
      String(decoding: bytes[links[0].range], as: UTF8.self).hasPrefix("<Relationship Id=\"rId1\""))
    #expect(try package.relationships(of: nil).isEmpty)
    #expect(try package.relationships(of: "word/styles.xml").isEmpty)
  }

  @Test(arguments: [
    ("<a", 1), ("<Relationships/>", 1),
    (sample.replacing("Id=\"rId2\" ", with: ""), 4),
    (sample.replacing("rId2", with: "rId1"), 4),
    (sample.replacing("Target=\"styles.xml\"", with: ""), 3),
    (sample.replacing("&amp;", with: "&"), 5),
  ])
  func malformed(rels: String, line: Int) throws {
    let package = try package(rels)
    let error = #expect(throws: PackageError.self) {
      try package.relationships(of: "word/document.xml")
    }
    #expect(error?.code == .malformedRelationships)
    #expect(error?.line == line)
  }

  @Test func types() throws {
    let types = try package(Self.sample).contentTypes
    #expect(types.type(of: "WORD/document.XML") == "application/main+xml")
    #expect(types.type(of: "/word/styles.xml") == "application/xml")
    #expect(types.type(of: "word/_rels/document.xml.RELS")?.hasSuffix("relationships+xml") == true)
    #expect(types.type(of: "word/image.png") == nil)
    #expect(types.type(of: "folder.xml/none") == nil)
    #expect(types.parts(ofType: "application/main+xml") == ["word/document.xml"])
  }

  @Test(arguments: [
    (nil, "_rels/.rels"), ("word/document.xml", "word/_rels/document.xml.rels"),
    ("/a.xml", "_rels/a.xml.rels"), ("a/b/c", "a/b/_rels/c.rels"),
  ])
  func relationshipsPart(part: String?, name: String) {
    #expect(PartName.relationships(of: part) == name)
  }

  @Test(arguments: [
    ("styles.xml", "word/document.xml", "word/styles.xml"), ("word/a", nil, "word/a"),
    ("../../../x", "word/document.xml", "x"), ("/x/./y", "word/document.xml", "x/y"),
    ("./a/../b#c", "word/document.xml", "word/b"), ("", "word/document.xml", "word"),
  ])
  func targets(target: String, part: String?, name: String) {
    #expect(PartName.resolve(target, from: part) == name)
  }
}
