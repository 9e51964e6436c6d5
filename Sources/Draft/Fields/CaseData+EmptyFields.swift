internal import DraftData
internal import DraftLanguage

extension CaseData {
  /// Says of fields that are missing when they are there but empty, as in a case that was begun with
  /// `draft new`: who sees the line would not believe that there is none. What a field is in may be empty
  /// as well.
  func locatingEmptyFields(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // A file is read again for a place, and a template has several places for one field.
    var found: [String: (holder: String, place: Place)?] = [:]
    return diagnostics.map { diagnostic in
      guard diagnostic.code == "unknown-field", let path = diagnostic.dataPath else {
        return diagnostic
      }
      let empty = found[path] ?? emptyHolder(of: path)
      found[path] = .some(empty)
      guard let (holder, place) = empty else { return diagnostic }
      var diagnostic = diagnostic
      if holder == path {
        diagnostic.message = Message(
          en: "the field `\(path)` of the case is empty", ru: "поле `\(path)` в деле не заполнено",
          kk: "іс деректерінде `\(path)` өрісі толтырылмаған")
      }
      diagnostic.notes.append(
        Diagnostic.Note(
          Message(
            en: "`\(holder)` is left empty here", ru: "поле `\(holder)` здесь оставлено пустым",
            kk: "`\(holder)` өрісі осы жерде бос қалдырылған"),
          at: place))
      return diagnostic
    }
  }

  /// The field itself, or the innermost that it is in, when it is empty, and where; nil when it is not.
  private func emptyHolder(of path: String) -> (holder: String, place: Place)? {
    var holder = path
    while root.value(at: holder) == nil {
      guard let end = holder.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      holder = String(holder[..<end])
    }
    guard root.value(at: holder).map(Self.isBlank) == true else { return nil }
    return place(of: holder).map { (holder, $0) }
  }

  /// Whether nothing was filled in.
  private static func isBlank(_ value: Value) -> Bool {
    switch value {
    case .null, .undefined: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .object(let object): object.values.allSatisfy(isBlank)
    case .list(let items): items.allSatisfy(isBlank)
    default: false
    }
  }
}
