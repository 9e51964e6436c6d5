import DraftXML
import Testing

@Suite("Elements stand where the bytes say")
struct PositionTests {
  /// The source of each element, checked against what its ranges promise.
  private func elements(_ xml: String) throws -> [String] {
    let tree = try XMLTree(Array(xml.utf8))
    try checkPositions(tree)
    return tree.elements.map { String(decoding: tree.bytes[$0.range], as: UTF8.self) }
  }

  @Test func theDocumentedExample() throws {
    let tree = try XMLTree(Array("<a x=\"1\">text</a>".utf8))
    let root = tree.elements[0]
    #expect(
      [root.start, root.contentStart, root.contentEnd, root.end, root.parent, root.depth]
        == [0, 9, 13, 17, -1, 0])
    #expect(!root.isSelfClosing)
    #expect(root.subtreeEnd == 1)
  }

  @Test(arguments: [
    ("<a/>", ["<a/>"]),
    ("<a></a>", ["<a></a>"]),
    ("<a ></a >", ["<a ></a >"]),
    ("<a\n b='1'\n/>", ["<a\n b='1'\n/>"]),
    ("<a b='>'><c d=\"/>\"/></a>", ["<a b='>'><c d=\"/>\"/></a>", "<c d=\"/>\"/>"]),
    ("<a b='</a>'.replaced/>".replacing("</a>'.replaced", with: "&lt;/a>'"), ["<a b='&lt;/a>'/>"]),
    ("<a><![CDATA[<b>]]><b/></a>", ["<a><![CDATA[<b>]]><b/></a>", "<b/>"]),
    ("<a><!-- <b> --><b/><!-- </a> --></a>", ["<a><!-- <b> --><b/><!-- </a> --></a>", "<b/>"]),
    (
      "<?xml version='1.0'?><?p <x>?><a><?p </a>?><b/></a><!-- <z/> -->",
      [
        "<a><?p </a>?><b/></a>", "<b/>",
      ]
    ),
    ("<a>&lt;b/&gt;<b/></a>", ["<a>&lt;b/&gt;<b/></a>", "<b/>"]),
    ("<a>\r\n<b\r\n/>\r</a>", ["<a>\r\n<b\r\n/>\r</a>", "<b\r\n/>"]),
    ("<қ>жұмыс 😀<ё ә='ң'/></қ>", ["<қ>жұмыс 😀<ё ә='ң'/></қ>", "<ё ә='ң'/>"]),
    ("\u{FEFF}<a><b/></a>", ["<a><b/></a>", "<b/>"]),
  ])
  func nasty(xml: String, expected: [String]) throws {
    #expect(try elements(xml) == expected)
  }

  @Test func relatives() throws {
    let tree = try XMLTree(Array("<a><b><c/><d/></b>t<e/><f><g/></f></a>".utf8))
    #expect(tree.children(of: 0).map { tree.name(of: $0).local } == ["b", "e", "f"])
    #expect(tree.children(of: 1).map { tree.name(of: $0).local } == ["c", "d"])
    #expect(tree.firstChild(of: 2) == nil)
    #expect(tree.nextSibling(of: 0) == nil)
    #expect(tree.nextSibling(of: 3) == nil)
    #expect(tree.elements.map(\.depth) == [0, 1, 2, 2, 1, 1, 2])
  }

  @Test func manyThreadsReadAtOnce() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let rows = String(repeating: "<w:r><w:t>Қазақстан</w:t></w:r>", count: 200)
          let tree = try XMLTree(Array("<w:p xmlns:w='urn:w'>\(rows)</w:p>".utf8))
          return tree.elements.count + tree.names.count
        }
      }
      var counts: Set<Int> = []
      for try await count in group { counts.insert(count) }
      return counts
    }
    #expect(counts == [404])
  }

  @Test func longTextAndManyElementsKeepTheirPlaces() throws {
    let filler = String(repeating: "Ұзақ мәтін &amp; тағы. ", count: 20_000)
    let row =
      "<w:r w:a='\(filler.prefix(3000))'><w:t xml:space=\"preserve\">\(filler.prefix(500))</w:t></w:r>"
    let rows = String(repeating: row, count: 300)
    let xml = "<w:p xmlns:w='urn:w'>\(filler)\(rows)<!--\(filler)--><w:z/></w:p>"
    let tree = try XMLTree(Array(xml.utf8))
    #expect(tree.elements.count == 602)
    try checkPositions(tree)
  }
}

/// Checks all ranges of a tree against its bytes.
func checkPositions(_ tree: XMLTree) throws {
  for (index, element) in tree.elements.enumerated() {
    let tag = String(decoding: tree.bytes[element.startTag], as: UTF8.self)
    let name = tree.name(of: index).qualified
    #expect(tag.hasPrefix("<\(name)"))
    #expect(tag.hasSuffix(element.isSelfClosing ? "/>" : ">"))
    let close = String(decoding: tree.bytes[element.endTag], as: UTF8.self)
    if element.isSelfClosing {
      #expect(close.isEmpty && element.content.isEmpty)
    } else {
      #expect(close.hasPrefix("</\(name)") && close.hasSuffix(">"))
    }
    #expect(element.subtreeEnd > index && element.subtreeEnd <= tree.elements.count)
    if element.parent >= 0 {
      let parent = tree.elements[Int(element.parent)]
      #expect(parent.contentStart <= element.start && element.end <= parent.contentEnd)
      #expect(parent.depth + 1 == element.depth)
      #expect(Int(parent.subtreeEnd) >= Int(element.subtreeEnd))
    }
  }
}
