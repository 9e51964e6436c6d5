/// Static bytes that a rendering has copied.
public struct CopiedBytes: Sendable, Hashable {
  /// The operation that copied them, which ``Program/copies`` lists.
  public var operation: Int32
  /// Where they stand in the output.
  public var start: Int
}

extension Program {
  /// An operation that copies static bytes.
  public struct Copy: Sendable, Hashable {
    /// The number of the operation; a rendering goes from lower to higher numbers but for loops.
    public var operation: Int32
    /// The bytes that it copies, as a range of ``statics``.
    public var range: Range<Int>
    /// The first operation behind it that a rendering may come to without it: the end of its arm of a
    /// condition, of its turn of a loop, of its macro.
    public var certainUntil: Int32
  }

  /// All operations that copy static bytes, in order.
  public var copies: [Copy] {
    let code = tables.code
    var leaps = tables.routines.map { (from: $0.body.lowerBound - 1, to: $0.body.upperBound) }
    for (index, operation) in code.enumerated() {
      switch operation {
      case .jump(let target), .branch(_, let target), .begin(_, let target),
        .capture(_, _, let target):
        leaps.append((index, Int(target)))
      default: break
      }
    }
    leaps.sort { $0.from < $1.from }
    var (next, copies) = (0, [Copy]())
    // Where the leaps over an operation come down, the nearest last: as blocks are in one another, there
    // are no more of them than the blocks are deep.
    var landings = [code.count]
    for (index, operation) in code.enumerated() {
      while next < leaps.count, leaps[next].from < index {
        let landing = leaps[next].to
        let place = landings.firstIndex { $0 <= landing } ?? landings.count
        if place == landings.count || landings[place] != landing {
          landings.insert(landing, at: place)
        }
        next += 1
      }
      while let landing = landings.last, landing <= index { landings.removeLast() }
      guard case .copy(let lower, let upper) = operation else { continue }
      copies.append(
        Copy(
          operation: Int32(index), range: Int(lower)..<Int(upper),
          certainUntil: Int32(landings.last ?? code.count)))
    }
    return copies
  }
}
