/// A day of the Gregorian calendar without time or time zone, years 1 to 9999.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// A date from its parts; a day that the calendar lacks is the error `bad-date`.
  public init(year: Int, month: Int, day: Int) throws(WordingError) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else {
      throw WordingError(code: "bad-date", message: "no such day: \(year)-\(month)-\(day)")
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `yyyy-MM-dd`; anything else, or a day that the calendar lacks, is the error
  /// `bad-date`.
  public init(iso: String) throws(WordingError) {
    var parts = (year: 0, month: 0, day: 0)
    var position = 0
    for byte in iso.utf8 {
      let digit = Int(byte) - 48
      switch position {
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { throw Self.malformed(iso) }
      case 0...9 where (0...9).contains(digit):
        if position < 4 {
          parts.year = parts.year * 10 + digit
        } else if position < 7 {
          parts.month = parts.month * 10 + digit
        } else {
          parts.day = parts.day * 10 + digit
        }
      default:
        throw Self.malformed(iso)
      }
      position += 1
    }
    guard position == 10 else { throw Self.malformed(iso) }
    try self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// Whether the first day comes before the second.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func malformed(_ text: String) -> WordingError {
    WordingError(code: "bad-date", message: "not a date of the form yyyy-MM-dd: \(text)")
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
