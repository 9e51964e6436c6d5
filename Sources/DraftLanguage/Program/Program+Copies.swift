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
  }

  /// All operations that copy static bytes, in order.
  public var copies: [Copy] {
    code.enumerated().compactMap { index, operation in
      guard case .copy(let lower, let upper) = operation else { return nil }
      return Copy(operation: Int32(index), range: Int(lower)..<Int(upper))
    }
  }
}
