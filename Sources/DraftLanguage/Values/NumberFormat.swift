#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Python's format specification: `[[fill]align][sign][#][0][width][,][.precision][type]`.
struct NumberFormat {
  var fill: Unicode.Scalar = " "
  var align: Unicode.Scalar?
  var sign: Unicode.Scalar = "-"
  var isAlternate = false
  var width = 0
  var grouping: String?
  var precision: Int?
  var type: Unicode.Scalar?

  /// Reads a specification; nil when it is none.
  init?(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    func isAlign(_ scalar: Unicode.Scalar) -> Bool { "<>=^".unicodeScalars.contains(scalar) }
    if scalars.count > 1, isAlign(scalars[scalars.startIndex + 1]) {
      fill = scalars.removeFirst()
      align = scalars.removeFirst()
    } else if let first = scalars.first, isAlign(first) {
      align = scalars.removeFirst()
    }
    if let first = scalars.first, "+- ".unicodeScalars.contains(first) {
      sign = scalars.removeFirst()
    }
    if scalars.first == "#" {
      isAlternate = true
      scalars.removeFirst()
    }
    if scalars.first == "0" {
      if align == nil {
        fill = "0"
        align = "="
      }
      scalars.removeFirst()
    }
    func number() -> Int? {
      var value: Int?
      while let first = scalars.first, first.value >= 0x30, first.value <= 0x39 {
        value = min((value ?? 0) * 10 + Int(first.value - 0x30), 100_000)
        scalars.removeFirst()
      }
      return value
    }
    width = number() ?? 0
    if scalars.first == "," || scalars.first == "_" { grouping = String(scalars.removeFirst()) }
    if scalars.first == "." {
      scalars.removeFirst()
      guard let digits = number(), digits <= 1000 else { return nil }
      precision = digits
    }
    if let last = scalars.first {
      type = last
      scalars.removeFirst()
    }
    guard scalars.isEmpty else { return nil }
  }

  /// The text of a value in this format; nil when the two do not fit.
  func apply(_ value: Value, text: (Value) -> String?) -> String? {
    switch (type, value) {
    case ("s", _), (nil, .string), (nil, .null), (nil, .list), (nil, .object):
      guard var result = text(value) else { return nil }
      if let precision { result = String(result.unicodeScalars.prefix(precision)) }
      return padded(result, defaultAlign: "<")
    case (nil, .bool): return text(value).map { padded($0, defaultAlign: "<") }
    default: break
    }
    guard value.isNumber else { return nil }
    let number = Arithmetic.decimal(value)
    var digits: String
    switch type {
    case "d" where isWhole(value), "n" where isWhole(value), nil where !isFraction(value):
      digits = Printing.plain(abs(number))
    case "f", "F": digits = Self.fixed(abs(number), precision ?? 6)
    case "%": digits = Self.fixed(abs(number) * 100, precision ?? 6) + "%"
    case "e", "E":
      digits = Self.exponent(abs(number), precision ?? 6)
      if type == "E" { digits = digits.uppercased() }
    case "g", "G", nil: digits = Self.general(abs(number), precision, isFloat: type == nil)
    case "x", "X", "o", "b", "c":
      guard case .int(let whole) = value else { return nil }
      if type == "c" {
        guard let code = UInt32(exactly: whole), let scalar = Unicode.Scalar(code) else {
          return nil
        }
        return padded(String(Character(scalar)), defaultAlign: "<")
      }
      let radix = type == "o" ? 8 : type == "b" ? 2 : 16
      digits = String(whole.magnitude, radix: radix, uppercase: type == "X")
      if isAlternate, let type { digits = "0\(type)" + digits }
    default: return nil
    }
    if let grouping { digits = Self.group(digits, grouping) }
    let mark = number < 0 ? "-" : sign == "-" ? "" : String(sign)
    if align == "=" || align == nil && fill == "0" {
      return mark
        + Text.pad(
          digits, width - mark.count, String(fill), left: true, right: false)
    }
    return padded(mark + digits, defaultAlign: ">")
  }

  private func isWhole(_ value: Value) -> Bool {
    !isFraction(value)
  }

  private func isFraction(_ value: Value) -> Bool {
    guard case .decimal(let number) = value else { return false }
    return number.written?.contains(".") ?? true
  }

  private func padded(_ text: String, defaultAlign: Unicode.Scalar) -> String {
    let align = align ?? defaultAlign
    if align == "^" {
      let missing = max(0, width - text.unicodeScalars.count)
      return String(repeating: String(fill), count: missing / 2) + text
        + String(repeating: String(fill), count: missing - missing / 2)
    }
    return Text.pad(text, width, String(fill), left: align != "<", right: align == "<")
  }

  /// A number that is not negative with a fixed number of digits after the point.
  static func fixed(_ value: Decimal, _ places: Int) -> String {
    var text = Printing.plain(Rounding.round(value, places: places))
    if places == 0 { return text }
    let point = text.firstIndex(of: ".")
    let digits = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    if point == nil { text += "." }
    return text + String(repeating: "0", count: max(0, places - digits))
  }

  private static func exponent(_ value: Decimal, _ places: Int) -> String {
    if value == 0 { return fixed(0, places) + "e+00" }
    var scaled = value
    var power = 0
    while scaled >= 10 {
      scaled /= 10
      power += 1
    }
    while scaled < 1 {
      scaled *= 10
      power -= 1
    }
    if Rounding.round(scaled, places: places) >= 10 {
      scaled /= 10
      power += 1
    }
    let digits = String(power.magnitude)
    return fixed(scaled, places) + (power < 0 ? "e-" : "e+")
      + (digits.count < 2 ? "0" + digits : digits)
  }

  private static func general(_ value: Decimal, _ precision: Int?, isFloat: Bool) -> String {
    guard let precision else {
      if isFloat { return Printing.python(DecimalNumber(value)) }
      return general(value, 6, isFloat: false)
    }
    if value == 0 { return "0" }
    var power = 0
    var scaled = value
    while scaled >= 10 {
      scaled /= 10
      power += 1
    }
    while scaled < 1 {
      scaled *= 10
      power -= 1
    }
    let digits = max(precision, 1)
    if power < -4 || power >= digits { return exponent(value, digits - 1) }
    var text = fixed(value, max(0, digits - 1 - power))
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  private static func group(_ digits: String, _ separator: String) -> String {
    let end = digits.firstIndex { $0 < "0" || $0 > "9" } ?? digits.endIndex
    let whole = Array(digits[..<end])
    var result = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result + digits[end...]
  }
}
