public import ArgumentParser
public import Draft

/// Options about the rows of a batch.
struct RowOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("rows"),
    help: ArgumentHelp(
      "How the rows are stored: csv, xlsx, jsonl, json or folder; else by their name.",
      valueName: "format"))
  var format: RowSource.Format?

  @Option(help: ArgumentHelp("The sheet of a workbook; else the first.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "The row that names the columns, where a title stands above it; else the first.",
      valueName: "n"))
  var headerRow: Int?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "The field that a column fills; again for each other field.", valueName: "header=field"))
  var mapping: [DrawOptions.Assignment] = []

  @Option(
    help: ArgumentHelp(
      """
      The field that a row is known by from run to run, such as client.iin, or row for its place in the \
      list; else all of its data.
      """,
      valueName: "field"))
  var key: String?

  /// What the options say.
  var list: ListOptions {
    ListOptions(format: format, sheet: sheet, headerRow: headerRow, mapping: mapping, key: key)
  }

  func validate() throws {
    if let headerRow, headerRow < 1 { throw ValidationError("--header-row is 1 or more") }
    if let column = list.columnWithoutField {
      throw ValidationError(
        "--map names no field for the column «\(column)»: --map '\(column)=field'")
    }
  }
}

/// How a list of rows is read.
struct ListOptions {
  var format: RowSource.Format?
  var sheet: String?
  var headerRow: Int?
  var mapping: [DrawOptions.Assignment]
  var key: String?

  /// A column for which `--map` names nothing; nil when there is none.
  var columnWithoutField: String? {
    mapping.first { $0.value.allSatisfy(\.isWhitespace) }?.path
  }

  /// The rows of a path.
  func source(_ path: String, kind: (@Sendable (String) -> FieldKind?)? = nil) -> RowSource {
    let mapping = Dictionary(mapping.map { ($0.path, [$0.value]) }, uniquingKeysWith: +)
    return RowSource(
      path, format: format,
      options: RowOptions(mapping: mapping, sheet: sheet, headerRow: headerRow, kind: kind))
  }
}

extension RowSource.Format: ExpressibleByArgument {}

/// `--format docx,pdf` as typed.
struct FormatList: ExpressibleByArgument {
  var formats: [Template.Format]

  init?(argument: String) {
    formats = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = Template.Format(rawValue: String(word)) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
  }
}

/// `--shard 3/16` as typed.
extension Batch.Shard: ExpressibleByArgument {
  /// Reads `3/16`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index, of: count)
  }
}

/// How results are printed.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl
}
