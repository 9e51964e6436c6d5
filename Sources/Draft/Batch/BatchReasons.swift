public import DraftLanguage

/// Why rows could not be drawn, have gaps, or should be looked at: equal reasons together, in the order
/// in which they were met. It does not grow with the number of rows.
public struct BatchReasons: Sendable {
  /// Where a row stands.
  public struct Place: Sendable, Hashable {
    /// The number of the row in the list, counted from 1.
    public let row: Int
    /// The line of the text or the row of the sheet; nil for a file of its own.
    public let line: Int?
    /// The name of the row's own file; nil for a row of a table.
    public let source: String?
  }

  /// Rows that follow one another.
  public struct Span: Sendable, Hashable {
    /// The first of them.
    public let first: Place
    /// The last of them.
    public fileprivate(set) var last: Place
  }

  /// A reason, and the rows that have it.
  public struct Reason: Sendable {
    /// What is wrong, as it was said of the first of the rows.
    public let diagnostic: Diagnostic
    /// How many rows have it.
    public fileprivate(set) var count = 0
    /// The first of these rows, at most ``BatchReasons/most`` spans.
    public fileprivate(set) var spans: [Span] = []
    fileprivate var lastRow = 0

    /// How many of the rows are in the spans.
    public var shownCount: Int { spans.reduce(0) { $0 + $1.last.row - $1.first.row + 1 } }

    fileprivate mutating func add(_ place: Place) {
      // Two templates, or both languages of one, say the same of a row.
      guard place.row != lastRow else { return }
      count += 1
      if let last = spans.last?.last, last.row == lastRow, place.row == lastRow + 1 {
        spans[spans.count - 1].last = place
      } else if spans.count < BatchReasons.most {
        spans.append(Span(first: place, last: place))
      }
      lastRow = place.row
    }
  }

  /// The most spans of rows that are kept of a reason.
  public static let most = 8
  /// The most reasons that are kept.
  static let limit = 100

  /// The reasons, at most 100.
  public private(set) var items: [Reason] = []
  /// How many rows have reasons that are not among them.
  public private(set) var unlistedCount = 0
  private var places: [[String]: Int] = [:]

  /// No reasons.
  init() {}

  /// Notes the errors or the warnings of a row; rows come in their order.
  mutating func add(_ record: BatchRecord, _ severity: Diagnostic.Severity = .error) {
    let place = Place(row: record.row, line: record.line, source: record.source)
    var isListed = true
    for diagnostic in record.diagnostics where diagnostic.severity == severity {
      let key = [diagnostic.code, diagnostic.message.en, diagnostic.dataPath ?? ""]
      if let index = places[key] {
        items[index].add(place)
      } else if items.count < Self.limit {
        places[key] = items.count
        items.append(Reason(diagnostic: diagnostic))
        items[items.count - 1].add(place)
      } else {
        isListed = false
      }
    }
    if !isListed { unlistedCount += 1 }
  }
}
