/// How a sum of money is laid out, in either language.
public enum MoneyLayout: String, Sendable, Hashable, CaseIterable {
  /// Digits, words in brackets, the hundredths in digits: «150 000 (сто пятьдесят тысяч) тенге 00
  /// тиын», «150 000 (бір жүз елу мың) теңге 00 тиын».
  case contract
  /// As `contract`, without hundredths; a sum that has some is the error `bad-amount`.
  case whole
  /// All in words: «сто пятьдесят тысяч тенге ноль тиынов», «бір жүз елу мың теңге нөл тиын».
  case words
  /// All in digits: «150 000,00 тенге», «150 000,00 теңге».
  case digits

  /// Refuses the hundredths that the layout would lose.
  func check(_ amount: MoneyAmount) throws(WordingError) {
    guard self != .whole || amount.minor == 0 else {
      throw WordingError(code: "bad-amount", message: "the sum has hundredths: \(amount.minor)")
    }
  }
}
