extension Fee {
  /// A stage and its price.
  public struct Stage: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A record of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// A stage.
    public init(name: LocalisedText, event: LocalisedText, amount: Money) {
      self.init()
      self.name = name
      self.event = event
      self.amount = amount
    }

    /// The stage.
    public var name: LocalisedText? {
      get { fields["name"] }
      set { fields["name"] = newValue }
    }

    /// The event upon which it is paid.
    public var event: LocalisedText? {
      get { fields["event"] }
      set { fields["event"] = newValue }
    }

    /// The price.
    public var amount: Money? {
      get { fields["amount"] }
      set { fields["amount"] = newValue }
    }
  }

  /// What is paid in advance.
  public struct Prepayment: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A record of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// A share in advance.
    public init(percent: Int, days: Int) {
      self.init()
      self.percent = percent
      self.days = days
    }

    /// Its share in percent.
    public var percent: Int? {
      get { fields["percent"] }
      set { fields["percent"] = newValue }
    }

    /// Within how many working days.
    public var days: Int? {
      get { fields["days"] }
      set { fields["days"] = newValue }
    }
  }

  /// When a fee is paid.
  public struct Due: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A record of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// The event from which the days count.
    public enum Event: String, CaseValue, Hashable, CaseIterable {
      /// The signing of the agreement.
      case agreement
      /// The act of services rendered.
      case act
    }

    /// A term of payment.
    public init(days: Int, after: Event? = nil) {
      self.init()
      self.days = days
      self.after = after
    }

    /// Within how many working days.
    public var days: Int? {
      get { fields["days"] }
      set { fields["days"] = newValue }
    }

    /// After what.
    public var after: Event? {
      get { fields["after"] }
      set { fields["after"] = newValue }
    }
  }

  /// A reward for success. No rule was found that allows or forbids it to consultants; never in
  /// criminal and administrative-offence cases, always a fixed sum.
  public struct Success: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A record of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// Whether it is agreed.
    public var isEnabled: Bool? {
      get { fields["enabled"] }
      set { fields["enabled"] = newValue }
    }

    /// The event.
    public var event: LocalisedText? {
      get { fields["event"] }
      set { fields["event"] = newValue }
    }

    /// The fixed sum.
    public var amount: Money? {
      get { fields["amount"] }
      set { fields["amount"] = newValue }
    }

    /// Within how many working days it is paid.
    public var days: Int? {
      get { fields["days"] }
      set { fields["days"] = newValue }
    }
  }
}
