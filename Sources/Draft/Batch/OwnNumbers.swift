internal import DraftData
internal import DraftLanguage

/// The numbers of a series that rows of a list bring themselves: they are given to no other row, also to
/// none that stands before.
struct OwnNumbers {
  private let texts: TextSet

  /// Reads a list through, unless it has a header without a column for numbers; one that can be read
  /// only once has none that are known ahead.
  ///
  /// - Parameters:
  ///   - folder: where they are kept.
  ///   - control: ends the reading when the batch is asked to stop.
  /// - Throws: what ``RowSource/open()`` throws, or `CancellationError`.
  init(
    of series: RunningNumber, in source: RowSource, keptIn folder: String, control: BatchControl
  ) throws {
    texts = TextSet("own", in: folder)
    guard source.isRepeatable else { return }
    let reader = try source.open()
    // What cannot be read is told by the tasks that draw, when they come there.
    while let row = try? reader.next() {
      try control.checkStop()
      if let fields = reader.fields,
        !fields.contains(where: { $0 == series.path || series.path.hasPrefix($0 + ".") })
      {
        return
      }
      guard let text = row.data.root.givenValue(at: series.path).flatMap(Self.text),
        series.count(of: text) != nil
      else { continue }
      try texts.insert(text)
    }
  }

  /// Whether some row brings a number.
  func contains(_ number: String) throws -> Bool { try texts.contains(number) }

  /// A number of a row as it is shown, without the spaces around it; nil when the value is none.
  static func text(of value: Value) -> String? {
    if case .bool = value { return nil }
    guard var text = value.writtenText?.drop(while: \.isWhitespace) else { return nil }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
