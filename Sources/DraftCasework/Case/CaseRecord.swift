public import Draft

/// A mapping of the case data, open to change: keys in order, values as they were written.
public struct CaseFields: Sendable {
  /// The keys, in order, each once.
  public private(set) var keys: [String] = []
  private var values: [Value] = []

  /// No fields.
  public init() {}

  /// The fields of a mapping.
  public init(_ object: ObjectValue) {
    keys = object.keys
    values = object.values
  }

  /// The value of a key; setting nil takes the key out.
  public subscript(key: String) -> Value? {
    get { keys.firstIndex(of: key).map { values[$0] } }
    set {
      switch (keys.firstIndex(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        keys.remove(at: place)
        values.remove(at: place)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// The value of a key as a type of the case; nil when it is missing or of another kind.
  public subscript<Field: CaseValue>(key: String, as type: Field.Type = Field.self) -> Field? {
    get { self[key].flatMap(Field.init(value:)) }
    set { self[key] = newValue?.value }
  }

  /// The fields as a mapping.
  public var object: ObjectValue {
    ObjectValue(zip(keys, values).map { (key: $0, value: $1) })
  }
}

/// A group of fields of the case: a party, an account, a proceeding.
///
/// The properties of a record are views on its ``fields``. Keys that no property knows stay where
/// they are and reach the templates untouched.
public protocol CaseRecord: CaseValue {
  /// All that is written about it.
  var fields: CaseFields { get set }

  /// A record of these fields.
  init(fields: CaseFields)
}

extension CaseRecord {
  /// A record with nothing in it.
  public init() { self.init(fields: CaseFields()) }

  /// Reads a mapping.
  public init?(value: Value) {
    guard case .object(let object) = value else { return nil }
    self.init(fields: CaseFields(object))
  }

  /// The fields as a mapping.
  public var value: Value { .object(fields.object) }
}
