/// What one pass finds wrong, up to a limit: a file may hold a mistake every few bytes, and nobody reads
/// ten thousand of them.
public struct Findings: Sendable {
  /// How many errors, and how many warnings, a pass lists.
  public static let limit = 100

  /// Errors and warnings as they were found; after the last one listed, one that says there are more.
  public private(set) var items: [Diagnostic] = []
  private var errors = 0
  private var warnings = 0

  /// Nothing has been found.
  public init() {}

  /// Adds an error or a warning.
  public mutating func append(_ item: Diagnostic) {
    let count: Int
    switch item.severity {
    case .error:
      errors += 1
      count = errors
    case .warning:
      warnings += 1
      count = warnings
    }
    if count <= Self.limit {
      items.append(item)
    } else if count == Self.limit + 1 {
      items.append(.moreMistakes(item.severity, at: item.place))
    }
  }

  /// Adds what another pass has found.
  public static func += (left: inout Findings, right: [Diagnostic]) {
    for item in right { left.append(item) }
  }

  /// Whether no error is listed any more, so that there is no use in looking for them.
  public var isFull: Bool { errors > Self.limit }
}

extension Diagnostic {
  /// From some place on mistakes are no longer listed.
  static func moreMistakes(_ severity: Severity, at place: Place?) -> Diagnostic {
    Diagnostic(
      severity, code: "more-mistakes",
      Message(
        en: "there are more mistakes, which are not listed",
        ru: "есть и другие ошибки; они не перечислены",
        kk: "тағы да қателер бар; олар тізімде жоқ"),
      at: place,
      hints: [
        Message(
          en: "mend those that are listed and check the template again",
          ru: "исправьте перечисленные и проверьте шаблон ещё раз",
          kk: "тізімдегілерін түзетіп, үлгіні қайта тексеріңіз")
      ])
  }
}
