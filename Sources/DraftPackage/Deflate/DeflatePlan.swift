/// What is known of a template's deflated form before any value is: the matches inside its static bytes,
/// one Huffman code for all fills, and the bits that always stay the same.
public struct DeflatePlan: Sendable {
  /// Static bytes that are copied in one piece.
  public struct Segment: Sendable, Hashable {
    /// Where they stand in the static bytes.
    public var range: Range<Int>
    /// Up to which segment, exclusive, every segment that comes out later comes out after this one: the
    /// first that may come out without it.
    public var standsUntil: Int

    /// A segment.
    public init(range: Range<Int>, standsUntil: Int) {
      self.range = range
      self.standsUntil = standsUntil
    }
  }

  /// A stretch of a segment whose bits are known, and the match after it, whose distance is not.
  struct Chunk: Sendable {
    /// Tokens of the segment, the last one's match left out.
    var tokens: Range<Int>
    /// Where the bits begin, as an index of words, and how many they are.
    var bits: Int
    var width: Int
    /// How many bytes of the output they make.
    var bytes: Int
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
    var chunks: Range<Int>
    var anchors: Range<Int>
    /// Nil for a segment so short that its bytes are quicker to sum up.
    var checksum: ChecksumShift?
  }

  /// Below this many bytes a checksum is worked out byte by byte.
  private static let shortest = 16

  let segments: [Prepared]
  let chunks: [Chunk]
  let tokens: [MatchFinder.Token]
  let anchors: [Anchor]
  let bits: [UInt64]
  let code: BlockCode
  /// The head of a block in that code.
  let head: (bits: [UInt64], width: Int)

  /// Plans for a template.
  ///
  /// - Parameters:
  ///   - segments: what is copied, in the order in which it comes out.
  ///   - statics: the bytes that the segments point into.
  ///   - sample: text like that of the values, for their share of the code.
  public init(_ segments: [Segment], of statics: [UInt8], sample: [UInt8]) {
    let found = MatchFinder.tokens(segments, of: statics)
    code = Self.code(found, segments, statics, sample)
    var head = BitWriter()
    code.writeHead(to: &head)
    self.head = (head.allWords(), head.bitCount)
    var prepared: [Prepared] = []
    var chunks: [Chunk] = []
    var tokens: [MatchFinder.Token] = []
    var anchors: [Anchor] = []
    var words: [UInt64] = []
    for (index, segment) in segments.enumerated() {
      let (first, firstAnchor) = (chunks.count, anchors.count)
      anchors += Self.anchors(found[index], segment.range, statics)
      var writer = BitWriter()
      var chunk = Chunk(tokens: tokens.count..<tokens.count, bits: words.count, width: 0, bytes: 0)
      var position = segment.range.lowerBound
      var place = 0
      for token in found[index] {
        tokens.append(token)
        for byte in statics[position..<position + Int(token.literals)] {
          let bits = code.literals[Int(byte)]
          writer.put(UInt64(bits.bits), Int(bits.width))
        }
        position += Int(token.literals + token.length)
        place += Int(token.literals)
        chunk.bytes += Int(token.literals)
        if token.length > 0, Int(token.segment) == index {
          code.writeMatch(Int(token.length), place - Int(token.offset), to: &writer)
          chunk.bytes += Int(token.length)
        } else {
          chunk.tokens = chunk.tokens.lowerBound..<tokens.count
          chunk.width = writer.bitCount
          words += writer.allWords()
          chunks.append(chunk)
          writer.removeAll()
          chunk = Chunk(
            tokens: tokens.count..<tokens.count, bits: words.count, width: 0, bytes: 0)
        }
        place += Int(token.length)
      }
      prepared.append(
        Prepared(
          count: segment.range.count, chunks: first..<chunks.count,
          anchors: firstAnchor..<anchors.count,
          checksum: segment.range.count < Self.shortest
            ? nil : ChecksumShift(statics, segment.range)))
    }
    self.segments = prepared
    self.chunks = chunks
    self.tokens = tokens
    self.anchors = anchors
    bits = words
  }

  /// Every byte of new text, the beginnings of matches, and some of what is in them.
  private static func anchors(
    _ tokens: [MatchFinder.Token], _ range: Range<Int>, _ statics: [UInt8]
  ) -> [Anchor] {
    var anchors: [Anchor] = []
    var position = range.lowerBound
    func add(_ place: Int) {
      guard place + Anchors.shortest <= range.upperBound else { return }
      anchors.append(
        Anchor(
          slot: Int32(Anchors.slot(statics, place)), offset: Int32(place - range.lowerBound)))
    }
    for token in tokens {
      for place in position..<position + Int(token.literals) { add(place) }
      position += Int(token.literals)
      for place in stride(from: position, to: position + Int(token.length), by: 16) { add(place) }
      position += Int(token.length)
    }
    return anchors
  }

  /// The code that suits the static bytes and values like the sample.
  private static func code(
    _ found: [[MatchFinder.Token]], _ segments: [Segment], _ statics: [UInt8], _ sample: [UInt8]
  ) -> BlockCode {
    var literals = [Int](repeating: 0, count: DeflateAlphabet.literals)
    var distances = [Int](repeating: 0, count: DeflateAlphabet.distances)
    var starts: [Int] = []
    var total = 0
    for segment in segments {
      starts.append(total)
      total += segment.range.count
    }
    for (index, tokens) in found.enumerated() {
      var position = segments[index].range.lowerBound
      for token in tokens {
        for byte in statics[position..<position + Int(token.literals)] { literals[Int(byte)] += 4 }
        position += Int(token.literals)
        if token.length > 0 {
          let place = position - segments[index].range.lowerBound + starts[index]
          let distance = place - starts[Int(token.segment)] - Int(token.offset)
          literals[Int(DeflateAlphabet.length[Int(token.length) - 3].number)] += 4
          distances[Int(DeflateAlphabet.distance(distance).number)] += 4
        }
        position += Int(token.length)
      }
    }
    // A value has some thirty bytes, of which half are matches or so.
    let weight = 4 * 16 * segments.count
    if !sample.isEmpty {
      var counts = [Int](repeating: 0, count: 256)
      for byte in sample { counts[Int(byte)] += 1 }
      for (byte, count) in counts.enumerated() where count > 0 {
        literals[byte] += max(count * weight / sample.count, 1)
      }
    }
    for length in 0..<16 { literals[257 + length] += segments.count / 4 }
    literals[DeflateAlphabet.end] += 1
    return BlockCode(literals: literals, distances: distances)
  }
}

extension BlockCode {
  /// Writes a match; the symbol of its distance.
  @inline(__always) @discardableResult
  func writeMatch(_ length: Int, _ distance: Int, to writer: inout BitWriter) -> Int {
    let head = lengths[length &- 3]
    let symbol = DeflateAlphabet.distance(distance)
    let tail = distances[Int(symbol.number)]
    var bits = UInt64(head.bits)
    var width = UInt64(head.width)
    bits |= UInt64(tail.bits) &<< width
    width &+= UInt64(tail.width)
    bits |= UInt64(symbol.extra) &<< width
    width &+= UInt64(symbol.width)
    writer.put(bits, Int(truncatingIfNeeded: width))
    return Int(symbol.number)
  }
}
