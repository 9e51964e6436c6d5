internal import DraftLanguage

/// What the text of a cell means where a number, a date or a truth value is needed.
///
/// Tables hold text as people type it: `150 000`, `22.11.2026`, «да». Only what has one reading is
/// changed; everything else stays text, and the fill says what is wrong with it. Texts of JSON and YAML
/// are read alike where a number or a truth value is needed (``TextReading``).
enum CellReading {
  /// The value of a cell's trimmed text for a field of a kind.
  static func value(_ text: String, as kind: FieldKind?) -> Value {
    switch kind {
    case .number: return isOpen(text) ? .string(text) : number(text) ?? .string(text)
    case .date: return date(text).map { .string($0) } ?? .string(text)
    case .boolean: return truth(text).map { .bool($0) } ?? number(text) ?? .string(text)
    case .list, .object: return collection(text) ?? .string(text)
    default: return .string(text)
    }
  }

  /// Whether nobody sees anything in a text: spaces of any kind, line ends, characters without a width.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
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
  /// Leading zeros make it a code.
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
    guard count > 0, mark == nil || fraction > 0 else { return nil }
    if !groups.isEmpty {
      guard groups[0] <= 3, groups.dropFirst().allSatisfy({ $0 == 3 }), count == 3 else {
        return nil
      }
    }
    let whole = digits.drop { $0 == 0x2D }.prefix { $0 != 0x2E }
    if whole.count > 1, whole.first == 0x30 { return nil }
    return try? NumberDigits(digits[...]).value(digits[...])
  }

  /// Whether the comma or the point of a number may set off thousands as well as a fraction: `1.500`,
  /// `150,000`. In `0,500`, `1234.500` and `1 234,500` it cannot.
  static func isOpen(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") || text.hasPrefix("\u{2212}") ? text.dropFirst() : text[...]
    let parts = digits.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[0].first != "0"
      && parts[1].utf8.count == 3
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
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

  /// A truth value as people and Excel write it in three languages, two words of them also as they are
  /// typed without Kazakh letters. Letter case and a full stop at the end do not matter.
  static func truth(_ text: String) -> Bool? {
    var word = text.lowercased()[...]
    while let last = word.last, last == "." || last.isWhitespace { word.removeLast() }
    return switch word {
    case "true", "yes", "y", "да", "есть", "иә", "ия", "бар", "истина", "ақиқат", "1", "+", "✓",
      "✔":
      true
    case "false", "no", "n", "нет", "жоқ", "жок", "ложь", "жалған", "0", "-", "\u{2212}", "–", "—":
      false
    default: nil
    }
  }

  /// What is wrong with a value for a number or for a field that is only asked whether it is true; nil
  /// when nothing is, or when the fill will say it.
  ///
  /// Any text would count as true, also «не освобождён», and a filter would take 150 for `150.000`.
  static func fault(in value: Value, as kind: FieldKind?) -> Message? {
    guard case .string(let text) = value else { return nil }
    if kind == .number, isOpen(text) {
      return Message(
        en: "three digits behind the comma or the point may be thousands or a fraction: "
          + "write 150 000 or 150,00",
        ru: "три цифры после запятой или точки могут быть и тысячами, и долями: "
          + "пишите 150 000 или 150,00",
        kk: "үтірден не нүктеден кейінгі үш цифр мыңдық та, бөлшек те болуы мүмкін: "
          + "150 000 не 150,00 деп жазыңыз")
    }
    guard kind == .boolean else { return nil }
    return Message(
      en: "the template asks for yes or no here, and the text says neither: "
        + "yes, no, true, false, да, нет, иә, жоқ, 1, 0, + or -",
      ru: "шаблон спрашивает здесь «да или нет», а в тексте ни то ни другое: "
        + "да, нет, иә, жоқ, yes, no, true, false, 1, 0, + или -",
      kk: "үлгі мұнда «иә не жоқ» деп сұрайды, ал мәтінде екеуі де емес: "
        + "иә, жоқ, да, нет, yes, no, true, false, 1, 0, + не -")
  }

  /// A list or a mapping in JSON: `[]` is an empty list, which no other cell can say.
  static func collection(_ text: String) -> Value? {
    guard text.hasPrefix("[") || text.hasPrefix("{") else { return nil }
    var reader = JSONReader(DataText(Array(text.utf8), name: nil), limits: .standard)
    guard let value = try? reader.readAll(), reader.complaints.isEmpty else { return nil }
    return value
  }
}
