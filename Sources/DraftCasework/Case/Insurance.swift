/// The contract of professional liability insurance: without one that is in force, aid may not be
/// begun (Standard 1.7, 1.13; Law № 176-VI as the chambers retell it).
public struct Insurance: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A contract.
  public init(
    number: String, date: CaseDate, insurer: LocalisedText, validUntil: CaseDate,
    amount: Money? = nil
  ) {
    self.init()
    self.number = number
    self.date = date
    self.insurer = insurer
    self.validUntil = validUntil
    self.amount = amount
  }

  /// The number of the contract.
  public var number: String? {
    get { fields["number"] }
    set { fields["number"] = newValue }
  }

  /// Its date.
  public var date: CaseDate? {
    get { fields["date"] }
    set { fields["date"] = newValue }
  }

  /// The insurer.
  public var insurer: LocalisedText? {
    get { fields["insurer"] }
    set { fields["insurer"] = newValue }
  }

  /// The last day it is in force.
  public var validUntil: CaseDate? {
    get { fields["valid_until"] }
    set { fields["valid_until"] = newValue }
  }

  /// The sum insured.
  public var amount: Money? {
    get { fields["amount"] }
    set { fields["amount"] = newValue }
  }
}
