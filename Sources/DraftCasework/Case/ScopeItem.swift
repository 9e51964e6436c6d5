/// One assignment of the scope (Standard 4.5).
public struct ScopeItem: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// An assignment.
  public init(
    _ action: LocalisedText, stage: LocalisedText? = nil, instance: LocalisedText? = nil,
    body: LocalisedText? = nil, hearings: Int? = nil, price: Money? = nil
  ) {
    self.init()
    self.action = action
    self.stage = stage
    self.instance = instance
    self.body = body
    self.hearings = hearings
    self.price = price
  }

  /// What is done.
  public var action: LocalisedText? {
    get { fields["action"] }
    set { fields["action"] = newValue }
  }

  /// At which stage.
  public var stage: LocalisedText? {
    get { fields["stage"] }
    set { fields["stage"] = newValue }
  }

  /// In which instance.
  public var instance: LocalisedText? {
    get { fields["instance"] }
    set { fields["instance"] = newValue }
  }

  /// Before which court or body.
  public var body: LocalisedText? {
    get { fields["body"] }
    set { fields["body"] = newValue }
  }

  /// How many hearings are included.
  public var hearings: Int? {
    get { fields["hearings"] }
    set { fields["hearings"] = newValue }
  }

  /// Its price, when it has one of its own.
  public var price: Money? {
    get { fields["price"] }
    set { fields["price"] = newValue }
  }

  /// By when.
  public var due: LocalisedText? {
    get { fields["due"] }
    set { fields["due"] = newValue }
  }

  /// Special powers that it needs (GPK 60).
  public var requiredPowers: [SpecialPower] {
    get { SpecialPower.granted(by: fields["powers"]) }
    set { fields["powers"] = newValue.value }
  }
}
