/// A person or an organisation on one side: the client, an opponent, a third party.
///
/// Court papers name the date of birth, the residence and the IIN of a person, the location, the BIN
/// and the bank of an organisation (GPK 148(2)).
public struct Party: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// What kind of party it is.
  public enum Kind: String, CaseValue, Hashable, CaseIterable {
    /// A person.
    case individual
    /// A person in business on his own (ЖК, ИП); uses his IIN where others give a BIN.
    case soleProprietor = "sole_proprietor"
    /// A legal entity.
    case organisation
  }

  /// A person.
  public static func individual(
    name: LocalisedText, iin: IIN, gender: PartyGender? = nil, birthDate: CaseDate? = nil,
    address: LocalisedText? = nil, phone: Phone? = nil, email: EMail? = nil
  ) -> Party {
    var party = Party()
    party.kind = .individual
    party.name = name
    party.iin = iin
    party.gender = gender
    party.birthDate = birthDate
    party.address = address
    party.phone = phone
    party.email = email
    return party
  }

  /// A sole proprietor.
  public static func soleProprietor(
    name: LocalisedText, iin: IIN, gender: PartyGender? = nil, address: LocalisedText? = nil,
    bank: BankDetails? = nil, phone: Phone? = nil, email: EMail? = nil
  ) -> Party {
    var party = Party.individual(
      name: name, iin: iin, gender: gender, address: address, phone: phone, email: email)
    party.kind = .soleProprietor
    party.bank = bank
    return party
  }

  /// An organisation and who signs for it.
  public static func organisation(
    name: LocalisedText, bin: BIN, representative: Representative,
    address: LocalisedText? = nil, bank: BankDetails? = nil, phone: Phone? = nil,
    email: EMail? = nil
  ) -> Party {
    var party = Party()
    party.kind = .organisation
    party.name = name
    party.bin = bin
    party.representative = representative
    party.address = address
    party.bank = bank
    party.phone = phone
    party.email = email
    return party
  }

  /// What kind of party it is.
  public var kind: Kind? {
    get { fields["kind"] }
    set { fields["kind"] = newValue }
  }

  /// The full name: surname, name and patronymic as in the identity document (GPK 148), or the
  /// registered name of an organisation. Not the words «индивидуальный предприниматель».
  public var name: LocalisedText? {
    get { fields["name"] }
    set { fields["name"] = newValue }
  }

  /// The gender of the name, for «именуемый, именуемая, именуемое»; nil lets the rules tell.
  public var gender: PartyGender? {
    get { fields["gender"] }
    set { fields["gender"] = newValue }
  }

  /// The number of a person or a sole proprietor.
  public var iin: IIN? {
    get { fields["iin"] }
    set { fields["iin"] = newValue }
  }

  /// The number of an organisation.
  public var bin: BIN? {
    get { fields["bin"] }
    set { fields["bin"] = newValue }
  }

  /// The date of birth (GPK 148(2)(2)).
  public var birthDate: CaseDate? {
    get { fields["birth_date"] }
    set { fields["birth_date"] = newValue }
  }

  /// The identity document.
  public var identityDocument: IdentityDocument? {
    get { fields["id_document"] }
    set { fields["id_document"] = newValue }
  }

  /// The paper on the registration of a sole proprietor or an organisation.
  public var registration: IdentityDocument? {
    get { fields["registration"] }
    set { fields["registration"] = newValue }
  }

  /// Who signs for the party, and why he may.
  public var representative: Representative? {
    get { fields["representative"] }
    set { fields["representative"] = newValue }
  }

  /// The registered address.
  public var address: LocalisedText? {
    get { fields["address"] }
    set { fields["address"] = newValue }
  }

  /// Where the party really is, when that is elsewhere (APPK 93(2)(3)).
  public var actualAddress: LocalisedText? {
    get { fields["actual_address"] }
    set { fields["actual_address"] = newValue }
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

  /// Whether the party puts a seal; needed only where the law demands one (GK 167(6)).
  public var hasSeal: Bool? {
    get { fields["seal"] }
    set { fields["seal"] = newValue }
  }

  /// Its place in the case: `plaintiff`, `defendant`, `third_party` and so on.
  public var role: String? {
    get { fields["role"] }
    set { fields["role"] = newValue }
  }
}
