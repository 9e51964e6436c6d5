/// Finds the matches inside the static bytes of a template, once (LZ77, as zlib's lazy search has it).
struct MatchFinder {
  /// Literals, then a match.
  struct Token: Sendable {
    /// How many bytes stand for themselves.
    var literals: Int32
    /// How many bytes the match has; 0 at the end of a segment.
    var length: Int32 = 0
    /// The segment that the match is found in.
    var segment: Int32 = 0
    /// Where in that segment it begins.
    var offset: Int32 = 0
  }

  /// Candidates that are looked at for each place.
  private static let depth = 48
  /// A match as long as this is taken without looking further.
  private static let niceLength = 128
  /// Static bytes are looked for this far back, which leaves room for values in between.
  private static let reach = 30_000

  private let statics: [UInt8]
  private let segments: [Range<Int>]
  /// Where each segment begins among all static bytes in their order.
  private var starts: [Int] = []
  private var bytes: [UInt8] = []
  private var segmentOfByte: [Int32] = []
  private var heads = [Int32](repeating: -1, count: 1 << 15)
  private var previous: [Int32]

  /// The tokens of each segment.
  static func tokens(
    _ segments: [Range<Int>], of statics: [UInt8]
  ) -> [[Token]] {
    var finder = MatchFinder(segments, statics)
    return segments.indices.map { finder.tokens(of: $0) }
  }

  private init(_ segments: [Range<Int>], _ statics: [UInt8]) {
    self.statics = statics
    self.segments = segments
    for (index, segment) in segments.enumerated() {
      starts.append(bytes.count)
      bytes += statics[segment]
      segmentOfByte += repeatElement(Int32(index), count: segment.count)
    }
    previous = [Int32](repeating: -1, count: bytes.count)
  }

  private mutating func tokens(of index: Int) -> [Token] {
    let end = starts[index] + segments[index].count
    var tokens: [Token] = []
    var position = starts[index]
    var literalStart = position
    while position < end {
      var found = match(at: position, end: end, in: index)
      insert(position, end)
      // A longer match one byte on is worth a literal.
      while found.length > 0, found.length < Self.niceLength, position + 1 < end {
        let next = match(at: position + 1, end: end, in: index)
        guard next.length > found.length else { break }
        position += 1
        insert(position, end)
        found = next
      }
      guard found.length > 0 else {
        position += 1
        continue
      }
      let segment = Int(segmentOfByte[found.place])
      tokens.append(
        Token(
          literals: Int32(position - literalStart), length: Int32(found.length),
          segment: Int32(segment), offset: Int32(found.place - starts[segment])))
      for passed in position + 1..<position + found.length { insert(passed, end) }
      position += found.length
      literalStart = position
    }
    tokens.append(Token(literals: Int32(end - literalStart)))
    return tokens
  }

  private func hash(_ position: Int) -> Int {
    let word =
      UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }

  private mutating func insert(_ position: Int, _ end: Int) {
    guard position + 3 <= end else { return }
    let slot = hash(position)
    previous[position] = heads[slot]
    heads[slot] = Int32(position)
  }

  /// The longest match at a place; of equally long ones the nearest.
  private func match(at position: Int, end: Int, in index: Int) -> (length: Int, place: Int) {
    guard position + 3 <= end else { return (0, 0) }
    let limit = min(end - position, DeflateAlphabet.lengths.upperBound)
    var best = (length: 0, place: 0)
    var candidate = Int(heads[hash(position)])
    var left = Self.depth
    while candidate >= 0, left > 0, position - candidate <= Self.reach {
      defer {
        candidate = Int(previous[candidate])
        left -= 1
      }
      let segment = Int(segmentOfByte[candidate])
      let last =
        segment == index
        ? limit : min(limit, starts[segment] + segments[segment].count - candidate)
      guard last > best.length, bytes[candidate + best.length] == bytes[position + best.length]
      else { continue }
      var length = 0
      while length < last, bytes[candidate + length] == bytes[position + length] { length += 1 }
      if length > best.length, length >= 3 {
        best = (length, candidate)
        if length >= Self.niceLength { break }
      }
    }
    // Three letters far away cost more bits than three literals.
    if best.length == 3, position - best.place > 4096 { return (0, 0) }
    return best
  }
}
