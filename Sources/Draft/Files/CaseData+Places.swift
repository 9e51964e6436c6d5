public import DraftData
public import DraftLanguage

extension CaseData {
  /// Adds to diagnostics about a value where that value was written, or where a missing one is left empty.
  public func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    locatingEmptyFields(diagnostics).map { diagnostic in
      guard let path = diagnostic.dataPath, let place = place(of: path),
        diagnostic.code != "unknown-field"
      else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.notes.append(
        Diagnostic.Note(
          Message(
            en: "the value was given here", ru: "значение задано здесь",
            kk: "мән осы жерде берілген"),
          at: place))
      return diagnostic
    }
  }
}
