/// Sums of money as contracts in Kazakhstan write them in Russian.
public enum RussianMoney {
  /// A sum in a case: 150 000 тенге → «150 000 (сто пятьдесят тысяч) тенге 00 тиын».
  ///
  /// The words take the case that the sentence needs («в размере 150 000 (ста пятидесяти тысяч)
  /// тенге 00 тиын»), the currency agrees with the number («21 (двадцать один) рубль 02 копейки»).
  /// `тенге` and `евро` never change; `тиын` changes in the style `words` only. `capitalized` makes
  /// the first letter of the words a capital; without `namesOne` a single thousand is «тысяча», not
  /// «одна тысяча». Digit groups and the hundredths hold together by no-break spaces. The style
  /// `whole` refuses a sum that has hundredths with the error `bad-amount`. A case that Russian lacks is the error `unknown-case`.
  public static func format(
    _ amount: MoneyAmount, currency: Currency = .kzt,
    case grammatical: GrammaticalCase = .nominative, capitalized: Bool = false,
    style: MoneyLayout = .contract, namesOne: Bool = true
  ) throws(WordingError) -> String {
    let russian = try RussianNounCase(grammatical)
    try style.check(amount)
    let unit = currency.russianUnit
    let agreement = RussianNumeral.Agreement(UInt(amount.whole))
    var result = ""
    result.reserveCapacity(256)
    switch style {
    case .contract, .whole:
      DigitGrouping.append(amount.whole, to: &result)
      result += " ("
      appendWords(amount.whole, unit.gender, russian, capitalized, namesOne, to: &result)
      result += ") "
      appendUnit(unit, agreement, russian, to: &result)
      if style == .whole { return result }
      result += " "
      appendMinor(amount.minor, to: &result)
      result += DigitGrouping.noBreakSpace
      if currency == .kzt {
        result += "тиын"
      } else {
        let minor = currency.russianMinorUnit
        appendUnit(
          minor, RussianNumeral.Agreement(UInt(amount.minor)), russian, to: &result)
      }
    case .words:
      appendWords(amount.whole, unit.gender, russian, capitalized, namesOne, to: &result)
      result += " "
      appendUnit(unit, agreement, russian, to: &result)
      result += " "
      let minor = currency.russianMinorUnit
      appendWords(amount.minor, minor.gender, russian, false, true, to: &result)
      result += " "
      appendUnit(minor, RussianNumeral.Agreement(UInt(amount.minor)), russian, to: &result)
    case .digits:
      DigitGrouping.append(amount.whole, to: &result)
      result += ","
      appendMinor(amount.minor, to: &result)
      result += DigitGrouping.noBreakSpace
      // A number with decimals governs the genitive singular: «2,50 рубля»; a round one is read as
      // whole.
      let form = amount.minor == 0 ? agreement : .one
      appendUnit(unit, form, amount.minor == 0 ? russian : .genitive, to: &result)
    }
    return result
  }

  private static func appendWords(
    _ n: Int, _ gender: Gender, _ russian: RussianNounCase, _ capitalized: Bool,
    _ namesOne: Bool, to result: inout String
  ) {
    if capitalized {
      var words = ""
      words.reserveCapacity(192)
      RussianNumeral.append(n, gender, russian, animate: false, namesOne: namesOne, to: &words)
      if let first = words.unicodeScalars.first {
        result += first.properties.uppercaseMapping
        result += words[words.unicodeScalars.index(after: words.startIndex)...]
      }
    } else {
      RussianNumeral.append(
        n, gender, russian, animate: false, namesOne: namesOne, to: &result)
    }
  }

  private static func appendUnit(
    _ unit: RussianCurrencyUnit, _ agreement: RussianNumeral.Agreement,
    _ russian: RussianNounCase, to result: inout String
  ) {
    result += unit.form(agreement, russian)
    result += unit.tail
  }

  private static func appendMinor(_ minor: Int, to result: inout String) {
    if minor < 10 { result += "0" }
    result += String(minor)
  }
}
