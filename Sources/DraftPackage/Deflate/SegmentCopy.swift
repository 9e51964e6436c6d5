/// A segment of a plan that came out in a fill.
public struct SegmentCopy: Sendable, Hashable {
  /// Its number in the plan.
  public var segment: Int32
  /// Where it stands in the bytes at hand.
  public var start: Int32

  /// A copy of a segment.
  public init(segment: Int32, start: Int32) {
    self.segment = segment
    self.start = start
  }
}
