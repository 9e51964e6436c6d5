#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How values print.
enum Printing {
  /// All digits of a number, without an exponent.
  static func plain(_ value: Decimal) -> String {
    value.description
  }

  /// The digits its author wrote; of a computed number what Python prints.
  static func written(_ number: DecimalNumber) -> String { number.written ?? python(number) }

  /// What Python prints for a float of that value: exact digits where 17 are enough.
  static func python(_ number: DecimalNumber) -> String {
    if let written = number.written, !written.utf8.contains(0x2E) { return written }
    let text = number.value.description
    var digits = 0
    for byte in text.utf8 where byte >= 0x30 && byte <= 0x39 { digits += 1 }
    let isTiny = text.hasPrefix("0.0000") || text.hasPrefix("-0.0000")
    if digits > 16 || isTiny, let double = Double(text) { return python(double) }
    return text.utf8.contains(0x2E) ? text : text + ".0"
  }

  /// Python's `repr` of a float.
  static func python(_ double: Double) -> String {
    let magnitude = double.magnitude
    if magnitude >= 1e16 || magnitude != 0 && magnitude < 1e-4 { return double.description }
    let text = double.description
    guard text.contains("e"), let exact = Decimal(string: text) else { return text }
    let plain = exact.description
    return plain.contains(".") ? plain : plain + ".0"
  }

  /// Python's `str` of a value.
  static func string(_ value: Value, _ depth: Int = 0) -> String {
    switch value {
    case .string(let text): return text
    case .undefined: return ""
    default: return repr(value, depth)
    }
  }

  /// Python's `repr` of a value.
  static func repr(_ value: Value, _ depth: Int = 0) -> String {
    guard depth < 100 else { return "…" }
    switch value {
    case .undefined: return "Undefined"
    case .null: return "None"
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return String(number)
    case .decimal(let number): return python(number)
    case .string(let text): return quoted(text)
    case .list(let items):
      return "[" + items.map { repr($0, depth + 1) }.joined(separator: ", ") + "]"
    case .object(let object):
      if object.shape == .dressed, let text = object["$str"] { return repr(text, depth + 1) }
      let pairs = zip(object.keys, object.values).map { quoted($0) + ": " + repr($1, depth + 1) }
      return "{" + pairs.joined(separator: ", ") + "}"
    case .fragment: return "''"
    case .reference: return ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let mark: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(mark)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case mark: result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + Self.hex(scalar.value, 2)
      case "\u{A0}", "\u{AD}": result += "\\x" + Self.hex(scalar.value, 2)
      case _ where scalar.value > 0xFF && !isPrintable(scalar):
        result += "\\u" + Self.hex(scalar.value, 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + String(mark)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: true
    }
  }

  static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
