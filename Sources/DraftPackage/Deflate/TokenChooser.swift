/// Chooses the tokens that a template's static bytes are written in: those that take the fewest bits.
struct TokenChooser {
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
    /// What stands for the match where its source is lacking; none for a match that always holds.
    var instead: [Token] = []
  }

  /// How a place is written.
  private struct Choice {
    /// How many bytes the match has; 0 for a literal.
    var length: Int32 = 0
    var place: Int32 = 0
    var isCertain = true
  }

  /// Of a long match no shorter ones than so many bytes less are looked at.
  private static let shortening = 2

  private let finder: MatchFinder
  private let cost: TokenCost

  /// The tokens of each segment.
  static func tokens(_ segments: [DeflatePlan.Segment], of statics: [UInt8]) -> [[Token]] {
    let finder = MatchFinder(segments, of: statics)
    let chooser = TokenChooser(
      finder: finder, cost: TokenCost(BlockCode(SymbolCounts(expecting: longest(finder)))))
    return segments.indices.map { chooser.tokens(of: $0) }
  }

  /// Tokens good enough to tell what symbols will take: always the longest match.
  private static func longest(_ finder: MatchFinder) -> [UInt32] {
    var tokens: [UInt32] = []
    var position = 0
    while position < finder.bytes.count {
      if let number = finder.certain(at: position).last {
        let match = finder.matches[number]
        tokens.append(DeflateToken.match(Int(match.length), position - Int(match.place)))
        position += Int(match.length)
      } else {
        tokens.append(UInt32(finder.bytes[position]))
        position += 1
      }
    }
    return tokens
  }

  private func tokens(of segment: Int) -> [Token] {
    let range = finder.starts[segment]..<finder.starts[segment + 1]
    var best = cheapest(range, without: nil)
    if range.contains(where: { !finder.doubtful(at: $0).isEmpty }) {
      best = cheapest(range, without: best.bits)
    }
    return tokens(range, best.choices)
  }

  private func tokens(_ range: Range<Int>, _ choices: [Choice]) -> [Token] {
    var tokens: [Token] = []
    var (position, literals) = (range.lowerBound, Int32(0))
    while position < range.upperBound {
      let choice = choices[position - range.lowerBound]
      guard choice.length > 0 else {
        position += 1
        literals += 1
        continue
      }
      let source = finder.segmentOfByte[Int(choice.place)]
      let end = position + Int(choice.length)
      tokens.append(
        Token(
          literals: literals, length: choice.length, segment: source,
          offset: choice.place - Int32(finder.starts[Int(source)]),
          instead: choice.isCertain
            ? [] : self.tokens(position..<end, cheapest(position..<end, without: nil).choices)))
      (position, literals) = (end, 0)
    }
    tokens.append(Token(literals: literals))
    return tokens
  }

  /// The cheapest way to write a range of a segment, from its end on.
  ///
  /// - Parameter without: what is left takes from each place in certain matches alone; nil when only these
  ///   may be chosen.
  private func cheapest(
    _ range: Range<Int>, without: [Int32]?
  ) -> (choices: [Choice], bits: [Int32]) {
    let count = range.count
    var bits = [Int32](repeating: 0, count: count + 1)
    var choices = [Choice](repeating: Choice(), count: count)
    for index in (0..<count).reversed() {
      let position = range.lowerBound + index
      var least = bits[index + 1] + cost.literals[Int(finder.bytes[position])]
      var choice = Choice()
      var shortest = DeflateAlphabet.lengths.lowerBound
      for number in finder.certain(at: position) {
        let match = finder.matches[number]
        let distance = cost.distance(position - Int(match.place))
        let longest = min(Int(match.length), count - index)
        var length = max(shortest, longest - Self.shortening)
        while length <= longest {
          let total = bits[index + length] + cost.lengths[length] + distance
          if total < least {
            least = total
            choice = Choice(length: Int32(length), place: match.place)
          }
          length += 1
        }
        shortest = max(shortest, longest + 1)
      }
      if let without {
        for number in finder.doubtful(at: position) {
          let match = finder.matches[number]
          let length = Int(match.length)
          let distance = min(position - Int(match.place), DeflateAlphabet.farthest)
          // About as likely as not what stands instead is written.
          let either =
            cost.lengths[length] + cost.distance(distance) + without[index]
            - without[index + length]
          let total = bits[index + length] + either * 9 / 16
          if total < least {
            least = total
            choice = Choice(length: match.length, place: match.place, isCertain: false)
          }
        }
      }
      bits[index] = least
      choices[index] = choice
    }
    return (choices, bits)
  }
}

/// How many bits tokens take in a code.
private struct TokenCost {
  let literals: [Int32]
  /// By length, from 3 on.
  let lengths: [Int32]
  private let distances: [Int32]

  init(_ code: BlockCode) {
    literals = code.literalCode.widths.prefix(DeflateAlphabet.end).map { Int32($0) }
    lengths =
      [0, 0, 0]
      + DeflateAlphabet.length.map {
        Int32(code.literalCode.widths[Int($0.number)]) + Int32($0.width)
      }
    distances = (0..<DeflateAlphabet.distances).map {
      Int32(code.distanceCode.widths[$0]) + Int32(DeflateAlphabet.extraWidth(ofDistance: $0))
    }
  }

  /// The bits of a distance.
  func distance(_ value: Int) -> Int32 { distances[DeflateAlphabet.distanceSymbol(value - 1)] }
}
