/// What the lists of first names say.
enum RussianNameFirstNames {
  /// What a list says about the gender of those who bear a name.
  enum Bearer: Sendable {
    case man
    case woman
    case either
  }

  /// What is known of a first name; nil when no list has it.
  ///
  /// The exact spelling goes before the spelling without regard to the tradition.
  static func bearer(of word: RussianNameWord) -> Bearer? {
    guard let key = word.key else { return nil }
    if RussianNameEitherList.names.contains(key) { return .either }
    if RussianNameMasculineList.names.contains(key) { return .man }
    if RussianNameFeminineList.names.contains(key) { return .woman }
    guard let plain = word.plainKey else { return nil }
    if RussianNameEitherList.kazakhNames.contains(plain) { return .either }
    if RussianNameKazakhFeminineList.names.contains(plain) { return .woman }
    if RussianNameKazakhMasculineList.names.contains(plain) { return .man }
    return nil
  }

  /// Whether the word is a listed first name in its own spelling: a surname in -ин or -ын that is
  /// a bare first name («Мартын», «Толқын») is a noun.
  static func isBareName(_ word: RussianNameWord) -> Bool {
    if RussianNameSurnameList.bareNames.contains(word) { return true }
    guard word.hasKazakhLetter || word.ends("ын") else { return false }
    let plain = word.plainKey
    return RussianNameKazakhFeminineList.names.contains(plain)
      || RussianNameKazakhMasculineList.names.contains(plain)
      || RussianNameEitherList.kazakhNames.contains(plain)
  }
}
