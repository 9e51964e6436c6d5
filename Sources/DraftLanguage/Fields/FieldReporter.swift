/// Finds the data that statements use.
struct FieldReporter {
  static func report(
    _ statements: [Statement], source: SourceText, environment: Environment
  ) -> FieldReport {
    FieldReport(fields: [])
  }
}
