public import Draft

extension CaseFile {
  /// What a field of a case is, by its path, so that a cell of a table can be read as that; nil for
  /// fields that the tool does not know.
  ///
  /// - Parameter path: a path such as `engagement.fee.amount` or `engagement.scope[0].hearings`.
  public static func kind(of path: String) -> FieldKind? {
    switch caseKind(of: path, takesParties: true) {
    case .money, .number, .whole: .number
    case .flag: .boolean
    case .identifier(let type): type == CaseDate.self ? .date : .text
    case .text, .localised, .choice: .text
    case nil, .powers, .term: nil
    case .list: .list
    case .record: .object
    }
  }

  /// Whether a case knows a field, so that it reads and checks what is written there.
  ///
  /// - Parameter path: a path such as `engagement.fee.amount` or `engagement.scope[].hearings`.
  public static func knows(_ path: String) -> Bool {
    caseKind(of: path, takesParties: false) != nil
  }

  /// What reads the texts of the fields that a case does not know, as a template uses them.
  static func texts(of template: Template) -> TextReading {
    FieldKinds(of: [template]).texts(but: knows)
  }

  /// The case with such texts read.
  func reading(_ texts: TextReading) throws(Diagnostics) -> CaseFile {
    var read = self
    read.fields = CaseFields(try texts.read(fields.object))
    return read
  }

  /// What the schema says of a path.
  ///
  /// - Parameter takesParties: whether a group that it does not know is taken for a party.
  private static func caseKind(of path: String, takesParties: Bool) -> CaseKind? {
    var kind = CaseKind.record(CaseSchema.file)
    let steps = path.split(whereSeparator: { $0 == "." || $0 == "[" })
    for (index, step) in steps.enumerated() {
      switch kind {
      case .record(let schema):
        if let field = schema.field(String(step)) {
          kind = field.kind
        } else if takesParties, index == 0, steps.count > 1 {
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
    return kind
  }
}
