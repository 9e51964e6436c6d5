public import Draft

/// Which days are worked. It is data: holidays, and days that the Government moves, change every year.
public struct WorkCalendar: Sendable {
  /// A day of every year.
  private struct Holiday: Sendable {
    var month: Int
    var day: Int
    /// Whether the next working day is free when the holiday falls on a weekend.
    var shifts: Bool
  }

  private var weekend: Set<Int> = [6, 7]
  private var yearly: [Holiday] = []
  private var off: Set<CaseDate> = []
  private var working: Set<CaseDate> = []

  /// Saturdays and Sundays free, no holidays.
  public init() {}

  /// A calendar as `holidays.yaml` writes it.
  ///
  /// - Throws: ``Diagnostics`` with every entry that is none.
  public init(_ file: DataFile) throws(Diagnostics) {
    var wrong: [String] = []
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    if let days = file.root["weekend"]?.elements {
      weekend = []
      for (index, day) in days.enumerated() {
        if let number = day.text.flatMap(names.firstIndex) {
          weekend.insert(number + 1)
        } else {
          wrong.append("weekend[\(index)]")
        }
      }
    }
    for (index, entry) in (file.root["yearly"]?.elements ?? []).enumerated() {
      // A leap year takes 29 February too.
      if case .object(let entry) = entry,
        let day = entry["day"]?.text.flatMap({ try? CaseDate("2024-\($0)") })
      {
        let shifts = entry["shifts"].flatMap(Bool.init(value:)) ?? false
        yearly.append(Holiday(month: day.month, day: day.day, shifts: shifts))
      } else {
        wrong.append("yearly[\(index)]")
      }
    }
    for key in ["off", "working"] {
      for (index, entry) in (file.root[key]?.elements ?? []).enumerated() {
        var value = entry
        if case .object(let object) = entry, let date = object["date"] { value = date }
        guard let date = CaseDate(value: value) else {
          wrong.append("\(key)[\(index)]")
          continue
        }
        if key == "off" { off.insert(date) } else { working.insert(date) }
      }
    }
    if !wrong.isEmpty {
      throw Diagnostics(wrong.map { WorkCalendar.wrong($0, at: file.place(of: $0)) })
    }
  }

  private static func wrong(_ path: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      code: "bad-calendar",
      Message(
        en: "\(path): no day that the calendar can read",
        ru: "\(path): календарь не может прочитать этот день",
        kk: "\(path): күнтізбе бұл күнді оқи алмайды"), at: place, dataPath: path)
  }

  /// Whether a day is worked.
  public func isWorking(_ day: CaseDate) -> Bool {
    if working.contains(day) { return true }
    if weekend.contains(day.weekday) || off.contains(day) || isHoliday(day) { return false }
    return !isInsteadOfHoliday(day)
  }

  /// The day itself when it is worked, else the next one that is (GK 175).
  public func nextWorking(from day: CaseDate) -> CaseDate {
    var day = day
    // A calendar that is all weekend would never come to an end.
    for _ in 0..<366 where !isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  private func isHoliday(_ day: CaseDate) -> Bool {
    yearly.contains { $0.month == day.month && $0.day == day.day }
  }

  /// Whether the day is free because a holiday before it fell on a weekend.
  private func isInsteadOfHoliday(_ day: CaseDate) -> Bool {
    // The holidays on weekends since the last free weekday before, counted against the days that
    // could take their place.
    var start = day.adding(days: -14)
    var taken: Set<CaseDate> = []
    while start < day {
      let holiday = yearly.first { $0.month == start.month && $0.day == start.day }
      if let holiday, holiday.shifts, weekend.contains(start.weekday), !working.contains(start) {
        var next = start.adding(days: 1)
        while weekend.contains(next.weekday) || off.contains(next) || isHoliday(next)
          || taken.contains(next)
        {
          next = next.adding(days: 1)
          if start.days(until: next) > 30 { break }
        }
        taken.insert(next)
      }
      start = start.adding(days: 1)
    }
    return taken.contains(day)
  }

  /// The last day of a term.
  ///
  /// It runs from the day after the event (GK 173). A term of months or years ends on the same day of
  /// its last month (GK 174); a last day that is not worked moves on (GK 175).
  ///
  /// - Parameters:
  ///   - moves: whether the last day moves; the term of a power of attorney, for one, does not.
  public func end(of term: Term, after event: CaseDate, moves: Bool = true) -> CaseDate {
    var last: CaseDate
    switch term {
    case .workingDays(let count):
      last = event
      for _ in 0..<count { last = nextWorking(from: last.adding(days: 1)) }
      return last
    case .days(let count): last = event.adding(days: count)
    case .months(let count): last = event.adding(months: count)
    case .years(let count): last = event.adding(months: 12 * count)
    }
    return moves ? nextWorking(from: last) : last
  }

  /// How many working days come after one day, up to and with another.
  public func workingDays(after day: CaseDate, through last: CaseDate) -> Int {
    var count = 0
    var next = day.adding(days: 1)
    while next <= last {
      if isWorking(next) { count += 1 }
      next = next.adding(days: 1)
    }
    return count
  }
}
