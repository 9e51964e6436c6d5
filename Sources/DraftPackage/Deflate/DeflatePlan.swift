/// What is known of a template's deflated form before any value is: the tokens of its static bytes, but for
/// the distances that values move.
public struct DeflatePlan: Sendable {
  /// Tokens of a segment, and the match after them, which is found in another segment.
  struct Stretch: Sendable {
    /// The first of the tokens that are the same whatever the values are, and the one after the last.
    var first: Int32
    var end: Int32
    /// How many bytes they stand for.
    var count: Int32
    /// How many bytes the match has; 0 at the end of a segment.
    var length: Int32
    /// The segment that the match is found in.
    var segment: Int32
    /// Where in that segment it begins.
    var offset: Int32
  }

  /// A place of a segment that values, and matches whose source is out of reach, may be found at.
  struct Anchor: Sendable {
    /// The slot in ``Anchors``.
    var slot: Int32
    /// Where it stands in the segment.
    var offset: Int32
  }

  /// Everything about one segment.
  struct Prepared: Sendable {
    var count: Int
    var stretches: Range<Int>
    var anchors: Range<Int>
    /// Nil for a segment so short that its bytes are quicker to sum up.
    var checksum: ChecksumShift?
  }

  /// Below this many bytes a checksum is worked out byte by byte.
  private static let shortest = 16

  private(set) var segments: [Prepared] = []
  private(set) var stretches: [Stretch] = []
  private(set) var tokens: [UInt32] = []
  private(set) var anchors: [Anchor] = []

  /// Plans for a template.
  ///
  /// - Parameters:
  ///   - segments: the ranges of the static bytes that are copied in one piece, in the order in which they
  ///     come out.
  ///   - statics: the static bytes.
  public init(_ segments: [Range<Int>], of statics: [UInt8]) {
    let found = MatchFinder.tokens(segments, of: statics)
    self.segments.reserveCapacity(segments.count)
    for (index, segment) in segments.enumerated() {
      let (first, firstAnchor) = (stretches.count, anchors.count)
      addStretches(found[index], segment: index, of: statics[segment])
      addAnchors(found[index], segment, statics)
      self.segments.append(
        Prepared(
          count: segment.count, stretches: first..<stretches.count,
          anchors: firstAnchor..<anchors.count,
          checksum: segment.count < Self.shortest
            ? nil : ChecksumShift(statics, segment)))
    }
  }

  private mutating func addStretches(
    _ found: [MatchFinder.Token], segment: Int, of bytes: ArraySlice<UInt8>
  ) {
    var (first, place, start) = (tokens.count, 0, 0)
    for token in found {
      let literals = bytes.startIndex + place
      for byte in bytes[literals..<literals + Int(token.literals)] { tokens.append(UInt32(byte)) }
      place += Int(token.literals)
      if token.length > 0, Int(token.segment) == segment {
        tokens.append(DeflateToken.match(Int(token.length), place - Int(token.offset)))
      } else {
        stretches.append(
          Stretch(
            first: Int32(first), end: Int32(tokens.count), count: Int32(place - start),
            length: token.length, segment: token.segment, offset: token.offset))
        first = tokens.count
        start = place + Int(token.length)
      }
      place += Int(token.length)
    }
  }

  /// Every byte of new text, the beginnings of matches, and some of what is in them.
  private mutating func addAnchors(
    _ found: [MatchFinder.Token], _ range: Range<Int>, _ statics: [UInt8]
  ) {
    var position = range.lowerBound
    func add(_ place: Int) {
      guard place + Anchors.shortest <= range.upperBound else { return }
      anchors.append(
        Anchor(
          slot: Int32(Anchors.slot(statics, place)), offset: Int32(place - range.lowerBound)))
    }
    for token in found {
      for place in stride(from: position, to: position + Int(token.literals), by: 2) { add(place) }
      position += Int(token.literals)
      for place in stride(from: position, to: position + Int(token.length), by: 32) { add(place) }
      position += Int(token.length)
    }
  }
}
