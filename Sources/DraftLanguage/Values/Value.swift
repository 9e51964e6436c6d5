#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A value of the case data or of an expression.
public enum Value: Sendable {
  /// Nothing is there: a field that the data lacks. Using it is an error unless the template asks
  /// first (`is defined`, `default`).
  case undefined
  /// `null`: there, and empty on purpose.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A decimal number, or a whole number beyond 64 bits; never binary floating point.
  case decimal(DecimalNumber)
  /// Text.
  case string(String)
  /// A list.
  case list([Value])
  /// A mapping with string keys in the order of the data.
  case object(ObjectValue)
  /// Captured markup.
  case fragment(Fragment)
  /// A function of the template's own: a macro, a caller, a cycler, a namespace; made and read by
  /// the renderer only.
  case reference(Reference)

  /// A handle to something that lives in one rendering.
  public struct Reference: Sendable, Hashable {
    var kind: UInt8
    var index: Int32
  }
}

/// A decimal number with the digits its author wrote.
public struct DecimalNumber: Sendable, Hashable {
  /// The exact value, 38 significant digits.
  public let value: Decimal
  /// The digits as the data writes them (`1012.50`); nil for a computed number.
  public let written: String?

  /// A number; `written` keeps trailing zeros that the value alone would lose.
  public init(_ value: Decimal, written: String? = nil) {
    self.value = value
    self.written = written
  }
}

/// An immutable mapping with string keys in the order of the data.
public final class ObjectValue: Sendable {
  /// The keys, in order, each once.
  public let keys: [String]
  /// The values, parallel to `keys`.
  public let values: [Value]
  /// What the keys make of the mapping.
  let shape: Shape
  private let index: [String: Int]?

  /// What a mapping stands for.
  enum Shape: Sendable {
    case plain
    /// One value in several languages; `$localised` marks one that has fields of its own besides.
    case localised
    /// `$str` and `$list`: prints and iterates as they say.
    case dressed
    /// `$type`: rich text, a listing, an image, a sub-document.
    case typed
  }

  /// A mapping of pairs; of two equal keys the later one wins, in the place of the first.
  public init(_ pairs: [(key: String, value: Value)]) {
    var keys: [String] = []
    var values: [Value] = []
    var seen: [String: Int] = [:]
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    let isSmall = pairs.count <= 8
    for pair in pairs {
      if let place = isSmall ? keys.firstIndex(of: pair.key) : seen[pair.key] {
        values[place] = pair.value
      } else {
        if !isSmall { seen[pair.key] = keys.count }
        keys.append(pair.key)
        values.append(pair.value)
      }
    }
    self.keys = keys
    self.values = values
    index = keys.count > 8 ? seen : nil
    shape = Self.shape(of: keys)
  }

  private static func shape(of keys: [String]) -> Shape {
    var languages = 0
    var others = 0
    for key in keys {
      if key.utf8.first == 0x24 {
        if key == "$type" { return .typed }
        if key == "$str" || key == "$list" { return .dressed }
        if key == "$localised" { return .localised }
      }
      if isLanguage(key) {
        languages += 1
      } else if key != "cases" {
        others += 1
      }
    }
    return languages > 0 && others == 0 ? .localised : .plain
  }

  /// Whether a key of a localised value is a language code.
  static func isLanguage(_ key: String) -> Bool { key == "kk" || key == "ru" || key == "en" }

  /// The value of a key; nil when the mapping lacks it.
  public subscript(key: String) -> Value? {
    if let index { return index[key].map { values[$0] } }
    for place in keys.indices where keys[place] == key { return values[place] }
    return nil
  }

  /// Whether this is one value in several languages: all keys are language codes (`kk`, `ru`,
  /// `en`), or `cases` beside them, which holds forms that override the computed ones.
  ///
  /// The marker key `$localised` (its value is `true`) makes a mapping localised that has other
  /// keys too: a name that prints in the language around it and has `short` and `initials`.
  public var isLocalised: Bool { shape == .localised }
}
