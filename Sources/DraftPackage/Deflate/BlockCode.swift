/// The two codes of a deflate block, and the tables that a writer wants of them.
struct BlockCode: Sendable {
  /// Bits that are written together.
  struct Bits: Sendable {
    var bits: UInt32
    var width: UInt8
  }

  /// Literals and the end of the block.
  let literals: [Bits]
  /// Matches of each length, the first for 3, extra bits included.
  let lengths: [Bits]
  /// Distances without their extra bits.
  let distances: [Bits]
  private let literalCode: HuffmanCode
  private let distanceCode: HuffmanCode

  /// A code for symbols that come about as often as told; every symbol gets one.
  init(literals: [Int], distances: [Int]) {
    // Weights tell rare symbols from those that nobody expects.
    literalCode = HuffmanCode(frequencies: literals.map { $0 * 16 + 1 }, limit: 15)
    distanceCode = HuffmanCode(frequencies: distances.map { $0 * 16 + 1 }, limit: 15)
    let code = literalCode
    self.literals = (0...DeflateAlphabet.end).map {
      Bits(bits: UInt32(code.bits[$0]), width: code.widths[$0])
    }
    lengths = DeflateAlphabet.length.map { symbol in
      let width = code.widths[Int(symbol.number)]
      return Bits(
        bits: UInt32(code.bits[Int(symbol.number)]) | UInt32(symbol.extra) << UInt32(width),
        width: width + symbol.width)
    }
    let distanceCode = distanceCode
    self.distances = (0..<DeflateAlphabet.distances).map {
      Bits(bits: UInt32(distanceCode.bits[$0]), width: distanceCode.widths[$0])
    }
  }

  /// A code for what a block held: literals and its end, lengths from 3 on, distances.
  init(_ counts: [Int]) {
    var literals =
      Array(counts[0..<257]) + Array(repeating: 0, count: DeflateAlphabet.literals - 257)
    for (index, symbol) in DeflateAlphabet.length.enumerated() {
      literals[Int(symbol.number)] += counts[257 + index]
    }
    literals[DeflateAlphabet.end] += 1
    self.init(literals: literals, distances: Array(counts[513...]))
  }

  /// Writes the head of a block in this code, which is not the last block (RFC 1951, § 3.2.7).
  func writeHead(to writer: inout BitWriter) {
    let widths = literalCode.widths + distanceCode.widths
    var runs: [(symbol: Int, extra: Int, width: Int)] = []
    var index = 0
    while index < widths.count {
      var end = index + 1
      while end < widths.count, widths[end] == widths[index] { end += 1 }
      runs.append((Int(widths[index]), 0, 0))
      var left = end - index - 1
      while left >= 3 {
        let count = min(left, 6)
        runs.append((16, count - 3, 2))
        left -= count
      }
      for _ in 0..<left { runs.append((Int(widths[index]), 0, 0)) }
      index = end
    }
    var frequencies = [Int](repeating: 0, count: 19)
    for run in runs { frequencies[run.symbol] += 1 }
    let code = HuffmanCode(frequencies: frequencies, limit: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let count = (order.lastIndex { code.widths[$0] > 0 } ?? 3) + 1
    writer.put(0b100, 3)
    writer.put(UInt64(literalCode.widths.count - 257), 5)
    writer.put(UInt64(distanceCode.widths.count - 1), 5)
    writer.put(UInt64(max(count, 4) - 4), 4)
    for symbol in order.prefix(max(count, 4)) { writer.put(UInt64(code.widths[symbol]), 3) }
    for run in runs {
      writer.put(UInt64(code.bits[run.symbol]), Int(code.widths[run.symbol]))
      writer.put(UInt64(run.extra), run.width)
    }
  }
}
