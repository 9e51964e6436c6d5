/// A place in a template or a data file, as a person finds it.
public struct Place: Sendable, Hashable {
  /// The file, by the name the caller gave it; nil when the source has none.
  public var file: String?
  /// The part of a DOCX in plain words ("body", "header 1", "footnotes"); nil in a text file.
  public var part: String?
  /// The paragraph of the part (DOCX) or the line of the file (text, data), counted from 1.
  public var line: Int
  /// The character of the line, counted from 1 in extended grapheme clusters.
  public var column: Int
  /// The language column the place belongs to, `kk` or `ru`; nil when neutral.
  public var language: String?
  /// The text of the paragraph or line, as its author reads it.
  public var text: String
  /// The characters of `text` that are meant, as offsets counted in grapheme clusters from 0.
  public var highlight: Range<Int>

  /// A place with the text around it.
  public init(
    file: String? = nil, part: String? = nil, line: Int, column: Int, language: String? = nil,
    text: String = "", highlight: Range<Int> = 0..<0
  ) {
    self.file = file
    self.part = part
    self.line = line
    self.column = column
    self.language = language
    self.text = text
    self.highlight = highlight
  }
}
