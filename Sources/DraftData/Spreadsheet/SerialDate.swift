/// Days as a workbook counts them (ECMA-376 part 1, § 18.17.4).
enum SerialDate {
  /// A day and a time of day; nil for a number that is no day.
  ///
  /// - Parameters:
  ///   - serial: days since the start of the date system, the fraction being the time.
  ///   - is1904: whether day 0 is 1904-01-01; otherwise day 1 is 1900-01-01, and day 60 is the
  ///     29 February 1900 that never was.
  /// - Returns: `2026-11-22`, with a time `2026-11-22 14:30` or `2026-11-22 14:30:05`; a fraction
  ///   below one day alone is a time.
  static func text(_ serial: Double, is1904: Bool, hasDate: Bool, hasTime: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if !hasDate, day == 0 { return clock(time) }
    guard let date = date(day, is1904: is1904) else { return nil }
    return hasTime && time != 0 ? "\(date) \(clock(time))" : date
  }

  /// A span of time in hours, `30:15` or `30:15:20`; nil for one that is too long or below zero.
  ///
  /// - Parameter serial: days, the fraction being hours, minutes and seconds.
  static func duration(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    return clock(Int((serial * 86_400).rounded()))
  }

  private static func clock(_ time: Int) -> String {
    let (minutes, seconds) = time.quotientAndRemainder(dividingBy: 60)
    let text = two(minutes / 60) + ":" + two(minutes % 60)
    return seconds == 0 ? text : text + ":" + two(seconds)
  }

  private static func date(_ serial: Int, is1904: Bool) -> String? {
    if !is1904, serial == 60 || serial == 0 { return nil }
    // Days since 1 March of the year 0, as Howard Hinnant's civil-from-days counts them.
    let first = is1904 ? 695_361 : serial < 60 ? 693_900 : 693_899
    let days = first + serial
    let (era, inEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * inYear + 2) / 153
    let day = inYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// A day in the form `2026-11-22`; nil when the calendar lacks it.
  static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= lengths[month - 1]
    else { return nil }
    let digits = String(year)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return "\(padded)-\(two(month))-\(two(day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
