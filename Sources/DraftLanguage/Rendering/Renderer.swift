/// What happens when a template uses a field that the data lacks.
public enum MissingPolicy: String, Sendable, Hashable, CaseIterable {
  /// An error naming the field; all missing fields are reported together.
  case error
  /// Nothing is printed, and values print as Python prints them, as docxtpl does.
  case blank
  /// A visible blank is printed, and the error stays in the diagnostics.
  case gap
}

/// Runs programs over one case's data.
///
/// Several programs, the parts of one document, may be rendered one after the other; they share the
/// budgets and the diagnostics, and each begins with fresh variables.
public struct Renderer {
  private let machine: Machine

  /// A renderer of one case.
  public init(
    data: ObjectValue, environment: Environment = .standard, missing: MissingPolicy = .error
  ) {
    machine = Machine(data: data, environment: environment, missing: missing)
  }

  /// Runs a program and appends what it writes.
  public mutating func render(
    _ program: Program, emitter: some ValueEmitter, into output: inout [UInt8]
  ) {
    machine.render(program, emitter: emitter, into: &output, notesCopies: false, drain: nil)
  }

  /// Takes output, and the static bytes that are known to be in it, away from a rendering that goes on.
  ///
  /// What it leaves of either stays before what comes next. The offsets of copies count from what it has
  /// left of the output, so that it takes none of it, or all copies.
  public typealias Drain = (inout [UInt8], inout [CopiedBytes]) -> Void

  /// How many bytes a loop may write before a ``Drain`` is called, at the end of a turn.
  public static let pieceSize = 1 << 18

  /// Runs a program and appends what it writes to an empty output, which may be taken away in between.
  ///
  /// - Parameters:
  ///   - notesCopies: whether to tell which bytes are copied from the template. What captured text or
  ///     markup holds is no copy: it comes out as a value.
  ///   - drain: called when much has been written, and again at each turn while it leaves that much.
  /// - Returns: the copies that have not been taken away.
  public mutating func render(
    _ program: Program, emitter: some ValueEmitter, into output: inout [UInt8], notesCopies: Bool,
    drain: @escaping Drain
  ) -> [CopiedBytes] {
    machine.render(
      program, emitter: emitter, into: &output, notesCopies: notesCopies, drain: drain)
    defer {
      machine.copies = []
      machine.drain = nil
    }
    return machine.copies
  }

  /// Runs a program, appends what it writes, and adds the branches that it takes.
  public mutating func render(
    _ program: Program, emitter: some ValueEmitter, into output: inout [UInt8],
    taken: inout TakenBranches
  ) {
    machine.taken = taken
    machine.render(program, emitter: emitter, into: &output, notesCopies: false, drain: nil)
    taken = machine.taken ?? taken
    machine.taken = nil
  }

  /// The errors and warnings of all renderings so far, each once.
  public var diagnostics: [Diagnostic] { machine.diagnostics }

  /// The numbers of clauses that all renderings so far ask for; what they wrote in the place of the
  /// first is ``ReferenceRequest/placeholder(_:)`` of 0, and so on.
  public var requests: [ReferenceRequest] { machine.requests }

  /// Whether a budget is used up, so that what has been written is not all there is.
  public var isHalted: Bool { machine.isHalted }

  /// Whether what has been written may become a document: there are no errors or, where gaps are
  /// wanted, none but missing fields.
  public var isWritable: Bool {
    !machine.isHalted
      && machine.diagnostics.allSatisfy {
        $0.severity != .error || (machine.missing == .gap && $0.code == "unknown-field")
      }
  }
}
