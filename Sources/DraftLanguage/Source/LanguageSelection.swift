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
  ///
  /// - Parameters:
  ///   - selection: the languages to draw.
  ///   - source: the text of the tags.
  ///   - fallback: the language of what stands in no such block; nil when that is in all languages.
  public func projected(
    to selection: LanguageSelection, in source: SourceText, fallback: String? = nil
  ) -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(count)
    var depth = 0
    // Blocks of languages that are drawn, in which text has a language of its own.
    var marked = 0
    let keepsUnmarked = selection.includes(fallback)
    for piece in self {
      guard case .tag(let tag, let site, let language, let captures) = piece else {
        if depth == 0, keepsUnmarked || marked > 0 { result.append(piece) }
        continue
      }
      if tag.keyword == "lang" {
        let words = source.string(tag.inner).split(whereSeparator: \.isWhitespace)
        if depth > 0 || words.count == 2 && !selection.includes(String(words[1])) {
          depth += 1
        } else {
          marked += 1
        }
      }
      let isDrawn = keepsUnmarked || marked > 0 || tag.kind != .expression
      if depth == 0, isDrawn {
        result.append(
          .tag(tag, site: site, language: language ?? selection.neutral, captures: captures))
      }
      if tag.keyword == "endlang" {
        if depth > 0 { depth -= 1 } else if marked > 0 { marked -= 1 }
      }
    }
    return result
  }
}
