/// How much one fill may use; what goes beyond is an error, never a crash or a hang.
public struct Limits: Sendable, Hashable {
  /// Operations, loop turns and elements that filters look at.
  public var steps = 20_000_000
  /// Macros and recursive loops that call one another.
  public var callDepth = 100
  /// Bytes written, captured text included.
  public var outputBytes = 512 << 20
  /// Numbers in one `range`.
  public var rangeSize = 100_000
  /// Bytes of one computed string, elements of one computed list.
  public var stringBytes = 16 << 20
  /// Bytes of one value that is printed: more is a mistake in the data, not a text.
  public var valueBytes = 4 << 20
  /// Diagnostics of one fill; what comes after is dropped.
  public var diagnostics = 500
  /// Templates that include one another.
  public var includeDepth = 16

  /// The documented limits.
  public init() {}
}
