public import Draft

extension CaseFile {
  /// What a field of a case is, by its path, so that a cell of a table can be read as that; nil for
  /// fields that the tool does not know.
  ///
  /// - Parameter path: a path such as `engagement.fee.amount` or `engagement.scope[0].hearings`.
  public static func kind(of path: String) -> FieldKind? {
    var kind = CaseKind.record(CaseSchema.file)
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
      switch kind {
      case .record(let schema):
        guard let field = schema.field(String(step)) else { return nil }
        kind = field.kind
      case .list(let element) where step.last == "]": kind = element
      default: return nil
      }
    }
    switch kind {
    case .money, .number, .whole: return .number
    case .flag: return .boolean
    case .identifier(let type): return type == CaseDate.self ? .date : .text
    case .text, .localised, .choice: return .text
    case .powers, .term: return nil
    case .list: return .list
    case .record: return .object
    }
  }
}
