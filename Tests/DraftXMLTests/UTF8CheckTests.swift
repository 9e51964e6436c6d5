import Testing

@testable import DraftXML

/// What is taken for UTF-8 is what the standard library takes for it.
struct UTF8CheckTests {
  /// The first bytes of sequences of every kind, those that go on with one, and those that do neither.
  private static let bytes: [UInt8] = [
    0x20, 0x41, 0x7F, 0x80, 0x90, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xD0, 0xDF, 0xE0, 0xE2, 0xED, 0xEF,
    0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
  ]
  private static let letter = Array("Ж".utf8)

  /// The fault by the standard library: the end of the longest beginning that is UTF-8, which is all if
  /// nothing is wrong.
  private func fault(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    return bytes.indices.last { String(validating: bytes[..<$0], as: UTF8.self) != nil }
  }

  @Test(arguments: 0..<9)
  func everyPairAtEveryPlaceOfAWord(_ place: Int) {
    for first in Self.bytes {
      for second in Self.bytes {
        for filler in [Self.letter + Self.letter, Array("ab - ".utf8), Array("a–Ж".utf8)] {
          let start = Array("<a>".utf8) + Array(repeating: UInt8(ascii: "x"), count: place)
          for bytes in [
            start + [first, second] + filler + filler, start + filler + [first, second],
          ] {
            #expect(UTF8Check.firstFault(in: bytes) == fault(bytes))
          }
        }
      }
    }
  }

  @Test func drawnSequences() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let draw = Int(state >> 33)
        // Mostly letters, so that faults come after words that are in order.
        if draw % 4 == 0 {
          bytes.append(Self.bytes[draw / 4 % Self.bytes.count])
        } else {
          bytes += draw % 4 == 1 ? [0x20] : Self.letter
        }
      }
      #expect(UTF8Check.firstFault(in: bytes) == fault(bytes))
    }
  }
}
