/// A canonical prefix code (RFC 1951, § 3.2.2).
struct HuffmanCode {
  /// The width of each symbol's code in bits; 0 for a symbol that has none.
  let widths: [UInt8]
  /// The codes, their first bit lowest, as they are written.
  let bits: [UInt16]

  /// The best code, or nearly, for symbols of some frequencies.
  ///
  /// - Parameters:
  ///   - frequencies: how often each symbol comes, at most 2^40 times; those that never come get no code.
  ///   - limit: the widest code allowed, in bits.
  init(frequencies: [Int], limit: Int) {
    self.init(widths: Self.widths(frequencies, limit))
  }

  /// The code of some widths.
  init(widths: [UInt8]) {
    self.widths = widths
    bits = Self.codes(widths)
  }

  /// How many bits symbols of some frequencies take, without those that follow a symbol.
  func size(of frequencies: [Int]) -> Int {
    var size = 0
    for (symbol, frequency) in frequencies.enumerated() {
      size &+= frequency &* Int(widths[symbol])
    }
    return size
  }

  private static func widths(_ frequencies: [Int], _ limit: Int) -> [UInt8] {
    var widths = [UInt8](repeating: 0, count: frequencies.count)
    let symbols = ascending(frequencies)
    var counts = Self.counts(symbols, limit)
    Self.fit(&counts, limit)
    var next = symbols.count - 1
    for width in 1...limit {
      for _ in 0..<counts[width] {
        widths[symbols[next] & 511] = UInt8(truncatingIfNeeded: width)
        next -= 1
      }
    }
    return widths
  }

  /// The symbols in the lowest nine bits of their frequencies, the rarest first; of equal ones the first
  /// symbol first.
  private static func ascending(_ frequencies: [Int]) -> [Int] {
    // Most symbols are rare: those are counted into their places, and only the others are sorted.
    let rare = 64
    var starts = [Int](repeating: 0, count: rare + 2)
    for frequency in frequencies { starts[min(frequency, rare) &+ 1] &+= 1 }
    let unused = starts[1]
    // Some readers want two codes at least, as zlib knows.
    let missing = max(0, unused + 2 - frequencies.count)
    starts[1] = missing
    for frequency in 1...rare { starts[frequency + 1] &+= starts[frequency] }
    var symbols = [Int](repeating: 0, count: starts[rare + 1])
    var spare = 0
    for (symbol, frequency) in frequencies.enumerated() {
      if frequency == 0 {
        guard spare < missing else { continue }
        spare += 1
      }
      let group = min(frequency, rare)
      symbols[starts[group]] = frequency &<< 9 | symbol
      starts[group] &+= 1
    }
    let common = rare > 0 ? starts[rare - 1] : 0
    symbols[common...].sort()
    return symbols
  }

  /// How many codes of each width Huffman's algorithm gives to symbols in ascending order; too wide ones
  /// count as `limit`.
  private static func counts(_ symbols: [Int], _ limit: Int) -> [Int] {
    let count = symbols.count
    var sums: [Int] = []
    sums.reserveCapacity(count)
    var parents = [Int](repeating: 0, count: 2 * count)
    var (leaf, inner) = (0, 0)
    while sums.count < count - 1 {
      var sum = 0
      for _ in 0..<2 {
        if leaf < count, inner >= sums.count || symbols[leaf] &>> 9 <= sums[inner] {
          sum &+= symbols[leaf] &>> 9
          parents[leaf] = count &+ sums.count
          leaf &+= 1
        } else {
          sum &+= sums[inner]
          parents[count &+ inner] = count &+ sums.count
          inner &+= 1
        }
      }
      sums.append(sum)
    }
    var depths = [Int](repeating: 0, count: 2 * count)
    var counts = [Int](repeating: 0, count: limit + 1)
    for node in (0..<2 * count - 2).reversed() {
      depths[node] = depths[parents[node]] &+ 1
      if node < count { counts[min(depths[node], limit)] &+= 1 }
    }
    return counts
  }

  /// Makes the codes fit where some were cut to the limit (Kraft's inequality).
  private static func fit(_ counts: inout [Int], _ limit: Int) {
    var total = 0
    for width in 1...limit { total += counts[width] << (limit - width) }
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
    var counts = [UInt16](repeating: 0, count: 17)
    for width in widths where width > 0 { counts[Int(width)] &+= 1 }
    var next = [UInt16](repeating: 0, count: 17)
    for width in 1...15 { next[width + 1] = (next[width] &+ counts[width]) &<< 1 }
    var codes = [UInt16](repeating: 0, count: widths.count)
    for (symbol, width) in widths.enumerated() where width > 0 {
      let width = Int(width)
      codes[symbol] = reversed(next[width]) &>> (16 &- UInt16(truncatingIfNeeded: width))
      next[width] &+= 1
    }
    return codes
  }

  /// The bits from the last to the first.
  private static func reversed(_ word: UInt16) -> UInt16 {
    var word = (word & 0x5555) &<< 1 | (word &>> 1) & 0x5555
    word = (word & 0x3333) &<< 2 | (word &>> 2) & 0x3333
    word = (word & 0x0F0F) &<< 4 | (word &>> 4) & 0x0F0F
    return word.byteSwapped
  }
}
