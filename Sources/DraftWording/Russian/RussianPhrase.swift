/// Positions, legal noun phrases and names of organisations in Russian.
public enum RussianPhrase {
  /// A phrase in a case: «генеральный директор» → «генерального директора».
  ///
  /// The input is in the nominative. Its modifiers and head decline, all after the head stays
  /// («председатель правления» → «председателю правления»), so do abbreviations («и.о. директора»)
  /// and what stands in quotes. A participle or adjective without a noun that it agrees with is the
  /// head («заведующий складом»). Coordinated heads decline each («истец и ответчик»). `plural` asks
  /// for the plural, whether the phrase is given in it («персональные данные») or in the singular
  /// («генеральный директор» → «генеральных директоров»); `gender` tells the gender of a head that
  /// its ending leaves open (a noun in -ь, a foreign word). The accusative of persons equals
  /// the genitive, that of things the nominative.
  ///
  /// A doubt is recorded for a head without Cyrillic letters, with an ending that no rule knows, or
  /// in -ь with a gender that had to be guessed; `word-form` for one that may be a singular or a
  /// plural («договора»), for a plural whose gender is open, and for another form of a noun
  /// («кредита»), which stays as it is. A case that Russian lacks is the error
  /// `unknown-case`.
  public static func inflect(
    _ phrase: String, to grammatical: GrammaticalCase, plural: Bool = false,
    gender: Gender? = nil
  ) throws(WordingError) -> Worded {
    let russian = try RussianNounCase(grammatical)
    if plural, RussianPhraseReading.showsSingular(phrase) {
      let singular = RussianPhraseReading(phrase, plural: false, gender: gender)
      return singular.render { _ in
        RussianPhraseReading.Form(head: russian, modifiers: russian, plural: true)
      }
    }
    let reading = RussianPhraseReading(phrase, plural: plural, gender: gender)
    if russian == .nominative { return Worded(phrase, doubts: reading.doubts) }
    return reading.render { group in
      RussianPhraseReading.Form(head: russian, modifiers: russian, plural: group.gender == nil)
    }
  }
}

extension RussianPhraseReading {
  /// The case and number in which a group is printed.
  struct Form {
    var head: RussianNounCase
    var modifiers: RussianNounCase
    /// Whether the head is in the plural.
    var plural: Bool
    /// Whether the modifiers are, when they differ («два рабочих дня»).
    var pluralModifiers: Bool?
  }

  /// Prints the phrase, each group in the form that is asked for it.
  func render(_ form: (Group) -> Form) -> Worded {
    var text = ""
    var doubts = doubts
    for token in tokens {
      text += token.lead
      switch token.role {
      case .fixed: text += token.core
      case .modifier(let group):
        let form = form(groups[group])
        let target = target(groups[group], form)
        let lower = RussianAdjective.decline(nominative: token.lower, form.modifiers, target)
        text += Self.restoringCase(of: token.core, in: lower ?? token.lower)
      case .ordinal(let group, let number):
        let form = form(groups[group])
        text += ordinal(number, form.modifiers, target(groups[group], form))
      case .head(let group):
        let head = groups[group].head
        let form = form(groups[group])
        let lower = head.form(form.head, plural: form.plural)
        let printed = Self.restoringCase(of: token.core, in: lower)
        if !head.certain || isPluralGuessed && group == 0 {
          doubts.append(doubt(token, head, printed))
        }
        text += printed
      }
      text += token.trail
      text += token.space
    }
    return Worded(text, doubts: doubts)
  }

  private func target(_ group: Group, _ form: Form) -> RussianAdjective.Target {
    let plural = form.pluralModifiers ?? form.plural
    return RussianAdjective.Target(
      gender: plural ? nil : group.gender ?? group.head.countedGender, animate: group.head.animate)
  }

  private func ordinal(
    _ number: Int, _ russian: RussianNounCase, _ target: RussianAdjective.Target
  ) -> String {
    var words = ""
    RussianNumeral.appendOrdinal(
      number, target.gender, russian, animate: target.animate, to: &words)
    return RussianNumeral.digits(number, ending: words)
  }

  private func isOpenNumber(_ head: RussianPhraseHead, _ last: Unicode.Scalar) -> Bool {
    if case .plural = head.kind { return true }
    return last == "а" || last == "я"
  }

  private func doubt(
    _ token: Token, _ head: RussianPhraseHead, _ printed: String
  ) -> Doubt {
    let last = token.lower.lastLetter ?? " "
    let reason: Doubt.Reason =
      last == "ь"
      ? .undecidedGender : isOpenNumber(head, last) ? .wordForm : .unknownEnding
    return Doubt(word: token.core, form: printed, reason: reason)
  }

  /// Puts the capitals of a word back into a form of it: what the two have in common keeps its
  /// letters, and the rest is small unless the whole word is capitals.
  static func restoringCase(of word: String, in form: String) -> String {
    if word == form { return form }
    let (words, forms) = (word.split(separator: "-"), form.split(separator: "-"))
    if words.count > 1, words.count == forms.count {
      // «Усть-Каменогорска»: each part has capitals of its own.
      return zip(words, forms).map { restoringCase(of: String($0), in: String($1)) }
        .joined(separator: "-")
    }
    if !RussianPhraseLetter.hasSmall(word), word.utf8.count > 2 { return form.uppercased() }
    if RussianPhraseLetter.lowered(word) == word { return form }
    var result = ""
    var rest = form.unicodeScalars[...]
    for letter in word.unicodeScalars {
      guard let next = rest.first,
        letter == next || letter.properties.lowercaseMapping == String(next)
      else { break }
      result.unicodeScalars.append(letter)
      rest = rest.dropFirst()
    }
    return result + String(rest)
  }
}
