/// How a date is written.
public enum DateStyle: String, Sendable, Hashable, CaseIterable {
  /// «15 мая 2019 года», «2019 жылғы 15 мамыр».
  case long
  /// The day in quotes, as contracts have it: ««5» мая 2019 года».
  case quoted
  /// The day in quotes and with two digits: ««05» мая 2019 года».
  case zeroQuoted = "zero-quoted"
  /// «15 мая 2019 г.»
  case short
  /// «15.05.2019».
  case num
  /// All in words, as notaries have it: «пятнадцатое мая две тысячи девятнадцатого года».
  case words
}
