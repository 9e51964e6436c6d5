/// What the code of a `TOC` field asks for (ECMA-376 part 1, § 17.16.5.68).
struct ContentsSwitches {
  /// The levels of headings, 1 to 9 (`\o`); nil when their styles do not count.
  private(set) var headings: ClosedRange<Int>?
  /// Levels by the name of a style in small letters (`\t`).
  private(set) var styles: [String: Int] = [:]
  /// Whether the outline level of a paragraph counts (`\u`).
  private(set) var usesOutline = false
  /// Whether entries are links (`\h`).
  private(set) var isLinked = false
  /// The levels without page numbers (`\n`); nil when all have them.
  private(set) var withoutPages: ClosedRange<Int>?
  /// What stands before the number of the page (`\p`).
  private(set) var separator = "\t"

  /// Reads a code.
  ///
  /// - Returns: nil when it asks for something other than headings: captions, marked entries, a part of
  ///   the document.
  init?(_ code: String) {
    var words = ContentsSwitches.words(code)[...]
    guard words.popFirst()?.text.uppercased() == "TOC" else { return nil }
    /// The word after a switch, if it is no switch itself.
    func argument() -> String? {
      guard let word = words.first, word.isQuoted || !word.text.hasPrefix("\\") else { return nil }
      words.removeFirst()
      return word.text
    }
    while let word = words.popFirst() {
      switch word.text.lowercased() {
      case "\\o": headings = argument().map { Self.levels($0) } ?? 1...9
      case "\\u": usesOutline = true
      case "\\h": isLinked = true
      case "\\n": withoutPages = argument().map { Self.levels($0) } ?? 1...9
      case "\\p": separator = argument() ?? "\t"
      case "\\t":
        let list = argument() ?? ""
        let parts = list.split(separator: list.contains(";") ? ";" : ",").map {
          $0.drop(while: \.isWhitespace)
        }
        for (name, level) in zip(parts, parts.dropFirst()) {
          if let level = Int(level), 1...9 ~= level { styles[name.lowercased()] = level }
        }
      case "\\*": _ = argument()
      // Web layout, tabs and line breaks of headings: nothing that the entries depend on.
      case "\\z", "\\w", "\\x": break
      default: return nil
      }
    }
    if headings == nil, styles.isEmpty, !usesOutline { headings = 1...9 }
  }

  /// A range as `1-3`; a single number is that level.
  private static func levels(_ text: String) -> ClosedRange<Int> {
    let numbers = text.split(separator: "-").compactMap {
      Int($0.filter { !$0.isWhitespace })
    }
    let first = min(max(numbers.first ?? 1, 1), 9)
    return first...min(max(numbers.last ?? 9, first), 9)
  }

  private static func words(_ code: String) -> [(text: String, isQuoted: Bool)] {
    var words: [(text: String, isQuoted: Bool)] = []
    var rest = code[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return words }
      if "\"“”„".contains(first) {
        let word = rest.dropFirst().prefix { !"\"“”„".contains($0) }
        words.append((String(word), true))
        rest = rest[word.endIndex...].dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
        words.append((String(word), false))
        rest = rest[word.endIndex...]
      }
    }
  }
}
