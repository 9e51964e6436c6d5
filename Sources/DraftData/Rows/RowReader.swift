public import DraftLanguage

/// Reads the rows of a client list one after the other; no more than a row and a piece of the file is
/// held, of a workbook also its file and its shared texts.
public struct RowReader {
  private enum Reader {
    case delimited(DelimitedReader)
    case jsonLines(JSONLinesReader)
    case sheet(SheetReader)
    case other(() throws -> DataRow?)
  }

  private let reader: Reader
  /// What a person should know about how the rows are read.
  public let notices: [Diagnostic]

  /// Reads separated values (RFC 4180).
  ///
  /// The separator is a comma, a semicolon or a tab, whichever the header has most of; the text is in
  /// UTF-8, UTF-16 or, with a notice, Windows-1251. The first row names the fields.
  ///
  /// - Parameters:
  ///   - name: the file's name for messages.
  ///   - options: how cells become values.
  ///   - pieces: gives the file piece by piece, then nil.
  /// - Throws: ``Diagnostics`` when the encoding is unknown, or what `pieces` throws.
  public init(
    csv name: String?, options: RowOptions, _ pieces: @escaping () throws -> [UInt8]?
  ) throws {
    let delimited = try DelimitedReader(pieces, file: name, options: options)
    notices = delimited.notices
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
    notices = []
    reader = .jsonLines(JSONLinesReader(pieces, file: name, limits: limits))
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
    notices = []
    reader = .sheet(try SheetReader(bytes, file: name, options: options))
  }

  /// Rows of your own, one at each call, then nil.
  public init(_ next: @escaping () throws -> DataRow?) {
    notices = []
    reader = .other(next)
  }

  /// The next row, which may be one with errors; nil at the end.
  ///
  /// - Throws: ``Diagnostics`` when nothing more can be read, or what the source throws.
  public func next() throws -> DataRow? {
    switch reader {
    case .delimited(let delimited): return try delimited.next()
    case .jsonLines(let lines): return try lines.next()
    case .sheet(let sheet): return try sheet.next()
    case .other(let next): return try next()
    }
  }
}
