internal import Draft

/// A power of attorney: void without a date, one year when it names no term, three at most
/// (GK 167, 168; GPK 60, 61).
public struct PowerOfAttorney: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// A power of attorney.
  public init(date: CaseDate, until: CaseDate? = nil, powers: [SpecialPower] = []) {
    self.init()
    self.date = date
    self.until = until
    self.powers = powers
  }

  /// The special powers it names (GPK 60(1), 60(3)).
  ///
  /// In the data `powers` is a mapping of keys to `true` and `false`, where `full` stands for all but
  /// sub-delegation, or a list of keys, or the word `full`; templates always get the mapping.
  public var powers: [SpecialPower] {
    get { SpecialPower.granted(by: fields["powers"]) }
    set { fields["powers"] = .object(SpecialPower.switches(newValue)) }
  }

  /// The last day on which it holds: its own, or a year after its date; nil without a date.
  public var lastDay: CaseDate? { until ?? date?.adding(months: 12) }

  /// The number, if it has one.
  public var number: String? {
    get { fields["number"] }
    set { fields["number"] = newValue }
  }

  /// The day of issue, without which it is void (GK 168(2)).
  public var date: CaseDate? {
    get { fields["date"] }
    set { fields["date"] = newValue }
  }

  /// The place of issue.
  public var city: LocalisedText? {
    get { fields["city"] }
    set { fields["city"] = newValue }
  }

  /// The last day; nil means one year (GK 168(1)).
  public var until: CaseDate? {
    get { fields["until"] }
    set { fields["until"] = newValue }
  }
}
