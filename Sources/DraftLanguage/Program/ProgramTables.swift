/// What a program is made of: operations, and the tables that the indexes in them lead into.
struct ProgramTables: Sendable {
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

  /// The bytes that `copy` takes from.
  var statics: [UInt8] = []
  /// See ``Program/marks``.
  var marks: [Int32: [Enclosure]] = [:]
  /// See ``Program/references``.
  var references: [Reference] = []

  /// Values that data of the same name hide.
  var globals: [String: Value] { environment?.globals ?? [:] }

  /// The place of a span.
  func place(_ span: SourceSpan) -> Place {
    sources[Int(span.source)].place(Int(span.lower)..<Int(span.upper))
  }

  /// The text of a span.
  func text(_ span: SourceSpan) -> String {
    sources[Int(span.source)].string(Int(span.lower)..<Int(span.upper))
  }

  /// The place of a node.
  func place(of node: Int32) -> Place { place(spans[Int(node)]) }

  /// The text of a node.
  func text(of node: Int32) -> String { text(spans[Int(node)]) }

  /// Appends static bytes.
  ///
  /// They are not taken as a slice, which would count a reference that all threads share.
  func append(statics lower: Int32, _ upper: Int32, to output: inout [UInt8]) {
    unsafe statics.withUnsafeBufferPointer { statics in
      unsafe output.append(
        contentsOf: UnsafeBufferPointer(rebasing: statics[Int(lower)..<Int(upper)]))
    }
  }
}
