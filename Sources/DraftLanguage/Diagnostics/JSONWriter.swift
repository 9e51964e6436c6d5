/// Writes values as JSON (RFC 8259).
public enum JSONWriter {
  /// A text in quotes.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - asciiOnly: whether everything beyond ASCII is escaped.
  public static func string(_ text: String, asciiOnly: Bool = false) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20: result += "\\u" + Printing.hex(scalar.value, 4)
      case _ where asciiOnly && scalar.value > 0x7E:
        for unit in String(Character(scalar)).utf16 {
          result += "\\u" + Printing.hex(UInt32(unit), 4)
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A value as Jinja's `tojson` writes it, its markup characters escaped.
  static func python(_ value: Value, _ depth: Int = 0) -> String {
    guard depth < 100 else { return "null" }
    switch value {
    case .undefined, .null, .reference, .fragment: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .decimal(let number): return Printing.written(number)
    case .string(let text):
      var escaped = string(text, asciiOnly: true)
      for (mark, code) in [("<", "3c"), (">", "3e"), ("&", "26"), ("'", "27")] {
        escaped = Text.replace(escaped, mark, with: "\\u00" + code)
      }
      return escaped
    case .list(let items):
      return "[" + items.map { python($0, depth + 1) }.joined(separator: ", ") + "]"
    case .object(let object):
      let pairs = zip(object.keys, object.values).sorted { $0.0 < $1.0 }
      return "{"
        + pairs.map { python(.string($0), depth + 1) + ": " + python($1, depth + 1) }
        .joined(separator: ", ") + "}"
    }
  }
}
