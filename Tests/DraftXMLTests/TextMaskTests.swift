import Testing

@testable import DraftXML

/// What libxml2 is given in the place of letters that it need not read.
struct TextMaskTests {
  private func masked(_ text: String) -> String {
    String(decoding: TextMask.mask(Array(text.utf8)), as: UTF8.self)
  }

  @Test func lettersBetweenTagsAreReplaced() {
    #expect(masked("<a>Шарт № 1 — é</a>") == "<a>xxxxxxxx xxx 1 xxx xx</a>")
    #expect(masked("<a>x<b/>тест<c/></a>") == "<a>x<b/>xxxxxxxx<c/></a>")
    #expect(masked("<a>ab😀тест\u{FB01}é</a>") == "<a>ab😀xxxxxxxx\u{FB01}xx</a>")
  }

  @Test(arguments: [
    "<a b=\"тест\">x</a>", "<тест>x</тест>", "<a b='>' тест='1'/>", "<a b=\">\" тест=\"1\">x</a>",
    "<?тест x?><a/>", "тест", "тест<a/>", "<a/>тест", "<a>тест", "<a>😀 \u{FB01}\u{FFFD}</a>",
  ])
  func namesAttributesAndOtherScalarsStay(_ text: String) { #expect(masked(text) == text) }

  /// U+FFFE and U+FFFF are no letters and come as they are to who refuses them.
  @Test(arguments: ["\u{FFFE}", "\u{FFFF}", "абвгд\u{FFFE}", "абвгдеж\u{FFFF}абвгдеж"])
  func forbiddenScalarsAreStillRefused(_ text: String) {
    #expect(throws: XMLError.self) { try XMLTree(Array("<a>\(text)</a>".utf8)) }
  }

  /// An attribute that ends a tag early to the eye, and text with a `>` in it, keep every name.
  @Test func closingBracketsInValuesAndTextHideNoName() throws {
    let text = "<r><a b=\">\" тест=\"1\" тост=\"2\">а > б</a><!-- <тест> --><тест>д</тест></r>"
    #expect(masked(text).utf8.count == text.utf8.count)
    let tree = try XMLTree(Array(text.utf8))
    #expect(tree.names.map(\.local) == ["r", "a", "тест"])
    #expect(tree.attributes(of: 1).map(\.local) == ["b", "тест", "тост"])
    #expect(tree.text(of: 1) == "а > б")
  }

  @Test func differentNamesOfOneLengthAreNotTakenForOne() {
    #expect(throws: XMLError.self) { try XMLTree(Array("<r>й<a б='>' б='1'/></r>".utf8)) }
    #expect(throws: XMLError.self) { try XMLTree(Array("<тест>й</тост>".utf8)) }
    #expect(throws: XMLError.self) { try XMLTree(Array("<r x='>й<'>й</r>".utf8)) }
  }
}
