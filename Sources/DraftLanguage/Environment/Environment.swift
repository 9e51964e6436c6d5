/// The filters, tests and functions that templates may use, and the limits of a fill.
public struct Environment: Sendable {
  /// By name in templates.
  public var filters: [String: Filter]
  /// By name in templates.
  public var tests: [String: Filter]
  /// By name in templates.
  public var functions: [String: Filter]
  /// Values by name that every template may use; data of the same name hide them, as in Jinja.
  public var globals: [String: Value] = [:]
  /// How much a fill may use.
  public var limits = Limits()
  /// Puts the number of a clause into a sentence; nil where numbers stand alone.
  public var clauseWording: ClauseWording?
  /// Finds a text template that another one includes; nil when there is none of that name.
  public var includes: (@Sendable (String) -> SourceText?)?

  /// All filters, tests and functions of the dialect.
  public static let standard = Environment(
    filters: StandardFilters.all, tests: StandardTests.all, functions: StandardFunctions.all)

  /// Everything of the standard environment.
  public init() { self = .standard }

  init(filters: [Filter], tests: [Filter], functions: [Filter]) {
    func table(_ filters: [Filter]) -> [String: Filter] {
      Dictionary(filters.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }
    self.filters = table(filters)
    self.tests = table(tests)
    self.functions = table(functions)
  }

  /// Adds a filter, or puts it in the place of the one of that name.
  public mutating func add(filter: Filter) { filters[filter.name] = filter }

  /// Adds a function, or puts it in the place of the one of that name.
  public mutating func add(function: Filter) { functions[function.name] = function }

  /// Adds a test, or puts it in the place of the one of that name.
  public mutating func add(test: Filter) { tests[test.name] = test }
}
