/// Value added tax: data, not law, since rates change.
public struct ValueAddedTax: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// Whether value added tax is charged.
  public enum Mode: String, CaseValue, Hashable, CaseIterable {
    /// The consultant does not pay it.
    case none
    /// The sums contain it.
    case included
    /// It comes on top of the sums.
    case added
  }

  /// The consultant does not pay it.
  public static var none: ValueAddedTax {
    var tax = ValueAddedTax()
    tax.mode = Mode.none
    return tax
  }

  /// Whether it is charged.
  public var mode: Mode? {
    get { fields["mode"] }
    set { fields["mode"] = newValue }
  }

  /// The rate in percent.
  public var rate: Int? {
    get { fields["rate"] }
    set { fields["rate"] = newValue }
  }
}
