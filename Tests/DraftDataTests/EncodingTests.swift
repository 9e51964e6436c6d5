import DraftData
import DraftLanguage
import Testing

@Suite struct EncodingTests {
  static let cp1251: [UInt8] = Array("name: ".utf8) + [0xD0, 0xEE, 0xEC, 0xE0, 0xF8, 0xEA, 0xE0]

  @Test(arguments: [
    (cp1251, "data-encoding 1:7 ‹�› the file is in Windows-1251, not in UTF-8"),
    ([0xFF, 0xFE, 0x61, 0x00], "data-encoding 1:1 ‹› the file is in UTF-16, not in UTF-8"),
    ([0xFE, 0xFF, 0x00, 0x61], "data-encoding 1:1 ‹› the file is in UTF-16, not in UTF-8"),
    (
      [0x7B, 0x00, 0x22, 0x00, 0x7D, 0x00],
      "data-encoding 1:1 ‹› the file is in UTF-16, not in UTF-8"
    ),
    ([0xFF, 0xFE, 0, 0], "data-encoding 1:1 ‹› the file is in UTF-32, not in UTF-8"),
    ([0x50, 0x4B, 3, 4], "data-encoding 1:1 ‹› this is a packed file"),
    ([0x61, 0x0A, 0x62, 0x80, 0x81], "data-encoding 2:2 ‹�› the file is not UTF-8 text"),
    ([0xED, 0xA0, 0x80], "data-encoding 1:1"), ([0xC0, 0x80], "data-encoding 1:1"),
  ])
  func refusedByName(_ bytes: [UInt8], _ expected: String) {
    #expect(errors { try DataFile(json: bytes, name: "x") }.hasPrefix(expected))
    #expect(errors { try DataFile(yaml: bytes, name: "x") }.hasPrefix(expected))
  }

  @Test func theMessageDoesNotQuoteValues() {
    // The excerpt line may; the sentences may not.
    for text in ["iin: yes050715: x: y", "secret: [1", "secret: 'x", "secret: NO"] {
      do throws(Diagnostics) {
        _ = try DataFile(yaml: Array(text.utf8), name: nil)
      } catch {
        for item in error.items {
          #expect(!item.message.en.contains("secret") && !item.message.en.contains("050715"))
        }
      }
    }
  }
}
