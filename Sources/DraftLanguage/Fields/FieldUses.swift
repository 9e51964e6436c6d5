/// What a reporter found; places are looked up only when somebody wants to read them.
struct FieldUses: Sendable {
  var uses: [FieldReporter.Use] = []
  var sources: [SourceText] = []
  /// Fields that are compared with one another.
  var compared: [(String, String)] = []

  var report: FieldReport {
    let paths = uses.map(\.path)
    let uses = comparedAlike
    return FieldReport(
      fields: uses.map { use in
        var kind = use.kind
        if paths.contains(where: { $0.hasPrefix(use.path + "[]") }) {
          kind = .list
        } else if paths.contains(where: { $0.hasPrefix(use.path + ".") }) {
          kind = .object
        }
        return FieldReport.Field(
          path: use.path, kind: kind, places: use.places.map { sources[$0.source].place($0.span) },
          conditions: use.isOptional ? use.conditions : use.needs, isOptional: use.isOptional,
          alternatives: use.alternatives ?? [])
      })
  }

  /// The uses, fields that are compared being of the kind that says more: a day that is only compared
  /// with another is a day.
  private var comparedAlike: [FieldReporter.Use] {
    guard !compared.isEmpty else { return uses }
    var result = uses
    let places = Dictionary(
      uses.indices.map { (uses[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    for (left, right) in compared {
      guard let left = places[left], let right = places[right] else { continue }
      let kind = result[left].kind.joined(with: result[right].kind)
      guard kind != .object, kind != .list else { continue }
      result[left].kind = kind
      result[right].kind = kind
    }
    return result
  }
}
