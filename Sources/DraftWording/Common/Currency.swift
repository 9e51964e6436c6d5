/// A currency of contracts in Kazakhstan, named by its ISO 4217 code.
public enum Currency: String, Sendable, Hashable, CaseIterable {
  /// Тенге and тиын.
  case kzt = "KZT"
  /// Рубль and копейка.
  case rub = "RUB"
  /// Доллар США and цент.
  case usd = "USD"
  /// Евро and цент.
  case eur = "EUR"

  /// Reads an ISO 4217 code in upper or lower case (`KZT`, `kzt`); nil for any other currency.
  public init?(code: String) {
    self.init(rawValue: code.uppercased())
  }
}
