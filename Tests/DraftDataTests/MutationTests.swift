import DraftData
import DraftLanguage
import Testing

/// Damaged files end in a value or in an error that can be shown, never in a crash.
@Suite struct MutationTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let seeds = [
    #"{"client": {"имя": "ТОО «Ромашка»", "n": [1, -2.50, 3e4, true, null], "u": "\ud83d\ude00"}}"#,
    "client:\n  имя: ТОО «Ромашка»\n  list: [1, {a: 'x', \"b\": 2.50}]\nitems:\n- &a x: 1\n"
      + "  <<: {y: 2}\n- *a\n- |\n  text\n  ещё\n? k\n: !!str 5\nno: yes\n",
  ]
  static let pieces = [
    "\t", "\n", "\r\n", "  ", "- ", ": ", "? ", "{", "}", "[", "]", ",", "\"", "'", "&a ", "*a ",
    "!!x ", "|", ">", "#", "%", "@", "\\", "\\u", "<<: ", "---\n", "ё", "\u{2028}", "\u{FEFF}",
    "\0",
    "0", "1e9", "-", ".",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8)
  func damagedFiles(_ seed: Int) {
    var random = Generator(state: UInt64(seed))
    for round in 0..<2_000 {
      var bytes = Array(Self.seeds[round % 2].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...4, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: 0)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
        }
      }
      read(bytes)
    }
  }

  private func read(_ bytes: [UInt8]) {
    do throws(Diagnostics) {
      let file = try DataFile(json: bytes, name: nil)
      checkPlaces(.object(file.root), "", file)
    } catch {
      check(error, bytes)
    }
    do throws(Diagnostics) {
      let file = try DataFile(yaml: bytes, name: nil)
      checkPlaces(.object(file.root), "", file)
    } catch {
      check(error, bytes)
    }
  }

  private func check(_ error: Diagnostics, _ bytes: [UInt8]) {
    #expect(error.hasErrors)
    for item in error.items {
      for place in [item.place] + item.notes.map(\.place) {
        guard let place else { continue }
        #expect(place.line >= 1 && place.column >= 1)
        #expect(place.highlight.upperBound <= place.text.count, "\(bytes)")
      }
    }
  }

  /// Every value that was read is found again.
  private func checkPlaces(_ value: Value, _ path: String, _ file: DataFile) {
    if !path.isEmpty { #expect(file.place(of: path) != nil, "\(path)") }
    switch value {
    case .object(let object):
      for (key, value) in zip(object.keys, object.values)
      where !key.isEmpty && !key.contains(where: { ".[]\"'".contains($0) }) {
        checkPlaces(value, path.isEmpty ? key : "\(path).\(key)", file)
      }
    case .list(let list):
      for (index, value) in list.enumerated() { checkPlaces(value, "\(path)[\(index)]", file) }
    default: break
    }
  }
}
