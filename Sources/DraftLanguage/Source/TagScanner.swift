/// Finds the tags of a template in the text as its author reads it.
public struct TagScanner {
  /// What kind of template the text comes from.
  public enum Form: Sendable, Hashable {
    /// A part of a DOCX: tags stay within their paragraph and may name a Word structure.
    case document
    /// A text file: tags may cross lines.
    case text
  }

  /// What a scan found.
  public struct Scan: Sendable {
    /// The tags in the order of the text.
    public var tags: [Tag]
    /// Braces that are meant literally.
    public var literalBraces: [LiteralBrace]
    /// What is wrong.
    public var diagnostics: [Diagnostic]
  }

  /// The longest tag, in bytes; what is longer counts as unclosed.
  static let longestTag = 1 << 16

  private let source: SourceText
  private let text: [UInt8]
  private let form: Form
  private let end: Int
  /// The line that was looked at last.
  private var line = 0..<0
  private var scan = Scan(tags: [], literalBraces: [], diagnostics: [])
  private var diagnostics = Findings()

  /// The tags of a text, the literal braces, and the errors.
  public static func scan(_ source: SourceText, form: Form) -> Scan {
    var scanner = TagScanner(source, form)
    scanner.run()
    scanner.scan.diagnostics = scanner.diagnostics.items
    return scanner.scan
  }

  private init(_ source: SourceText, _ form: Form) {
    self.source = source
    self.form = form
    text = source.text
    end = source.visibleEnd
  }

  private mutating func run() {
    let text = text
    var at = 0
    while at + 1 < end {
      // Most of a text is neither brace nor percent sign.
      let next = ByteSearch.first(0x7B, 0x7D, 0x25, in: text, at..<end - 1)
      if next == end - 1 { break }
      at = next
      let byte = text[at]
      if byte == 0x7B {
        let next = text[at + 1]
        if next == 0x7B || next == 0x25 || next == 0x23 {
          at = tag(at)
          continue
        }
        if let brace = literalBrace(at) {
          scan.literalBraces.append(brace)
          at = brace.span.upperBound
          continue
        }
      } else if form == .document {
        if let brace = byte == 0x7D || byte == 0x25 ? literalBrace(at) : nil {
          scan.literalBraces.append(brace)
          at = brace.span.upperBound
          continue
        }
        if byte == 0x7D || byte == 0x25, text[at + 1] == 0x7D {
          diagnostics.append(.strayDelimiter(source, at..<(at + 2)))
          at += 2
          continue
        }
      }
      at += 1
    }
  }

  /// `{_{`, `}_}`, `{_%`, `%_}` are docxtpl's spelling of delimiters that are meant literally.
  private func literalBrace(_ at: Int) -> LiteralBrace? {
    guard form == .document, at + 2 < end, text[at + 1] == 0x5F else { return nil }
    switch (text[at], text[at + 2]) {
    case (0x7B, 0x7B), (0x7B, 0x25), (0x7D, 0x7D), (0x25, 0x7D):
      return LiteralBrace(
        span: at..<(at + 3), replacement: String(decoding: [text[at], text[at + 2]], as: UTF8.self))
    default: return nil
    }
  }

  /// Reads the tag that opens at `start` and says where the scan goes on.
  private mutating func tag(_ start: Int) -> Int {
    let kind: Tag.Kind =
      text[start + 1] == 0x7B ? .expression : text[start + 1] == 0x25 ? .statement : .comment
    let limit = tagLimit(start)
    guard let closing = close(start + 2, limit, kind) else {
      let lineEnd = self.lineEnd(start)
      diagnostics.append(.unclosedTag(source, start..<lineEnd, kind))
      return diagnostics.isFull ? end : max(lineEnd, start + 2)
    }
    var lower = start + 2
    var upper = closing
    var trimsBefore = false
    var trimsAfter = false
    if lower < upper, text[lower] == 0x2D || text[lower] == 0x2B {
      trimsBefore = text[lower] == 0x2D
      lower += 1
    }
    if lower < upper, text[upper - 1] == 0x2D || text[upper - 1] == 0x2B {
      trimsAfter = text[upper - 1] == 0x2D
      upper -= 1
    }
    var structure = Tag.Form.plain
    if form == .document, let (found, next, dash) = structureLetters(lower, upper, kind) {
      structure = found
      lower = next
      trimsBefore = trimsBefore || dash
    }
    let keyword = kind == .statement ? Lexer.firstWord(text, lower..<upper) : ""
    scan.tags.append(
      Tag(
        kind: kind, keyword: keyword, form: structure, trimsBefore: trimsBefore,
        trimsAfter: trimsAfter, span: start..<(closing + 2), inner: lower..<upper))
    if keyword == "raw" { return raw(closing + 2) }
    return closing + 2
  }

  /// Skips to the `{% endraw %}` that ends a literal passage.
  private mutating func raw(_ from: Int) -> Int {
    var at = from
    while at + 1 < end {
      if text[at] == 0x7B, text[at + 1] == 0x25,
        let closing = close(at + 2, tagLimit(at), .comment, mark: 0x25)
      {
        var lower = at + 2
        if lower < closing, text[lower] == 0x2D || text[lower] == 0x2B { lower += 1 }
        if let (_, next, _) = structureLetters(lower, closing, .statement) { lower = next }
        if Lexer.firstWord(text, lower..<closing) == "endraw" { return at }
      }
      at += 1
    }
    return from
  }

  private mutating func lineEnd(_ start: Int) -> Int {
    if start >= line.upperBound || start < line.lowerBound {
      let index = source.lineIndex(of: start)
      let starts = source.lineStarts
      line = starts[index]..<(index + 1 < starts.count ? starts[index + 1] : .max)
    }
    return min(line.upperBound - 1, end)
  }

  private mutating func tagLimit(_ start: Int) -> Int {
    form == .document
      ? min(lineEnd(start), start + Self.longestTag) : min(end, start + Self.longestTag)
  }

  /// The offset of the closing delimiter.
  private mutating func close(
    _ from: Int, _ limit: Int, _ kind: Tag.Kind, mark: UInt8? = nil
  ) -> Int? {
    let mark = mark ?? (kind == .expression ? 0x7D : kind == .statement ? 0x25 : 0x23)
    if kind == .comment { return plainClose(from, limit, mark) }
    return carefulClose(from, limit, mark, braces: kind == .expression)
      ?? (kind == .expression ? carefulClose(from, limit, mark, braces: false) : nil)
      ?? plainClose(from, limit, mark)
  }

  private func plainClose(_ from: Int, _ limit: Int, _ mark: UInt8) -> Int? {
    var at = from
    while at + 1 < limit {
      if text[at] == mark, text[at + 1] == 0x7D { return at }
      at += 1
    }
    return nil
  }

  /// Steps over string literals and, in expressions, over the braces of mappings.
  private mutating func carefulClose(
    _ from: Int, _ limit: Int, _ mark: UInt8, braces: Bool
  ) -> Int? {
    var at = from
    var depth = 0
    while at + 1 < limit {
      let byte = text[at]
      // No mark, quote or brace, as most of a tag.
      if byte > 0x27 && byte < 0x7B || byte == 0x20 {
        at += 1
        continue
      }
      if byte == mark, text[at + 1] == 0x7D, depth == 0 { return at }
      if byte == 0x22 || byte == 0x27 || byte >= 0xC2 {
        let line = form == .document ? limit : min(limit, lineEnd(at))
        if let string = Quotes.string(text, at: at, end: line), !swallowsTag(string.content, mark) {
          at = string.end
          continue
        }
      } else if braces, byte == 0x7B {
        depth += 1
      } else if braces, byte == 0x7D, depth > 0 {
        depth -= 1
      }
      at += 1
    }
    return nil
  }

  /// Whether a supposed string holds the end of this tag and the beginning of another: then a
  /// quotation mark is missing, and the string is none.
  private func swallowsTag(_ content: Range<Int>, _ mark: UInt8) -> Bool {
    guard let close = plainClose(content.lowerBound, content.upperBound, mark) else { return false }
    var at = close + 2
    while at + 1 < content.upperBound {
      if text[at] == 0x7B, text[at + 1] == 0x7B || text[at + 1] == 0x25 { return true }
      at += 1
    }
    return false
  }

  /// `p`, `tr`, `tc` or `r` directly after the delimiter and before a blank, unless what follows
  /// shows that a variable of that name is meant.
  private func structureLetters(
    _ from: Int, _ limit: Int, _ kind: Tag.Kind
  ) -> (form: Tag.Form, next: Int, dash: Bool)? {
    var at = from
    while at < limit, text[at] == 0x70 || text[at] == 0x72 || text[at] == 0x74 || text[at] == 0x63 {
      at += 1
    }
    guard at > from, let form = Tag.Form(rawValue: source.string(from..<at)) else { return nil }
    var dash = false
    if at < limit, kind == .statement, text[at] == 0x2D {
      dash = true
      at += 1
    }
    guard at < limit, Scalars.isSpace(Scalars.decode(text, at, limit).scalar) else { return nil }
    if kind == .expression, readsAsOperand(at, limit) { return nil }
    return (form, at, dash)
  }

  /// Whether what follows a word makes that word the left side of an expression: `{{ p | upper }}`.
  private func readsAsOperand(_ from: Int, _ limit: Int) -> Bool {
    var at = from
    while at < limit {
      let (scalar, length) = Scalars.decode(text, at, limit)
      guard Scalars.isSpace(scalar) || Scalars.isIgnorable(scalar) else { break }
      at += length
    }
    guard at < limit else { return true }
    switch text[at] {
    case 0x7C, 0x2E, 0x3D, 0x21, 0x3C, 0x3E, 0x2A, 0x2F, 0x25, 0x7E, 0x2C: return true
    default: break
    }
    switch Lexer.firstWord(text, at..<limit) {
    case "in", "is", "and", "or", "if", "else": return true
    default: return false
    }
  }
}

/// Braces that an author wants to see in the document: docxtpl's `{_{`, `}_}`, `{_%` and `%_}`.
public struct LiteralBrace: Sendable, Hashable {
  /// The three characters in the source.
  public var span: Range<Int>
  /// The two characters of the document.
  public var replacement: String

  /// A literal brace at a place.
  public init(span: Range<Int>, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}
