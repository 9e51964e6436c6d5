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
    /// Where their bits in the plan's code begin, as an index of words, and how many there are.
    var bits: Int32 = 0
    var width: Int32 = 0
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

  /// Larger outputs are not written in the plan's code: a code for each of their blocks pays.
  private static let plannedBytes = 1 << 18
  /// Below this many bytes a checksum is worked out byte by byte.
  private static let shortest = 16

  private(set) var segments: [Prepared] = []
  private(set) var stretches: [Stretch] = []
  private(set) var tokens: [UInt32] = []
  private(set) var anchors: [Anchor] = []
  /// The bits of the tokens in ``code``.
  private(set) var bits: [UInt64] = []
  /// The code that suits the static bytes.
  let code: BlockCode
  /// The head of a block in that code.
  let head: BitRun

  /// How many static bytes there are.
  private let count: Int

  /// Whether the plan's code is good enough for an output: most of what the template says is in it, and
  /// little else. Then nothing need be counted, and what is written is mostly known.
  func suits(_ copies: [SegmentCopy], size: Int) -> Bool {
    guard size <= Self.plannedBytes else { return false }
    var copied = 0
    for copy in copies { copied &+= segments[Int(copy.segment)].count }
    return copied > 0 && copied * 100 >= count * 80 && (size - copied) * 100 <= size * 10
  }

  /// Plans for a template.
  ///
  /// - Parameters:
  ///   - segments: the ranges of the static bytes that are copied in one piece, in the order in which they
  ///     come out.
  ///   - statics: the static bytes.
  public init(_ segments: [Range<Int>], of statics: [UInt8]) {
    count = segments.reduce(0) { $0 + $1.count }
    let found = MatchFinder.tokens(segments, of: statics)
    code = BlockCode(SymbolCounts(expecting: Self.all(found, segments, statics)))
    head = BlockHead(code).bits
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

  /// All tokens, as if there were no values.
  private static func all(
    _ found: [[MatchFinder.Token]], _ segments: [Range<Int>], _ statics: [UInt8]
  ) -> [UInt32] {
    var starts: [Int] = []
    var total = 0
    for segment in segments {
      starts.append(total)
      total += segment.count
    }
    var tokens: [UInt32] = []
    for (index, list) in found.enumerated() {
      var place = 0
      for token in list {
        let lower = segments[index].lowerBound + place
        for byte in statics[lower..<lower + Int(token.literals)] { tokens.append(UInt32(byte)) }
        place += Int(token.literals)
        if token.length > 0 {
          let distance = starts[index] + place - starts[Int(token.segment)] - Int(token.offset)
          tokens.append(DeflateToken.match(Int(token.length), distance))
        }
        place += Int(token.length)
      }
    }
    return tokens
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
        var run = BitRun()
        for token in tokens[first...] {
          let (bits, width) = code.bits(of: token)
          run.put(bits, width)
        }
        stretches.append(
          Stretch(
            first: Int32(first), end: Int32(tokens.count), count: Int32(place - start),
            bits: Int32(self.bits.count), width: Int32(run.width), length: token.length,
            segment: token.segment, offset: token.offset))
        bits += run.words
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
