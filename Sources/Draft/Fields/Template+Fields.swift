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
        fields[place].conditions += field.conditions
        fields[place].isOptional = fields[place].isOptional && field.isOptional
        // What is printed somewhere is text, though it is only asked about elsewhere.
        if fields[place].kind == .boolean
          || fields[place].kind == .text && field.kind != .boolean
        {
          fields[place].kind = field.kind
        }
      }
    }
    return fields
  }
}

extension FieldReport.Field {
  /// Whether every document needs it: it is used without asking and at least once without condition.
  public var isAlwaysNeeded: Bool { !isOptional && conditions.contains { $0.isEmpty } }
}
