/// What a source throws that has nothing at hand now and has not ended: it may be asked again.
public struct InputPending: Error {
  /// Nothing is at hand.
  public init() {}
}
