/// The tokens of a deflate block on their way into bits: they are counted, and written in the code that
/// suits them (RFC 1951, § 3.2).
struct DeflateBlock: ~Copyable {
  /// A block ends when it holds so many tokens.
  private static let capacity = 1 << 14

  private let tokens = FixedBuffer<UInt32>(count: capacity)
  private var count = 0
  private var writer = BitWriter()
  /// The code that tokens are written in at once; nil for one made of all of them.
  private var code: BlockCode?

  /// Forgets everything, and keeps the memory.
  mutating func removeAll() {
    count = 0
    code = nil
    writer.removeAll()
  }

  /// Whether tokens are written at once in a code that was known before.
  var isPlanned: Bool { code != nil }

  /// Begins the only block of an output in the code of a plan.
  ///
  /// - Parameter size: how many bytes the output has.
  mutating func begin(_ plan: DeflatePlan, size: Int) {
    // No token takes more bits than its bytes would, and no byte more than 15.
    writer.reserve(plan.head.width + 16 * size + 64)
    writer.put(0b101, 3)
    writer.put(plan.head.words, from: 0, plan.head.width)
    code = plan.code
  }

  /// Appends the tokens of a stretch, all of which are planned.
  mutating func append(_ bits: [UInt64], from start: Int, _ width: Int) {
    writer.put(bits, from: start, width)
  }

  /// Appends bits in a loop, in the code that tokens are written in at once.
  @inline(__always)
  mutating func append<Result>(_ body: (inout BitCursor, BlockCode) -> Result) -> Result {
    guard let code else { preconditionFailure("tokens are not written at once") }
    return writer.put { body(&$0, code) }
  }

  /// Appends a token.
  @inline(__always)
  mutating func append(_ token: UInt32) {
    if let code {
      writer.put(token, code)
      return
    }
    if count == Self.capacity { end(isLast: false) }
    tokens[count] = token
    count &+= 1
  }

  /// Appends some of an array of tokens.
  mutating func append(_ array: [UInt32], _ range: Range<Int>) {
    if isPlanned {
      for index in range { append(array[index]) }
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      if count == Self.capacity { end(isLast: false) }
      let next = min(range.upperBound, start + Self.capacity - count)
      tokens.copy(array, start..<next, to: count)
      count += next - start
      start = next
    }
  }

  /// The token appended last; nil when the block is empty or the token is written already.
  var last: UInt32? { count > 0 ? tokens[count &- 1] : nil }

  /// Takes the last token back.
  mutating func removeLast() { count &-= 1 }

  /// Ends the last block and appends everything to bytes.
  mutating func finish(into bytes: inout [UInt8]) {
    if let code {
      let end = code.literals[DeflateAlphabet.end]
      writer.put(UInt64(end & 0xFF_FFFF), UInt64(end &>> 24))
    } else {
      end(isLast: true)
    }
    writer.moveAll(to: &bytes)
  }

  private mutating func end(isLast: Bool) {
    let symbols = SymbolCounts(tokens, count)
    let own = BlockCode(symbols)
    let head = BlockHead(own)
    let ownSize = head.size + own.size(of: symbols)
    let isFixed = BlockCode.fixed.size(of: symbols) <= ownSize
    // A match has at most 18 bits beside its symbols' codes.
    writer.reserve(3 + ownSize + 18 * count)
    writer.put((isFixed ? 0b010 : 0b100) | (isLast ? 1 : 0), 3)
    if !isFixed {
      let bits = head.bits
      writer.put(bits.words, from: 0, bits.width)
    }
    writer.put(tokens, count, isFixed ? .fixed : own)
    count = 0
  }
}
