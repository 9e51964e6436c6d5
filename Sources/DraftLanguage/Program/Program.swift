/// A compiled template: operations over the template's own bytes.
///
/// It holds nothing that changes; any number of renderers may run it at the same time.
public struct Program: Sendable {
  var code: [Operation] = []
  /// The tag of each operation, by index; -1 for none.
  var tagOfOperation: [Int32] = []
  var tags: [(span: SourceSpan, language: String?)] = []
  var nodes: [Node] = []
  /// The source of each node.
  var spans: [SourceSpan] = []
  /// Children of nodes that have many.
  var operands: [Int32] = []
  var constants: [Value] = []
  var names: [String] = []
  var roots: [String] = []
  var calls: [Invocation] = []
  var loops: [LoopPlan] = []
  var routines: [Routine] = []
  var targets: [Target] = []
  /// By frame (0 is the top, others are routines + 1), the origins of its slots.
  var origins: [[SlotOrigin]] = [[]]
  /// By frame, the names of its slots.
  var slotNames: [[String]] = [[]]
  var sources: [SourceText] = []
  var mainEnd = 0
  /// The branches, each after the one around it.
  var branchEntries: [BranchEntry] = []
  /// What was compiled, for reports about it.
  var statements: [Statement] = []
  var environment: Environment?
  /// Values that data of the same name hide.
  var globals: [String: Value] { environment?.globals ?? [:] }

  /// The bytes that `copy` takes from.
  public internal(set) var statics: [UInt8] = []
  /// The blocks around each marked place, from the outermost, by the number of the mark.
  public internal(set) var marks: [Int32: [Enclosure]] = [:]
  /// The places that ask for the numbers of clauses.
  public internal(set) var references: [Reference] = []

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
    var program = compiler.program
    program.statements = statements
    program.environment = environment
    var seen: Set<Diagnostic> = []
    let diagnostics = (parser.diagnostics.items + compiler.diagnostics.items).filter {
      seen.insert($0).inserted
    }.sorted(by: Diagnostic.comesBefore)
    let failed = diagnostics.contains { $0.severity == .error }
    return (failed ? nil : program, diagnostics)
  }

  /// The data that the template uses; found when asked for, since a fill has no use for it.
  public var fields: FieldReport {
    guard let source = sources.first, let environment else { return FieldReport(fields: []) }
    return FieldReporter.report(statements, source: source, environment: environment).report
  }

  /// The place of a span.
  func place(_ span: SourceSpan) -> Place {
    sources[Int(span.source)].place(Int(span.lower)..<Int(span.upper))
  }

  /// The text of a span.
  func text(_ span: SourceSpan) -> String {
    sources[Int(span.source)].string(Int(span.lower)..<Int(span.upper))
  }
}
