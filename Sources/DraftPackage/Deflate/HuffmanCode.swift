/// A canonical prefix code (RFC 1951, § 3.2.2).
struct HuffmanCode: Sendable {
  /// The width of each symbol's code in bits; 0 for a symbol that has none.
  let widths: [UInt8]
  /// The codes, their first bit lowest, as they are written.
  let bits: [UInt16]

  /// The best code, or nearly, for symbols of some frequencies.
  ///
  /// - Parameters:
  ///   - frequencies: how often each symbol comes; those that never come get no code.
  ///   - limit: the widest code allowed, in bits.
  init(frequencies: [Int], limit: Int) {
    widths = Self.widths(frequencies, limit)
    bits = Self.codes(widths)
  }

  private static func widths(_ frequencies: [Int], _ limit: Int) -> [UInt8] {
    var widths = [UInt8](repeating: 0, count: frequencies.count)
    let symbols = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    guard symbols.count > 1 else {
      // A lone symbol still needs a bit.
      for symbol in symbols { widths[symbol] = 1 }
      return widths
    }
    var counts = Self.counts(symbols.map { frequencies[$0] }, limit)
    Self.fit(&counts, limit)
    var next = symbols.count - 1
    for width in 1...limit {
      for _ in 0..<counts[width] {
        widths[symbols[next]] = UInt8(width)
        next -= 1
      }
    }
    return widths
  }

  /// How many codes of each width Huffman's algorithm gives to ascending weights; too wide ones count
  /// as `limit`.
  private static func counts(_ weights: [Int], _ limit: Int) -> [Int] {
    let count = weights.count
    var sums = weights
    sums.reserveCapacity(2 * count)
    var parents = [Int](repeating: 0, count: 2 * count)
    var (leaf, inner) = (0, count)
    func lightest() -> Int {
      if leaf < count, inner >= sums.count || sums[leaf] <= sums[inner] {
        leaf += 1
        return leaf - 1
      }
      inner += 1
      return inner - 1
    }
    while sums.count < 2 * count - 1 {
      let (one, two) = (lightest(), lightest())
      parents[one] = sums.count
      parents[two] = sums.count
      sums.append(sums[one] + sums[two])
    }
    var depths = [Int](repeating: 0, count: sums.count)
    var counts = [Int](repeating: 0, count: limit + 1)
    for node in (0..<sums.count - 1).reversed() {
      depths[node] = depths[parents[node]] + 1
      if node < count { counts[min(depths[node], limit)] += 1 }
    }
    return counts
  }

  /// Makes the codes fit where some were cut to the limit (Kraft's inequality).
  private static func fit(_ counts: inout [Int], _ limit: Int) {
    var total = (1...limit).reduce(0) { $0 + counts[$1] << (limit - $1) }
    while total > 1 << limit {
      counts[limit] -= 1
      if let width = (1..<limit).last(where: { counts[$0] > 0 }) {
        counts[width] -= 1
        counts[width + 1] += 2
      }
      total -= 1
    }
  }

  private static func codes(_ widths: [UInt8]) -> [UInt16] {
    var counts = [Int](repeating: 0, count: 17)
    for width in widths where width > 0 { counts[Int(width)] += 1 }
    var next = [Int](repeating: 0, count: 17)
    for width in 1...15 { next[width + 1] = (next[width] + counts[width]) << 1 }
    return widths.map { width in
      guard width > 0 else { return 0 }
      var (code, reversed) = (next[Int(width)], UInt16(0))
      next[Int(width)] += 1
      for _ in 0..<width {
        reversed = reversed << 1 | UInt16(code & 1)
        code >>= 1
      }
      return reversed
    }
  }
}
