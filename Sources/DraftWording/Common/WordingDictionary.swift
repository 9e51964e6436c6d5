/// Forms that a firm knows better than the rules: how a family declines its name, what an organisation
/// calls itself.
public struct WordingDictionary: Sendable, Hashable {
  /// A form of a word or phrase in one language.
  private struct Key: Hashable {
    var language: String
    var word: String
    var grammatical: GrammaticalCase
  }

  private var forms: [Key: String] = [:]

  /// A dictionary without entries.
  public init() {}

  /// Whether there is nothing in it.
  public var isEmpty: Bool { forms.isEmpty }

  /// Notes a form.
  ///
  /// - Parameters:
  ///   - form: the word or phrase in the case.
  ///   - word: the same in the nominative, as the data spells it.
  ///   - case: the case.
  ///   - language: `kk` or `ru`.
  public mutating func add(
    _ form: String, of word: String, case grammatical: GrammaticalCase, language: String
  ) {
    forms[Key(language: language, word: word, grammatical: grammatical)] = form
  }

  /// The form of a word or phrase; nil when it is not in the dictionary.
  public func form(of word: String, case grammatical: GrammaticalCase, language: String) -> String?
  {
    forms[Key(language: language, word: word, grammatical: grammatical)]
  }

  /// A computed text with the words that the dictionary knows put right, and without their doubts.
  ///
  /// Words are compared one by one where text and result have as many of them; a phrase that is in the
  /// dictionary as a whole is taken whole.
  public func correcting(
    _ worded: Worded, of text: String, case grammatical: GrammaticalCase, language: String
  ) -> Worded {
    if let whole = form(of: text, case: grammatical, language: language) { return Worded(whole) }
    let before = text.split(separator: " ", omittingEmptySubsequences: false)
    var after = worded.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard before.count == after.count else { return worded }
    var result = worded
    for (place, word) in before.enumerated() {
      guard let form = form(of: String(word), case: grammatical, language: language) else {
        continue
      }
      after[place] = form
      result.doubts.removeAll { $0.word == word || before.count == 1 || $0.word == text }
    }
    result.text = after.joined(separator: " ")
    return result
  }
}
