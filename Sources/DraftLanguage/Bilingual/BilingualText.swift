/// A text in which passages of two languages say the same: a part of a Word document, or a text file.
///
/// It is made for `draft check` alone; filling has no use for it.
public struct BilingualText: Sendable {
  /// A stretch of one line or paragraph in one language.
  public struct Segment: Sendable, Hashable {
    /// The language; nil when neutral.
    public var language: String?
    /// Where it stands; it never crosses a line.
    public var span: Range<Int>
    /// The index of the line or paragraph.
    public var line: Int

    /// A stretch of a line.
    public init(language: String?, span: Range<Int>, line: Int) {
      self.language = language
      self.span = span
      self.line = line
    }
  }

  /// What stands in one language on one side of a pair.
  public struct Passage: Sendable, Hashable {
    /// The language, `kk` or `ru`.
    public var language: String
    /// The stretches that make it up, in order.
    public var segments: [Segment]

    /// A passage.
    public init(language: String, segments: [Segment]) {
      self.language = language
      self.segments = segments
    }

    /// From its first byte to past its last.
    public var extent: Range<Int> {
      guard let first = segments.first, let last = segments.last else { return 0..<0 }
      return first.span.lowerBound..<max(last.span.upperBound, first.span.lowerBound)
    }
  }

  /// Two passages that should say the same; one of them may be missing.
  public struct Pair: Sendable, Hashable {
    /// The passages: two, or one that has no other.
    public var passages: [Passage]
    /// Where the missing one should stand; nil when both are there.
    public var gap: Range<Int>?
    /// What the pair belongs to: pairs of one table have one number.
    public var group: Int
    /// Whether styles or `lang` blocks name the languages; else they follow from the position.
    public var isMarked: Bool
    /// Whether it is one line of two longer passages, which are the pairs of its group together.
    public var isLine = false

    /// A pair.
    public init(_ passages: [Passage], gap: Range<Int>? = nil, group: Int, isMarked: Bool = true) {
      self.passages = passages
      self.gap = gap
      self.group = group
      self.isMarked = isMarked
    }
  }

  /// The text.
  public var source: SourceText
  /// The tags, in the order of the text.
  public var tags: [Tag]
  /// The blocks of the tags.
  public var blocks: [Block]
  /// All stretches that a person reads.
  public var segments: [Segment]
  /// What should say the same.
  public var pairs: [Pair] = []
  /// The text with each tag's bytes replaced by ``filler``, so that offsets stay.
  public let masked: [UInt8]

  /// Stands for each byte of a tag.
  public static let filler: UInt8 = 0x1A

  /// A text without pairs as yet.
  ///
  /// - Parameter isRead: whether a person reads a line; its index is given.
  public init(_ source: SourceText, form: TagScanner.Form, isRead: (Int) -> Bool = { _ in true }) {
    self.source = source
    tags = TagScanner.scan(source, form: form).tags
    blocks = BlockMatcher.match(tags, in: source).blocks
    var masked = Array(source.text.prefix(source.visibleEnd))
    for tag in tags {
      for index in tag.span where masked[index] != 0x0A { masked[index] = Self.filler }
    }
    self.masked = masked
    segments = Self.segments(source, tags).filter { isRead($0.line) }
  }

  /// Cuts the lines where a `lang` block begins or ends.
  private static func segments(_ source: SourceText, _ tags: [Tag]) -> [Segment] {
    let marks = tags.filter { $0.keyword == "lang" || $0.keyword == "endlang" }
    var segments: [Segment] = []
    var languages: [String?] = []
    var next = 0
    for line in source.lineStarts.indices {
      var start = source.lineStarts[line]
      var end =
        line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : source.visibleEnd
      while end > start, source.text[end - 1] == 0x0A || source.text[end - 1] == 0x0D { end -= 1 }
      let own = line < source.lineLanguages.count ? source.lineLanguages[line] : nil
      while next < marks.count, marks[next].span.lowerBound < end {
        let mark = marks[next]
        let upper = max(start, min(mark.span.lowerBound, end))
        if upper > start {
          segments.append(
            Segment(language: languages.last ?? own, span: start..<upper, line: line))
        }
        if mark.keyword == "lang" {
          languages.append(code(mark, source))
        } else if !languages.isEmpty {
          languages.removeLast()
        }
        start = max(start, min(mark.span.upperBound, end))
        next += 1
      }
      if start < end || own != nil {
        segments.append(Segment(language: languages.last ?? own, span: start..<end, line: line))
      }
    }
    return segments
  }

  private static func code(_ tag: Tag, _ source: SourceText) -> String? {
    let word = Lexer.tokens(source, tag.inner).tokens.dropFirst().first
    if case .name(let code)? = word?.kind { return code }
    return nil
  }

  /// The static text of a stretch, tags replaced by ``filler``; as long as the stretch itself.
  public func plain(_ span: Range<Int>) -> String { String(decoding: masked[span], as: UTF8.self) }

  /// The lines or paragraphs that a person reads, from their first stretch to their last.
  public var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var line = -1
    for segment in segments {
      if segment.line == line, let last = lines.popLast() {
        lines.append(last.lowerBound..<segment.span.upperBound)
      } else {
        lines.append(segment.span)
      }
      line = segment.line
    }
    return lines
  }

  /// The tags that begin in a stretch, as indexes.
  public func tags(in span: Range<Int>) -> Range<Int> {
    var low = 0
    var high = tags.count
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].span.lowerBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tags.count, tags[end].span.lowerBound < span.upperBound { end += 1 }
    return low..<end
  }

  /// Whether a stretch holds neither text nor a tag that prints something.
  public func isSilent(_ span: Range<Int>) -> Bool {
    !hasText(span) && !tags[tags(in: span)].contains { $0.kind == .expression }
  }

  /// Whether a stretch holds text of the author's.
  public func hasText(_ span: Range<Int>) -> Bool {
    plain(span).unicodeScalars.contains {
      $0.value != UInt32(Self.filler) && !$0.properties.isWhitespace && $0.value != 0xFFFC
        && $0.value != 0x200B
    }
  }

  /// Whether a stretch holds a word of the author's.
  public func hasWord(_ span: Range<Int>) -> Bool {
    var letters = 0
    for scalar in plain(span).unicodeScalars {
      letters = scalar.properties.isAlphabetic ? letters + 1 : 0
      if letters > 2 { return true }
    }
    return false
  }
}
