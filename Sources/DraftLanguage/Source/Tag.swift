/// A tag of the template: `{{ … }}`, `{% … %}` or `{# … #}`, found by the scanner.
public struct Tag: Sendable, Hashable {
  /// What the delimiters say.
  public enum Kind: Sendable, Hashable {
    /// `{{ … }}`
    case expression
    /// `{% keyword … %}`
    case statement
    /// `{# … #}`
    case comment
  }

  /// The Word structure that the tag stands for, from its first letters: `{%p`, `{%tr`, …
  public enum Form: String, Sendable, Hashable {
    /// Nothing was said; the structure is inferred.
    case plain = ""
    /// The whole paragraph.
    case paragraph = "p"
    /// The whole table row.
    case row = "tr"
    /// The whole table cell.
    case cell = "tc"
    /// The whole run.
    case run = "r"
  }

  /// What the delimiters say.
  public var kind: Kind
  /// The first word of a statement (`if`, `endfor`, …); empty for the other kinds.
  public var keyword: String
  /// The structure it stands for; always `plain` in a text template.
  public var form: Form
  /// `{%-`: joins with what stands before.
  public var trimsBefore: Bool
  /// `-%}`: joins with what follows.
  public var trimsAfter: Bool
  /// From the opening delimiter to just past the closing one.
  public var span: Range<Int>
  /// What stands between the delimiters, form letters and `-` left out.
  public var inner: Range<Int>

  /// A tag as the scanner finds it.
  public init(
    kind: Kind, keyword: String, form: Form, trimsBefore: Bool, trimsAfter: Bool,
    span: Range<Int>, inner: Range<Int>
  ) {
    self.kind = kind
    self.keyword = keyword
    self.form = form
    self.trimsBefore = trimsBefore
    self.trimsAfter = trimsAfter
    self.span = span
    self.inner = inner
  }
}

/// What the parser reads: static bytes and tags, in the order in which they take effect.
///
/// A text template yields its pieces directly; a DOCX part yields them after its tags were widened
/// to the Word structures that they stand for.
public enum Piece: Sendable {
  /// A range of the program's static bytes, to be copied.
  case literal(Range<Int>)
  /// A tag. `site` names the place of emission of an expression (see ``ValueEmitter``), `language`
  /// the language in scope (`kk`, `ru`, …; nil when neutral), `capturesMarkup` says of a statement
  /// that captures its body (`macro`, `set`, `call`, `filter`) that the body holds markup, so that
  /// the result is a ``Fragment`` of `level` instead of a string.
  case tag(Tag, site: Int32, language: String?, captures: MarkupLevel)
  /// The variables are remembered; the matching `restore` puts them back, so that two renderings
  /// of one text (`mc:Choice` and `mc:Fallback`) count as one evaluation.
  case remember
  /// See ``remember``.
  case restore
  /// A place that the emitter marks by number (see ``ValueEmitter``). `loop` is where the tag of the
  /// `for` starts whose turn is told; nil for the innermost that stands around the place.
  case mark(Int32, loop: Int?)
}

/// How much structure a captured piece of output holds.
public enum MarkupLevel: Int, Sendable, Hashable, Comparable {
  /// Plain text: not escaped, no markup.
  case text
  /// Whole runs of a paragraph.
  case run
  /// Whole paragraphs and tables.
  case paragraph
  /// Whole cells of a row.
  case cell
  /// Whole rows of a table.
  case row

  /// By amount of structure.
  public static func < (left: MarkupLevel, right: MarkupLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}
