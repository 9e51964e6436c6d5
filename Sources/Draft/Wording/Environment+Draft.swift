internal import DraftWording

extension Environment {
  /// The filters, tests and functions of Jinja, and the wording of Kazakh and Russian.
  public static let draft = Environment.standard.adding(WordingFilters(dictionary: .init()))

  /// The same with forms that a firm knows better than the rules.
  ///
  /// - Parameter dictionary: by language (`kk`, `ru`), then by word or phrase in the nominative, then by
  ///   case: `{ru: {Ким: {genitive: Кима}}}`. Entries that are not of this form are passed over.
  public static func draft(dictionary: ObjectValue) -> Environment {
    var forms = WordingDictionary()
    for (language, words) in zip(dictionary.keys, dictionary.values) {
      guard case .object(let words) = words else { continue }
      for (word, cases) in zip(words.keys, words.values) {
        guard case .object(let cases) = cases else { continue }
        for (name, form) in zip(cases.keys, cases.values) {
          guard let grammatical = GrammaticalCase(name: name), case .string(let text) = form else {
            continue
          }
          forms.add(text, of: word, case: grammatical, language: language)
        }
      }
    }
    return Environment.standard.adding(WordingFilters(dictionary: forms))
  }

  private func adding(_ filters: WordingFilters) -> Environment {
    var environment = self
    for filter in filters.all { environment.add(filter: filter) }
    environment.clauseWording = .draft
    return environment
  }
}
