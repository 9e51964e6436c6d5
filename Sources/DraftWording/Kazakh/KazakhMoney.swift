/// Sums of money as contracts in Kazakhstan write them in Kazakh.
public enum KazakhMoney {
  /// A sum in a case: 150 000 теңге → «150 000 (бір жүз елу мың) теңге 00 тиын».
  ///
  /// The ending goes on the last word: «… теңге 00 тиынды», in the layouts without hundredths at
  /// the end on the currency: «150 000 (бір жүз елу мың) теңгеден». The layout `whole` refuses a
  /// sum that has hundredths with the error `bad-amount`. `style` says where `бір` stands,
  /// `capitalized` makes the first letter of the words a capital. Digit groups and the hundredths
  /// hold together by no-break spaces. The prepositional is the error `unknown-case`.
  public static func format(
    _ amount: MoneyAmount, currency: Currency = .kzt, style: KazakhNumeral.Style = .full,
    case grammatical: GrammaticalCase = .nominative, capitalized: Bool = false,
    layout: MoneyLayout = .contract
  ) throws(WordingError) -> String {
    try KazakhCase.check(grammatical)
    try layout.check(amount)
    let unit = currency.kazakhUnit
    let minor = currency.kazakhMinorUnit
    var result = ""
    result.reserveCapacity(256)
    switch layout {
    case .contract, .whole:
      DigitGrouping.append(amount.whole, to: &result)
      result += " ("
      appendWords(amount.whole, style, capitalized, to: &result)
      result += ") "
      result += unit.name
      if layout == .whole {
        result += unit.ending(grammatical)
        return result
      }
      result += " "
      appendMinor(amount.minor, to: &result)
      result += DigitGrouping.noBreakSpace
      result += minor.name
      result += minor.ending(grammatical)
    case .words:
      appendWords(amount.whole, style, capitalized, to: &result)
      result += " "
      result += unit.name
      result += " "
      KazakhNumeral.append(amount.minor, style: style, to: &result)
      result += " "
      result += minor.name
      result += minor.ending(grammatical)
    case .digits:
      DigitGrouping.append(amount.whole, to: &result)
      result += ","
      appendMinor(amount.minor, to: &result)
      result += DigitGrouping.noBreakSpace
      result += unit.name
      result += unit.ending(grammatical)
    }
    return result
  }

  private static func appendWords(
    _ n: Int, _ style: KazakhNumeral.Style, _ capitalized: Bool, to result: inout String
  ) {
    if capitalized {
      result += SentenceCase.upperFirst(KazakhNumeral.cardinal(n, style: style))
    } else {
      KazakhNumeral.append(n, style: style, to: &result)
    }
  }

  private static func appendMinor(_ minor: Int, to result: inout String) {
    if minor < 10 { result += "0" }
    result += String(minor)
  }
}

extension Currency {
  /// The unit: теңге, АҚШ доллары.
  var kazakhUnit: KazakhUnit {
    switch self {
    case .kzt: KazakhUnit("теңге", .front, .vowel)
    case .rub: KazakhUnit("Ресей рублі", .front, .vowel, isPossessive: true)
    case .usd: KazakhUnit("АҚШ доллары", .back, .vowel, isPossessive: true)
    case .eur: KazakhUnit("еуро", .back, .vowel)
    }
  }

  /// The hundredth: тиын, цент.
  var kazakhMinorUnit: KazakhUnit {
    switch self {
    case .kzt: KazakhUnit("тиын", .back, .nasal)
    case .rub: KazakhUnit("копейка", .back, .vowel)
    case .usd, .eur: KazakhUnit("цент", .front, .voiceless)
    }
  }
}
