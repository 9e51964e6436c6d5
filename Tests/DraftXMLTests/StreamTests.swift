import DraftXML
import Testing

@Suite struct StreamTests {
  /// The events of a part that comes in pieces of a size, in one line.
  private func events(_ text: String, piece: Int = 1 << 16) throws -> String {
    let bytes = Array(text.utf8)
    var start = 0
    let stream = try XMLStream(namespaces: ["urn:a"]) {
      guard start < bytes.count else { return nil }
      defer { start = min(start + piece, bytes.count) }
      return Array(bytes[start..<min(start + piece, bytes.count)])
    }
    var line = ""
    while let event = try stream.read() {
      switch event {
      case .start(let name, let attributes):
        line += "<\(name)" + attributes.map { " \($0.name)=\($0.value)" }.joined() + ">"
      case .text(let text): line += text
      case .end(let name): line += "</\(name)>"
      }
    }
    return line
  }

  @Test(arguments: [1, 2, 5, 1 << 16]) func tellsWhatStandsThere(_ piece: Int) throws {
    let text = """
      <?xml version="1.0"?><!-- x --><r xmlns="urn:a" xmlns:b="urn:b"><c t='1 &lt; "2"' b:t="no"/>\
      Қазақ &amp; &#x41;<![CDATA[<x>]]><b:x>no<c>no</c></b:x>
      </r>
      """
    #expect(
      try events(text, piece: piece) == "<r><c t=1 < \"2\"></c>Қазақ & A<x>\n</r>")
  }

  @Test(arguments: [
    ("<r xmlns='urn:a'>", XMLError.Code.malformed), ("<r><c></r>", .malformed), ("", .malformed),
    ("<!DOCTYPE r [<!ENTITY e 'x'>]><r xmlns='urn:a'>&e;</r>", .doctype),
    ("<r xmlns='urn:a' a='" + String(repeating: "x", count: 1 << 17) + "'/>", .tagTooLong),
    ("<r xmlns='urn:a'>&e;</r>", .malformed),
  ])
  func refusesWhatIsNotSound(_ text: String, _ code: XMLError.Code) {
    for piece in [7, 1 << 20] {
      #expect {
        try events(text, piece: piece)
      } throws: { error in
        (error as? XMLError)?.code == code
      }
    }
  }
}
