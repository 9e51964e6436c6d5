/// Who bears the expenses of the case.
public struct Expenses: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// The rule of expenses.
  public enum Mode: String, CaseValue, Hashable, CaseIterable {
    /// The price covers them.
    case included
    /// The client repays them against papers.
    case reimbursed
    /// The client pays an advance.
    case prepaid
  }

  /// The price covers them.
  public static var included: Expenses {
    var expenses = Expenses()
    expenses.mode = .included
    return expenses
  }

  /// The client repays them.
  public static func reimbursed(consentOver: Money? = nil, cap: Money? = nil) -> Expenses {
    var expenses = Expenses()
    expenses.mode = .reimbursed
    expenses.consentOver = consentOver
    expenses.cap = cap
    return expenses
  }

  /// The rule.
  public var mode: Mode? {
    get { fields["mode"] }
    set { fields["mode"] = newValue }
  }

  /// The advance (`prepaid`).
  public var advance: Money? {
    get { fields["advance"] }
    set { fields["advance"] = newValue }
  }

  /// The sum above which each needs consent.
  public var consentOver: Money? {
    get { fields["consent_over"] }
    set { fields["consent_over"] = newValue }
  }

  /// The most they may come to.
  public var cap: Money? {
    get { fields["cap"] }
    set { fields["cap"] = newValue }
  }
}
