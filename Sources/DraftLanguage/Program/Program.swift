/// A compiled template: operations over the template's own bytes.
///
/// It holds nothing that changes; any number of renderers may run it at the same time. Threads that do
/// so share one reference, and count it once a run.
public final class Program: Sendable {
  /// What it is made of.
  let tables: ProgramTables

  init(_ tables: ProgramTables = ProgramTables()) { self.tables = tables }

  /// The bytes that the operations copy from.
  public var statics: [UInt8] { tables.statics }
  /// The blocks around each marked place, from the outermost, by the number of the mark.
  public var marks: [Int32: [Enclosure]] { tables.marks }
  /// The places that ask for the numbers of clauses.
  public var references: [Reference] { tables.references }

  /// Compiles pieces to a program.
  ///
  /// - Parameters:
  ///   - pieces: literals, which are ranges of `statics`, and tags, whose text is in `source`.
  ///   - statics: the bytes that are copied.
  ///   - source: the text of the template as its author reads it.
  ///   - environment: the filters, tests and functions that it may use.
  ///   - hasClauses: whether what is drawn has numbered clauses that `ref` can name.
  /// - Returns: the program, nil when there are errors, and all errors and warnings. Errors of
  ///   blocks equal those of ``BlockMatcher``, so that who ran both can drop the doubles.
  public static func compile(
    pieces: [Piece], statics: [UInt8], source: SourceText, environment: Environment = .standard,
    hasClauses: Bool = false
  ) -> (program: Program?, diagnostics: [Diagnostic]) {
    var parser = TemplateParser(pieces, source)
    let statements = parser.parse()
    var compiler = Compiler(environment: environment, source: source, statics: statics)
    compiler.hasClauses = hasClauses
    compiler.compile(statements)
    compiler.program.statements = statements
    compiler.program.environment = environment
    var seen: Set<Diagnostic> = []
    let diagnostics = (parser.diagnostics.items + compiler.diagnostics.items).filter {
      seen.insert($0).inserted
    }.sorted(by: Diagnostic.comesBefore)
    let failed = diagnostics.contains { $0.severity == .error }
    return (failed ? nil : Program(compiler.program), diagnostics)
  }

  /// The data that the template uses, with all places; found when asked for.
  public var fields: FieldReport { uses?.report ?? FieldReport(fields: []) }

  /// What the data is used as, without the places of ``fields``, which take longer to find.
  public var fieldKinds: [FieldReport.Kind] { uses?.kinds ?? [] }

  private var uses: FieldUses? {
    guard let source = tables.sources.first, let environment = tables.environment else {
      return nil
    }
    return FieldReporter.report(tables.statements, source: source, environment: environment)
  }
}
