internal import Draft

/// A day of the calendar, written `2026-11-22` (ISO 8601). It has no time and no time zone.
public struct CaseDate: CaseIdentifier, Comparable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// A day of the Gregorian calendar; nil when the calendar lacks it.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CaseDate.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a day in the form `2026-11-22`.
  public init(_ text: String) throws(IdentifierFault) {
    let text = text.trimmed
    if let date = CaseDate.read(text, separator: "-", order: [0, 1, 2]) {
      self = date
      return
    }
    let hint: Message
    if let date = CaseDate.read(text, separator: ".", order: [2, 1, 0]) {
      hint = Message(
        en: "write \(date.text)", ru: "пишите \(date.text)", kk: "\(date.text) деп жазыңыз")
    } else {
      hint = Message(
        en: "year, month, day: 2026-11-22; in a table also 22.11.2026",
        ru: "год, месяц, день: 2026-11-22; в таблице и 22.11.2026",
        kk: "жыл, ай, күн: 2026-11-22; кестеде 22.11.2026 да")
    }
    throw IdentifierFault(
      code: "date-form",
      Message(
        en: "«\(text)» is no day of the calendar in the form 2026-11-22",
        ru: "«\(text)» – не день календаря в виде 2026-11-22",
        kk: "«\(text)» – 2026-11-22 түріндегі күнтізбе күні емес"), hint: hint)
  }

  private static func read(_ text: String, separator: Character, order: [Int]) -> CaseDate? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[order[0]].count == 4, parts[order[1]].count == 2,
      parts[order[2]].count == 2,
      parts.allSatisfy({ $0.unicodeScalars.allSatisfy(LatinLetters.isDigit) }),
      let year = Int(parts[order[0]]), let month = Int(parts[order[1]]),
      let day = Int(parts[order[2]])
    else { return nil }
    return CaseDate(year: year, month: month, day: day)
  }

  /// The day in the form `2026-11-22`.
  public var text: String {
    let year = String(year)
    let padded = String(repeating: "0", count: 4 - year.count) + year
    return "\(padded)-\(CaseDate.two(month))-\(CaseDate.two(day))"
  }

  /// The day in the form `22.11.2026`.
  public var short: String { "\(CaseDate.two(day)).\(CaseDate.two(month)).\(year)" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the first day comes before the second.
  public static func < (left: CaseDate, right: CaseDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  // MARK: Counting

  /// Days since 1 March of the year 0.
  var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + inYear
  }

  /// The day of the week, 1 Monday to 7 Sunday (ISO 8601).
  public var weekday: Int { (ordinal + 2) % 7 + 1 }

  /// How many days later another day is; negative when it is earlier.
  public func days(until other: CaseDate) -> Int { other.ordinal - ordinal }

  /// The day after a number of days.
  public func adding(days count: Int) -> CaseDate {
    var date = self
    var left = count
    while left != 0 {
      let length = CaseDate.days(in: date.month, of: date.year)
      let next = date.day + left
      if (1...length).contains(next) {
        return CaseDate(year: date.year, month: date.month, day: next) ?? date
      }
      let isForward = left > 0
      left -= isForward ? length - date.day + 1 : -date.day
      let turn = date.month + (isForward ? 1 : -1)
      let year = turn == 13 ? date.year + 1 : turn == 0 ? date.year - 1 : date.year
      let month = turn == 13 ? 1 : turn == 0 ? 12 : turn
      let day = isForward ? 1 : CaseDate.days(in: month, of: year)
      guard let moved = CaseDate(year: year, month: month, day: day) else { return date }
      date = moved
    }
    return date
  }

  /// The same day after a number of months, or the last day of that month when it is shorter.
  public func adding(months count: Int) -> CaseDate {
    let total = year * 12 + month - 1 + count
    let year = total / 12
    let month = total % 12 + 1
    return CaseDate(year: year, month: month, day: min(day, CaseDate.days(in: month, of: year)))
      ?? self
  }
}
