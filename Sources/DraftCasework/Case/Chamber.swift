/// A chamber of legal consultants and the entry in the register of its members (Standard 1.6, 1.8).
public struct Chamber: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A chamber.
  public init(name: LocalisedText, registerNumber: String, registerDate: CaseDate) {
    self.init()
    self.name = name
    self.registerNumber = registerNumber
    self.registerDate = registerDate
  }

  /// The registered name.
  public var name: LocalisedText? {
    get { fields["name"] }
    set { fields["name"] = newValue }
  }

  /// The number in the register.
  public var registerNumber: String? {
    get { fields["register_number"] }
    set { fields["register_number"] = newValue }
  }

  /// When the consultant was entered.
  public var registerDate: CaseDate? {
    get { fields["register_date"] }
    set { fields["register_date"] = newValue }
  }

  /// The address of the chamber.
  public var address: LocalisedText? {
    get { fields["address"] }
    set { fields["address"] = newValue }
  }
}
