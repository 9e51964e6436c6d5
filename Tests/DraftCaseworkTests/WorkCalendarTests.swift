import Draft
import DraftCasework
import Testing

/// Terms over weekends, holidays and days that move.
@Suite struct WorkCalendarTests {
  @Test(arguments: [
    // 21 and 22 March 2026 are a weekend: 24 and 25 are free instead; 23 is the third day.
    ("2026-03-20", true), ("2026-03-21", false), ("2026-03-23", false), ("2026-03-24", false),
    ("2026-03-25", false), ("2026-03-26", true),
    // 8 March 2026 is a Sunday; 9 May a Saturday.
    ("2026-03-09", false), ("2026-03-10", true), ("2026-05-11", false), ("2026-05-12", true),
    // Christmas does not move, Qurban Ait neither.
    ("2026-01-07", false), ("2028-01-07", false), ("2026-05-27", false), ("2027-05-17", true),
    // 25 October 2026 is a Sunday; 16 December a Wednesday.
    ("2026-10-26", false), ("2026-12-16", false), ("2026-12-17", true),
    // 1 and 2 January 2028 are a weekend.
    ("2028-01-03", false), ("2028-01-04", false), ("2028-01-05", true),
  ])
  func daysOff(_ day: String, _ isWorking: Bool) throws {
    #expect(try Project.rules().calendar.isWorking(CaseDate(day)) == isWorking)
  }

  @Test(arguments: [
    // Ten working days over Nauryz: 16–20 March, 26, 27, 30, 31 March, 1 April.
    ("gpk.response", "2026-03-13", "2026-04-01"),
    // A month that ends on a Sunday; the next Monday is worked.
    ("gpk.appeal", "2026-10-22", "2026-11-23"),
    // 30 January has no counterpart: the last day of February is a Saturday.
    ("gpk.appeal", "2026-01-30", "2026-03-02"),
    ("gpk.cassation", "2026-05-15", "2026-11-16"), ("appk.complaint", "2026-08-22", "2026-11-23"),
    // Ten days of the code on offences run through the weekend and end on Independence Day.
    ("koap.complaintCourt", "2026-12-06", "2026-12-17"),
    // A power of attorney ends on its day, Sunday or not.
    ("poa.default", "2026-11-22", "2027-11-22"), ("poa.max", "2023-11-19", "2026-11-19"),
    ("limitation", "2023-11-22", "2026-11-23"),
  ])
  func theLastDay(_ key: String, _ event: String, _ last: String) throws {
    let rules = try Project.rules()
    let entry = try #require(rules.deadlines[key])
    let day = rules.calendar.end(of: entry.term, after: try CaseDate(event), moves: entry.moves)
    #expect(day.text == last)
  }

  @Test func aMovedDayIsWorked() throws {
    let file = try DataFile(
      yaml: Array("weekend: [saturday, sunday]\noff: [2026-11-23]\nworking: [2026-11-21]".utf8),
      name: "holidays.yaml")
    let calendar = try WorkCalendar(file)
    #expect(try calendar.isWorking(CaseDate("2026-11-21")))
    #expect(try !calendar.isWorking(CaseDate("2026-11-23")))
    #expect(
      try calendar.end(of: .workingDays(2), after: CaseDate("2026-11-20")).text == "2026-11-24")
  }

  @Test func aWrongCalendarSaysWhere() throws {
    let file = try DataFile(
      yaml: Array("weekend: [someday]\nyearly:\n  - { day: 13-01 }\noff: [soon]".utf8),
      name: "holidays.yaml")
    let error = #expect(throws: Diagnostics.self) { try WorkCalendar(file) }
    #expect(error?.items.map(\.dataPath) == ["weekend[0]", "yearly[0]", "off[0]"])
    #expect(error?.items.compactMap(\.place?.line) == [1, 3, 4])
  }

  /// Every term of the requisites is in the table, with both titles and its article.
  @Test func theTableIsWhole() throws {
    let table = try Project.rules().deadlines
    let keys = """
      gpk.response gpk.orderObjection gpk.appeal gpk.privateAppeal gpk.cassation gpk.acceptClaim \
      gpk.childReturn appk.complaint appk.complaintNoNote appk.forward appk.reply appk.fileAccess \
      appk.redirect appk.suit appk.suitAction appk.suitRecognition appk.suitNpa appk.bailiff \
      upk.petition upk.complaintDecision upk.court upk.closedCase koap.complaintBody \
      koap.complaintCourt koap.higherToCourt koap.actions poa.max poa.default limitation std.copies
      """.split(separator: " ").map(String.init)
    for key in keys {
      let entry = try #require(table[key], "\(key)")
      #expect(entry.title.kk != nil && entry.title.ru != nil, "\(key)")
      #expect(entry.source?.kk != nil && entry.source?.ru != nil, "\(key)")
      #expect(entry.event != nil, "\(key)")
    }
    #expect(Set(keys).isSubset(of: Set(table.keys)))
  }
}
