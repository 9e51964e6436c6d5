public import Draft

extension CaseFile {
  /// What a field of a case is, by its path, so that a cell of a table can be read as that; nil for
  /// fields that the tool does not know.
  ///
  /// - Parameter path: a path such as `engagement.fee.amount` or `engagement.scope[0].hearings`.
  public static func kind(of path: String) -> FieldKind? {
    var kind = CaseKind.record(CaseSchema.file)
    let steps = path.split(whereSeparator: { $0 == "." || $0 == "[" })
    for (index, step) in steps.enumerated() {
      switch kind {
      case .record(let schema):
        if let field = schema.field(String(step)) {
          kind = field.kind
        } else if index == 0, steps.count > 1 {
          // A party is one under any name: `specialist.seal`.
          kind = .record(CaseSchema.party)
        } else {
          return nil
        }
      case .list(let element) where step.last == "]": kind = element
      // `powers.settlement: true`, or a list of such names.
      case .powers: kind = step.last == "]" ? .text : .flag
      // `term.working_days: 10`
      case .term: kind = .whole
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
