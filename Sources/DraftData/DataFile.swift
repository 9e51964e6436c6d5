public import DraftLanguage

/// One file of case data: its values, and where each of them was written.
public struct DataFile: Sendable {
  private enum Source {
    case json(DataText)
    case yaml(DataText, DataLimits)
    case row(RowCells)
  }

  /// The mapping at the top of the file.
  public let root: ObjectValue
  private let source: Source

  /// Reads JSON as RFC 8259 has it.
  ///
  /// Whole numbers become ``Value/int(_:)``; numbers with a fraction or an exponent, and those
  /// beyond 64 bits, become ``Value/decimal(_:)`` with their digits.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8.
  ///   - name: the file's name for messages.
  ///   - limits: what the file may ask of the machine.
  /// - Throws: ``Diagnostics`` with the first error of syntax and the duplicate keys before it.
  public init(
    json bytes: [UInt8], name: String?, limits: DataLimits = .standard
  ) throws(Diagnostics) {
    try self.init(json: bytes, name: name, firstLine: 1, limits: limits)
  }

  /// Reads JSON that begins at a line of a longer file.
  init(
    json bytes: [UInt8], name: String?, firstLine: Int, limits: DataLimits
  ) throws(Diagnostics) {
    let text = try DataText(checking: bytes, name: name, firstLine: firstLine, limits: limits)
    source = .json(text)
    var reader = JSONReader(text, limits: limits)
    root = try reader.readFile()
  }

  /// Reads YAML as its authors mean it; what is open to two readings is an error.
  ///
  /// Plain whole numbers and decimals without leading zeros are numbers, `true`, `false`, `null`
  /// and `~` what they say, everything else text: dates, `007`, `+7 701 …`, `12:30`. An unquoted
  /// `yes`, `no`, `on` or `off` is an error, because YAML's versions disagree about it.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8.
  ///   - name: the file's name for messages.
  ///   - limits: what the file may ask of the machine.
  /// - Throws: ``Diagnostics`` with the first error of syntax, or all errors of meaning.
  public init(
    yaml bytes: [UInt8], name: String?, limits: DataLimits = .standard
  ) throws(Diagnostics) {
    let text = try DataText(checking: bytes, name: name, limits: limits)
    source = .yaml(text, limits)
    var reader = YAMLReader(text, limits: limits)
    root = try reader.readFile()
  }

  /// The row of a table: its values, and the cells they were read from.
  init(root: ObjectValue, cells: RowCells) {
    self.root = root
    source = .row(cells)
  }

  /// Where the value of a data path was written, for errors about the data.
  ///
  /// The file is read again for it, so ask only when a person needs the answer. A value that is a
  /// list or a mapping is shown by its key.
  ///
  /// - Parameter path: a path such as `client.items[2].name`; a key that holds dots or brackets is
  ///   written `["a.b"]`.
  /// - Returns: the place, or nil when the file has no such value.
  public func place(of path: String) -> Place? {
    guard let path = DataPath(path), root.value(at: path) != nil else { return nil }
    switch source {
    case .json(let text):
      var locator = JSONLocator(text)
      return locator.find(path).map { text.place($0) }
    case .yaml(let text, let limits):
      return YAMLLocator(text, limits: limits).find(path).map { text.place($0) }
    case .row(let cells): return cells.place(of: path)
    }
  }
}

extension ObjectValue {
  /// The value that a data path leads to; nil when there is none.
  ///
  /// - Parameter path: a path such as `client.items[2].name`.
  public func value(at path: String) -> Value? { DataPath(path).flatMap { value(at: $0) } }
}
