import DraftXML
import Testing

@Suite("What is no safe, well-formed XML is refused with its place")
struct RefusalTests {
  @Test(
    arguments: [
      ("", .malformed), ("   ", .malformed), ("text", .malformed), ("<a>", .malformed),
      ("<a></b>", .malformed), ("<a/><b/>", .malformed), ("<a/>x", .malformed),
      ("<a b=1/>", .malformed), ("<a b='1' b='2'/>", .malformed), ("<a b='<'/>", .malformed),
      ("<a>&nbsp;</a>", .malformed), ("<a>& b</a>", .malformed), ("<a>]]></a>", .malformed),
      ("<a>\u{1}</a>", .malformed), ("<a>&#1;</a>", .malformed), ("<a>\u{FFFF}</a>", .malformed),
      ("<a><!-- -- --></a>", .malformed), ("<a><![CDATA[</a>", .malformed),
      ("<a>ж\u{FFFF}</a>", .malformed), ("<a>ж\u{FFFE}ж</a>", .malformed),
      ("<a>ж<b ж='1' ж='2'/></a>", .malformed), ("<ж>ж</ы>", .malformed), ("<a>ж", .malformed),
      ("<a>ж<b × ='1'/></a>", .malformed), ("<a>ж</a>ж", .malformed), ("ж<a/>", .malformed),
      ("<w:a/>", .namespace), ("<a w:b='1'/>", .namespace),
      ("<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", .namespace),
      ("<!DOCTYPE a><a/>", .doctype), ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .doctype),
      ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", .doctype),
      ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><a/>", .doctype),
      (
        "<!DOCTYPE a [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
          + "<a>&c;&c;&c;</a>", .doctype
      ),
      ("<?xml version='1.0' encoding='utf-16'?><a/>", .encoding),
      ("<?xml version='1.0' encoding='no-such'?><a/>", .encoding),
    ] as [(String, XMLError.Code)])
  func refused(xml: String, code: XMLError.Code) {
    #expect { try XMLTree(Array(xml.utf8)) } throws: { ($0 as? XMLError)?.code == code }
  }

  @Test func whatWordAcceptsIsAccepted() throws {
    _ = try XMLTree(Array("<a xmlns:b='not absolute' xmlns='%%%' xml:lang='??'/>".utf8))
    _ = try XMLTree(Array("<?xml version='1.0' standalone='yes'?>\r\n<a/>\r\n\r\n".utf8))
  }

  @Test func theErrorSaysWhere() throws {
    let xml = "<a>\n  <б>жұмыс</б>\n  <c></d>\n</a>"
    let error = #expect(throws: XMLError.self) { try XMLTree(Array(xml.utf8)) }
    #expect(error?.line == 3)
    #expect((3...10).contains(error?.column ?? 0))
    #expect(error?.message.isEmpty == false)
    let doctype = #expect(throws: XMLError.self) { try XMLTree(Array("\n<!DOCTYPE a><a/>".utf8)) }
    #expect(doctype?.code == .malformed || doctype?.line == 2)
  }

  @Test(arguments: [
    [0x3C, 0x61, 0x3E, 0xC0, 0xAF, 0x3C, 0x2F, 0x61, 0x3E],
    [0x3C, 0x61, 0x3E, 0xE0, 0x81, 0x81, 0x3C, 0x2F, 0x61, 0x3E],
    [0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C, 0x2F, 0x61, 0x3E],
    [0x3C, 0x61, 0x3E, 0xF4, 0x90, 0x80, 0x80, 0x3C, 0x2F, 0x61, 0x3E],
    [0x3C, 0x61, 0x3E, 0xD0, 0x3C, 0x2F, 0x61, 0x3E],
    [0x3C, 0x61, 0x2F, 0x3E, 0xD0],
  ])
  func notUTF8(bytes: [UInt8]) {
    let error = #expect(throws: XMLError.self) { try XMLTree(bytes) }
    #expect(error?.code == .encoding)
    #expect(error?.offset == bytes.firstIndex { $0 >= 0x80 })
  }

  @Test func limitsHold() throws {
    func code(_ xml: String, _ limits: XMLLimits) -> XMLError.Code? {
      do {
        _ = try XMLTree(Array(xml.utf8), limits: limits)
        return nil
      } catch { return error.code }
    }
    let deep = { (depth: Int) in
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(code(deep(512), .standard) == nil)
    #expect(code(deep(513), .standard) == .tooDeep)
    #expect(code(deep(100_000), XMLLimits(depth: .max)) == .tooDeep)
    #expect(code("<a><b/><c/></a>", XMLLimits(elements: 2)) == .tooManyElements)
    #expect(code("<a/>", XMLLimits(bytes: 3)) == .tooLarge)
    #expect(code("<a b='123456'/>", XMLLimits(tagBytes: 10)) == .tagTooLong)
    let attributes = { (count: Int) in (0..<count).map { " a\($0)=''" }.joined() }
    #expect(code("<x\(attributes(512))/>", .standard) == nil)
    #expect(code("<x>\(attributes(5000))<y/></x>", .standard) == nil)
    #expect(
      code("<x>\(attributes(900))<y\(attributes(513))/></x>", .standard) == .tooManyAttributes)
    // Half a million attributes take libxml2 2.9 minutes; they must never reach it.
    #expect(code("<x\(attributes(500_000))/>", .standard) == .tooManyAttributes)
    let names = { (count: Int) in (0..<count).map { "<e\($0)/>" }.joined() }
    #expect(code("<x>\(names(300))</x>", XMLLimits(names: 300)) == .tooManyNames)
    let targets = (0..<300).map { "<?p\($0)?>" }.joined()
    #expect(code("<x>\(targets)</x>", XMLLimits(names: 300)) == .tooManyNames)
    #expect(code("<x>\(targets)</x>", XMLLimits(names: 400)) == nil)
    let spaces = (0..<400).map { " xmlns:a\($0)='u'" }.joined()
    #expect(
      code("<x\(spaces)><x\(spaces)><x\(spaces)/></x></x>", .standard) == .tooManyAttributes)
  }
}
