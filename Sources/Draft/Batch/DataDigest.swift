internal import DraftLanguage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Digests of case data: equal data have equal ones, and data that differ have others. The order of
/// columns and of keys is none of it.
enum DataDigest {
  /// The digest of a mapping, 32 bytes.
  static func of(_ object: ObjectValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(.object(object), to: &bytes)
    return SHA256.digest(bytes)
  }

  /// A value as bytes that no other value has: each text with its length before it.
  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .undefined, .null, .reference, .fragment: bytes.append(UInt8(ascii: "n"))
    case .bool(let flag): bytes.append(UInt8(ascii: flag ? "t" : "f"))
    case .int(let number): append("i", String(number), to: &bytes)
    case .decimal(let number):
      append("d", number.written ?? "=\(number.value)", to: &bytes)
    case .string(let text): append("s", text, to: &bytes)
    case .list(let items):
      append("l", String(items.count), to: &bytes)
      for item in items { append(item, to: &bytes) }
    case .object(let object):
      append("o", String(object.keys.count), to: &bytes)
      let order = object.keys.indices.sorted { object.keys[$0] < object.keys[$1] }
      for index in order {
        append("k", object.keys[index], to: &bytes)
        append(object.values[index], to: &bytes)
      }
    }
  }

  private static func append(_ mark: Unicode.Scalar, _ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: mark))
    // The length in decimal digits, without a text being made of it.
    let count = text.utf8.count
    var unit = 1
    while count / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(count / unit % 10))
      unit /= 10
    }
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: text.utf8)
  }
}
