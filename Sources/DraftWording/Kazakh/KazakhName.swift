/// Kazakh endings on the names of people, and initials.
public enum KazakhName {
  /// Puts a name into a case.
  ///
  /// In: a surname, first name, patronymic or a group of them in any order, in the nominative.
  /// Out: the group with the ending on its last word only: `Асқар Серікұлы Ахметовке`,
  /// `Ахметов Асқар Серікұлына`. Names in -ұлы and -қызы are possessive; surnames in -ов and -ев
  /// take the row of their stem.
  ///
  /// The doubts: `vowel-harmony` for -ов after a front stem (Әуезовтің beside Әуезовтың) and where
  /// only a rule of last resort applied, `not-cyrillic` and `unknown-ending` where the name comes
  /// back unchanged. The prepositional is the error `unknown-case`.
  public static func inflect(
    _ name: String, to wanted: GrammaticalCase
  ) throws(WordingError) -> Worded {
    try KazakhCase.check(wanted)
    guard wanted != .nominative else { return Worded(name) }
    return KazakhPhrase(name).inflected(
      to: wanted, possessive: nil, plural: false, manner: .person)
  }

  /// True for -ұлы and -қызы, also as the Russian alphabet writes them and as words apart, and for
  /// surnames in -тегі.
  static func isPatronymic(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    switch word.last {
    case "ы":
      KazakhHarmony.ends(word, "ұлы") || KazakhHarmony.ends(word, "қызы")
        || KazakhHarmony.ends(word, "улы") && word.count > 5 || KazakhHarmony.ends(word, "кызы")
    case "і": KazakhHarmony.ends(word, "тегі") && word.count > 6
    default: false
    }
  }
}
