/// Who signs for a party, and the basis of his authority (GK 163, 167).
public struct Representative: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// Why somebody may act for another: the charter, or a power of attorney with number and date.
  public struct Basis: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A basis of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// A document.
    public init(document: LocalisedText, number: String? = nil, date: CaseDate? = nil) {
      self.init()
      self.document = document
      self.number = number
      self.date = date
    }

    /// The document in the nominative: «Устав», «доверенность».
    public var document: LocalisedText? {
      get { fields["document"] }
      set { fields["document"] = newValue }
    }

    /// Its number.
    public var number: String? {
      get { fields["number"] }
      set { fields["number"] = newValue }
    }

    /// Its date.
    public var date: CaseDate? {
      get { fields["date"] }
      set { fields["date"] = newValue }
    }

    /// Until when it holds.
    public var validUntil: CaseDate? {
      get { fields["valid_until"] }
      set { fields["valid_until"] = newValue }
    }
  }

  /// A signer.
  public init(
    name: LocalisedText, gender: PartyGender? = nil, position: LocalisedText? = nil, basis: Basis
  ) {
    self.init()
    self.name = name
    self.gender = gender
    self.position = position
    self.basis = basis
  }

  /// The full name.
  public var name: LocalisedText? {
    get { fields["name"] }
    set { fields["name"] = newValue }
  }

  /// His gender, for «действующий, действующая»; nil lets the rules tell.
  public var gender: PartyGender? {
    get { fields["gender"] }
    set { fields["gender"] = newValue }
  }

  /// His number.
  public var iin: IIN? {
    get { fields["iin"] }
    set { fields["iin"] = newValue }
  }

  /// His office: «директор».
  public var position: LocalisedText? {
    get { fields["position"] }
    set { fields["position"] = newValue }
  }

  /// Why he may act.
  public var basis: Basis? {
    get { fields["basis"] }
    set { fields["basis"] = newValue }
  }
}
