extension RussianName {
  /// What a text is to callers that were not told.
  public enum Recognition: Sendable, Hashable {
    /// The name of a person.
    case name
    /// Words with capitals that no rule knows: more likely a name than not, but a guess.
    case perhaps
    /// A phrase: a position, a thing, an organisation, a town.
    case phrase
  }

  /// Whether a string is the name of a person rather than a phrase, for callers that were not told.
  ///
  /// - Parameter text: a name or phrase in the nominative.
  /// - Returns: true when ``recognise(_:)`` is sure.
  public static func isName(_ text: String) -> Bool { recognise(text) == .name }

  /// Tells names of people from phrases.
  ///
  /// A name has one to five words, each with a capital (or all in capitals; particles may be small), one of which is a
  /// patronymic, a listed first name or initials; or begins with a short surname of East Asia
  /// («Ким Ён Хи»); or is a lone word with an ending that only surnames have. A word that is or may
  /// be a noun («Основа», «Медицина», «Покупатель») is not taken for a name. What is left with a
  /// capital in every word is `perhaps`.
  ///
  /// - Parameter text: a name or phrase in the nominative.
  public static func recognise(_ text: String) -> Recognition {
    guard let words = capitalisedWords(text), (1...5).contains(words) else { return .phrase }
    if !text.contains(" "), RussianCommonNouns.isTown(text.lowercased()) { return .phrase }
    let parts = RussianNameParts(text, kind: .full, gender: nil, order: nil)
    for token in parts.tokens {
      switch token.role {
      case .initials
      where RussianPhraseWords.isNounShortening(parts.text(token.range).lowercased()):
        return .phrase
      case .initials, .patronymic:
        return parts.tokens.count > 1 || token.role == .patronymic ? .name : .phrase
      case .surname, .first, .kept:
        if token.words.contains(where: { RussianNameFirstNames.bearer(of: parts.words[$0]) != nil })
        {
          return .name
        }
      }
    }
    guard let first = parts.tokens.first, let last = parts.lastWord(of: first) else {
      return .phrase
    }
    if parts.words.contains(where: \.isForeign) { return .phrase }
    if RussianNameSurnameList.eastAsian.contains(last), parts.tokens.count < 5 { return .name }
    if parts.tokens.count == 1 { return recogniseLone(last, text) }
    if parts.words.contains(where: {
      isCommon(parts.text($0.range)) && !mayBeSurname($0, in: parts)
    }) {
      return .phrase
    }
    return parts.words.contains { isSurnameInOv($0, in: parts) } ? .name : .perhaps
  }

  /// «Бакиев Курманбек»: a surname in -ов or -ев that is no noun and no town makes a name of it.
  private static func isSurnameInOv(
    _ word: RussianNameWord, in parts: RussianNameParts
  ) -> Bool {
    ["ов", "ев", "ёв", "ова", "ева", "ёва"].contains(where: word.ends) && word.syllables > 1
      && (RussianNameSurname.isPossessive(word) || RussianNameSurname.isPossessiveFeminine(word))
      && !RussianCommonNouns.isPossessiveLike(parts.text(word.range).lowercased())
  }

  /// «Бжезинский Збигнев», «Ковальчик Анджей»: an unlisted word of these endings is as often a
  /// surname.
  private static func mayBeSurname(
    _ word: RussianNameWord, in parts: RussianNameParts
  ) -> Bool {
    guard ["ский", "цкий", "ская", "цкая", "чик", "ник"].contains(where: word.ends) else {
      return false
    }
    return !RussianCommonNouns.isListed(parts.text(word.range).lowercased())
  }

  private static func recogniseLone(_ word: RussianNameWord, _ text: String) -> Recognition {
    if surnameEndings.contains(where: word.ends), word.count > 5 { return .name }
    if RussianNameSurname.isIndeclinablePlural(word) { return .name }
    if RussianCommonNouns.isPossessiveLike(text.lowercased()) { return .phrase }
    if RussianNameSurname.isPossessive(word) || RussianNameSurname.isPossessiveFeminine(word) {
      return .name
    }
    return isCommon(text) ? .phrase : ambiguous(word)
  }

  /// A lone word that no rule knows: it matters whether it is a person where one gender would not
  /// decline it, and in the accusative.
  private static func ambiguous(_ word: RussianNameWord) -> Recognition {
    let last = word.last()
    return RussianNameLetter.isConsonant(last) || last == RussianNameLetter.soft
      ? .perhaps : .phrase
  }

  private static func isCommon(_ word: String) -> Bool {
    RussianCommonNouns.isCommon(word.lowercased())
  }

  /// How many words there are when each begins with a capital; nil for any other text.
  private static func capitalisedWords(_ text: String) -> Int? {
    var words = 0
    var startsWord = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}", "-", "\u{2011}":
        startsWord = true
      case "«", "»", "\"", "(", ")", ",", "№", "0"..."9": return nil
      default:
        if startsWord {
          let mayBeSmall = words > 0 ? isLowerKin(text) : startsWithParticle(text)
          guard RussianNameLetter.isCapital(scalar) || mayBeSmall else { return nil }
          words += 1
        }
        startsWord = false
      }
    }
    return words
  }

  /// Endings that surnames have and common nouns hardly ever.
  private static let surnameEndings = [
    "енко", "ский", "цкий", "ская", "цкая", "ұлы", "қызы", "улы", "швили", "дзе", "янц", "чук",
    "щук", "нюк", "люк", "дюк", "вич", "ян",
  ]

  /// «фон Берг Анна»: the particle of a surname is written small also at the start.
  private static func startsWithParticle(_ text: String) -> Bool {
    ["фон ", "ван ", "де ", "дер ", "ди ", "дю ", "ибн "].contains(where: text.hasPrefix)
  }

  private static func isLowerKin(_ text: String) -> Bool {
    [
      " оглы", " оғлы", " угли", " кызы", " қызы", " гызы", " кизи", " улы", " ұлы", " уулу",
      " фон ", " де ", " ван ", " дер ",
    ].contains {
      text.contains($0)
    }
  }
}
