/// Dates in Kazakh.
public enum KazakhDate {
  /// A date in a style: «2019 жылғы 15 мамыр», «2019 жылғы «15» мамыр», «15.05.2019».
  ///
  /// The year comes first, the ending goes on the month: «2019 жылғы 15 мамырда», attributive
  /// «… мамырдағы». `short` is «15.05.2019 ж.»; `short` and `num` are written without endings
  /// («15.05.2019 ж. бастап») and do not change. `words` has two ordinals: «екі мың он тоғызыншы
  /// жылғы он бесінші мамыр». Year and «жылғы», day and month hold together by no-break spaces.
  /// The prepositional is the error `unknown-case`, in every style.
  public static func format(
    _ date: CivilDate, style: DateStyle = .long, case grammatical: GrammaticalCase = .nominative
  ) throws(WordingError) -> String {
    try KazakhCase.check(grammatical)
    let space = DigitGrouping.noBreakSpace
    let month = month(date.month)
    let ending = month.ending(grammatical)
    let name = month.name
    switch style {
    case .long: return "\(date.year)\(space)жылғы \(date.day)\(space)\(name)\(ending)"
    case .quoted: return "\(date.year)\(space)жылғы «\(date.day)»\(space)\(name)\(ending)"
    case .zeroQuoted:
      return "\(date.year)\(space)жылғы «\(padded(date.day, 2))»\(space)\(name)\(ending)"
    case .short: return numeric(date) + space + "ж."
    case .num: return numeric(date)
    case .words:
      let year = KazakhNumeral.ordinal(date.year)
      let day = KazakhNumeral.ordinal(date.day)
      return "\(year) жылғы \(day) \(name)\(ending)"
    }
  }

  private static func numeric(_ date: CivilDate) -> String {
    "\(padded(date.day, 2)).\(padded(date.month, 2)).\(padded(date.year, 4))"
  }

  private static func padded(_ n: Int, _ width: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func month(_ number: Int) -> KazakhUnit {
    switch number {
    case 1: KazakhUnit("қаңтар", .back, .sonorant)
    case 2: KazakhUnit("ақпан", .back, .nasal)
    case 3: KazakhUnit("наурыз", .back, .voiced)
    case 4: KazakhUnit("сәуір", .front, .sonorant)
    case 5: KazakhUnit("мамыр", .back, .sonorant)
    case 6: KazakhUnit("маусым", .back, .nasal)
    case 7: KazakhUnit("шілде", .front, .vowel)
    case 8: KazakhUnit("тамыз", .back, .voiced)
    case 9: KazakhUnit("қыркүйек", .front, .voiceless)
    case 10: KazakhUnit("қазан", .back, .nasal)
    case 11: KazakhUnit("қараша", .back, .vowel)
    default: KazakhUnit("желтоқсан", .back, .nasal)
    }
  }
}
