extension Template {
  /// The data that the template needs, over all of its parts: full paths, what each is used as, where,
  /// and under which conditions. In the order of their first use.
  public var fields: [FieldReport.Field] {
    var fields: [FieldReport.Field] = []
    var places: [String: Int] = [:]
    for program in programs {
      for field in program.fields.fields {
        guard let place = places[field.path] else {
          places[field.path] = fields.count
          fields.append(field)
          continue
        }
        fields[place].places += field.places
        fields[place].add(field)
        let isSure = [fields[place], field].contains { $0.kind == .number && !$0.mayBeText }
        // What is printed somewhere is text, though it is only asked about elsewhere.
        fields[place].kind = fields[place].kind.joined(with: field.kind)
        fields[place].mayBeText = fields[place].kind == .number && !isSure
      }
    }
    return fields
  }
}

extension FieldReport.Field {
  /// Adds what another part of the template needs of the field.
  fileprivate mutating func add(_ other: FieldReport.Field) {
    switch (isOptional, other.isOptional) {
    case (true, false):
      (conditions, alternatives) = (other.conditions, other.alternatives)
      isOptional = false
    case (false, true): break
    case (false, false):
      conditions += other.conditions
      alternatives.removeAll { !other.alternatives.contains($0) }
    case (true, true): conditions += other.conditions
    }
  }

  /// Whether every document needs it: it is used without asking and at least once without condition.
  public var isAlwaysNeeded: Bool { !isOptional && conditions.contains { $0.isEmpty } }
}
