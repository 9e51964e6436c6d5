#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Digits in groups of three with a no-break space, and the decimal comma: Russian and Kazakh write
/// numbers alike.
public enum DigitGrouping {
  /// The space that must not end a line, U+00A0.
  public static let noBreakSpace = "\u{A0}"

  /// Puts a no-break space before every third digit from the right: `1234567` → `1 234 567`.
  ///
  /// The input is digits only; anything else in it is grouped as if it were a digit.
  public static func group(_ digits: String) -> String {
    let count = digits.count
    guard count > 3 else { return digits }
    var result = ""
    result.reserveCapacity(digits.utf8.count + count / 3 * 2)
    var left = count
    for digit in digits {
      if left != count, left % 3 == 0 { result += noBreakSpace }
      result.append(digit)
      left -= 1
    }
    return result
  }

  /// A whole number in groups of three; a negative one begins with the minus sign U+2212.
  public static func number(_ value: Int) -> String {
    var result = ""
    append(value, to: &result)
    return result
  }

  /// A decimal number with a comma: `1 234 567,89`.
  ///
  /// All digits that the number has are printed, none is rounded; a negative number begins with the
  /// minus sign U+2212. What is not a number prints as `NaN`.
  public static func number(_ value: Decimal) -> String {
    let text = value.description
    if value.isNaN { return text }
    let negative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.dropFirst(negative ? 1 : 0).split(separator: ".")
    var result = negative ? "\u{2212}" : ""
    if let whole = parts.first { result += group(String(whole)) }
    if parts.count > 1 { result += "," + parts[1] }
    return result
  }

  /// Appends a whole number in groups of three.
  static func append(_ value: Int, to result: inout String) {
    if value < 0 { result += "\u{2212}" }
    let magnitude = value.magnitude
    var scale: UInt = 1
    while magnitude / scale >= 1000 { scale *= 1000 }
    result += String(magnitude / scale)
    while scale > 1 {
      scale /= 1000
      let group = magnitude / scale % 1000
      result += noBreakSpace
      if group < 100 { result += group < 10 ? "00" : "0" }
      result += String(group)
    }
  }
}
