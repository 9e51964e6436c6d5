/// Which languages of a bilingual template a document is drawn in, and how they are laid out.
public struct LanguageSelection: Sendable, Hashable {
  /// How several languages stand together.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// As in the template: two columns, a row a clause.
    case columns
    /// The whole text in one language, then in the next.
    case sequence
  }

  /// The codes that a template may mark its text with (ISO 639-1).
  public static let codes = ["kk", "ru", "en"]

  /// Language codes in the order in which they are drawn; at least one.
  public let languages: [String]
  /// How they stand together.
  public let layout: Layout

  /// A selection of languages.
  ///
  /// - Returns: nil when there are none, one is not of ``codes``, or one comes twice.
  public init?(_ languages: [String], layout: Layout = .columns) {
    guard !languages.isEmpty, languages.allSatisfy(Self.codes.contains),
      Set(languages).count == languages.count
    else { return nil }
    self.languages = languages
    self.layout = layout
  }

  /// Reads `kk`, `ru` or `kk,ru`; nil for anything else.
  public init?(_ text: String, layout: Layout = .columns) {
    self.init(text.split(separator: ",").map(String.init), layout: layout)
  }

  /// The language of neutral places: that of the document when it has but one.
  public var neutral: String? { languages.count == 1 ? languages[0] : nil }

  /// Whether text of a language is drawn; neutral text always is.
  public func includes(_ language: String?) -> Bool {
    language.map(languages.contains) ?? true
  }
}

extension [Piece] {
  /// The pieces without the `{% lang %}` blocks of languages that are not drawn.
  public func projected(to selection: LanguageSelection, in source: SourceText) -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(count)
    var depth = 0
    for piece in self {
      guard case .tag(let tag, let site, let language, let captures) = piece else {
        if depth == 0 { result.append(piece) }
        continue
      }
      if tag.keyword == "lang" {
        let words = source.string(tag.inner).split(whereSeparator: \.isWhitespace)
        if depth > 0 || words.count == 2 && !selection.includes(String(words[1])) { depth += 1 }
      }
      if depth == 0 {
        result.append(
          .tag(tag, site: site, language: language ?? selection.neutral, captures: captures))
      }
      if tag.keyword == "endlang", depth > 0 { depth -= 1 }
    }
    return result
  }
}
