/// Kazakh endings on nouns, phrases, numbers, abbreviations and quoted names.
public enum KazakhEnding {
  /// Puts a phrase into a case, with the plural first when that is wanted.
  ///
  /// In: a phrase in the nominative (`бас директор`, `Әділет министрлігі`, `«Ромашка» ЖШС`,
  /// `150 000`, `10 %`, `«МЕГА»`). Out: the phrase with the ending on its last word. After digits,
  /// signs, abbreviations and a closing quote the ending is joined with a hyphen and follows the
  /// reading aloud: `5-ке`, `10 %-ды`, `ЖШС-ның`, `«МЕГА»-дан`. A bracket at the end stays behind
  /// the ending.
  ///
  /// `possessive` says whether the phrase ends in the 3rd-person possessive (`қаласы`,
  /// `серіктестігі`); without an answer lists and endings tell it, of a lone word too (`шарты`), and
  /// where they leave it open the doubt is `possessive-ending`. For an
  /// abbreviation `true` means that it is read out in full: `«Ромашка» ЖШС-не`. `plural` adds
  /// -лар/-лер… before the case.
  ///
  /// The doubts: `vowel-harmony` where usage wavers between both rows, `not-cyrillic` and
  /// `unknown-ending` where the phrase comes back unchanged. The prepositional, which Kazakh
  /// lacks, is the error `unknown-case`.
  public static func inflect(
    _ phrase: String, to wanted: GrammaticalCase, possessive: Bool? = nil, plural: Bool = false
  ) throws(WordingError) -> Worded {
    try KazakhCase.check(wanted)
    guard wanted != .nominative || plural else { return Worded(phrase) }
    return KazakhPhrase(phrase).inflected(
      to: wanted, possessive: possessive, plural: plural, manner: .phrase)
  }
}

/// Cases that Kazakh has.
enum KazakhCase {
  /// Refuses the prepositional, which is Russian only.
  static func check(_ wanted: GrammaticalCase) throws(WordingError) {
    guard wanted != .prepositional else {
      throw WordingError(code: "unknown-case", message: "Kazakh has no prepositional case")
    }
  }
}
