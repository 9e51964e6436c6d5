internal import DraftLanguage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Value {
  /// A single value as a list has it, whatever its type there; nil for none, lists and mappings.
  var writtenText: String? {
    switch self {
    case .bool(let flag): flag ? "true" : "false"
    case .string(let text): text
    case .int(let number): String(number)
    case .decimal(let number): number.written ?? number.value.description
    default: nil
    }
  }
}

extension ObjectValue {
  /// What a row gives at a path; nil for nothing, and for a text that is empty.
  func givenValue(at path: String) -> Value? {
    switch value(at: path) {
    case nil, .null, .undefined: nil
    case .string(let text) where text.allSatisfy(\.isWhitespace): nil
    case let value?: value
    }
  }
}
