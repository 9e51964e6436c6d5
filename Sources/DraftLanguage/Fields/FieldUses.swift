/// What a reporter found; places are looked up only when somebody wants to read them.
struct FieldUses: Sendable {
  var uses: [FieldReporter.Use] = []
  var sources: [SourceText] = []
  /// Fields that are compared with one another.
  var compared: [(String, String)] = []

  var report: FieldReport {
    FieldReport(
      fields: zip(uses, kinds).map { use, kind in
        FieldReport.Field(
          path: use.path, kind: kind.kind, mayBeText: kind.mayBeText,
          places: use.places.map { sources[$0.source].place($0.span) },
          conditions: use.isOptional ? use.conditions : use.needs, isOptional: use.isOptional,
          alternatives: use.alternatives ?? [])
      })
  }

  /// What each field is used as, in the order of the uses.
  var kinds: [FieldReport.Kind] {
    var lists: Set<Substring> = []
    var objects: Set<Substring> = []
    for use in uses {
      let path = use.path
      for end in path.utf8.indices {
        switch path.utf8[end] {
        case UInt8(ascii: "."): objects.insert(path[..<end])
        case UInt8(ascii: "[") where path.utf8[end...].dropFirst().first == UInt8(ascii: "]"):
          lists.insert(path[..<end])
        default: break
        }
      }
    }
    return comparedAlike.map { use in
      let path = use.path[...]
      let kind = lists.contains(path) ? .list : objects.contains(path) ? .object : use.kind
      return FieldReport.Kind(
        path: use.path, kind: kind, mayBeText: kind == .number && !use.isSurelyNumber)
    }
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
      let isSurelyNumber = result[left].isSurelyNumber || result[right].isSurelyNumber
      result[left].isSurelyNumber = isSurelyNumber
      result[right].isSurelyNumber = isSurelyNumber
    }
    return result
  }
}
