/// What the consultant has undertaken and on which terms (Standard 4.5; GK 683–687).
public struct Engagement: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// How long an agreement runs.
  public struct Term: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A term of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// The last day.
    public var until: CaseDate? {
      get { fields["until"] }
      set { fields["until"] = newValue }
    }
  }

  /// Who performs (GK 684).
  public struct Performance: CaseRecord {
    /// Who performs.
    public enum Mode: String, CaseValue, Hashable, CaseIterable {
      /// The consultant himself.
      case personal
      /// Also others that he chooses.
      case substitutes
    }

    /// All that is written about it.
    public var fields: CaseFields

    /// A rule of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// Who performs.
    public var mode: Mode? {
      get { fields["mode"] }
      set { fields["mode"] = newValue }
    }
  }

  /// An engagement.
  public init(
    scope: [ScopeItem], fee: Fee, vat: ValueAddedTax = .none, expenses: Expenses = .included,
    performance: Performance.Mode = .personal
  ) {
    self.init()
    self.scope = scope
    self.performance = Performance()
    self.performance?.mode = performance
    self.fee = fee
    self.vat = vat
    self.expenses = expenses
  }

  /// The assignments, one by one: what is not here may be refused (Standard 2.11).
  public var scope: [ScopeItem]? {
    get { fields["scope"] }
    set { fields["scope"] = newValue }
  }

  /// What is expressly left out.
  public var notIncluded: [LocalisedText]? {
    get { fields["not_included"] }
    set { fields["not_included"] = newValue }
  }

  /// Whether he acts in person (GK 684).
  public var performance: Performance? {
    get { fields["performance"] }
    set { fields["performance"] = newValue }
  }

  /// The fee (GK 685).
  public var fee: Fee? {
    get { fields["fee"] }
    set { fields["fee"] = newValue }
  }

  /// Value added tax.
  public var vat: ValueAddedTax? {
    get { fields["vat"] }
    set { fields["vat"] = newValue }
  }

  /// Who bears the expenses.
  public var expenses: Expenses? {
    get { fields["expenses"] }
    set { fields["expenses"] = newValue }
  }

  /// How long the agreement runs; nil for until it is performed.
  public var term: Term? {
    get { fields["term"] }
    set { fields["term"] = newValue }
  }
}
