public import DraftLanguage

/// Reads the rows of a client list one after the other; no more than a row and a piece of the file is
/// held, of a workbook also its file and its shared texts.
public struct RowReader {
  private enum Reader {
    case delimited(DelimitedReader)
    case jsonLines(JSONLinesReader)
    case list(JSONListReader)
    case sheet(SheetReader)
    case other(() throws -> UnreadRow?)
  }

  private let reader: Reader
  /// How many rows there are, rows of blank text among them; nil when only reading them tells.
  public let count: Int?

  /// Reads separated values (RFC 4180).
  ///
  /// The separator is a comma, a semicolon or a tab, whichever the header has most of; the text is in
  /// UTF-8, UTF-16 or, with a notice, Windows-1251 or Mac Cyrillic. The first row names the fields.
  ///
  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - options: how cells become values.
  ///   - pieces: gives the file piece by piece, then nil. Where it throws ``InputPending`` the encoding is
  ///     told by what is there, if that is two lines; otherwise by the first MiB.
  /// - Throws: ``Diagnostics`` when the encoding is unknown, or what `pieces` throws.
  public init(
    csv name: String?, options: RowOptions, _ pieces: @escaping () throws -> [UInt8]?
  ) throws {
    let delimited = try DelimitedReader(pieces, file: name, options: options)
    count = nil
    reader = .delimited(delimited)
  }

  /// Reads JSON Lines: one mapping a line, in UTF-8.
  ///
  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - limits: what a row may ask of the machine.
  ///   - pieces: gives the file piece by piece, then nil.
  public init(
    jsonLines name: String?, limits: RowLimits = .standard,
    _ pieces: @escaping () throws -> [UInt8]?
  ) {
    count = nil
    reader = .jsonLines(JSONLinesReader(pieces, file: name, limits: limits))
  }

  /// Reads a JSON file that is a list of mappings, a row each.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8.
  ///   - name: its name for messages.
  ///   - limits: what the file may ask of the machine.
  /// - Throws: ``Diagnostics`` when the file is no JSON or no list.
  public init(
    json bytes: [UInt8], name: String?, limits: DataLimits = .standard
  ) throws(Diagnostics) {
    let list = try JSONListReader(bytes, file: name, limits: limits)
    count = list.count
    reader = .list(list)
  }

  /// Reads a sheet of a workbook (SpreadsheetML, ECMA-376 part 1, § 18).
  ///
  /// The first row that holds something names the fields. Text stays text; numbers, truth values and
  /// dates are what the cell holds, dates in the form `2026-11-22`.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name for messages.
  ///   - options: the sheet, and how cells become values.
  /// - Throws: ``Diagnostics`` when the file is no workbook or has no such sheet.
  public init(xlsx bytes: [UInt8], name: String?, options: RowOptions) throws(Diagnostics) {
    let sheet = try SheetReader(bytes, file: name, options: options)
    count = sheet.count
    reader = .sheet(sheet)
  }

  /// Rows of your own.
  ///
  /// - Parameters:
  ///   - count: how many there are; nil when that is not known.
  ///   - cut: gives one at each call, then nil.
  public init(count: Int?, _ cut: @escaping () throws -> UnreadRow?) {
    self.count = count
    reader = .other(cut)
  }

  /// What a person should know about how the rows are read; it is known with the first of them.
  public var notices: [Diagnostic] {
    if case .delimited(let delimited) = reader { delimited.notices } else { [] }
  }

  /// The cells of the header, one as often as it fills fields; nil when there is none, or when no row
  /// was asked for yet.
  public var headers: [String]? {
    switch reader {
    case .delimited(let delimited): delimited.columns?.headers
    case .sheet(let sheet): sheet.columns?.headers
    case .jsonLines, .list, .other: nil
    }
  }

  /// The fields that the columns of ``headers`` fill; nil when there is no header.
  public var fields: [String]? {
    switch reader {
    case .delimited(let delimited): delimited.columns?.fields
    case .sheet(let sheet): sheet.columns?.fields
    case .jsonLines, .list, .other: nil
    }
  }

  /// The letters that a spreadsheet gives to a column.
  ///
  /// - Parameter number: the column, counted from 1.
  public static func columnName(_ number: Int) -> String { RowFault.columnName(number - 1) }

  /// The next row, which may be one with errors; nil at the end.
  ///
  /// - Throws: ``Diagnostics`` when nothing more can be read, or what the source throws.
  public func next() throws -> DataRow? { try cut()?.read() }

  /// Cuts off the next row; nil at the end.
  ///
  /// - Throws: ``Diagnostics`` when nothing more can be read, or what the source throws. After
  ///   ``InputPending`` it may be called again.
  public func cut() throws -> UnreadRow? {
    switch reader {
    case .delimited(let delimited): return try delimited.next()
    case .jsonLines(let lines): return try lines.next()
    case .list(let list): return list.next()
    case .sheet(let sheet): return try sheet.next()
    case .other(let next): return try next()
    }
  }
}
