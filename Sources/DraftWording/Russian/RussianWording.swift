/// Names and phrases together, for callers that do not know which of them a text is.
public enum RussianWording {
  /// What stands before the name of a person in business or office: a sole proprietor, a private
  /// bailiff.
  private static let personal: Set<String> = ["ИП", "ЖК", "ЧП", "ЧСИ"]

  /// Puts a text into a case as a name or as a phrase, whichever it is.
  ///
  /// ``RussianName/recognise(_:)`` decides. Words with capitals that no rule knows are a name when
  /// there are several or the gender is given, and else a phrase; either is told by the doubt
  /// `name-or-phrase` unless another doubt speaks of the word.
  ///
  /// - Parameters:
  ///   - text: A name or phrase in the nominative.
  ///   - case: One of the six Russian cases; another is the error `unknown-case`.
  ///   - gender: The gender of the person or of the noun; nil lets the rules tell.
  /// - Returns: The text in that case, with its doubts.
  public static func inflect(
    _ text: String, to case: GrammaticalCase, gender: Gender? = nil
  ) throws(WordingError) -> Worded {
    if let space = text.firstIndex(where: { $0 == " " || $0 == "\u{A0}" }),
      RussianPhraseWords.isAbbreviation(String(text[..<space]))
    {
      // «ИП Ахметова», but «ТОО Альфа»: only the name of a person is declined after a legal form.
      let name = String(text[text.index(after: space)...])
      guard personal.contains(String(text[..<space])), RussianName.recognise(name) != .phrase else {
        return try RussianPhrase.inflect(text, to: `case`, gender: gender)
      }
      var worded = try inflect(name, to: `case`, gender: gender)
      worded.text = text[...space] + worded.text
      return worded
    }
    switch RussianName.recognise(text) {
    case .name: return try RussianName.inflect(text, to: `case`, gender: gender)
    case .phrase: return try RussianPhrase.inflect(text, to: `case`, gender: gender)
    case .perhaps:
      let isName = gender == .masculine || gender == .feminine || text.contains(" ")
      var worded =
        isName
        ? try RussianName.inflect(text, to: `case`, gender: gender)
        : try RussianPhrase.inflect(text, to: `case`, gender: gender)
      if worded.doubts.isEmpty, gender == nil, `case` != .nominative {
        worded.doubts = [Doubt(word: text, form: worded.text, reason: .nameOrPhrase)]
      }
      return worded
    }
  }
}
