public import Draft

/// How long a term runs, and in which days it is counted.
public enum Term: CaseValue, Hashable {
  /// Calendar days («суток», «дней»).
  case days(Int)
  /// Working days («рабочих дней»).
  case workingDays(Int)
  /// Months.
  case months(Int)
  /// Years.
  case years(Int)

  /// Reads a mapping of one unit and its number: `{working_days: 10}`.
  public init?(value: Value) {
    guard case .object(let object) = value, object.keys.count == 1, let unit = object.keys.first,
      case .int(let count)? = object.values.first, (1...10_000).contains(count)
    else { return nil }
    switch unit {
    case "days": self = .days(count)
    case "working_days": self = .workingDays(count)
    case "months": self = .months(count)
    case "years": self = .years(count)
    default: return nil
    }
  }

  /// The term as a mapping of one unit.
  public var value: Value {
    let (unit, count) =
      switch self {
      case .days(let count): ("days", count)
      case .workingDays(let count): ("working_days", count)
      case .months(let count): ("months", count)
      case .years(let count): ("years", count)
      }
    return .object(ObjectValue([(unit, .int(count))]))
  }
}
