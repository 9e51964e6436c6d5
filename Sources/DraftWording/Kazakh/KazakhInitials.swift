extension KazakhName {
  /// A surname with initials: «И. И. Иванов», «Иванов И. И.».
  ///
  /// In: the full name in the nominative and the code of a style: `sI` Иванов И.И., `Is`
  /// И.И. Иванов, `s I` and `I s` the same with a no-break space between the initials; any other
  /// code is the error `bad-option`. The surname is found by its ending and by the place of the
  /// patronymic; of a name without surname (`Болат Нұрланұлы`) the patronymic stays whole. Between
  /// initials and surname stands a no-break space.
  ///
  /// The ending goes on the last word. When that is an initial, it is joined with a hyphen by the
  /// reading of the word that the initial stands for: «Иванов И.И.-ке», with the doubt
  /// `vowel-harmony`. The doubt `name-order` marks a name whose surname had to be guessed.
  public static func initials(
    _ name: String, style: String, case grammatical: GrammaticalCase = .nominative
  ) throws(WordingError) -> Worded {
    try KazakhCase.check(grammatical)
    let surnameFirst: Bool
    let separator: String
    switch style {
    case "sI": (surnameFirst, separator) = (true, "")
    case "Is": (surnameFirst, separator) = (false, "")
    case "s I": (surnameFirst, separator) = (true, DigitGrouping.noBreakSpace)
    case "I s": (surnameFirst, separator) = (false, DigitGrouping.noBreakSpace)
    default:
      throw WordingError(code: "bad-option", message: "no such style of initials: \(style)")
    }
    var words = name.split { $0.isWhitespace }.map(String.init)
    guard words.count > 1 else {
      return try inflect(words.first ?? name, to: grammatical)
    }
    let place = surnamePlace(words)
    let surname = words.remove(at: place.index)
    let initials = words.map(initial).joined(separator: separator)
    var doubts: [Doubt] = []
    if !place.isCertain {
      doubts.append(Doubt(word: name, form: surname, reason: .nameOrder))
    }
    if !surnameFirst {
      let inflected = try inflect(surname, to: grammatical)
      return Worded(
        initials + DigitGrouping.noBreakSpace + inflected.text, doubts: doubts + inflected.doubts)
    }
    var text = surname + DigitGrouping.noBreakSpace + initials
    if grammatical != .nominative, let read = words.last {
      let form = try inflect(read, to: grammatical)
      text += "-" + form.text.dropFirst(read.count)
      doubts.append(Doubt(word: read, form: text, reason: .vowelHarmony))
    }
    return Worded(text, doubts: doubts)
  }

  /// Which of the words is the surname: three words with the patronymic last or in the middle, or
  /// the word with the ending of a surname; otherwise the first, as in the identity card.
  private static func surnamePlace(_ words: [String]) -> (index: Int, isCertain: Bool) {
    let kinds = words.map { word in
      let scalars = word.unicodeScalars
      return KazakhWord(in: scalars, upTo: scalars.endIndex).letters
    }
    let patronymic = kinds.lastIndex { isAnyPatronymic($0[...]) }
    if words.count > 2, let patronymic {
      if patronymic == words.count - 1 { return (0, true) }
      if patronymic == words.count - 2 { return (words.count - 1, true) }
    }
    if words.count == 2, let patronymic { return (patronymic, true) }
    let surnames = kinds.indices.filter { isSurname(kinds[$0][...]) }
    if surnames.count == 1, let only = surnames.first { return (only, true) }
    return (0, false)
  }

  private static func isAnyPatronymic(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if isPatronymic(word), word.last == "ы" { return true }
    for ending in ["ович", "евич", "овна", "евна", "ьич", "инична", "ична"]
    where KazakhHarmony.ends(word, ending) {
      return true
    }
    return false
  }

  private static func isSurname(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count > 3 else { return false }
    for ending in [
      "ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая", "енко", "ын", "ына",
      "ин", "ина", "тегі",
    ] where KazakhHarmony.ends(word, ending) {
      return true
    }
    return false
  }

  /// The initial of a word with its point; of a double name two: Қ.-Ж.
  private static func initial(_ word: String) -> String {
    word.split(separator: "-").map { part in part.prefix(1).uppercased() + "." }
      .joined(separator: "-")
  }
}
