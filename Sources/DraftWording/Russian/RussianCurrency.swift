/// The names of a currency unit in Russian and their agreement with a number.
struct RussianCurrencyUnit {
  /// The forms of a masculine or feminine noun: singular in six cases, then plural in six.
  let forms: [String]
  let gender: Gender
  /// What follows every form: « США».
  var tail = ""

  /// The form that goes with a number in a case: «рубль», «рубля», «рублей», «рублям».
  func form(_ agreement: RussianNumeral.Agreement, _ russian: RussianNounCase) -> String {
    switch (russian, agreement) {
    case (_, .one): return forms[russian.rawValue]
    case (.nominative, .few), (.accusative, .few):
      return forms[RussianNounCase.genitive.rawValue]
    case (.nominative, .many), (.accusative, .many):
      return forms[6 + RussianNounCase.genitive.rawValue]
    default: return forms[6 + russian.rawValue]
    }
  }
}

extension Currency {
  /// The unit of which a contract counts whole ones.
  var russianUnit: RussianCurrencyUnit {
    switch self {
    case .kzt: Self.tenge
    case .rub: Self.ruble
    case .usd: Self.dollar
    case .eur: Self.euro
    }
  }

  /// The hundredth.
  var russianMinorUnit: RussianCurrencyUnit {
    switch self {
    case .kzt: Self.tiyn
    case .rub: Self.kopeck
    case .usd, .eur: Self.cent
    }
  }

  private static let tenge = RussianCurrencyUnit(
    forms: Array(repeating: "тенге", count: 12), gender: .masculine)
  private static let euro = RussianCurrencyUnit(
    forms: Array(repeating: "евро", count: 12), gender: .masculine)
  private static let tiyn = regular("тиын")
  private static let cent = regular("цент")
  private static let dollar = RussianCurrencyUnit(
    forms: regular("доллар").forms, gender: .masculine, tail: " США")
  private static let ruble = RussianCurrencyUnit(
    forms: [
      "рубль", "рубля", "рублю", "рубль", "рублём", "рубле",
      "рубли", "рублей", "рублям", "рубли", "рублями", "рублях",
    ], gender: .masculine)
  private static let kopeck = RussianCurrencyUnit(
    forms: [
      "копейка", "копейки", "копейке", "копейку", "копейкой", "копейке",
      "копейки", "копеек", "копейкам", "копейки", "копейками", "копейках",
    ], gender: .feminine)

  private static func regular(_ stem: String) -> RussianCurrencyUnit {
    let endings = ["", "а", "у", "", "ом", "е", "ы", "ов", "ам", "ы", "ами", "ах"]
    return RussianCurrencyUnit(forms: endings.map { stem + $0 }, gender: .masculine)
  }
}
