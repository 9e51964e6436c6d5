/// Writes diagnostics for people or for programs.
public struct DiagnosticPrinter: Sendable {
  /// How a diagnostic is written.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// With the words of the template, a caret, notes and hints.
    case human
    /// One line a diagnostic: `file:part:14:15: error[code]: message`.
    case short
    /// One JSON object a line.
    case json
  }

  /// How a diagnostic is written.
  public var format: Format
  /// The language of the sentences.
  public var language: InterfaceLanguage
  /// Whether colours are used, as terminals know them.
  public var usesColor: Bool
  /// Paragraphs are cut around the highlight to this many columns.
  public var width = 100

  /// A printer.
  public init(
    _ format: Format = .human, language: InterfaceLanguage = .en, usesColor: Bool = false
  ) {
    self.format = format
    self.language = language
    self.usesColor = usesColor
  }

  /// All diagnostics, each ending with a line end. For people, what is wrong with one datum is said
  /// once, with the list of the other places that need it.
  public func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    guard format == .human else { return diagnostics.map { text($0) }.joined() }
    return DiagnosticGroup.groups(of: diagnostics).map { human($0.first, also: $0.others) }
      .joined(separator: "\n")
  }

  /// One diagnostic, ending with a line end.
  public func text(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .human: human(diagnostic, also: [])
    case .short: short(diagnostic)
    case .json: json(diagnostic)
    }
  }

  // MARK: Short

  private func short(_ diagnostic: Diagnostic) -> String {
    var start = ""
    if let place = diagnostic.place {
      let names =
        [place.file, place.part].compactMap { $0 } + ["\(place.line)", "\(place.column)"]
      start = names.joined(separator: ":") + ": "
    }
    return start + head(diagnostic) + "\n"
  }

  private func head(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.rawValue
    let color: Style = diagnostic.severity == .error ? .error : .warning
    return paint("\(severity)[\(diagnostic.code)]", color) + ": "
      + paint(diagnostic.message.text(in: language), .bold)
  }

  // MARK: Human

  private func human(_ diagnostic: Diagnostic, also others: [Place]) -> String {
    var lines = [head(diagnostic)]
    var places = diagnostic.notes.compactMap(\.place)
    if let place = diagnostic.place { places.append(place) }
    let gutter = places.map { String($0.line).count }.max() ?? 0
    let margin = String(repeating: " ", count: gutter)
    if let place = diagnostic.place {
      let color: Style = diagnostic.severity == .error ? .error : .warning
      lines += excerpt(place, margin, color)
    }
    if !others.isEmpty {
      lines.append(
        margin + paint(" = ", .frame) + paint(Words.also.text(in: language), .bold) + ": "
          + list(others, after: diagnostic.place))
    }
    for note in diagnostic.notes {
      let text = note.message.text(in: language)
      lines.append(
        margin + paint(" = ", .frame) + paint(Words.note.text(in: language), .bold) + ": " + text)
      if let place = note.place { lines += excerpt(place, margin, .frame) }
    }
    for hint in diagnostic.hints {
      lines.append(
        margin + paint(" = ", .frame) + paint(Words.hint.text(in: language), .bold) + ": "
          + hint.text(in: language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where a place is, its text and the carets below.
  private func excerpt(_ place: Place, _ margin: String, _ color: Style) -> [String] {
    let word = place.part == nil ? Words.line : Words.paragraph
    let where_ =
      [place.file, place.part].compactMap { $0 } + ["\(word.text(in: language)) \(line(place))"]
    var lines = [margin + paint("--> ", .frame) + where_.joined(separator: " · ")]
    guard !place.text.isEmpty else { return lines }
    let cut = Excerpt(place, width: width)
    let number = String(place.line)
    let padded = String(repeating: " ", count: margin.count - number.count) + number
    lines.append(margin + paint(" |", .frame))
    lines.append(paint(padded + " |", .frame) + " " + cut.text)
    lines.append(
      margin + paint(" |", .frame) + " " + String(repeating: " ", count: cut.indent)
        + paint(String(repeating: "^", count: cut.carets), color))
    return lines
  }

  /// The number of a paragraph or line, with its language.
  private func line(_ place: Place) -> String {
    "\(place.line)" + (place.language.map { " (\($0))" } ?? "")
  }

  /// Further places, the most that a reader will go through, part by part: `paragraph 4 (ru), 6;
  /// header 1 · paragraph 1`.
  private func list(_ places: [Place], after first: Place?) -> String {
    let limit = 12
    var parts: [String] = []
    var last = first
    for place in places.prefix(limit) {
      let isSamePart = last?.file == place.file && last?.part == place.part
      if isSamePart, !parts.isEmpty {
        parts[parts.count - 1] += ", " + line(place)
      } else {
        let names = [last?.file == place.file ? nil : place.file, isSamePart ? nil : place.part]
        let word = place.part == nil ? Words.line : Words.paragraph
        parts.append(
          (names.compactMap { $0 } + ["\(word.text(in: language)) \(line(place))"])
            .joined(separator: " · "))
      }
      last = place
    }
    return parts.joined(separator: "; ") + (places.count > limit ? "… (\(places.count))" : "")
  }

  // MARK: Colour

  private enum Style: String {
    case error = "31;1"
    case warning = "33;1"
    case frame = "34;1"
    case bold = "1"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private enum Words {
    static let line = Message(en: "line", ru: "строка", kk: "жол")
    static let paragraph = Message(en: "paragraph", ru: "абзац", kk: "абзац")
    static let also = Message(en: "also", ru: "также", kk: "сондай-ақ")
    static let hint = Message(en: "hint", ru: "подсказка", kk: "кеңес")
    static let note = Message(en: "note", ru: "пояснение", kk: "түсіндірме")
  }
}

/// The text of a place, cut around its highlight, and where the carets go.
struct Excerpt {
  var text: String
  var indent: Int
  var carets: Int

  init(_ place: Place, width: Int) {
    let characters = Array(place.text).map { character in
      // Control characters would move the carets.
      DisplayWidth.of(character) == 0 && character.isASCII || character == "\t" ? " " : character
    }
    let lower = min(max(place.highlight.lowerBound, 0), characters.count)
    let upper = min(max(place.highlight.upperBound, lower), characters.count)
    var start = 0
    var end = characters.count
    if DisplayWidth.of(String(characters)) > width {
      let marked = DisplayWidth.of(String(characters[lower..<upper]))
      let around = max(8, (width - min(marked, width)) / 2)
      start = Self.step(characters, from: lower, by: -1, columns: around)
      end = Self.step(characters, from: upper, by: 1, columns: around)
      if marked > width {
        end = min(end, Self.step(characters, from: lower, by: 1, columns: width))
      }
    }
    let head = start > 0 ? "…" : ""
    text = head + String(characters[start..<end]) + (end < characters.count ? "…" : "")
    indent = DisplayWidth.of(head + String(characters[start..<lower]))
    carets = max(1, DisplayWidth.of(String(characters[lower..<max(lower, min(upper, end))])))
  }

  private static func step(
    _ characters: [Character], from: Int, by step: Int, columns: Int
  ) -> Int {
    var at = from
    var left = columns
    while left > 0, step > 0 ? at < characters.count : at > 0 {
      left -= DisplayWidth.of(characters[step > 0 ? at : at - 1])
      at += step
    }
    return at
  }
}
