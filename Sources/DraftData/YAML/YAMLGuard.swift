internal import DraftLanguage

/// What must be refused before libyaml and Yams see the file.
enum YAMLGuard {
  /// How many nodes the hashing of keys may visit at most.
  private static let mostHashed = 1_000_000_000

  /// The error, nil when the file may be parsed.
  static func refusal(of text: DataText, limits: DataLimits) -> Diagnostic? {
    if mostNodes(of: text) > limits.nodes {
      return DataFault.tooMany(limits.nodes, at: text.place(text.start..<text.start))
    }
    if let range = controlCharacter(in: text) {
      return YAMLFault.controlCharacter(at: text.place(range))
    }
    if let range = dangerousKey(in: text) {
      return YAMLFault.unusableKey(at: text.place(range))
    }
    return nil
  }

  /// Roughly how many values the file can hold at most, references aside: Yams builds them all,
  /// with some hundred bytes each, before they can be counted.
  private static func mostNodes(of text: DataText) -> Int {
    var count = 1
    for byte in text.bytes {
      switch byte {
      case 0x0A, 0x0D, 0x2C, 0x2D, 0x3A, 0x3F, 0x5B, 0x7B: count += 1
      default: break
      }
    }
    return count
  }

  /// The first character that YAML does not allow even in quotes.
  private static func controlCharacter(in text: DataText) -> Range<Int>? {
    let bytes = text.bytes
    for index in text.start..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20...0x7E, 0x0A, 0x0D, 0x09: continue
      case 0..<0x20, 0x7F: return index..<(index + 1)
      case 0xC2 where bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85:
        return index..<(index + 2)
      case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        return index..<(index + 3)
      default: continue
      }
    }
    return nil
  }

  /// A key that is itself a list or mapping, in a file with many references.
  ///
  /// Yams hashes keys with all that they refer to. References that double one another ("billion
  /// laughs") stay cheap as values, because they are shared until the budget of nodes stops them;
  /// as keys they would be walked to the end of days.
  private static func dangerousKey(in text: DataText) -> Range<Int>? {
    let bytes = text.bytes
    var references = 0
    var keys = 0
    var first: Range<Int>?
    var previous: UInt8 = 0x0A
    var meaningful: UInt8 = 0x0A
    var inReference = false
    for index in text.start..<bytes.count {
      let byte = bytes[index]
      // After a space or one of `[`, `{` and `,`.
      let startsToken =
        previous <= 0x20 || previous == 0x5B || previous == 0x7B || previous == 0x2C
      let isColonOfKey = byte == 0x3A && (inReference || meaningful == 0x5D || meaningful == 0x7D)
      if byte == 0x2A, startsToken, index + 1 < bytes.count, bytes[index + 1] > 0x20 {
        references += 1
        inReference = true
      } else if isColonOfKey || (byte == 0x3F && startsToken) {
        keys += 1
        first = first ?? index..<(index + 1)
      } else if byte > 0x20, previous <= 0x20 {
        inReference = false
      }
      if byte > 0x20 { meaningful = byte }
      previous = byte
    }
    // Doubling works best with three references a level: 3 ^ (references / 3).
    var cost = bytes.count * min(keys, 1_000)
    for _ in 0..<(references / 3) where cost < mostHashed { cost *= 3 }
    return cost >= mostHashed ? first : nil
  }
}
