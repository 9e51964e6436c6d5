import DraftXML
import Testing

@Suite("Parts in other encodings become UTF-8")
struct EncodingTests {
  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><қ а='ң'>😀 мәтін</қ>"
    let tree = try XMLTree(utf16(xml, bigEndian: bigEndian, mark: mark))
    let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><қ а='ң'>😀 мәтін</қ>"
    #expect(String(decoding: tree.bytes, as: UTF8.self) == expected)
    #expect(tree.text(of: 0) == "😀 мәтін")
    try checkPositions(tree)
  }

  @Test func brokenUTF16() {
    for bytes: [UInt8] in [
      [0xFF, 0xFE, 0x3C], [0xFF, 0xFE, 0x3C, 0, 0x00, 0xD8, 0x3E, 0], [0xFF, 0xFE, 0, 0xDC],
      [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0],
    ] {
      #expect(throws: XMLError.self) { try XMLTree(bytes) }
    }
  }

  @Test func aCodePageOfLibxml2() throws {
    let head = Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8)
    let tree = try XMLTree(
      head + [0xC4, 0xEE, 0xE3, 0xEE, 0xE2, 0xEE, 0xF0, 0x20, 0xB9] + "</a>".utf8)
    #expect(tree.text(of: 0) == "Договор №")
    #expect(
      String(decoding: tree.bytes, as: UTF8.self).hasPrefix(
        "<?xml version='1.0' encoding='UTF-8'?>"))
  }

  @Test func utf8IsKeptByteForByte() throws {
    for xml in [
      "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\r\n<a>\r\n</a>",
      "<?xml version=\"1.0\" encoding=\"UTF8\"?><a>қ</a>\n", "<a/>",
    ] {
      #expect(try XMLTree(Array(xml.utf8)).bytes == Array(xml.utf8))
    }
  }
}
