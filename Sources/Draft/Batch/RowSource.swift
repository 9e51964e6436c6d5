public import DraftData
internal import DraftLanguage

/// Where the rows of a batch come from.
public struct RowSource: Sendable {
  /// How rows are stored.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// Separated values: commas, semicolons or tabs.
    case csv
    /// An Excel workbook.
    case xlsx
    /// JSON Lines.
    case jsonl
    /// JSON: a list of mappings.
    case json
    /// A folder of YAML and JSON files, a row each, by name.
    case folder
  }

  /// The file or folder; `-` is standard input.
  public var path: String
  /// How the rows are stored; nil tells it by the name, of standard input by the first bytes.
  public var format: Format?
  /// How cells become values.
  public var options: RowOptions

  /// A source of rows.
  public init(_ path: String, format: Format? = nil, options: RowOptions = RowOptions()) {
    self.path = path
    self.format = format
    self.options = options
  }

  /// Whether the rows can be read twice.
  var isRepeatable: Bool { path != "-" && !FileSystem.isStream(path) }

  /// Opens the rows.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` when there can be no rows in it.
  public func open() throws -> RowReader {
    let name = path == "-" ? "<stdin>" : path
    if let format = format ?? formatByName { return try open(format, name: name, head: []) }
    let file = try FilePieces(path)
    var head: [UInt8] = []
    while head.count < 4, let piece = try file.next() { head += piece }
    let first = head.drop { [0xEF, 0xBB, 0xBF].contains($0) || $0 <= 0x20 }.first
    let format: Format =
      head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      ? .xlsx : first == UInt8(ascii: "{") ? .jsonl : first == UInt8(ascii: "[") ? .json : .csv
    return try open(format, name: name, head: head, file: file)
  }

  /// How many rows there are, by reading them; rows with errors are rows too.
  ///
  /// - Throws: as ``open()``; ``Diagnostics`` with `no-rows` when there are none, and when the list
  ///   cannot be read to its end.
  public func count() throws -> Int {
    let reader = try open()
    var count = 0
    while let row = try reader.cut() { count = row.number }
    if count == 0 { throw noRows }
    return count
  }

  /// That there is nothing to draw.
  var noRows: Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "no-rows",
        Message(
          en: "«\(path)» has no rows", ru: "в «\(path)» нет строк", kk: "«\(path)» ішінде жол жоқ"))
    ])
  }

  private var formatByName: Format? {
    if path != "-", FileSystem.isFolder(path) { return .folder }
    return switch Paths.ending(of: path) {
    case "csv", "tsv": .csv
    case "xlsx", "xlsm": .xlsx
    case "jsonl", "ndjson": .jsonl
    default: nil
    }
  }

  private func open(
    _ format: Format, name: String, head: [UInt8], file: FilePieces? = nil
  ) throws -> RowReader {
    try checkOptions(for: format)
    switch format {
    case .folder: return try folder()
    case .xlsx:
      let bytes = try whole(file ?? FilePieces(path), head: head, limit: 1 << 30)
      return try RowReader(xlsx: bytes, name: name, options: options)
    case .json:
      let limit = DataLimits.standard.bytes
      let bytes = try whole(file ?? FilePieces(path), head: head, limit: limit)
      return try RowReader(json: bytes, name: name)
    case .csv, .jsonl:
      let file = try file ?? FilePieces(path)
      var head: [UInt8]? = head.isEmpty ? nil : head
      let pieces: () throws -> [UInt8]? = {
        if let first = head {
          head = nil
          return first
        }
        return try file.next()
      }
      return format == .csv
        ? try RowReader(csv: name, options: options, pieces)
        : RowReader(jsonLines: name, limits: options.limits, pieces)
    }
  }

  /// The bytes of a file that cannot be read piece by piece.
  private func whole(_ file: FilePieces, head: [UInt8], limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size)
    bytes += head
    while let piece = try file.next() {
      bytes += piece
      if bytes.count > limit { throw FileSystem.Failure(tooLarge: path) }
    }
    return bytes
  }

  /// The files of the folder by name, each of them read when its turn comes.
  private func folder() throws -> RowReader {
    guard FileSystem.isFolder(path) else { throw FileSystem.Failure(noFolder: path) }
    let names = FileSystem.names(in: path).filter {
      !$0.hasPrefix(".") && ["yaml", "yml", "json"].contains(Paths.ending(of: $0))
    }
    guard !names.isEmpty else {
      throw Diagnostics([
        Diagnostic(
          code: "no-rows",
          Message(
            en: "the folder «\(path)» has no YAML or JSON files",
            ru: "в папке «\(path)» нет файлов YAML или JSON",
            kk: "«\(path)» қалтасында YAML не JSON файлдары жоқ"))
      ])
    }
    var next = 0
    return RowReader(count: names.count) {
      guard next < names.count else { return nil }
      next += 1
      let file = Paths.join(path, names[next - 1])
      let bytes = try FileSystem.read(file, limit: DataLimits.standard.bytes)
      return UnreadRow(number: next) { [number = next] in
        do throws(Diagnostics) {
          return DataRow(number: number, file: try DataFile(bytes, path: file))
        } catch {
          return DataRow(number: number, line: nil, errors: error.items)
        }
      }
    }
  }
}
