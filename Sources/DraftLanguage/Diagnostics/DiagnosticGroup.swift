/// Diagnostics that say the same of one datum, needed in several places of a template.
struct DiagnosticGroup {
  /// The first of them.
  var first: Diagnostic
  /// Where the others stand, in order; of a paragraph that has several, the first.
  var others: [Place] = []

  /// What two diagnostics of a group have in common.
  private struct Key: Hashable {
    var severity: Diagnostic.Severity
    var code: String
    var message: Message
    var path: String
  }

  /// Groups diagnostics, each group where its first stands. One that concerns no datum, or has no
  /// place, stays alone.
  static func groups(of diagnostics: some Sequence<Diagnostic>) -> [DiagnosticGroup] {
    var groups: [DiagnosticGroup] = []
    var positions: [Key: Int] = [:]
    for diagnostic in diagnostics {
      guard let path = diagnostic.dataPath, let place = diagnostic.place else {
        groups.append(DiagnosticGroup(first: diagnostic))
        continue
      }
      let key = Key(
        severity: diagnostic.severity, code: diagnostic.code, message: diagnostic.message,
        path: path)
      if let position = positions[key] {
        let last = groups[position].others.last ?? groups[position].first.place
        if !place.isInSameLine(as: last) { groups[position].others.append(place) }
      } else {
        positions[key] = groups.count
        groups.append(DiagnosticGroup(first: diagnostic))
      }
    }
    return groups
  }
}

extension Place {
  /// Whether both stand in one paragraph or line.
  fileprivate func isInSameLine(as other: Place?) -> Bool {
    file == other?.file && part == other?.part && line == other?.line
  }
}
