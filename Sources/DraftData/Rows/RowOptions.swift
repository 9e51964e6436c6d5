public import DraftLanguage

/// How the rows of a table become case data.
public struct RowOptions: Sendable {
  /// Field paths by header cell, for headers that are no paths: `Клиент` is `client.name`. One column
  /// may fill several fields.
  public var mapping: [String: [String]]
  /// The sheet of a workbook by its name; nil for the first that is not hidden.
  public var sheet: String?
  /// The row of the sheet, or the line of the text, that names the fields, counted from 1; nil for the
  /// first that holds something.
  public var headerRow: Int?
  /// What a field is used as, by its path, so that the text of a cell can be read as that: it gives nil
  /// where that does not matter. When there is none a batch asks its templates; elsewhere cells stay text.
  public var kind: (@Sendable (String) -> FieldKind?)?
  /// What the rows may ask of the machine.
  public var limits: RowLimits

  /// Options.
  public init(
    mapping: [String: [String]] = [:], sheet: String? = nil, headerRow: Int? = nil,
    limits: RowLimits = .standard, kind: (@Sendable (String) -> FieldKind?)? = nil
  ) {
    self.mapping = mapping
    self.sheet = sheet
    self.headerRow = headerRow
    self.limits = limits
    self.kind = kind
  }
}

/// What a table may ask of the machine at most.
public struct RowLimits: Sendable, Hashable {
  /// The longest row in bytes; 16 MiB.
  public var rowBytes: Int
  /// The most columns; 16,384, as in Excel.
  public var columns: Int
  /// The most bytes that the shared texts of a workbook may take; 512 MiB.
  public var sharedBytes: Int
  /// The most merged ranges of a sheet; 100,000.
  public var merges: Int

  /// Limits of your own.
  public init(
    rowBytes: Int = 16 << 20, columns: Int = 16_384, sharedBytes: Int = 512 << 20,
    merges: Int = 100_000
  ) {
    self.rowBytes = rowBytes
    self.columns = columns
    self.sharedBytes = sharedBytes
    self.merges = merges
  }

  /// What every command uses.
  public static let standard = RowLimits()
}
