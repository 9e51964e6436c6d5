import DraftXML
import Testing

@Suite("Text is decoded and escaped")
struct TextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a &amp; b &lt;&gt;&quot;&apos;", "a & b <>\"'"),
    ("&#1179;&#x49B;&#x1F600;", "ққ😀"), ("<![CDATA[a & <b> &amp;]]>", "a & <b> &amp;"),
    ("x<![CDATA[]]>y", "xy"), ("a<!-- <t>&amp; -->b<?pi c?>d", "abd"),
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("<![CDATA[a\r\nb]]>\r", "a\nb\n"), ("&#13;\n", "\r\n"),
    ("1<x>2<y/></x>3", "13"), ("", ""), ("\ta\t\tb", "\ta\t\tb"), ("аб&#10;в", "аб\nв"),
    ("аб<![CDATA[вгдеёжз\tи\n<й]]>", "абвгдеёжз\tи\n<й"),
  ])
  func directText(inner: String, expected: String) throws {
    let tree = try XMLTree(Array("<a>\(inner)</a>".utf8))
    let text = tree.decodedText(of: 0)
    #expect(text.utf8 == Array(expected.utf8))
    #expect(text.holdsLineFeeds == expected.utf8.contains(0x0A))
  }

  @Test(arguments: [
    "<a>жұ<b в='x>y' d=\"'\">мыс</b>ұ<!-- <t ' > ж --><c/>я</a>",
    "<?xml version='1.0'?><a>ж<?п ' ?>я<ұ/>ө<![CDATA[ <x y=' ]]>я<в г='д'>е</в></a>",
  ])
  func lettersBetweenTagsHideNoTag(xml: String) throws {
    // The same with letters of one byte, in which names and offsets are others but not the structure.
    let latin = String(xml.map { $0.isASCII ? $0 : Character("q") })
    let (tree, plain) = (try XMLTree(Array(xml.utf8)), try XMLTree(Array(latin.utf8)))
    #expect(tree.elements.map(\.depth) == plain.elements.map(\.depth))
    #expect(
      tree.elements.indices.map { tree.text(of: $0).count }
        == plain.elements.indices.map { plain.text(of: $0).count })
    #expect(tree.bytes == Array(xml.utf8))
  }

  @Test func theMapLeadsBack() {
    let source = Array("қа&amp;б<b/>в<![CDATA[г]]>\r\nд".utf8)
    let text = XMLText.decode(source, in: 0..<source.count)
    #expect(text.string == "қа&бвг\nд")
    func bytes(_ part: String) -> [String] {
      guard let range = range(of: part, in: text.utf8) else { return ["?"] }
      return text.sourceRanges(of: range).map { String(decoding: source[$0], as: UTF8.self) }
    }
    #expect(bytes("қа") == ["қа"])
    #expect(bytes("&") == ["&amp;"])
    #expect(bytes("а&б") == ["а&amp;б"])
    #expect(bytes("бв") == ["б", "в"])
    #expect(bytes("вг\nд") == ["в", "г", "\r\nд"])
    let all = text.sourceRange(of: 0..<text.utf8.count)
    #expect(all == 0..<source.count)
    #expect(text.sourceRange(of: 2..<2) == 2..<2)
    #expect(text.sourceRange(of: text.utf8.count..<text.utf8.count) == source.count..<source.count)
    #expect(DecodedText().sourceRange(of: 0..<0) == 0..<0)
  }

  @Test func aTextOfManyPieces() {
    let source = Array("<t>{{ na</t><br/><t>me }}</t>".utf8)
    var text = DecodedText()
    text.append(source, in: 3..<8)
    text.append("\n", standingFor: 12..<17)
    text.append(source, in: 20..<25)
    #expect(text.string == "{{ na\nme }}")
    #expect(text.sourceRanges(of: 3..<8) == [6..<8, 12..<17, 20..<22])
    #expect(text.sourceRange(of: 3..<8) == 6..<22)
    #expect(text.sourceRange(of: 5..<6) == 12..<17)
  }

  private func range(of part: String, in text: [UInt8]) -> Range<Int>? {
    let part = Array(part.utf8)
    return text.indices.first { text[$0...].starts(with: part) }.map { $0..<$0 + part.count }
  }

  @Test func attributesAreNormalised() throws {
    let xml = """
      <w:a xmlns:w="urn:w" xmlns="urn:d" b = '1 &lt; "2" > 0' w:c="x\r\ny\tz&#10;&#x9;" xml:space="preserve"
       қ='ң'><w:d w:b="" xmlns:w='urn:w2'/><e xmlns='' b='x'/></w:a>
      """
    let tree = try XMLTree(Array(xml.utf8))
    #expect(tree.attribute("b", uri: nil, of: 0) == "1 < \"2\" > 0")
    #expect(tree.attribute("c", uri: "urn:w", of: 0) == "x y z\n\t")
    #expect(tree.attribute("c", uri: nil, of: 0) == nil)
    #expect(tree.attribute("b", uri: "urn:d", of: 0) == nil)
    #expect(
      tree.attribute("space", uri: "http://www.w3.org/XML/1998/namespace", of: 0) == "preserve")
    #expect(tree.attribute("w", uri: nil, of: 0) == nil)
    #expect(tree.attribute("b", uri: "urn:w2", of: 1) == "")
    #expect(tree.attribute("b", uri: "urn:w", of: 1) == nil)
    let attributes = tree.attributes(of: 0)
    #expect(attributes.map(\.local) == ["b", "c", "space", "қ"])
    #expect(attributes.map(\.prefix) == [nil, "w", "xml", nil])
    #expect(String(decoding: tree.bytes[attributes[3].range], as: UTF8.self) == "ң")
    #expect(tree.namespace(of: nil, at: 0) == "urn:d")
    #expect(tree.namespace(of: nil, at: 2) == nil)
    #expect(tree.namespace(of: "w", at: 2) == "urn:w")
    #expect(tree.name(of: 1) == XMLName(uri: "urn:w2", local: "d", prefix: "w"))
    #expect(tree.name(of: 2) == XMLName(uri: nil, local: "e", prefix: nil))
  }

  @Test(arguments: [
    "", "обычный текст", "a<b>&\"'\t\n\r\r\n ]]> ң 😀 \u{F8FF}\u{FFFD}\u{FFFC}", "<", "&amp;",
  ])
  func whatIsEscapedComesBack(text: String) throws {
    for attribute in [false, true] {
      var xml = Array((attribute ? "<a b=\"" : "<a>").utf8)
      XMLText.escape(text, into: &xml, attribute: attribute)
      xml += (attribute ? "\"/>" : "</a>").utf8
      let tree = try XMLTree(xml)
      let back = attribute ? tree.attribute("b", uri: nil, of: 0) : tree.text(of: 0)
      #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
    #expect(XMLText.firstForbiddenScalar(in: text) == nil)
  }

  /// The quick way looks at eight bytes at once: every byte is tried at every place of them.
  @Test func whatTheQuickWayTakes() {
    let scalars = (0..<0x80).map { Unicode.Scalar(UInt8($0)) } + ["ж", "Ө", "\u{F8FF}", "\u{FFFE}"]
    for scalar in scalars {
      for length in 0..<18 {
        let text = String(repeating: "ң", count: length) + String(scalar) + "конец"
        var quick = Array("before".utf8)
        let taken = XMLText.escapeUnlessSpecial(text, into: &quick)
        let isSpecial = scalar.value < 0x20 || scalar.value > 0xF000
        #expect(taken != isSpecial, "U+\(String(scalar.value, radix: 16)) after \(length)")
        var slow = Array("before".utf8)
        if !isSpecial { XMLText.escape(text, into: &slow, attribute: false) }
        #expect(quick == slow)
      }
    }
    var out: [UInt8] = []
    #expect(XMLText.escapeUnlessSpecial("", into: &out) && out.isEmpty)
  }

  @Test(arguments: ["\0", "a\u{8}b", "\u{1F}", "\u{FFFE}", "x\u{FFFF}"])
  func whatXMLForbids(text: String) throws {
    #expect(XMLText.firstForbiddenScalar(in: text) != nil)
    var xml = Array("<a>".utf8)
    XMLText.escape(text, into: &xml, attribute: false)
    #expect(try XMLTree(xml + "</a>".utf8).text(of: 0).contains("\u{FFFD}"))
  }
}
