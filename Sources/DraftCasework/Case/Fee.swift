/// The fee, in one of five forms (GK 685; Standard 4.5).
public struct Fee: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// The form of a fee.
  public enum Form: String, CaseValue, Hashable, CaseIterable {
    /// One sum.
    case fixed
    /// A sum a stage.
    case staged
    /// A rate an hour.
    case hourly
    /// A sum a month.
    case subscription
    /// Free of charge, which must be said: the code presumes pay (GK 683).
    case free
  }

  /// One sum, paid within some working days after the signing.
  public static func fixed(_ amount: Money, dueDays: Int) -> Fee {
    var fee = Fee()
    fee.form = .fixed
    fee.amount = amount
    fee.due = Due(days: dueDays, after: .agreement)
    return fee
  }

  /// A sum a stage.
  public static func staged(_ stages: [Stage], dueDays: Int) -> Fee {
    var fee = Fee()
    fee.form = .staged
    fee.stages = stages
    fee.due = Due(days: dueDays)
    return fee
  }

  /// A rate an hour.
  public static func hourly(rate: Money, unitMinutes: Int, cap: Money? = nil, dueDays: Int) -> Fee {
    var fee = Fee()
    fee.form = .hourly
    fee.rate = rate
    fee.unitMinutes = unitMinutes
    fee.cap = cap
    fee.due = Due(days: dueDays)
    return fee
  }

  /// A sum a month for a number of hours.
  public static func subscription(
    _ amount: Money, hours: Int, carriesOver: Bool, extraRate: Money, dueDay: Int, dueDays: Int
  ) -> Fee {
    var fee = Fee()
    fee.form = .subscription
    fee.amount = amount
    fee.hours = hours
    fee.carriesOver = carriesOver
    fee.extraRate = extraRate
    fee.dueDay = dueDay
    fee.due = Due(days: dueDays)
    return fee
  }

  /// No pay.
  public static var free: Fee {
    var fee = Fee()
    fee.form = .free
    return fee
  }

  /// The form.
  public var form: Form? {
    get { fields["form"] }
    set { fields["form"] = newValue }
  }

  /// The sum: of the whole (`fixed`) or of a month (`subscription`).
  public var amount: Money? {
    get { fields["amount"] }
    set { fields["amount"] = newValue }
  }

  /// The stages (`staged`).
  public var stages: [Stage]? {
    get { fields["stages"] }
    set { fields["stages"] = newValue }
  }

  /// The price of an hour (`hourly`).
  public var rate: Money? {
    get { fields["rate"] }
    set { fields["rate"] = newValue }
  }

  /// The unit of time that is counted (`hourly`).
  public var unitMinutes: Int? {
    get { fields["unit_minutes"] }
    set { fields["unit_minutes"] = newValue }
  }

  /// The most that is paid (`hourly`).
  public var cap: Money? {
    get { fields["cap"] }
    set { fields["cap"] = newValue }
  }

  /// The hours of a month (`subscription`).
  public var hours: Int? {
    get { fields["hours"] }
    set { fields["hours"] = newValue }
  }

  /// Whether unused hours go to the next month (`subscription`).
  public var carriesOver: Bool? {
    get { fields["carry_over"] }
    set { fields["carry_over"] = newValue }
  }

  /// The price of an hour above those (`subscription`).
  public var extraRate: Money? {
    get { fields["extra_rate"] }
    set { fields["extra_rate"] = newValue }
  }

  /// The day of the month by which it is paid (`subscription`).
  public var dueDay: Int? {
    get { fields["due_day"] }
    set { fields["due_day"] = newValue }
  }

  /// What is paid in advance.
  public var prepayment: Prepayment? {
    get { fields["prepayment"] }
    set { fields["prepayment"] = newValue }
  }

  /// When it is paid.
  public var due: Due? {
    get { fields["due"] }
    set { fields["due"] = newValue }
  }

  /// The price of a hearing above those of the scope.
  public var extraHearing: Money? {
    get { fields["extra_hearing"] }
    set { fields["extra_hearing"] = newValue }
  }

  /// The price of an hour outside working time (Standard 2.11).
  public var offHoursRate: Money? {
    get { fields["off_hours_rate"] }
    set { fields["off_hours_rate"] = newValue }
  }

  /// A reward for success; off unless it is switched on.
  public var success: Success? {
    get { fields["success"] }
    set { fields["success"] = newValue }
  }
}
