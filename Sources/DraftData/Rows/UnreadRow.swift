/// A row as it is cut off a client list, its values not yet read.
///
/// Rows are cut off one after the other, but may be read by many threads at once.
public struct UnreadRow: Sendable {
  /// The number of the row among those that hold something, counted from 1, the header not counted.
  public let number: Int
  private let reading: @Sendable () -> DataRow

  /// A row that is read by a closure.
  ///
  /// - Parameters:
  ///   - number: the number of the row, counted from 1.
  ///   - reading: reads it; it is called once, by any thread.
  public init(number: Int, _ reading: @escaping @Sendable () -> DataRow) {
    self.number = number
    self.reading = reading
  }

  /// The row with its values, or with what is wrong with it.
  public func read() -> DataRow { reading() }
}
