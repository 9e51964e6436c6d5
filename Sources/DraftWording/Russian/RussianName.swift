/// Russian names of people: their cases, their gender, their initials.
///
/// The rules are those of Russian grammar for surnames, first names and patronymics, with lists
/// for what an ending cannot tell. They are pure and hold for names in capitals, with hyphens,
/// with letters that only Kazakh has and in either spelling tradition of Kazakh names.
public enum RussianName {
  /// Puts a name into a case.
  ///
  /// - Parameters:
  ///   - name: A surname, first name, patronymic or full name in the nominative, as the data has
  ///     it. Letter case, `ё`, hyphens, spaces and initials stay as they are.
  ///   - case: One of the six Russian cases.
  ///   - kind: What `name` is; nil lets the rules tell (a full name when it has several words).
  ///   - gender: The gender of the person; nil lets the rules tell.
  ///   - order: The order of the parts of a full name; nil lets the rules tell.
  /// - Returns: The name in that case. A doubt goes with it when a rule of last resort applied:
  ///   the gender matters and is unknown, a surname may keep or drop its vowel, the order of the
  ///   parts was guessed, a word is not in Cyrillic or has an unknown ending.
  /// - Throws: `unknown-case` for a case that Russian lacks, `bad-option` for a neuter person.
  public static func inflect(
    _ name: String, to case: GrammaticalCase, kind: NameKind? = nil, gender: Gender? = nil,
    order: NameOrder? = nil
  ) throws(WordingError) -> Worded {
    try check(`case`, gender)
    if `case` == .nominative { return Worded(name) }
    let parts = RussianNameParts(name, kind: kind, gender: gender, order: order)
    var writer = RussianNameWriter(parts, case: `case`, gender: gender)
    let text = writer.whole()
    var worded = Worded(text, doubts: writer.doubts(name: name, form: text))
    if parts.isGuessedOrder, order == nil {
      let other = RussianNameParts(name, kind: kind, gender: gender, order: .fs)
      var otherWriter = RussianNameWriter(other, case: `case`, gender: gender)
      if otherWriter.whole() != text {
        worded.doubts.append(Doubt(word: name, form: text, reason: .nameOrder))
      }
    }
    return worded
  }

  /// Tells the gender of the person from the name alone.
  ///
  /// The patronymic answers first, then the surname, then the first name (the lists before its
  /// ending). Surnames in a consonant or in -о, and first names that men and women share, say
  /// nothing.
  ///
  /// - Parameters:
  ///   - name: A surname, first name, patronymic or full name in the nominative.
  ///   - kind: What `name` is; nil lets the rules tell.
  ///   - order: The order of the parts of a full name; nil lets the rules tell.
  /// - Returns: Masculine or feminine; nil when the name does not tell.
  public static func gender(
    of name: String, kind: NameKind? = nil, order: NameOrder? = nil
  ) -> Gender? {
    RussianNameParts(name, kind: kind, gender: nil, order: order).gender.gender
  }

  /// Shortens a full name to the surname and initials, in a case.
  ///
  /// Only the surname declines. A hyphenated first name gives both initials («К.-Ж.»), a
  /// patronymic of two words one, a missing patronymic none. Initials that the data already has
  /// are kept. All spaces in the result are no-break spaces.
  ///
  /// - Parameters:
  ///   - name: A full name in the nominative, or a surname with initials.
  ///   - style: Where the initials stand and whether they are apart.
  ///   - case: One of the six Russian cases, for the surname.
  ///   - gender: The gender of the person; nil lets the rules tell from the full name.
  ///   - order: The order of the parts of `name`; nil lets the rules tell.
  /// - Returns: The surname with initials and the doubts about the surname, as
  ///   ``inflect(_:to:kind:gender:order:)`` gives them. A name without a first name gives the
  ///   surname alone; a name without a surname gives the first name and patronymic in that case.
  /// - Throws: `unknown-case` for a case that Russian lacks, `bad-option` for a neuter person.
  public static func initials(
    _ name: String, style: InitialsStyle, case: GrammaticalCase = .nominative,
    gender: Gender? = nil, order: NameOrder? = nil
  ) throws(WordingError) -> Worded {
    try check(`case`, gender)
    let parts = RussianNameParts(name, kind: .full, gender: gender, order: order)
    guard parts.hasSurname else {
      return try inflect(name, to: `case`, kind: .full, gender: gender, order: order)
    }
    var writer = RussianNameWriter(parts, case: `case`, gender: gender)
    let surname = writer.surname()
    let text = join(surname, parts.initials(spaced: style.spaced), style)
    var worded = Worded(text)
    if `case` != .nominative { worded.doubts = writer.doubts(name: name, form: text) }
    if parts.isGuessedOrder, order == nil {
      worded.doubts.append(Doubt(word: name, form: text, reason: .nameOrder))
    }
    return worded
  }

  private static func join(_ surname: String, _ initials: String, _ style: InitialsStyle) -> String
  {
    if initials.isEmpty { return surname }
    return style.surnameFirst
      ? surname + RussianNameParts.noBreakSpace + initials
      : initials + RussianNameParts.noBreakSpace + surname
  }

  private static func check(_ case: GrammaticalCase, _ gender: Gender?) throws(WordingError) {
    switch `case` {
    case .locative, .ablative, .attributive:
      throw WordingError(
        code: "unknown-case", message: "Russian has no \(`case`.rawValue) case.")
    default: break
    }
    if gender == .neuter {
      throw WordingError(code: "bad-option", message: "A person's name is not neuter.")
    }
  }
}
