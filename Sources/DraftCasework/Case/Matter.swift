/// What the case is about.
public struct Matter: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A matter.
  public init(subject: LocalisedText, caseNumber: CourtCaseNumber? = nil) {
    self.init()
    self.subject = subject
    self.caseNumber = caseNumber
  }

  /// The matter, to follow «по следующему вопросу».
  public var subject: LocalisedText? {
    get { fields["subject"] }
    set { fields["subject"] = newValue }
  }

  /// The number of the court case.
  public var caseNumber: CourtCaseNumber? {
    get { fields["case_number"] }
    set { fields["case_number"] = newValue }
  }

  /// The other side, for the check of conflicts (GPK 59).
  public var opponents: [Party]? {
    get { fields["opponents"] }
    set { fields["opponents"] = newValue }
  }
}
