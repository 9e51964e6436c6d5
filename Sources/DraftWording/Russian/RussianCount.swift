#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Counted nouns: «5 календарных дней», «3 (трёх) рабочих дней».
public enum RussianCount {
  /// A number with a noun phrase that agrees with it; the noun is given in the nominative singular.
  ///
  /// In the nominative and accusative: «1 рабочий день», «2 рабочих дня», «5 рабочих дней», «5 лет»;
  /// with a feminine noun «две новые заявки». In the other cases the noun takes the case of the
  /// sentence: «в течение 2 (двух) рабочих дней». `words` adds the number in words in brackets, in
  /// the gender of the noun. Numbers of five digits and more are grouped. The number and what
  /// follows hold together by a no-break space. A case that Russian lacks is the error
  /// `unknown-case`; the doubts are those of ``RussianPhrase``.
  public static func count(
    _ n: Int, noun: String, case grammatical: GrammaticalCase = .nominative, words: Bool = false
  ) throws(WordingError) -> Worded {
    let russian = try RussianNounCase(grammatical)
    let reading = RussianPhraseReading(noun, plural: false, gender: nil)
    let agreement = RussianNumeral.Agreement(n.magnitude)
    var result = reading.render { form(of: $0, n, agreement, russian) }
    let head = reading.groups.first
    var number = n.magnitude < 10_000 ? minus(n) + String(n.magnitude) : DigitGrouping.number(n)
    if words {
      var spelled = ""
      let animate = head?.head.animate ?? false
      if head?.head.isPluralOnly ?? false {
        RussianNumeral.appendPluralOnly(n, russian, animate: animate, to: &spelled)
      } else {
        let gender = head?.gender ?? head?.head.countedGender ?? .masculine
        RussianNumeral.append(n, gender, russian, animate: animate, to: &spelled)
      }
      number += "\(DigitGrouping.noBreakSpace)(\(spelled)) "
    } else {
      number += DigitGrouping.noBreakSpace
    }
    if agreement == .few, n.magnitude > 4, russian == .nominative || russian == .accusative,
      let head, head.head.isPluralOnly, head.head.certain
    {
      // «Двадцать двое суток» has no form that the norm allows.
      result.doubts.append(
        Doubt(word: head.head.word, form: number + result.text, reason: .noNumeralForm))
    }
    result.text = number + result.text
    return result
  }

  /// A decimal number with a noun phrase: «2,5 месяца», «2,5 (две целых пять десятых) месяца».
  ///
  /// A fraction governs the genitive singular in every case; a whole number is counted as an integer
  /// is. More than six digits after the comma or 15 before it are the error `bad-number`.
  public static func count(
    _ value: Decimal, noun: String, case grammatical: GrammaticalCase = .nominative,
    words: Bool = false
  ) throws(WordingError) -> Worded {
    let russian = try RussianNounCase(grammatical)
    let fraction = try RussianFraction(value)
    if fraction.places == 0 {
      let whole = fraction.negative ? -fraction.whole : fraction.whole
      return try count(whole, noun: noun, case: grammatical, words: words)
    }
    let reading = RussianPhraseReading(noun, plural: false, gender: nil)
    var result = reading.render { _ in
      RussianPhraseReading.Form(head: .genitive, modifiers: .genitive, plural: false)
    }
    var number = DigitGrouping.number(value) + DigitGrouping.noBreakSpace
    if words { number += "(\(fraction.words(.feminine, russian))) " }
    result.text = number + result.text
    return result
  }

  private static func form(
    of group: RussianPhraseReading.Group, _ n: Int, _ agreement: RussianNumeral.Agreement,
    _ russian: RussianNounCase
  ) -> RussianPhraseReading.Form {
    typealias Form = RussianPhraseReading.Form
    let direct = russian == .nominative || russian == .accusative
    if group.head.isPluralOnly {
      let one = agreement == .one
      let pluralCase = direct && !one ? RussianNounCase.genitive : russian
      return Form(head: pluralCase, modifiers: pluralCase, plural: true)
    }
    if agreement == .one { return Form(head: russian, modifiers: russian, plural: false) }
    // «Вижу двух работников», but «двадцать два работника».
    let person = russian == .accusative && group.head.animate && n.magnitude < 5
    if !direct || person {
      return Form(head: russian, modifiers: russian, plural: true)
    }
    if agreement == .many { return Form(head: .genitive, modifiers: .genitive, plural: true) }
    let feminine = (group.gender ?? group.head.countedGender) == .feminine
    let modifiers = feminine ? RussianNounCase.nominative : .genitive
    if case .adjective = group.head.kind {
      return Form(head: modifiers, modifiers: modifiers, plural: true)
    }
    return Form(head: .genitive, modifiers: modifiers, plural: false, pluralModifiers: true)
  }

  private static func minus(_ n: Int) -> String { n < 0 ? "\u{2212}" : "" }
}
