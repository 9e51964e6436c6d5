/// How data paths are written.
enum Paths {
  static func member(_ base: String, _ name: String) -> String {
    let plain =
      !name.isEmpty && name.unicodeScalars.allSatisfy { Scalars.isNamePart($0.value) }
    return plain ? "\(base).\(name)" : "\(base)[\"\(name)\"]"
  }
}

/// Finds where in the data a value came from: `item.price` in the third turn of a loop over
/// `scope.items` is `scope.items[2].price`.
extension Machine {
  /// The data path of a node; nil when its value is computed.
  func path(_ node: Int32) -> String? { path(node, frame, 0) }

  /// The path of the field that a node lacks.
  func missingPath(_ node: Int32) -> String? {
    if case .call(let index) = program.tables.nodes[Int(node)] {
      let call = program.tables.calls[Int(index)]
      if case .filter = call.callee { return missingPath(call.base) }
    }
    return path(node)
  }

  /// The whole chain of members that begins with a node: for `client` in `client.bank.iban` the
  /// latter, so that who lacks all of `client` reads which of its fields are needed.
  func chain(of node: Int32) -> Int32 {
    var top = node
    while case let next = Int(top) + 1, next < program.tables.nodes.count,
      case .attribute(top, let name) = program.tables.nodes[next],
      !Methods.names.contains(program.tables.names[Int(name)])
    {
      top += 1
    }
    return top
  }

  private func path(_ node: Int32, _ frame: Frame, _ hops: Int) -> String? {
    guard node >= 0, hops < 64 else { return nil }
    switch program.tables.nodes[Int(node)] {
    case .root(let index): return program.tables.roots[Int(index)]
    case .slot(let slot): return path(slot: Int(slot), frame, hops + 1)
    case .outer(let count, let slot):
      var outer: Frame? = frame
      for _ in 0..<count { outer = outer?.outer }
      return outer.flatMap { path(slot: Int(slot), $0, hops + 1) }
    case .attribute(let base, let name):
      return path(base, frame, hops + 1).map { Paths.member($0, program.tables.names[Int(name)]) }
    case .item(let base, let index):
      guard let base = path(base, frame, hops + 1) else { return nil }
      switch program.tables.nodes[Int(index)] {
      case .call: return base + "[]"
      default: break
      }
      switch evaluate(index, asking: true) {
      case .int(let index): return "\(base)[\(index)]"
      case .string(let name): return Paths.member(base, name)
      default: return base + "[]"
      }
    case .call(let index): return path(call: program.tables.calls[Int(index)], frame, hops)
    default: return nil
    }
  }

  private func path(call: Invocation, _ frame: Frame, _ hops: Int) -> String? {
    switch call.callee {
    case .value: return path(call.base, frame, hops + 1)
    case .filter(let filter):
      switch filter.name {
      case "first": return path(call.base, frame, hops + 1).map { $0 + "[0]" }
      case "last": return path(call.base, frame, hops + 1).map { $0 + "[-1]" }
      default: return path(call.base, frame, hops + 1)
      }
    case .method("get"):
      guard let key = call.arguments.first, case .string(let name) = evaluate(key, asking: true)
      else { return nil }
      return path(call.base, frame, hops + 1).map { Paths.member($0, name) }
    case .method("items"), .method("values"): return path(call.base, frame, hops + 1)
    default: return nil
    }
  }

  private func path(slot: Int, _ frame: Frame, _ hops: Int) -> String? {
    let name = program.tables.slotNames[frame.index][slot]
    switch program.tables.origins[frame.index][slot] {
    case .unknown: return name.hasPrefix(" ") ? nil : name
    case .node(let node): return path(node, frame, hops + 1) ?? name
    case .parameter(let position):
      guard Int(position) < frame.arguments.count, let caller = frame.caller,
        frame.arguments[Int(position)] >= 0
      else { return name }
      return path(frame.arguments[Int(position)], caller, hops + 1)
    case .loop(let loop, let position): return path(loop: loop, position, frame, hops)
    }
  }

  private func path(loop: Int32, _ position: Int32, _ frame: Frame, _ hops: Int) -> String? {
    let plan = program.tables.loops[Int(loop)]
    guard let base = path(plan.iterable, frame, hops + 1) else { return nil }
    guard let state = loops.last(where: { $0.plan == loop }) else { return base + "[]" }
    var index = state.index
    if state.positions.indices.contains(index) { index = Int(state.positions[index]) }
    var isItems = false
    if case .call(let call) = program.tables.nodes[Int(plan.iterable)] {
      switch program.tables.calls[Int(call)].callee {
      case .method("items"): isItems = true
      case .method("values"), .value: break
      default: return base + (position >= 0 ? "[][\(position)]" : "[]")
      }
    }
    if isItems, case .list(let pair) = state.items[state.index], case .string(let key)? = pair.first
    {
      return position == 1 ? Paths.member(base, key) : base
    }
    return "\(base)[\(index)]" + (position >= 0 ? "[\(position)]" : "")
  }

  /// The path of the current element of what a node gives, for `assign` in a loop.
  func elementPath(_ node: Int32) -> String? {
    guard node >= 0, let base = path(node) else { return nil }
    guard let state = loops.last, program.tables.loops[Int(state.plan)].iterable == node else {
      return base
    }
    return "\(base)[\(state.index)]"
  }
}
