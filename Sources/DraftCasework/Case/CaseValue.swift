public import Draft

/// A Swift value that stands for a value of the case data, and the other way round.
///
/// Its coded form is the case data's own, so that a ``CaseFile`` written as JSON is a case file.
public protocol CaseValue: Sendable, Codable {
  /// Reads a value of the case data; nil when it is of another kind.
  init?(value: Value)

  /// The value as case data.
  var value: Value { get }
}

extension CaseValue {
  /// Decodes the value in the form of the case data.
  public init(from decoder: any Decoder) throws {
    let coded = try CodedValue(from: decoder)
    guard let value = Self(value: coded.value) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "no \(Self.self) in the case data"))
    }
    self = value
  }

  /// Encodes the value in the form of the case data.
  public func encode(to encoder: any Encoder) throws { try CodedValue(value).encode(to: encoder) }
}

extension CaseValue where Self: RawRepresentable, RawValue == String {
  /// Reads one of the words of the list; nil for any other.
  public init?(value: Value) {
    guard case .string(let text) = value else { return nil }
    self.init(rawValue: text)
  }

  /// The word.
  public var value: Value { .string(rawValue) }
}

extension String: CaseValue {
  /// Reads a scalar as it was written.
  public init?(value: Value) {
    guard let text = value.text else { return nil }
    self = text
  }

  /// The text.
  public var value: Value { .string(self) }
}

extension Int: CaseValue {
  /// Reads a whole number.
  public init?(value: Value) {
    guard case .int(let number) = value else { return nil }
    self = number
  }

  /// The number.
  public var value: Value { .int(self) }
}

extension Bool: CaseValue {
  /// Reads `true` or `false`.
  public init?(value: Value) {
    guard case .bool(let flag) = value else { return nil }
    self = flag
  }

  /// The truth value.
  public var value: Value { .bool(self) }
}

extension Array: CaseValue where Element: CaseValue {
  /// Reads a list; elements of another kind are left out.
  public init?(value: Value) {
    guard case .list(let items) = value else { return nil }
    self = items.compactMap(Element.init(value:))
  }

  /// The list.
  public var value: Value { .list(map(\.value)) }
}
