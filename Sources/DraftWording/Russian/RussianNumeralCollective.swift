/// Numbers before nouns without a singular: «одни сутки», «двое ножниц», «пять торгов».
extension RussianNumeral {
  /// Appends a cardinal number that counts a noun without a singular.
  ///
  /// A number in 1 has «одни» in every case; 2…4 are collective in the nominative and in the
  /// accusative of things («двое суток») and plain in the others («двум суткам»); all else is as it
  /// is for other nouns. What ends in 2…4 beyond ten has no form that the norm allows: the
  /// collective stands there too, and the caller should say so.
  static func appendPluralOnly(
    _ n: Int, _ russian: RussianNounCase, animate: Bool, to result: inout String
  ) {
    let last: String
    switch (Agreement(n.magnitude), n.magnitude % 10, russian.resolved(animate: animate)) {
    case (.one, _, let resolved): last = one(resolved)
    case (.few, 2, .nominative): last = "двое"
    case (.few, 3, .nominative): last = "трое"
    case (.few, _, .nominative): last = "четверо"
    default:
      append(n, .masculine, russian, animate: animate, to: &result)
      return
    }
    let rest = n.magnitude - n.magnitude % 10
    if n < 0 { result += "минус " }
    if rest > 0 {
      append(Int(clamping: rest), .masculine, russian, animate: false, to: &result)
      result += " "
    }
    result += last
  }

  /// «Одни» in a case.
  private static func one(_ russian: RussianNounCase) -> String {
    switch russian {
    case .nominative, .accusative: "одни"
    case .genitive, .prepositional: "одних"
    case .dative: "одним"
    case .instrumental: "одними"
    }
  }
}
