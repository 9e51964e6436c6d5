/// The text of a template as its author reads it: a text file, or the paragraphs of one part of a
/// DOCX, one a line. All spans of tokens, syntax and programs are byte ranges of ``text``.
public struct SourceText: Sendable {
  /// A piece of hidden text that stands for a tag of the author's; see ``append(hidden:standingFor:)``.
  struct Hidden: Sendable {
    var span: Range<Int>
    var origin: Range<Int>
  }

  /// A point of a long line, and how many characters of the line stand before it.
  private struct Milestone: Sendable {
    var offset: Int
    var characters: Int
  }

  /// What never changes, by reference: a source is handed on with each tag.
  private final class Layout: Sendable {
    let file: String?
    let part: String?
    let lineStarts: [Int]
    /// Points of long lines from which columns are counted on, ascending.
    let milestones: [Milestone]
    let visibleEnd: Int

    init(file: String?, part: String?, lineStarts: [Int], text: [UInt8]) {
      self.file = file
      self.part = part
      self.lineStarts = lineStarts
      milestones = SourceText.milestones(text, lineStarts: lineStarts)
      visibleEnd = text.count
    }
  }

  /// The file, by the name the caller gave it.
  public var file: String? { layout.file }
  /// The part of a DOCX in plain words; nil for a text file.
  public var part: String? { layout.part }
  /// UTF-8. In a DOCX part each paragraph ends with a line feed and holds no other.
  public private(set) var text: [UInt8]
  /// The offset at which each line or paragraph starts, ascending.
  public var lineStarts: [Int] { layout.lineStarts }
  /// The language of each line, parallel to `lineStarts`; empty when all are neutral.
  public var lineLanguages: [String?]
  private var hidden: [Hidden] = []
  private let layout: Layout
  /// Where the author's text ends and hidden text begins.
  var visibleEnd: Int { layout.visibleEnd }

  /// A source of `text`; lines are found at line feeds.
  public init(_ text: [UInt8], file: String? = nil, part: String? = nil) {
    var starts = [0]
    var at = 0
    while true {
      at = ByteSearch.first(0x0A, in: text, at..<text.count) + 1
      if at > text.count { break }
      starts.append(at)
    }
    self.init(text, lineStarts: starts, file: file, part: part)
  }

  /// A source of `text` whose lines are known.
  ///
  /// - Parameter lineStarts: 0 and the offset just past each line feed, ascending.
  public init(_ text: [UInt8], lineStarts: [Int], file: String?, part: String?) {
    self.text = text
    lineLanguages = []
    layout = Layout(file: file, part: part, lineStarts: lineStarts, text: text)
  }

  /// Adds an expression that no author wrote and that stands for the tag at `origin`, for example
  /// the loop test behind `{% vm %}`; diagnostics about it point at `origin`.
  ///
  /// - Returns: the span of the hidden text.
  public mutating func append(hidden expression: String, standingFor origin: Range<Int>)
    -> Range<Int>
  {
    let span = text.count..<(text.count + expression.utf8.count)
    text.append(contentsOf: expression.utf8)
    hidden.append(Hidden(span: span, origin: origin))
    return span
  }

  /// The text of a span; bytes that are no UTF-8 are repaired.
  public func string(_ span: Range<Int>) -> String {
    String(decoding: text[span], as: UTF8.self)
  }

  /// The place of a span as a person finds it: line, column, and the line's text.
  public func place(_ span: Range<Int>) -> Place {
    var span = span
    if span.lowerBound >= visibleEnd,
      let stand = hidden.first(where: {
        $0.span.lowerBound <= span.lowerBound && span.upperBound <= $0.span.upperBound
      })
    {
      span = stand.origin
    }
    let line = lineIndex(of: span.lowerBound)
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : visibleEnd
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    let lower = min(max(span.lowerBound, start), end)
    let upper = min(max(span.upperBound, lower), end)
    let before = characters(from: start, to: lower)
    let within = string(lower..<upper).count
    var place = Place(
      file: file, part: part, line: line + 1, column: before + 1,
      language: line < lineLanguages.count ? lineLanguages[line] : nil)
    guard end - start > SourceText.longLine else {
      place.text = string(start..<end)
      place.highlight = before..<(before + within)
      return place
    }
    // Of a line of any length only what stands around the place is kept: a file may have thousands of
    // mistakes in one line.
    let first = boundary(max(start, lower - SourceText.longLine / 2))
    let last = boundary(min(end, lower + SourceText.longLine / 2))
    let skipped = string(first..<lower).count
    place.text = string(first..<last)
    place.highlight = skipped..<(skipped + string(lower..<min(upper, last)).count)
    return place
  }

  /// The points of long lines between two ASCII characters, which are never one character to a reader.
  private static func milestones(_ text: [UInt8], lineStarts: [Int]) -> [Milestone] {
    var milestones: [Milestone] = []
    for (line, start) in lineStarts.enumerated() {
      let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : text.count
      var last = Milestone(offset: start, characters: 0)
      while end - last.offset > longLine {
        var next = last.offset + longLine / 2
        while next < end, text[next - 1] >= 0x80 || !(0x20..<0x80).contains(text[next]) {
          next += 1
        }
        guard next < end else { break }
        last.characters += String(decoding: text[last.offset..<next], as: UTF8.self).count
        last.offset = next
        milestones.append(last)
      }
    }
    return milestones
  }

  /// How many characters stand between the start of a line and an offset of the line.
  private func characters(from start: Int, to offset: Int) -> Int {
    let milestones = layout.milestones
    var low = 0
    var high = milestones.count
    while low < high {
      let middle = (low + high) / 2
      if milestones[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, milestones[low - 1].offset > start else { return string(start..<offset).count }
    let point = milestones[low - 1]
    return point.characters + string(point.offset..<offset).count
  }

  /// The bytes of a line beyond which a place does not quote all of it.
  private static let longLine = 4000

  /// The offset, or that of the character before it which it would cut in two.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80, offset > 0 { offset -= 1 }
    return offset
  }

  /// The index of the line that holds an offset, by binary search.
  public func lineIndex(of offset: Int) -> Int {
    let lineStarts = lineStarts
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
