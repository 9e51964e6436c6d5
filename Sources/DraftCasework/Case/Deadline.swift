/// A term that runs in the case: one of the table `deadlines.yaml`, or one of its own.
public struct Deadline: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A deadline of the table.
  public init(_ key: String, from: CaseDate) {
    self.init()
    self.key = key
    self.from = from
  }

  /// A deadline with a last day of its own.
  public init(title: LocalisedText, until: CaseDate) {
    self.init()
    self.title = title
    self.until = until
  }

  /// Its key in the table, such as `gpk.appeal`.
  public var key: String? {
    get { fields["key"] }
    set { fields["key"] = newValue }
  }

  /// What is to be done; nil for the title of the table.
  public var title: LocalisedText? {
    get { fields["title"] }
    set { fields["title"] = newValue }
  }

  /// The day of the event that starts it; it runs from the next day (GK 173).
  public var from: CaseDate? {
    get { fields["from"] }
    set { fields["from"] = newValue }
  }

  /// How long it runs; nil for the term of the table.
  public var term: Term? {
    get { fields["term"] }
    set { fields["term"] = newValue }
  }

  /// Its last day, when a court or a contract names one.
  public var until: CaseDate? {
    get { fields["until"] }
    set { fields["until"] = newValue }
  }

  /// The day on which the thing was done.
  public var done: CaseDate? {
    get { fields["done"] }
    set { fields["done"] = newValue }
  }
}
