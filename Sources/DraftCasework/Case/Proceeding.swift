/// A case before a court or another body.
public struct Proceeding: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// The code that a proceeding follows.
  public enum Kind: String, CaseValue, Hashable, CaseIterable {
    /// A civil case in court (ГПК).
    case civil
    /// An administrative case in court (АППК).
    case administrative
    /// An administrative procedure before a body (АППК).
    case procedure
    /// An administrative offence (КоАП).
    case offence
    /// A criminal case (УПК).
    case criminal
  }

  /// A court or another body.
  public struct Body: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A body of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// A body.
    public init(name: LocalisedText, address: LocalisedText? = nil) {
      self.init()
      self.name = name
      self.address = address
    }

    /// Its name.
    public var name: LocalisedText? {
      get { fields["name"] }
      set { fields["name"] = newValue }
    }

    /// Its address.
    public var address: LocalisedText? {
      get { fields["address"] }
      set { fields["address"] = newValue }
    }
  }

  /// A hearing.
  public struct Hearing: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A hearing of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// The day.
    public var date: CaseDate? {
      get { fields["date"] }
      set { fields["date"] = newValue }
    }

    /// The time, as it is printed.
    public var time: String? {
      get { fields["time"] }
      set { fields["time"] = newValue }
    }
  }

  /// A proceeding.
  public init(kind: Kind, body: LocalisedText, caseNumber: CourtCaseNumber? = nil) {
    self.init()
    self.kind = kind
    self.body = Body(name: body)
    self.caseNumber = caseNumber
  }

  /// By which code it runs.
  public var kind: Kind? {
    get { fields["kind"] }
    set { fields["kind"] = newValue }
  }

  /// The court or body.
  public var body: Body? {
    get { fields["body"] }
    set { fields["body"] = newValue }
  }

  /// The number of the case; nil when it has another form, as the numbers of bodies do.
  public var caseNumber: CourtCaseNumber? {
    get { fields["case_number"] }
    set { fields["case_number"] = newValue }
  }

  /// What the case is about: «о взыскании …».
  public var subject: LocalisedText? {
    get { fields["subject"] }
    set { fields["subject"] = newValue }
  }

  /// The client's role in it: `plaintiff`, `defendant`, `charged` and so on.
  public var clientRole: String? {
    get { fields["client_role"] }
    set { fields["client_role"] = newValue }
  }

  /// The instance.
  public var instance: LocalisedText? {
    get { fields["instance"] }
    set { fields["instance"] = newValue }
  }

  /// The judge or official.
  public var judge: LocalisedText? {
    get { fields["judge"] }
    set { fields["judge"] = newValue }
  }

  /// The next hearing.
  public var hearing: Hearing? {
    get { fields["hearing"] }
    set { fields["hearing"] = newValue }
  }

  /// Who takes part, each with a `role`.
  public var participants: [Party]? {
    get { fields["participants"] }
    set { fields["participants"] = newValue }
  }

  /// What the consultant is going to do there that needs an express power (GPK 60).
  public var plannedPowers: [SpecialPower] {
    get { SpecialPower.granted(by: fields["planned"]) }
    set { fields["planned"] = newValue.value }
  }
}
