/// A paper with a number that says who somebody is, or that he is registered.
public struct IdentityDocument: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A paper.
  public init(
    title: LocalisedText, number: String, issuer: LocalisedText? = nil, date: CaseDate? = nil
  ) {
    self.init()
    self.title = title
    self.number = number
    self.issuer = issuer
    self.date = date
  }

  /// What it is: «жеке куәлік», «удостоверение личности».
  public var title: LocalisedText? {
    get { fields["title"] }
    set { fields["title"] = newValue }
  }

  /// Its number.
  public var number: String? {
    get { fields["number"] }
    set { fields["number"] = newValue }
  }

  /// Who issued it.
  public var issuer: LocalisedText? {
    get { fields["issuer"] }
    set { fields["issuer"] = newValue }
  }

  /// When.
  public var date: CaseDate? {
    get { fields["date"] }
    set { fields["date"] = newValue }
  }
}
