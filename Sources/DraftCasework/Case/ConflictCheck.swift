/// The check of circumstances that keep a consultant from the case (Standard 4.1; GPK 59).
public struct ConflictCheck: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A check.
  public init(date: CaseDate, disclosed: LocalisedText? = nil) {
    self.init()
    self.date = date
    self.disclosed = disclosed
  }

  /// When it was done.
  public var date: CaseDate? {
    get { fields["date"] }
    set { fields["date"] = newValue }
  }

  /// What was found and told to the client, though it is no obstacle.
  public var disclosed: LocalisedText? {
    get { fields["disclosed"] }
    set { fields["disclosed"] = newValue }
  }

  /// Whether an obstacle was found.
  public var isFound: Bool? {
    get { fields["found"] }
    set { fields["found"] = newValue }
  }

  /// Why the case is taken all the same.
  public var overrideReason: LocalisedText? {
    get { fields["override"] }
    set { fields["override"] = newValue }
  }
}
