extension RussianName {
  /// Whether a string is the name of a person rather than a phrase, for callers that were not told.
  ///
  /// One to four words, each with a capital (or all in capitals), one of which is a patronymic, a
  /// listed first name or initials, or a lone word with an ending that only surnames have. A word that
  /// could be a noun («Основа», «Медицина») is not taken for a name.
  ///
  /// - Parameter text: a name or phrase in the nominative.
  public static func isName(_ text: String) -> Bool {
    var words = 0
    var startsWord = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}", "-", "\u{2011}":
        startsWord = true
      case "«", "»", "\"", "(", ")", ",", "№", "0"..."9": return false
      default:
        if startsWord {
          guard scalar.properties.isUppercase || words > 0 && isLowerKin(text) else { return false }
          words += 1
        }
        startsWord = false
      }
    }
    guard (1...5).contains(words) else { return false }
    let parts = RussianNameParts(text, kind: .full, gender: nil, order: nil)
    for token in parts.tokens {
      switch token.role {
      case .initials, .patronymic: return parts.tokens.count > 1 || token.role == .patronymic
      case .surname, .first, .kept:
        if token.words.contains(where: { RussianNameFirstNames.bearer(of: parts.words[$0]) != nil })
        {
          return true
        }
      }
    }
    guard parts.tokens.count == 1, let last = parts.tokens.first?.words.last else { return false }
    let word = parts.words[last]
    return surnameEndings.contains(where: word.ends) && text.count > 5
  }

  /// Endings that surnames have and common nouns hardly ever.
  private static let surnameEndings = [
    "енко", "ский", "цкий", "ская", "цкая", "ұлы", "қызы", "улы", "швили", "дзе", "янц",
  ]

  private static func isLowerKin(_ text: String) -> Bool {
    [" оглы", " кызы", " қызы", " улы", " ұлы", " фон ", " де ", " ван "].contains {
      text.contains($0)
    }
  }
}
