internal import DraftLanguage

/// What must be refused before libyaml sees the file.
enum YAMLGuard {
  /// The error, nil when the file may be parsed.
  static func refusal(of text: DataText, limits: DataLimits) -> Diagnostic? {
    if mostNodes(of: text) > limits.nodes {
      return DataFault.tooMany(limits.nodes, at: text.place(text.start..<text.start))
    }
    if let range = controlCharacter(in: text) {
      return YAMLFault.controlCharacter(at: text.place(range))
    }
    return nil
  }

  /// Roughly how many values the file can hold at most, references aside: they all are built,
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
}
