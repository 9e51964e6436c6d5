/// What stands before a block with a code of its own (RFC 1951, § 3.2.7).
struct BlockHead {
  /// A symbol of the code of widths, and the bits that follow it.
  private struct Run {
    var symbol: UInt8
    var extra: UInt8
    var width: UInt8
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private let literalCount: Int
  private let distanceCount: Int
  private let orderCount: Int
  private let runs: [Run]
  private let code: HuffmanCode
  /// How many bits it takes.
  let size: Int

  /// The head of a code.
  init(_ block: BlockCode) {
    let literals = block.literalCode.widths
    let distances = block.distanceCode.widths
    literalCount = (literals.lastIndex { $0 > 0 } ?? 256) + 1
    distanceCount = max((distances.lastIndex { $0 > 0 } ?? 0) + 1, 1)
    let widths = literals[..<literalCount] + distances[..<distanceCount]
    var runs: [Run] = []
    runs.reserveCapacity(widths.count)
    var frequencies = [Int](repeating: 0, count: 19)
    func add(_ symbol: UInt8, _ extra: Int = 0, _ width: UInt8 = 0) {
      runs.append(Run(symbol: symbol, extra: UInt8(truncatingIfNeeded: extra), width: width))
      frequencies[Int(symbol)] &+= 1
    }
    var index = 0
    while index < widths.count {
      let width = widths[index]
      var end = index + 1
      while end < widths.count, widths[end] == width { end += 1 }
      var left = end - index
      if width == 0 {
        while left >= 11 {
          let count = min(left, 138)
          add(18, count - 11, 7)
          left -= count
        }
        if left >= 3 {
          add(17, left - 3, 3)
          left = 0
        }
      } else {
        add(width)
        left -= 1
        while left >= 3 {
          let count = min(left, 6)
          add(16, count - 3, 2)
          left -= count
        }
      }
      for _ in 0..<left { add(width) }
      index = end
    }
    code = HuffmanCode(frequencies: frequencies, limit: 7)
    let code = code
    orderCount = max((Self.order.lastIndex { code.widths[$0] > 0 } ?? 3) + 1, 4)
    self.runs = runs
    size =
      14 + 3 * orderCount + code.size(of: frequencies) + 2 * frequencies[16] + 3 * frequencies[17]
      + 7 * frequencies[18]
  }

  /// Its bits.
  var bits: BitRun {
    var run = BitRun()
    run.put(UInt64(literalCount - 257), 5)
    run.put(UInt64(distanceCount - 1), 5)
    run.put(UInt64(orderCount - 4), 4)
    for symbol in Self.order.prefix(orderCount) { run.put(UInt64(code.widths[symbol]), 3) }
    for item in runs {
      let width = UInt64(code.widths[Int(item.symbol)])
      run.put(
        UInt64(code.bits[Int(item.symbol)]) | UInt64(item.extra) << width,
        width + UInt64(item.width))
    }
    return run
  }
}
