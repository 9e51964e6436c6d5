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

  private let fields: [(steps: [Substring], kind: FieldKind)]
  private let kinds: [String: FieldKind]
  /// Whether rows are cases, whose own fields may stand in any list.
  private let isCase: Bool

  /// - Parameters:
  ///   - kinds: what fields are used as, by their paths as templates report them.
  ///   - isCase: whether rows are cases, whose own fields may stand in any list.
  init(_ kinds: [String: FieldKind], isCase: Bool) {
    self.kinds = kinds
    fields = kinds.sorted { $0.key < $1.key }.map { (Self.steps($0.key), $0.value) }
    self.isCase = isCase
  }

  /// What the field of a column is, so that its cells can be read as that; nil when nobody knows.
  func kind(of field: String) -> FieldKind? {
    if isCase, let kind = CaseFile.kind(of: field) { return kind }
    if let kind = kinds[Self.general(field)] { return kind }
    let steps = Self.steps(field)
    let inside = fields.filter { $0.steps.count >= steps.count && Self.leads(steps, to: $0.steps) }
    if let same = inside.first(where: { $0.steps.count == steps.count }) { return same.kind }
    // Of what holds fields only these are reported.
    return inside.first.map { $0.steps[steps.count] == "]" ? .list : .object }
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
      kinds.keys.filter { !filled.contains($0) }.flatMap { [$0, $0 + ".kk", $0 + ".ru"] }
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
    let (left, right) = (steps(field), steps(other))
    guard left.count == right.count else { return false }
    let different = zip(left, right).filter { $0 != $1 }
    guard different.count == 1 else { return false }
    return NearestName.find(String(different[0].0), among: [String(different[0].1)]) != nil
  }

  /// Whether a field, or one that it is a part or the whole of, is asked for.
  func isWanted(_ field: String) -> Bool {
    let steps = Self.steps(field)
    if fields.contains(where: { Self.leads(steps, to: $0.steps) }) { return true }
    guard isCase else { return false }
    if CaseFile.kind(of: field) != nil { return true }
    // The languages of a text, as in `client.name.kk`.
    guard let dot = field.lastIndex(of: ".") else { return false }
    let holder = CaseFile.kind(of: String(field[..<dot]))
    return holder != nil && holder != .object
  }

  /// Whether a field is another one, or one of them is inside the other. What templates go over, as in
  /// `for day, rate in rates.items()`, or pick by a value, as in `roles[client.role]`, has any name.
  private static func leads(_ field: [Substring], to wanted: [Substring]) -> Bool {
    zip(field, wanted).allSatisfy { $0 == $1 || $1 == "*" || $1 == "]" }
  }

  private static func steps(_ path: String) -> [Substring] {
    general(path).split(whereSeparator: { $0 == "." || $0 == "[" })
  }

  /// A path as templates report it: `files[].name` for `files[0].name`.
  static func general(_ path: String) -> String {
    var result = ""
    var isInIndex = false
    for character in path {
      if character == "]" { isInIndex = false }
      if !isInIndex { result.append(character) }
      if character == "[" { isInIndex = true }
    }
    return result
  }
}
