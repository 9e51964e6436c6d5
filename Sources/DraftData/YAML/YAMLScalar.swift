internal import DraftLanguage

/// What a word of YAML without quotes means.
///
/// Whatever could lose a character as a number is text: leading zeros, a plus, spaces,
/// underscores, exponents, dates, times, `0x…`.
enum YAMLScalar {
  /// The reading of a plain word.
  enum Meaning {
    case value(Value)
    /// `yes`, `no`, `on`, `off`: truth values in YAML 1.1, text in YAML 1.2.
    case ambiguous
    /// A number with more digits than can be held exactly.
    case tooLong
  }

  /// The reading of a plain word.
  static func meaning(of word: String) -> Meaning {
    let bytes = Array(word.utf8)
    guard let first = bytes.first else { return .value(.null) }
    if first == 0x2D || (0x30...0x39).contains(first) { return number(bytes, word) }
    switch word {
    case "~", "null", "Null", "NULL": return .value(.null)
    case "true", "True", "TRUE": return .value(.bool(true))
    case "false", "False", "FALSE": return .value(.bool(false))
    case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF":
      return .ambiguous
    default: return .value(.string(word))
    }
  }

  private static func number(_ bytes: [UInt8], _ word: String) -> Meaning {
    var index = bytes[0] == 0x2D ? 1 : 0
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let whole = index - start
    if whole == 0 || (whole > 1 && bytes[start] == 0x30) { return .value(.string(word)) }
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      let fraction = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      if index == fraction { return .value(.string(word)) }
    }
    guard index == bytes.count else { return .value(.string(word)) }
    do throws(NumberDigits.TooLong) {
      return .value(try NumberDigits(bytes[...]).value(bytes[...]))
    } catch {
      return .tooLong
    }
  }

  /// The type mark of texts.
  static let text = "tag:yaml.org,2002:str"

  /// The name that a key gives to a field; nil when it is no name.
  static func key(_ node: YAMLNode) -> String? {
    guard case .scalar(let name, let style) = node.content else { return nil }
    if style == .plain, name.isEmpty || name == "~" { return nil }
    return node.tag.isEmpty || node.tag == "!" || node.tag == text ? name : nil
  }

  /// Whether a key is `<<`, which brings in the fields of another mapping.
  static func isMerge(_ node: YAMLNode) -> Bool {
    guard case .scalar(let name, let style) = node.content else { return false }
    return style == .plain && name == "<<"
  }
}
