import Draft
import DraftCasework

/// What the columns of a list may fill: the fields that templates, names of files and options ask for.
struct WantedFields {
  /// A column of a list.
  struct Column {
    /// Its header.
    var header: String
    /// The field that it fills.
    var field: String
  }

  /// What templates and options ask for.
  private let kinds: FieldKinds
  /// Whether rows are cases, whose own fields may stand in any list.
  private let isCase: Bool

  /// - Parameters:
  ///   - kinds: what fields are used as.
  ///   - isCase: whether rows are cases, whose own fields may stand in any list.
  init(_ kinds: FieldKinds, isCase: Bool) {
    self.kinds = kinds
    self.isCase = isCase
  }

  /// What the field of a column is, so that its cells can be read as that; nil when nobody knows.
  func kind(of field: String) -> FieldKind? {
    if isCase, let kind = CaseFile.kind(of: field) { return kind }
    return kinds.kind(of: field)
  }

  /// The columns that fill nothing that is asked for.
  func strangers(in summary: Batch.Summary) -> [Column] {
    zip(summary.headers ?? [], summary.columnFields ?? []).map(Column.init)
      .filter { !isWanted($0.field) }
  }

  /// The warning that columns fill nothing; nil when there are none.
  ///
  /// - Parameters:
  ///   - strangers: these columns.
  ///   - summary: the list with all of its columns.
  func warning(of strangers: [Column], in summary: Batch.Summary) -> Diagnostic? {
    guard !strangers.isEmpty else { return nil }
    let filled = Set(summary.columnFields ?? [])
    // A text may be given in each language.
    let open = Set(
      kinds.paths.filter { !filled.contains($0) }.flatMap { [$0, $0 + ".kk", $0 + ".ru"] }
    )
    .subtracting(filled).sorted()
    let hints = strangers.compactMap { column in
      open.first { Self.isNear(column.field, to: $0) }.map { field in
        let option = "--map '\(column.header)=\(field)'"
        return Message(
          en: "was `\(field)` meant? \(option)", ru: "имелось в виду `\(field)`? \(option)",
          kk: "`\(field)` дегіңіз келді ме? \(option)")
      }
    }
    let list = Self.list(strangers.map(\.header))
    return Diagnostic(
      .warning, code: "unused-column",
      Message(
        en: "columns that fill no field of the template: \(list)",
        ru: "столбцы, которые не задают ни одного поля шаблона: \(list)",
        kk: "үлгінің бірде-бір өрісін бермейтін бағандар: \(list)"),
      hints: hints)
  }

  /// Headers in a message, the first twenty of them.
  static func list(_ headers: [String]) -> String {
    // A column that fills several fields stands there as often.
    var seen: Set<String> = []
    let headers = headers.filter { seen.insert($0).inserted }
    let shown = headers.prefix(20).map { "«\($0)»" }.joined(separator: ", ")
    return headers.count > 20 ? shown + ", …" : shown
  }

  /// Whether a field is another one, misspelt: one step of its path is.
  static func isNear(_ field: String, to other: String) -> Bool {
    let (left, right) = (FieldKinds.steps(field), FieldKinds.steps(other))
    guard left.count == right.count else { return false }
    let different = zip(left, right).filter { $0 != $1 }
    guard different.count == 1 else { return false }
    return NearestName.find(String(different[0].0), among: [String(different[0].1)]) != nil
  }

  /// Whether a field, or one that it is a part or the whole of, is asked for.
  func isWanted(_ field: String) -> Bool {
    if kinds.has(field) { return true }
    guard isCase else { return false }
    if CaseFile.kind(of: field) != nil { return true }
    // The languages of a text, as in `client.name.kk`.
    guard let dot = field.lastIndex(of: ".") else { return false }
    let holder = CaseFile.kind(of: String(field[..<dot]))
    return holder != nil && holder != .object
  }
}
