internal import Draft

/// What a case is checked against besides the law in the code: the calendar and the table of terms.
public struct CaseRules: Sendable {
  /// The working days.
  public var calendar: WorkCalendar
  /// The terms.
  public var deadlines: DeadlineTable

  /// Rules; without holidays and terms unless given.
  public init(calendar: WorkCalendar = WorkCalendar(), deadlines: DeadlineTable = DeadlineTable()) {
    self.calendar = calendar
    self.deadlines = deadlines
  }
}

extension Catalogue {
  /// The calendar and the terms that stand beside the documents (`holidays.yaml`, `deadlines.yaml`).
  /// A firm's calendar takes the place of the shipped one; its terms are added to the shipped.
  ///
  /// - Throws: ``Diagnostics`` when they are wrong, or the failure to read them.
  public func rules() throws -> CaseRules {
    var rules = CaseRules()
    let calendars = folders.map { $0 + "/holidays.yaml" }
    if let calendar = calendars.first(where: FileSystem.exists) {
      rules.calendar = try WorkCalendar(DataFile(contentsOf: calendar))
    }
    for path in folders.reversed().map({ $0 + "/deadlines.yaml" }) where FileSystem.exists(path) {
      try rules.deadlines.add(DataFile(contentsOf: path))
    }
    return rules
  }
}
