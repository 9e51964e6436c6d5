/// The legal consultant: himself, his chamber and his insurance (Standard 1.6, 1.7, 1.13).
public struct Consultant: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A consultant.
  public init(
    name: LocalisedText, iin: IIN, chamber: Chamber, insurance: Insurance,
    gender: PartyGender? = nil, address: LocalisedText? = nil, bank: BankDetails? = nil,
    phone: Phone? = nil, email: EMail? = nil
  ) {
    self.init()
    self.name = name
    self.iin = iin
    self.chamber = chamber
    self.insurance = insurance
    self.gender = gender
    self.address = address
    self.bank = bank
    self.phone = phone
    self.email = email
  }

  /// The full name.
  public var name: LocalisedText? {
    get { fields["name"] }
    set { fields["name"] = newValue }
  }

  /// The gender; nil lets the rules tell.
  public var gender: PartyGender? {
    get { fields["gender"] }
    set { fields["gender"] = newValue }
  }

  /// The individual identification number.
  public var iin: IIN? {
    get { fields["iin"] }
    set { fields["iin"] = newValue }
  }

  /// The date of birth, for powers of attorney.
  public var birthDate: CaseDate? {
    get { fields["birth_date"] }
    set { fields["birth_date"] = newValue }
  }

  /// The identity document, for powers of attorney.
  public var identityDocument: IdentityDocument? {
    get { fields["id_document"] }
    set { fields["id_document"] = newValue }
  }

  /// The chamber and the entry in its register.
  public var chamber: Chamber? {
    get { fields["chamber"] }
    set { fields["chamber"] = newValue }
  }

  /// The contract of professional liability insurance.
  public var insurance: Insurance? {
    get { fields["insurance"] }
    set { fields["insurance"] = newValue }
  }

  /// The address.
  public var address: LocalisedText? {
    get { fields["address"] }
    set { fields["address"] = newValue }
  }

  /// The account.
  public var bank: BankDetails? {
    get { fields["bank"] }
    set { fields["bank"] = newValue }
  }

  /// The telephone.
  public var phone: Phone? {
    get { fields["phone"] }
    set { fields["phone"] = newValue }
  }

  /// The address of electronic mail.
  public var email: EMail? {
    get { fields["email"] }
    set { fields["email"] = newValue }
  }

  /// Whether there is a seal.
  public var hasSeal: Bool? {
    get { fields["seal"] }
    set { fields["seal"] = newValue }
  }
}
