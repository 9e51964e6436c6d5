/// Dates in Russian.
public enum RussianDate {
  /// A date in a style: «15 мая 2019 года», «пятнадцатого мая две тысячи девятнадцатого года».
  ///
  /// Only the style `words` takes the case: there the day is a neuter ordinal in that case and the
  /// year an ordinal in the genitive. The digit styles do not change («с 15 мая 2019 года»). Day and
  /// month, year and «года» hold together by no-break spaces. A case that Russian lacks is the error
  /// `unknown-case`, in every style.
  public static func format(
    _ date: CivilDate, style: DateStyle = .long, case grammatical: GrammaticalCase = .nominative
  ) throws(WordingError) -> String {
    let russian = try RussianNounCase(grammatical)
    let space = DigitGrouping.noBreakSpace
    let month = months[date.month]
    switch style {
    case .long: return "\(date.day)\(space)\(month) \(date.year)\(space)года"
    case .quoted: return "«\(date.day)»\(space)\(month) \(date.year)\(space)года"
    case .zeroQuoted: return "«\(padded(date.day, 2))»\(space)\(month) \(date.year)\(space)года"
    case .short: return "\(date.day)\(space)\(month) \(date.year)\(space)г."
    case .num:
      return "\(padded(date.day, 2)).\(padded(date.month, 2)).\(padded(date.year, 4))"
    case .words:
      var result = ""
      RussianNumeral.appendOrdinal(date.day, .neuter, russian, animate: false, to: &result)
      result += " \(month) "
      RussianNumeral.appendOrdinal(date.year, .masculine, .genitive, animate: false, to: &result)
      return result + " года"
    }
  }

  private static func padded(_ n: Int, _ width: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The months in the genitive; January is 1.
  private static let months = [
    "", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
}
