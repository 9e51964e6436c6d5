extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// Text.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A whole number. Decimal numbers are written as ``DecimalNumber``: a literal would be binary
  /// floating point.
  public init(integerLiteral number: Int) { self = .int(number) }
  /// A truth value.
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A mapping, in the order written.
  public init(dictionaryLiteral pairs: (String, Value)...) {
    self = .object(ObjectValue(pairs.map { (key: $0.0, value: $0.1) }))
  }
  /// `null`.
  public init(nilLiteral: ()) { self = .null }
}
