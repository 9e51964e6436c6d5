/// Text as its reader sees it, in UTF-8, with a map back to the bytes of the part it came from.
///
/// A text may be put together from many places of one part, as a paragraph is from its runs: append
/// them in the order they are read.
public struct DecodedText: Sendable, Hashable {
  /// The decoded text in UTF-8.
  public private(set) var utf8: [UInt8] = []
  /// Whether a line feed has been added.
  public private(set) var holdsLineFeeds = false
  private var pieces: [Piece] = []

  /// A stretch of the text and where it comes from.
  private struct Piece: Sendable, Hashable {
    var start: Int
    var count: Int
    var source: Range<Int>
    /// Whether byte `i` of the piece is byte `i` of its source; otherwise all stands for all.
    var isVerbatim: Bool
  }

  /// An empty text.
  public init() {}

  /// The decoded text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Adds the character data of a range of a well-formed part.
  ///
  /// References are decoded, CDATA sections opened, line ends become LF (XML 1.0, § 2.11); comments,
  /// processing instructions and tags in the range are skipped. The range must not begin or end inside
  /// of any of these.
  public mutating func append(_ bytes: [UInt8], in range: Range<Int>) {
    var decoder = TextDecoder(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    while let event = decoder.next() {
      switch event {
      case .verbatim(let source): appendVerbatim(bytes, source)
      case .scalar(let scalar, let source):
        append(String(Character(scalar)), standingFor: source)
      }
    }
  }

  /// Adds text that stands for markup, as a line feed does for a break element.
  ///
  /// The source range may be empty, for text that comes from nowhere but belongs between two bytes.
  public mutating func append(_ text: String, standingFor source: Range<Int>) {
    let count = text.utf8.count
    guard count > 0 else { return }
    holdsLineFeeds = holdsLineFeeds || text.utf8.contains(0x0A)
    pieces.append(Piece(start: utf8.count, count: count, source: source, isVerbatim: false))
    utf8.append(contentsOf: text.utf8)
  }

  /// Puts one ASCII character in the place of another, wherever it stands; the map stays as it is.
  public mutating func replace(_ character: Unicode.Scalar, with other: Unicode.Scalar) {
    precondition(character.isASCII && other.isASCII)
    let (old, new) = (UInt8(character.value), UInt8(other.value))
    var start = 0
    while let index = XMLBytes.firstIndex(of: old, in: utf8, from: start) {
      utf8[index] = new
      start = index + 1
    }
  }

  private mutating func appendVerbatim(_ bytes: [UInt8], _ source: Range<Int>) {
    if bytes[source.lowerBound] == 0x0A { holdsLineFeeds = true }
    // Most texts have a few pieces or one.
    if pieces.isEmpty { pieces.reserveCapacity(4) }
    if let last = pieces.indices.last, pieces[last].isVerbatim,
      pieces[last].source.upperBound == source.lowerBound
    {
      pieces[last].count += source.count
      pieces[last].source = pieces[last].source.lowerBound..<source.upperBound
    } else {
      pieces.append(
        Piece(start: utf8.count, count: source.count, source: source, isVerbatim: true))
    }
    utf8.append(contentsOf: bytes[source])
  }

  /// The bytes of the part that a range of ``utf8`` comes from, from the first to the last.
  ///
  /// The range may span markup in between. A reference or other piece that is touched at all is given
  /// whole. An empty range gives the empty range before the byte at that place, or after the last one.
  ///
  /// - Parameter range: byte offsets of ``utf8``, within its bounds.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard let last = pieces.last else { return 0..<0 }
    if !range.isEmpty {
      let first = source(of: range, in: pieceIndex(at: range.lowerBound))
      let last = source(of: range, in: pieceIndex(at: range.upperBound - 1))
      return min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
    }
    if range.lowerBound >= utf8.count { return last.source.upperBound..<last.source.upperBound }
    let piece = pieces[pieceIndex(at: range.lowerBound)]
    let offset = piece.isVerbatim ? range.lowerBound - piece.start : 0
    return piece.source.lowerBound + offset..<piece.source.lowerBound + offset
  }

  /// The bytes of the part that a range of ``utf8`` comes from, without the markup in between.
  ///
  /// In the order of the text; neighbours that touch are joined. Empty when `range` is.
  ///
  /// - Parameter range: byte offsets of ``utf8``, within its bounds.
  public func sourceRanges(of range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty, !pieces.isEmpty else { return [] }
    var index = pieceIndex(at: range.lowerBound)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(pieceIndex(at: range.upperBound - 1) - index + 1)
    while index < pieces.count, pieces[index].start < range.upperBound {
      let source = source(of: range, in: index)
      if let last = ranges.last, last.upperBound == source.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<source.upperBound
      } else {
        ranges.append(source)
      }
      index += 1
    }
    return ranges
  }

  /// The bytes that the part of a range comes from which lies in a piece; all of a piece that stands
  /// for something else.
  private func source(of range: Range<Int>, in index: Int) -> Range<Int> {
    let piece = pieces[index]
    guard piece.isVerbatim else { return piece.source }
    let lower = max(range.lowerBound - piece.start, 0)
    let upper = min(range.upperBound - piece.start, piece.count)
    return piece.source.lowerBound + lower..<piece.source.lowerBound + upper
  }

  /// The last piece that starts at or before `offset`.
  private func pieceIndex(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
