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
    /// Whenever an operation between this one and that number runs, this one has run before it.
    public var standsUntil: Int
  }

  /// The text of the template as its author reads it, tags included.
  public var sourceText: [UInt8] { sources.first?.text ?? [] }

  /// All operations that copy static bytes, in order.
  public var copies: [Copy] {
    var copies: [Copy] = []
    // The ends of the stretches that may be passed over and that the operation at hand is in: the nearest
    // is the last.
    var ends: [Int] = []
    for (index, operation) in code.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      if case .copy(let lower, let upper) = operation {
        copies.append(
          Copy(
            operation: Int32(index), range: Int(lower)..<Int(upper),
            standsUntil: ends.last ?? Int.max))
      } else if let target = operation.target, target > index {
        let place = ends.lastIndex { $0 >= target }.map { $0 + 1 } ?? 0
        ends.insert(target, at: place)
      }
    }
    return copies
  }
}

extension Operation {
  /// Where the operation may go on other than at the next one; nil when nowhere.
  fileprivate var target: Int? {
    switch self {
    case .jump(let target), .branch(_, let target): Int(target)
    case .begin(_, let otherwise): Int(otherwise)
    case .capture(_, _, let end): Int(end)
    default: nil
    }
  }
}
