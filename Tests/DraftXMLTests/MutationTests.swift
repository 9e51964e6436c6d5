import DraftXML
import Testing

@Suite("No bytes crash the reader")
struct MutationTests {
  private static let sample = Array(
    """
    \u{FEFF}<?xml version="1.0" encoding="UTF-8"?><w:p xmlns:w="urn:w" w:a='1&#x49B;"' b="&lt;>"><!-- c -->\
    <w:r><w:t xml:space="preserve">Мәтін &amp; <![CDATA[<x>]]></w:t><w:br/></w:r><?pi d?>\r\n<q/></w:p>
    """.utf8)

  @Test func mutations() {
    var random = SplitMix(state: 20_260_101)
    let words: [[UInt8]] = [
      "<", ">", "/>", "</", "&", ";", "<!", "]]>", "--", "\"", "'", "xmlns:", "<a>", "\0",
    ]
    .map { Array($0.utf8) }
    var accepted = 0
    for _ in 0..<6000 {
      var bytes = Self.sample
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: words[random.below(words.count)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
        default:
          bytes.insert(
            contentsOf: bytes[place..<min(bytes.count, place + 20)], at: random.below(bytes.count))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      guard let tree = try? XMLTree(bytes) else { continue }
      accepted += 1
      try? checkPositions(tree)
      for index in tree.elements.indices {
        _ = tree.text(of: index)
        _ = tree.attributes(of: index)
        _ = tree.attribute("a", uri: "urn:w", of: index)
      }
    }
    #expect(accepted > 100)
  }

  @Test func decodingAnythingEnds() {
    var random = SplitMix(state: 7)
    let alphabet = Array("<>&;![CDATA]-?/'\"#x1\r\n а".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<random.below(60)).map { _ in alphabet[random.below(alphabet.count)] }
      let text = XMLText.decode(bytes, in: 0..<bytes.count)
      let source = text.sourceRange(of: 0..<text.utf8.count)
      #expect(source.lowerBound >= 0 && source.upperBound <= bytes.count)
    }
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
