public import DraftData
public import DraftLanguage

extension CaseData {
  /// Adds to diagnostics about a value where that value was written.
  public func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
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
