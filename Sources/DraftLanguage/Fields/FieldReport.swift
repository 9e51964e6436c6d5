/// What a field of the data is used as.
public enum FieldKind: String, Sendable, Hashable {
  /// Only asked whether it is there, or what it is: `is defined`, `is string`.
  case presence
  /// Printed, or handled by a filter of text.
  case text
  /// Counted or computed with.
  case number
  /// Handled by a filter of dates.
  case date
  /// Only asked whether it is true.
  case boolean
  /// Gone over by a loop.
  case list
  /// Has fields of its own.
  case object

  /// What a field is that is used as this and as another kind: the one that says more, in the order
  /// presence, boolean, text, number, date, object, list.
  public func joined(with other: FieldKind) -> FieldKind { other.weight > weight ? other : self }

  private var weight: Int {
    switch self {
    case .presence: 0
    case .boolean: 1
    case .text: 2
    case .number: 3
    case .date: 4
    case .object: 5
    case .list: 6
    }
  }
}

/// The data that a template uses.
public struct FieldReport: Sendable, Hashable {
  /// One field with all places that use it.
  public struct Field: Sendable, Hashable {
    /// The full path: `client.name`, `scope.items[].price`.
    public var path: String
    /// What it is used as.
    public var kind: FieldKind
    /// Whether it is a number only because it is added to, or put in order with, what may be text as
    /// well: of `{{ series + number }}` nobody knows whether it is a sum.
    public var mayBeText: Bool
    /// Where it is used, in the order of the template.
    public var places: [Place]
    /// The source text of the conditions under which it is used, one list a use that needs it or, when
    /// none does, a use; a field that is needed without conditions is needed always.
    public var conditions: [[String]]
    /// Whether the template only uses it after asking `is defined`, or with a `default`.
    public var isOptional: Bool
    /// Paths of which any one makes it needless: the template uses it only where they are not defined.
    public var alternatives: [String]
  }

  /// What a field is used as, without its places.
  public struct Kind: Sendable, Hashable {
    /// The full path.
    public let path: String
    /// What it is used as.
    public let kind: FieldKind
    /// As ``Field/mayBeText``.
    public let mayBeText: Bool
  }

  /// In the order of their first use.
  public var fields: [Field]

  /// A report.
  public init(fields: [Field]) { self.fields = fields }
}
