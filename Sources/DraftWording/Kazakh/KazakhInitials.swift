extension KazakhName {
  /// A surname with initials, before or after it.
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
    guard let style = InitialsStyle(rawValue: style) else {
      throw WordingError(code: "bad-option", message: "no such style of initials: \(style)")
    }
    return try initials(name, style: style, case: grammatical)
  }

  /// A surname with initials in a style, as for the codes of the styles.
  ///
  /// The same rules and doubts hold; there is no error but `unknown-case` for the prepositional.
  public static func initials(
    _ name: String, style: InitialsStyle, case grammatical: GrammaticalCase = .nominative
  ) throws(WordingError) -> Worded {
    try KazakhCase.check(grammatical)
    let surnameFirst = style.surnameFirst
    let separator = style.spaced ? DigitGrouping.noBreakSpace : ""
    var words = name.unicodeScalars.split(whereSeparator: KazakhLetter.isSpace)
    guard words.count > 1 else { return try inflect(name, to: grammatical) }
    let place = surnamePlace(words)
    let surname = String(words.remove(at: place.index))
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
    if grammatical != .nominative, let read = words.last.map(String.init) {
      let form = try inflect(read, to: grammatical)
      text += "-" + form.text.dropFirst(read.count)
      doubts.append(Doubt(word: read, form: text, reason: .vowelHarmony))
    }
    return Worded(text, doubts: doubts)
  }

  /// Which of the words is the surname: three words with the patronymic last or in the middle, or
  /// the word with the ending of a surname; otherwise the first, as in the identity card.
  private static func surnamePlace(
    _ words: [Substring.UnicodeScalarView]
  ) -> (index: Int, isCertain: Bool) {
    let kinds = words.map { word in word.map(KazakhLetter.lower) }
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
    switch word.last {
    case "ы": isPatronymic(word)
    case "ч": KazakhHarmony.ends(word, "вич") || KazakhHarmony.ends(word, "ьич")
    case "а": KazakhHarmony.ends(word, "вна") || KazakhHarmony.ends(word, "ична")
    default: false
    }
  }

  private static func isSurname(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count > 3 else { return false }
    switch word.last {
    case "в":
      let vowel = word[word.endIndex - 2]
      return vowel == "о" || vowel == "е" || vowel == "ё"
    case "а":
      return KazakhHarmony.ends(word, "ова") || KazakhHarmony.ends(word, "ева")
        || KazakhHarmony.ends(word, "ёва") || KazakhHarmony.ends(word, "ына")
        || KazakhHarmony.ends(word, "ина")
    case "н": return KazakhHarmony.ends(word, "ин") || KazakhHarmony.ends(word, "ын")
    case "й": return KazakhHarmony.ends(word, "ский") || KazakhHarmony.ends(word, "цкий")
    case "я": return KazakhHarmony.ends(word, "ская") || KazakhHarmony.ends(word, "цкая")
    case "о": return KazakhHarmony.ends(word, "енко")
    case "і": return isPatronymic(word)
    default: return false
    }
  }

  /// The initial of a word with its point; of a double name two: Қ.-Ж.
  private static func initial(_ word: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var isFirst = true
    for letter in word {
      if letter == "-" {
        isFirst = true
        result.append(letter)
      } else if isFirst {
        isFirst = false
        result.append(KazakhLetter.upper(letter))
        result.append(".")
      }
    }
    return String(result)
  }
}
