/// What is known of a template's deflated form before any value is: the tokens of its static bytes, but for
/// the distances that values move.
public final class DeflatePlan: Sendable {
  /// Static bytes that come out in one piece.
  public struct Segment: Sendable, Hashable {
    /// The bytes.
    public var range: Range<Int>
    /// The first of the segments behind it that may come out without it: where the two are not in the same
    /// arm of a condition, turn of a loop, or macro.
    public var certainUntil: Int

    /// A segment.
    public init(_ range: Range<Int>, certainUntil: Int) {
      self.range = range
      self.certainUntil = certainUntil
    }
  }

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
    /// Those of ``others`` that stand for the match where the segment has not come out.
    var instead: Range<Int32> = 0..<0
  }

  /// Everything about one segment.
  struct Prepared: Sendable {
    var count: Int
    var stretches: Range<Int>
    /// Nil for a segment so short that its bytes are quicker to sum up.
    var checksum: ChecksumShift?
    /// Its letters among all.
    var letters: Range<Int>
  }

  /// Larger outputs are not written in the plan's code: a code for each of their blocks pays.
  private static let plannedBytes = 1 << 18
  /// Below this many bytes a checksum is worked out byte by byte.
  private static let shortest = 16

  let segments: [Prepared]
  /// What the checksums of segments are moved by; see ``ChecksumShift``.
  let products: [UInt32]
  let stretches: [Stretch]
  /// Stretches that are written only in the place of matches.
  let others: [Stretch]
  let tokens: [UInt32]
  /// The letters of the segments, which values are looked for in.
  let letters: [RecentPlaces.Letter]
  /// Where bytes of segments may be found in other segments.
  let index: StaticIndex
  /// The bits of the tokens in ``code``.
  let bits: [UInt64]
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
  ///   - segments: what is copied in one piece, in the order in which it comes out.
  ///   - statics: the static bytes.
  public init(_ segments: [Segment], of statics: [UInt8]) {
    count = segments.reduce(0) { $0 + $1.range.count }
    index = StaticIndex(segments, of: statics)
    let found = TokenChooser.tokens(segments, of: statics)
    code = BlockCode(SymbolCounts(expecting: Self.all(found, segments, statics)))
    head = BlockHead(code).bits
    var prepared: [Prepared] = []
    prepared.reserveCapacity(segments.count)
    var stretches: [Stretch] = []
    var products: [UInt32] = []
    var letters: [RecentPlaces.Letter] = []
    var making = Making(code: code)
    for (index, segment) in segments.enumerated() {
      let first = stretches.count
      let range = segment.range
      let firstLetter = letters.count
      letters += RecentPlaces.letters(of: range, in: statics)
      stretches += making.stretches(found[index], of: index, at: 0, statics[range])
      prepared.append(
        Prepared(
          count: range.count, stretches: first..<stretches.count,
          checksum: range.count < Self.shortest ? nil : ChecksumShift(statics, range, &products),
          letters: firstLetter..<letters.count))
    }
    self.segments = prepared
    self.products = products
    self.stretches = stretches
    self.letters = letters
    (others, tokens, bits) = (making.others, making.tokens, making.bits)
  }

  /// All tokens, as if there were no values.
  private static func all(
    _ found: [[TokenChooser.Token]], _ segments: [Segment], _ statics: [UInt8]
  ) -> [UInt32] {
    var starts: [Int] = []
    var total = 0
    for segment in segments {
      starts.append(total)
      total += segment.range.count
    }
    var tokens: [UInt32] = []
    for (index, list) in found.enumerated() {
      var place = 0
      for token in list {
        let lower = segments[index].range.lowerBound + place
        for byte in statics[lower..<lower + Int(token.literals)] { tokens.append(UInt32(byte)) }
        place += Int(token.literals)
        if token.length > 0 {
          let distance = starts[index] + place - starts[Int(token.segment)] - Int(token.offset)
          tokens.append(
            DeflateToken.match(Int(token.length), min(distance, DeflateAlphabet.farthest)))
        }
        place += Int(token.length)
      }
    }
    return tokens
  }
}

/// What a plan is made in.
private struct Making {
  let code: BlockCode
  var others: [DeflatePlan.Stretch] = []
  var tokens: [UInt32] = []
  var bits: [UInt64] = []

  init(code: BlockCode) { self.code = code }

  /// The stretches of tokens.
  ///
  /// - Parameters:
  ///   - segment: the segment that they belong to.
  ///   - start: where in it the first of them stands.
  ///   - bytes: its bytes.
  mutating func stretches(
    _ found: [TokenChooser.Token], of segment: Int, at start: Int, _ bytes: ArraySlice<UInt8>
  ) -> [DeflatePlan.Stretch] {
    var planned: [DeflatePlan.Stretch] = []
    var (first, place, start) = (tokens.count, start, start)
    for token in found {
      let literals = bytes.startIndex + place
      for byte in bytes[literals..<literals + Int(token.literals)] { tokens.append(UInt32(byte)) }
      place += Int(token.literals)
      if token.length > 0, Int(token.segment) == segment {
        tokens.append(DeflateToken.match(Int(token.length), place - Int(token.offset)))
      } else {
        var run = BitRun()
        for token in tokens[first...] {
          let (word, width) = code.bits(of: token)
          run.put(word, width)
        }
        var stretch = DeflatePlan.Stretch(
          first: Int32(first), end: Int32(tokens.count), count: Int32(place - start),
          bits: Int32(bits.count), width: Int32(run.width), length: token.length,
          segment: token.segment, offset: token.offset)
        bits += run.words
        if !token.instead.isEmpty {
          let instead = stretches(token.instead, of: segment, at: place, bytes)
          stretch.instead = Int32(others.count)..<Int32(others.count + instead.count)
          others += instead
        }
        planned.append(stretch)
        first = tokens.count
        start = place + Int(token.length)
      }
      place += Int(token.length)
    }
    return planned
  }
}
