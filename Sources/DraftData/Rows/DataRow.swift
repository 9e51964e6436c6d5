public import DraftLanguage

/// One row of a client list, ready to be laid over a case.
public struct DataRow: Sendable {
  /// The number of the row among those that hold something, counted from 1, the header not counted.
  public let number: Int
  /// The line of the text, or the row of the sheet, that it begins at; nil for a file of its own.
  public let line: Int?
  /// The name of the row's own file; nil for a row of a table.
  public let source: String?
  /// The values, with the place of each.
  public let data: DataFile
  /// What is wrong with the row itself; such a row has no values to be used.
  public let errors: [Diagnostic]

  init(
    number: Int, line: Int?, source: String? = nil, data: DataFile, errors: [Diagnostic] = []
  ) {
    self.number = number
    self.line = line
    self.source = source
    self.data = data
    self.errors = errors
  }

  /// A row that is a file of its own.
  ///
  /// - Parameters:
  ///   - number: the number of the row, counted from 1.
  ///   - source: the name of the file; nil when it has none.
  ///   - file: the file.
  public init(number: Int, source: String? = nil, file: DataFile) {
    self.init(number: number, line: nil, source: source, data: file)
  }

  /// A row that cannot be read.
  ///
  /// - Parameters:
  ///   - number: the number of the row, counted from 1.
  ///   - line: where it begins; nil for a file of its own.
  ///   - source: the name of its own file; nil for a row of a table.
  ///   - errors: what is wrong with it.
  public init(number: Int, line: Int?, source: String? = nil, errors: [Diagnostic]) {
    self.init(
      number: number, line: line, source: source,
      data: DataFile(root: ObjectValue([]), cells: RowCells()), errors: errors)
  }

  /// The same row without its values, for which something is wrong with it.
  public func failing(with error: Diagnostic) -> DataRow {
    DataRow(number: number, line: line, source: source, errors: [error])
  }
}

/// The cells of a row that hold something, for places in messages.
struct RowCells: Sendable {
  struct Cell: Sendable {
    /// Where the value goes.
    var path: DataPath
    /// The header as it is written.
    var header: String
    /// The column, counted from 1.
    var column: Int
    /// What the cell says.
    var text: String
  }

  /// The file's name.
  var file: String?
  /// The line or row.
  var line = 1
  var cells: [Cell] = []

  /// The place of a value, or of the first value inside of it.
  func place(of path: DataPath) -> Place? {
    let cell =
      cells.last { path.steps.starts(with: $0.path.steps) }
      ?? cells.first { $0.path.steps.starts(with: path.steps) }
    return cell.map { place(of: $0) }
  }

  private func place(of cell: Cell) -> Place {
    let lead = cell.header + "="
    let shown = cell.text.count > 60 ? cell.text.prefix(59) + "…" : cell.text[...]
    let text = lead + shown.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Place(
      file: file, line: line, column: cell.column, text: text,
      highlight: lead.count..<text.count)
  }
}
