/// Bits that are put together once and written often; the first is the lowest of the first word.
struct BitRun {
  /// How many bits a word holds, as many as ``BitWriter`` takes at once.
  static let wordWidth = 56

  /// All bits, the last word filled up with zeros.
  private(set) var words: [UInt64] = []
  /// How many bits there are.
  private(set) var width = 0

  /// Appends the lowest `count` bits of a word, all others of which must be zero; at most 56.
  mutating func put(_ bits: UInt64, _ count: UInt64) {
    let used = UInt64(width % Self.wordWidth)
    if used == 0 { words.append(0) }
    words[words.count - 1] |= (bits << used) & (1 << UInt64(Self.wordWidth) - 1)
    if used + count > UInt64(Self.wordWidth) {
      words.append(bits >> (UInt64(Self.wordWidth) - used))
    }
    width += Int(count)
  }
}
