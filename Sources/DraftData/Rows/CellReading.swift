internal import DraftLanguage

/// What the text of a cell means where a number, a date or a truth value is needed.
///
/// Tables hold text as people type it: `150 000`, `22.11.2026`, «да». Only what has one reading is
/// changed; everything else stays text, and the fill says what is wrong with it.
enum CellReading {
  /// The value of a cell's trimmed text for a field of a kind.
  static func value(_ text: String, as kind: FieldKind?) -> Value {
    switch kind {
    case .number: return number(text) ?? .string(text)
    case .date: return date(text).map { .string($0) } ?? .string(text)
    case .boolean: return truth(text).map { .bool($0) } ?? .string(text)
    case .list, .object: return collection(text) ?? .string(text)
    default: return .string(text)
    }
  }

  /// The text of a cell without the spaces and line ends around it, which nobody sees in a table.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// A number as it is typed in Kazakhstan: thousands set off by spaces, a decimal comma or point.
  ///
  /// Leading zeros make it a code, and a comma before three digits could mean either.
  static func number(_ text: String) -> Value? {
    var digits: [UInt8] = []
    var groups: [Int] = []
    var count = 0
    var mark: Unicode.Scalar?
    var fraction = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "-", "\u{2212}":
        guard index == 0 else { return nil }
        digits.append(0x2D)
      case "0"..."9":
        digits.append(UInt8(scalar.value))
        if mark == nil { count += 1 } else { fraction += 1 }
      case " ", "\u{A0}", "\u{202F}":
        guard mark == nil, count > 0 else { return nil }
        groups.append(count)
        count = 0
      case ",", ".":
        guard mark == nil, count > 0 else { return nil }
        mark = scalar
        digits.append(0x2E)
      default: return nil
      }
    }
    guard count > 0, mark == nil || fraction > 0, !(mark == "," && fraction == 3) else {
      return nil
    }
    if !groups.isEmpty {
      guard groups[0] <= 3, groups.dropFirst().allSatisfy({ $0 == 3 }), count == 3 else {
        return nil
      }
    }
    let whole = digits.drop { $0 == 0x2D }.prefix { $0 != 0x2E }
    if whole.count > 1, whole.first == 0x30 { return nil }
    return try? NumberDigits(digits[...]).value(digits[...])
  }

  /// A day written `22.11.2026`, as `2026-11-22`.
  static func date(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
      parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return SerialDate.iso(year, month, day)
  }

  /// A truth value as people and Excel write it in three languages.
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "да", "иә", "истина", "ақиқат", "1": true
    case "false", "no", "нет", "жоқ", "ложь", "жалған", "0": false
    default: nil
    }
  }

  /// A list or a mapping in JSON: `[]` is an empty list, which no other cell can say.
  static func collection(_ text: String) -> Value? {
    guard text.hasPrefix("[") || text.hasPrefix("{") else { return nil }
    var reader = JSONReader(DataText(Array(text.utf8), name: nil), limits: .standard)
    guard let value = try? reader.readAll(), reader.complaints.isEmpty else { return nil }
    return value
  }
}
