/// Finds what in the static bytes of a template came before in them (LZ77), once.
struct MatchFinder {
  /// A match at some place.
  struct Match: Sendable {
    /// How many bytes it has, from 3 on.
    var length: Int32
    /// Where among all static bytes it is found.
    var place: Int32
  }

  /// Candidates that are looked at for each place.
  private static let depth = 128
  /// In and behind a match as long as this fewer are.
  private static let goodLength = 32
  private static let goodDepth = 32
  /// Static bytes are within reach this far back for certain, which leaves room for values in between.
  private static let near = 30_000
  /// They may be within reach this far back, where what is in between does not come out.
  private static let farthest = 56_000

  /// The static bytes of all segments in their order.
  let bytes: [UInt8]
  /// Where each segment begins among them, and the end of the last.
  let starts: [Int]
  /// The segment of each byte.
  let segmentOfByte: [Int32]
  /// For each place ever longer matches ever farther away: first those whose source has come out and is
  /// within reach wherever the match does, then longer ones that may be lacking.
  private(set) var matches: [Match] = []
  /// Where the matches of each place begin, and those of them that may be lacking.
  private var firsts: [Int32] = []
  private var doubtfuls: [Int32] = []

  /// Looks for matches in all segments.
  init(_ segments: [DeflatePlan.Segment], of statics: [UInt8]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var segmentOfByte: [Int32] = []
    for (index, segment) in segments.enumerated() {
      starts.append(bytes.count)
      bytes += statics[segment.range]
      segmentOfByte += repeatElement(Int32(index), count: segment.range.count)
    }
    starts.append(bytes.count)
    (self.bytes, self.starts, self.segmentOfByte) = (bytes, starts, segmentOfByte)
    firsts.reserveCapacity(bytes.count + 1)
    doubtfuls.reserveCapacity(bytes.count)
    let heads = FixedBuffer<Int32>(repeating: -1, count: 1 << 15)
    let previous = FixedBuffer<Int32>(count: bytes.count)
    var doubtful: [Match] = []
    for (index, segment) in segments.enumerated() {
      let end = starts[index] + segment.range.count
      var isInMatch = false
      for position in starts[index]..<end {
        firsts.append(Int32(matches.count))
        doubtful.removeAll(keepingCapacity: true)
        if position + 3 <= end {
          let slot = hash(position)
          look(
            from: Int(heads[slot]), previous, at: position, end, index, segments,
            isInMatch: isInMatch, &doubtful)
          previous[position] = heads[slot]
          heads[slot] = Int32(position)
        }
        doubtfuls.append(Int32(matches.count))
        let longest = firsts[position] < matches.count ? matches[matches.count - 1].length : 0
        for match in doubtful where match.length > longest { matches.append(match) }
        isInMatch = longest >= Self.goodLength
      }
    }
    firsts.append(Int32(matches.count))
  }

  /// Goes through the places where three bytes were seen, the nearest first.
  private mutating func look(
    from first: Int, _ previous: borrowing FixedBuffer<Int32>, at position: Int, _ end: Int,
    _ index: Int, _ segments: [DeflatePlan.Segment], isInMatch: Bool, _ doubtful: inout [Match]
  ) {
    let limit = min(end - position, DeflateAlphabet.lengths.upperBound)
    var (longest, longestDoubtful) = (2, 2)
    var (candidate, left) = (first, isInMatch ? Self.goodDepth : Self.depth)
    let earliest = max(0, position - Self.farthest)
    let bytes = bytes
    precondition(position + limit <= bytes.count && longest < limit && first < position)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe previous.withElements(bytes.count) { previous in
        while candidate >= earliest, left > 0 {
          let place = candidate
          candidate = unsafe Int(previous[place])
          left &-= 1
          guard unsafe bytes[place &+ longest] == bytes[position &+ longest] else { continue }
          let length = unsafe BackReference.common(
            UnsafeRawBufferPointer(bytes), place, position, limit)
          guard length > longest else { continue }
          let source = Int(segmentOfByte[place])
          // In one segment nothing comes between.
          if source == index, position - place > DeflateAlphabet.farthest { break }
          let whole = source == index ? length : min(length, starts[source + 1] - place)
          let isCertain =
            source == index
            || segments[source].certainUntil > index && position - place <= Self.near
          if isCertain, whole > longest {
            matches.append(Match(length: Int32(whole), place: Int32(place)))
            longest = whole
            if longest == limit { break }
            if longest >= Self.goodLength { left = min(left, Self.goodDepth) }
          } else if !isCertain, whole > max(longest, longestDoubtful) {
            doubtful.append(Match(length: Int32(whole), place: Int32(place)))
            longestDoubtful = whole
          }
        }
      }
    }
  }

  /// The matches at a place that hold wherever it comes out, ever longer and ever farther away.
  func certain(at place: Int) -> Range<Int> {
    Int(firsts[place])..<Int(doubtfuls[place])
  }

  /// Longer ones, whose source may not have come out, or be too far away.
  func doubtful(at place: Int) -> Range<Int> {
    Int(doubtfuls[place])..<Int(firsts[place + 1])
  }

  private func hash(_ position: Int) -> Int {
    let word =
      UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }
}
