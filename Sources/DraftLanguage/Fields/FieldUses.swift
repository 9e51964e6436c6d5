/// What a reporter found; places are looked up only when somebody wants to read them.
struct FieldUses: Sendable {
  var uses: [FieldReporter.Use] = []
  /// Where the use of each path is among them.
  var indexes: [String: Int] = [:]
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
    // What those are that other fields stand in.
    var holders = [FieldKind?](repeating: nil, count: uses.count)
    for use in uses {
      let path = use.path
      for end in path.utf8.indices {
        let isList = path.utf8[end] == UInt8(ascii: "[")
        guard
          isList ? path.utf8[end...].starts(with: "[]".utf8) : path.utf8[end] == UInt8(ascii: "."),
          let index = indexes[String(path[..<end])]
        else { continue }
        let holder: FieldKind = isList ? .list : .object
        holders[index] = holders[index]?.joined(with: holder) ?? holder
      }
    }
    return zip(comparedAlike, holders).map { use, holder in
      let kind = holder ?? use.kind
      return FieldReport.Kind(
        path: use.path, kind: kind, mayBeText: kind == .number && !use.isSurelyNumber)
    }
  }

  /// The uses, fields that are compared being of the kind that says more: a day that is only compared
  /// with another is a day.
  private var comparedAlike: [FieldReporter.Use] {
    guard !compared.isEmpty else { return uses }
    var result = uses
    for (left, right) in compared {
      guard let left = indexes[left], let right = indexes[right] else { continue }
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
