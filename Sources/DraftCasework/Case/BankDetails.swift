/// An account at a bank.
public struct BankDetails: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// An account of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// An account.
  public init(name: LocalisedText, iban: IBAN, bic: BIC, kbe: KBe? = nil) {
    self.init()
    self.name = name
    self.iban = iban
    self.bic = bic
    self.kbe = kbe
  }

  /// The bank.
  public var name: LocalisedText? {
    get { fields["name"] }
    set { fields["name"] = newValue }
  }

  /// The account number.
  public var iban: IBAN? {
    get { fields["iban"] }
    set { fields["iban"] = newValue }
  }

  /// The code of the bank.
  public var bic: BIC? {
    get { fields["bic"] }
    set { fields["bic"] = newValue }
  }

  /// The code of the payee.
  public var kbe: KBe? {
    get { fields["kbe"] }
    set { fields["kbe"] = newValue }
  }
}
