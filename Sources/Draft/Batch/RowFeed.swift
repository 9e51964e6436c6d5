internal import DraftData

/// The rows of a batch as they come in: what is there is given out, whatever else is awaited.
final class RowFeed {
  /// The reader of the rows.
  let reader: RowReader
  /// The row that was cut off to see whether the list can be read.
  private var first: UnreadRow?
  /// Whether the list has ended.
  private(set) var isAtEnd: Bool
  /// Whether more rows were wanted than are there.
  private(set) var isPending = false
  private var pause = InputPause()

  private init(_ reader: RowReader, first: UnreadRow?) {
    self.reader = reader
    self.first = first
    isAtEnd = first == nil
  }

  /// Opens a list as soon as its first row is there; nil when the batch was stopped before that.
  static func open(
    _ source: RowSource, control: BatchControl
  ) async throws -> sending RowFeed? {
    let opening = RowOpening(source, waits: false)
    var reader: RowReader?
    var pause = InputPause()
    while !control.isStopped {
      do {
        let opened = try reader ?? opening.reader()
        reader = opened
        return RowFeed(opened, first: try opened.cut())
      } catch is InputPending {
        try await Task.sleep(for: pause.next())
      }
    }
    return nil
  }

  /// Cuts off some rows, as many as are there.
  ///
  /// - Parameter most: how many at most.
  func cut(most: Int) throws -> [UnreadRow] {
    var rows: [UnreadRow] = []
    isPending = false
    do {
      while rows.count < most, !isAtEnd {
        if let row = try first ?? reader.cut() {
          first = nil
          rows.append(row)
        } else {
          isAtEnd = true
        }
      }
    } catch is InputPending {
      isPending = true
    }
    if !rows.isEmpty { pause = InputPause() }
    return rows
  }

  /// How long to wait for more, where none was there.
  func wait() -> Duration { pause.next() }
}

/// How long to wait for input: shortly where it has just flowed, 10 ms where it does not.
struct InputPause {
  private var time = Duration.microseconds(100)

  /// The next time to wait.
  mutating func next() -> Duration {
    time = min(time * 2, .milliseconds(10))
    return time
  }
}
