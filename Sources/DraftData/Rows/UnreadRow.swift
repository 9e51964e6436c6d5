internal import DraftLanguage

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

  /// A row that is a mapping in JSON, which begins at a line of a file.
  init(json bytes: [UInt8], number: Int, line: Int, file: String?, limits: DataLimits) {
    self.init(number: number) {
      do throws(Diagnostics) {
        let data = try DataFile(json: bytes, name: file, firstLine: line, limits: limits)
        return DataRow(number: number, line: line, data: data)
      } catch {
        return DataRow(number: number, line: line, errors: error.items)
      }
    }
  }

  /// The row with its values, or with what is wrong with it.
  public func read() -> DataRow { reading() }
}
