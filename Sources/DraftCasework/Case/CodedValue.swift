internal import Draft

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A value of the case data on its way through a coder.
struct CodedValue: Codable {
  var value: Value

  init(_ value: Value) { self.value = value }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      // Coders keep no order of keys; the alphabet's is at least always the same.
      let keys = object.allKeys.sorted { $0.stringValue < $1.stringValue }
      value = .object(
        ObjectValue(
          try keys.map { ($0.stringValue, try object.decode(CodedValue.self, forKey: $0).value) }))
    } else if var list = try? decoder.unkeyedContainer() {
      var items: [Value] = []
      while !list.isAtEnd { items.append(try list.decode(CodedValue.self).value) }
      value = .list(items)
    } else {
      value = try CodedValue.scalar(try decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> Value {
    if container.decodeNil() { return .null }
    if let flag = try? container.decode(Bool.self) { return .bool(flag) }
    if let number = try? container.decode(Int.self) { return .int(number) }
    if let number = try? container.decode(Decimal.self) { return .decimal(DecimalNumber(number)) }
    return .string(try container.decode(String.self))
  }

  func encode(to encoder: any Encoder) throws {
    switch value {
    case .object(let object):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in zip(object.keys, object.values) {
        try container.encode(CodedValue(value), forKey: Key(stringValue: key))
      }
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(CodedValue(item)) }
    default:
      var container = encoder.singleValueContainer()
      switch value {
      case .bool(let flag): try container.encode(flag)
      case .int(let number): try container.encode(number)
      case .decimal(let number): try container.encode(number.value)
      case .string(let text): try container.encode(text)
      default: try container.encodeNil()
      }
    }
  }
}
