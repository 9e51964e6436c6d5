extension Program {
  /// The operations, one a line, for people who review what the compiler makes.
  public var listing: String { tables.listing }
}

extension ProgramTables {
  fileprivate var listing: String {
    var lines: [String] = []
    for (index, operation) in code.enumerated() {
      lines.append(pad(index) + " | " + text(operation))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func pad(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func text(_ operation: Operation) -> String {
    switch operation {
    case .copy(let lower, let upper):
      let bytes = statics[Int(lower)..<Int(upper)]
      return "copy " + JSONWriter.string(String(decoding: bytes, as: UTF8.self))
    case .emit(let node, let site): return "emit \(text(node))" + (site == 0 ? "" : " at \(site)")
    case .evaluate(let node): return "evaluate \(text(node))"
    case .jump(let target): return "jump \(pad(Int(target)))"
    case .branch(let node, let target): return "branch \(pad(Int(target))) unless \(text(node))"
    case .assign(let target, let node):
      return "assign \(text(targets[Int(target)])) = \(text(node))"
    case .initialise(let slot, let node): return "initialise $\(slot) = \(text(node))"
    case .begin(let loop, let otherwise):
      let plan = loops[Int(loop)]
      let filter = plan.filter >= 0 ? " if \(text(plan.filter))" : ""
      return "loop \(text(targets[Int(plan.target)])) in \(text(plan.iterable))\(filter)"
        + (plan.isRecursive ? " recursive" : "") + ", empty \(pad(Int(otherwise)))"
    case .next(_, let body): return "next \(pad(Int(body)))"
    case .leave: return "leave"
    case .capture(let target, let markup, let end):
      return "capture \(text(targets[Int(target)])) to \(pad(Int(end))) level \(markup)"
    case .define(let slot, let routine):
      let routine = routines[Int(routine)]
      let parameters = routine.parameters.map { parameter in
        parameter.name + (parameter.fallback >= 0 ? "=\(text(parameter.fallback))" : "")
      }
      return "define $\(slot) = \(routine.name)(\(parameters.joined(separator: ", "))) at "
        + "\(pad(routine.body.lowerBound))..<\(pad(routine.body.upperBound))"
    case .remember: return "remember"
    case .restore: return "restore"
    case .mark(let id, let loop): return "mark \(id)" + (loop < 0 ? "" : " in loop \(loop)")
    }
  }

  private func text(_ target: Target) -> String {
    switch target {
    case .slot(let slot): "$\(slot)"
    case .outer(let hops, let slot): "$\(hops)^\(slot)"
    case .attribute(let node, let name): "\(text(node)).\(name)"
    case .tuple(let targets, _): "(" + targets.map { text($0) }.joined(separator: ", ") + ")"
    }
  }

  private func many(_ first: Int32, _ count: Int32, _ separator: String) -> String {
    (first..<(first + count)).map { text(operands[Int($0)]) }.joined(separator: separator)
  }

  /// An expression with all its parts in parentheses.
  private func text(_ node: Int32) -> String {
    switch nodes[Int(node)] {
    case .constant(let index):
      if case .decimal(let number) = constants[Int(index)] { return Printing.written(number) }
      return Printing.repr(constants[Int(index)])
    case .root(let index): return roots[Int(index)]
    case .slot(let slot): return "$\(slot)"
    case .outer(let hops, let slot): return "$\(hops)^\(slot)"
    case .captured: return "captured"
    case .attribute(let base, let name): return "\(text(base)).\(names[Int(name)])"
    case .item(let base, let index): return "\(text(base))[\(text(index))]"
    case .slice(let base, let lower, let upper, let step):
      let bounds = [lower, upper, step].map { $0 >= 0 ? text($0) : "" }
      return "\(text(base))[\(bounds.joined(separator: ":"))]"
    case .call(let index): return text(calls[Int(index)])
    case .not(let operand): return "(not \(text(operand)))"
    case .negative(let operand): return "(-\(text(operand)))"
    case .positive(let operand): return "(+\(text(operand)))"
    case .binary(let operation, let left, let right):
      return "(\(text(left)) \(operation.rawValue) \(text(right)))"
    case .compare(let comparison, let left, let right):
      return "(\(text(left)) \(comparison.rawValue) \(text(right)))"
    case .chain(let first, let count): return "(\(many(first, count, " and ")))"
    case .and(let first, let count): return "(\(many(first, count, " and ")))"
    case .or(let first, let count): return "(\(many(first, count, " or ")))"
    case .concatenate(let first, let count): return "(\(many(first, count, " ~ ")))"
    case .list(let first, let count): return "[\(many(first, count, ", "))]"
    case .dictionary(let first, let count): return "{\(many(first, count, ", "))}"
    case .conditional(let condition, let then, let otherwise):
      let rest = otherwise >= 0 ? " else \(text(otherwise))" : ""
      return "(\(text(then)) if \(text(condition))\(rest))"
    }
  }

  private func text(_ call: Invocation) -> String {
    let arguments =
      (call.arguments + call.rest).map { $0 >= 0 ? text($0) : "_" }
      + call.named.map { "\($0.name)=\(text($0.node))" }
    let given = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
    switch call.callee {
    case .filter: return "\(text(call.base))|\(call.name)\(given)"
    case .test(_, let negated):
      return "(\(text(call.base)) is \(negated ? "not " : "")\(call.name)\(given))"
    case .function, .reference: return "\(call.name)(\(arguments.joined(separator: ", ")))"
    case .method: return "\(text(call.base)).\(call.name)(\(arguments.joined(separator: ", ")))"
    case .value: return "\(text(call.base))(\(arguments.joined(separator: ", ")))"
    }
  }
}
