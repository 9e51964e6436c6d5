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
    /// A folder of YAML and JSON files, a row each, by name: `9.yaml` before `10.yaml`.
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
  public func open() throws -> RowReader { try RowOpening(self, waits: true).reader() }

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

  /// How the rows are stored, as far as the name tells.
  var formatByName: Format? {
    if path != "-", FileSystem.isFolder(path) { return .folder }
    return switch Paths.ending(of: path) {
    case "csv", "tsv": .csv
    case "xlsx", "xlsm": .xlsx
    case "jsonl", "ndjson": .jsonl
    default: nil
    }
  }

  /// The files of the folder by name, each of them read when its turn comes.
  func folder() throws -> RowReader {
    guard FileSystem.isFolder(path) else { throw FileSystem.Failure(noFolder: path) }
    let names = FileSystem.names(in: path).filter {
      !$0.hasPrefix(".") && ["yaml", "yml", "json"].contains(Paths.ending(of: $0))
    }.sorted(by: Paths.isBefore)
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
    return RowReader(count: names.count) { [path] in
      guard next < names.count else { return nil }
      next += 1
      return UnreadRow(number: next) { [number = next, name = names[next - 1]] in
        RowSource.row(number, name, in: path)
      }
    }
  }

  /// A row that is a file; one that cannot be read is one bad row.
  private static func row(_ number: Int, _ name: String, in folder: String) -> DataRow {
    let path = Paths.join(folder, name)
    let failed = { DataRow(number: number, line: nil, source: name, errors: $0) }
    if FileSystem.isStream(path) {
      let reason = Message(
        en: "it is a pipe or a device", ru: "это канал или устройство", kk: "бұл арна не құрылғы")
      return failed([unreadable(path, reason)])
    }
    let bytes: [UInt8]
    do throws(FileSystem.Failure) {
      bytes = try FileSystem.read(path, limit: DataLimits.standard.bytes)
    } catch {
      return failed([unreadable(path, error.reason)])
    }
    do throws(Diagnostics) {
      return DataRow(number: number, source: name, file: try DataFile(bytes, path: path))
    } catch {
      return failed(error.items)
    }
  }

  private static func unreadable(_ path: String, _ reason: Message) -> Diagnostic {
    Diagnostic(
      code: "read-failed",
      Message(
        en: "cannot read «\(path)»: \(reason.en)",
        ru: "не удаётся прочитать «\(path)»: \(reason.ru)",
        kk: "«\(path)» оқу мүмкін емес: \(reason.kk)"),
      at: Place(file: path, line: 1, column: 1))
  }
}
