/// The two codes of a deflate block, and the tables that a writer wants of them.
///
/// Words of the tables hold bits, the first lowest, and in the highest eight bits their number.
final class BlockCode: Sendable {
  /// Literals and the end of the block.
  let literals: [UInt32]
  /// Matches of each length, the first for 3, extra bits included.
  let lengths: [UInt32]
  /// Distances without their extra bits, whose number stands in the eight bits from 16 on.
  let distances: [UInt32]
  let literalCode: HuffmanCode
  let distanceCode: HuffmanCode

  /// The best code for what a block holds.
  convenience init(_ counts: SymbolCounts) {
    self.init(
      HuffmanCode(frequencies: counts.literals, limit: 15),
      HuffmanCode(frequencies: counts.distances, limit: 15))
  }

  private init(_ literalCode: HuffmanCode, _ distanceCode: HuffmanCode) {
    self.literalCode = literalCode
    self.distanceCode = distanceCode
    func word(_ code: HuffmanCode, _ symbol: Int) -> UInt32 {
      UInt32(code.bits[symbol]) | UInt32(code.widths[symbol]) &<< 24
    }
    literals = (0...DeflateAlphabet.end).map { word(literalCode, $0) }
    lengths = DeflateAlphabet.length.map { symbol in
      let own = word(literalCode, Int(symbol.number))
      return (own &+ UInt32(symbol.width) &<< 24) | UInt32(symbol.extra) &<< (own &>> 24)
    }
    distances = (0..<DeflateAlphabet.distances).map {
      word(distanceCode, $0) | UInt32(DeflateAlphabet.extraWidth(ofDistance: $0)) &<< 16
    }
  }

  /// The code that needs no head (RFC 1951, § 3.2.6).
  static let fixed = BlockCode(
    HuffmanCode(
      widths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    HuffmanCode(widths: Array(repeating: 5, count: DeflateAlphabet.distances)))

  /// The bits of a token.
  @inline(__always)
  func bits(of token: UInt32) -> (bits: UInt64, width: UInt64) {
    if token < 256 {
      let word = literals[Int(truncatingIfNeeded: token)]
      return (UInt64(word & 0xFF_FFFF), UInt64(word &>> 24))
    }
    return bits(DeflateToken.length(token), DeflateToken.distance(token))
  }

  /// The bits of a match.
  @inline(__always)
  func bits(_ length: Int, _ distance: Int) -> (bits: UInt64, width: UInt64) {
    let head = lengths[length &- 3]
    var width = UInt64(head &>> 24)
    var bits = UInt64(head & 0xFF_FFFF)
    let distance = distance &- 1
    let tail = distances[DeflateAlphabet.distanceSymbol(distance)]
    bits |= UInt64(tail & 0xFFFF) &<< width
    width &+= UInt64(tail &>> 24)
    let extra = UInt64(tail &>> 16 & 0xFF)
    bits |= (UInt64(truncatingIfNeeded: distance) & (1 &<< extra &- 1)) &<< width
    return (bits, width &+ extra)
  }

  /// How many bits the symbols of a block take, without those that follow a symbol.
  func size(of counts: SymbolCounts) -> Int {
    literalCode.size(of: counts.literals) + distanceCode.size(of: counts.distances)
  }
}
