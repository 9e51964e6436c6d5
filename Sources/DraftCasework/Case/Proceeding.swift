/// A case before a court or another body.
public struct Proceeding: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// The code that a proceeding follows.
  public enum Kind: String, CaseValue, Hashable, CaseIterable {
    /// Civil procedure (ГПК).
    case civil = "gpk"
    /// Administrative procedure and justice (АППК).
    case administrative = "appk"
    /// Administrative offences (КоАП).
    case offence = "koap"
    /// Criminal procedure (УПК).
    case criminal = "upk"
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
    self.body = body
    self.caseNumber = caseNumber
  }

  /// By which code it runs.
  public var kind: Kind? {
    get { fields["kind"] }
    set { fields["kind"] = newValue }
  }

  /// The court or body.
  public var body: LocalisedText? {
    get { fields["body"] }
    set { fields["body"] = newValue }
  }

  /// Its address.
  public var address: LocalisedText? {
    get { fields["address"] }
    set { fields["address"] = newValue }
  }

  /// The number of the case.
  public var caseNumber: CourtCaseNumber? {
    get { fields["case_number"] }
    set { fields["case_number"] = newValue }
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
  public var plannedPowers: [SpecialPower]? {
    get { fields["planned"] }
    set { fields["planned"] = newValue }
  }
}
