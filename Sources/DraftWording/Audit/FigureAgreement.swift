extension FigureAudit {
  /// How Russian words fail to agree: with each other, with the noun, with «в течение»; nil when
  /// they may be right.
  static func disagreement(
    _ hit: FigureScanner.Hit, _ reading: NumberReading, _ rest: ArraySlice<String>
  ) -> (language: Language, problem: Problem, message: String)? {
    guard !reading.cases.isEmpty else {
      return (.russian, .agreement, "the words of the number stand in different cases")
    }
    if governsGenitive(hit.before), !reading.cases.contains(.genitive) {
      return (.russian, .agreement, "«\(hit.before.joined(separator: " "))» asks for the genitive")
    }
    guard !reading.isPluralOnly, !(rest.isEmpty && hit.isPercent),
      let noun = noun(rest.isEmpty ? hit.after : Array(rest)),
      let form = RussianCountedNouns.form(noun)
    else { return nil }
    let isInstrumental = hit.words[reading.used - 1] == "одним"
    let cases = isInstrumental ? reading.cases.subtracting(.dative) : reading.cases
    for one in RussianCases.each where cases.contains(one) {
      if form.meets(RussianDemand(number: reading.whole, in: one)) {
        return gender(form, reading, noun)
      }
      // After тысяча and above the noun stays in the genitive plural.
      if reading.endsInScale, form.plural.contains(.genitive) { return nil }
    }
    // «Одним суткам» is the dative of a noun without a singular.
    if isInstrumental, reading.cases.contains(.dative), form.plural.contains(.dative) {
      return nil
    }
    return (.russian, .agreement, "the words do not agree with «\(noun)»")
  }

  private static func gender(
    _ form: RussianCountedNouns.Form, _ reading: NumberReading, _ noun: String
  ) -> (language: Language, problem: Problem, message: String)? {
    guard let genders = form.genders, genders.isDisjoint(with: reading.genders) else { return nil }
    return (.russian, .agreement, "the gender of the words is not that of «\(noun)»")
  }

  private static func governsGenitive(_ before: [String]) -> Bool {
    before == ["в", "течение"] || before == ["по", "истечении"]
  }

  /// The counted noun, past adjectives in the plural or the genitive.
  private static func noun(_ after: [String]) -> String? {
    for word in after {
      if RussianCountedNouns.form(word) != nil, !isAdjective(word) { return word }
      guard isAdjective(word) else { return nil }
    }
    return nil
  }

  private static func isAdjective(_ word: String) -> Bool {
    guard word.count > 4 else { return false }
    for ending in [
      "ых", "их", "ые", "ие", "ым", "им", "ыми", "ими", "ый", "ий", "ого", "его", "ому", "ему",
      "ая", "ую", "ой", "ом",
    ] where word.hasSuffix(ending) {
      return true
    }
    return false
  }
}
