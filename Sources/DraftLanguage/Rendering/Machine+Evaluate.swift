extension Machine {
  /// How deep evaluation may go, macros included, before the stack is in danger.
  static let deepest = 600

  /// The value of a node. With `asking`, a field that the data lacks is no error.
  func evaluate(_ node: Int32, asking: Bool = false) -> Value {
    switch program.tables.nodes[Int(node)] {
    case .constant(let index): return program.tables.constants[Int(index)]
    case .root(let index): return root(Int(index))
    case .slot(let slot): return frame.slots[Int(slot)]
    case .outer(let hops, let slot):
      var frame: Frame? = self.frame
      for _ in 0..<hops { frame = frame?.outer }
      return frame?.slots[Int(slot)] ?? .undefined
    case .captured: return captured
    case .attribute(let base, let name):
      return attribute(base, program.tables.names[Int(name)], asking)
    default: return compound(node, asking)
    }
  }

  private func root(_ index: Int) -> Value {
    let value = roots[index]
    if case .undefined = value, environment.functions[program.tables.roots[index]] != nil {
      return .reference(.init(kind: .function, index: index))
    }
    return value
  }

  /// Expressions that have parts: bounded in depth, because each level takes stack.
  @inline(never)
  private func compound(_ node: Int32, _ asking: Bool) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      halt(.tooDeepCalls(limits.callDepth))
      return .poison
    }
    // Each kind has a function of its own, which keeps the frames of the recursion small.
    switch program.tables.nodes[Int(node)] {
    case .item(let base, let index): return item(base, index, asking)
    case .slice(let base, let lower, let upper, let step):
      return slice(base, lower, upper, step, node)
    case .call(let index): return call(Int(index), node, asking)
    case .not(let operand): return not(operand)
    case .negative(let operand): return negative(operand, node)
    case .positive(let operand): return positive(operand)
    case .binary(let operation, let left, let right): return binary(operation, left, right, node)
    case .compare(let comparison, let left, let right): return compare(comparison, left, right)
    case .chain(let first, let count): return chain(first, count)
    case .and(let first, let count): return choice(first, count, stopsAt: false, asking)
    case .or(let first, let count): return choice(first, count, stopsAt: true, asking)
    case .concatenate(let first, let count): return concatenate(first, count)
    case .list(let first, let count): return list(first, count)
    case .dictionary(let first, let count): return dictionary(first, count)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, node, asking)
    default: return .undefined
    }
  }

  @inline(never)
  private func not(_ operand: Int32) -> Value { .bool(!truth(evaluate(operand), operand)) }

  @inline(never)
  private func positive(_ operand: Int32) -> Value { number(evaluate(operand), operand) ?? .poison }

  @inline(never)
  private func binary(
    _ operation: BinaryOperator, _ left: Int32, _ right: Int32, _ node: Int32
  ) -> Value {
    let first = evaluate(left)
    return binary(operation, first, evaluate(right), left, right, node)
  }

  @inline(never)
  private func compare(_ comparison: ComparisonOperator, _ left: Int32, _ right: Int32) -> Value {
    let first = evaluate(left)
    return compare(comparison, first, evaluate(right), left, right)
  }

  @inline(never)
  private func chain(_ first: Int32, _ count: Int32) -> Value {
    for index in first..<(first + count) {
      let link = evaluate(program.tables.operands[Int(index)])
      if case .bool(true) = link { continue }
      return link
    }
    return .bool(true)
  }

  @inline(never)
  private func list(_ first: Int32, _ count: Int32) -> Value {
    var items: [Value] = []
    items.reserveCapacity(Int(count))
    for index in first..<(first + count) {
      items.append(evaluate(program.tables.operands[Int(index)], asking: true))
    }
    return .list(items)
  }

  @inline(never)
  private func conditional(
    _ condition: Int32, _ then: Int32, _ otherwise: Int32, _ node: Int32, _ asking: Bool
  ) -> Value {
    let holds = truth(evaluate(condition), condition)
    if taken != nil { taken?.points.insert(.node(node, holds)) }
    if holds { return evaluate(then, asking: asking) }
    return otherwise >= 0 ? evaluate(otherwise, asking: asking) : .absent
  }

  /// `and` and `or` give the operand that decides.
  @inline(never)
  private func choice(_ first: Int32, _ count: Int32, stopsAt: Bool, _ asking: Bool) -> Value {
    for index in first..<(first + count - 1) {
      let operand = program.tables.operands[Int(index)]
      let value = evaluate(operand)
      if truth(value, operand) == stopsAt { return value }
    }
    return evaluate(program.tables.operands[Int(first + count - 1)], asking: asking)
  }

  @inline(never)
  private func concatenate(_ first: Int32, _ count: Int32) -> Value {
    var text = ""
    for index in first..<(first + count) {
      let operand = program.tables.operands[Int(index)]
      guard let part = self.text(evaluate(operand), operand) else { return .poison }
      text += part
      guard checkSize(text.utf8.count) else { return .poison }
    }
    return .string(text)
  }

  /// Whether a computed text or list is small enough.
  func checkSize(_ size: Int) -> Bool {
    if size > limits.stringBytes { halt(.tooLarge(limits.stringBytes)) } else { charge(size >> 8) }
    return !isHalted
  }

  @inline(never)
  private func dictionary(_ first: Int32, _ count: Int32) -> Value {
    var pairs: [(key: String, value: Value)] = []
    var index = first
    while index < first + count {
      let keyNode = program.tables.operands[Int(index)]
      let value = evaluate(program.tables.operands[Int(index + 1)], asking: true)
      if let key = text(evaluate(keyNode), keyNode) { pairs.append((key, value)) }
      index += 2
    }
    return .object(ObjectValue(pairs))
  }

  // MARK: Members

  @inline(never)
  private func attribute(_ base: Int32, _ name: String, _ asking: Bool) -> Value {
    let holder = evaluate(base, asking: asking)
    switch holder {
    case .object(let object):
      if let value = object[name] { return value }
      if object.shape == .localised, case .object(let chosen) = scalar(holder, base, asking: true) {
        return chosen[name] ?? .undefined
      }
      if object.shape == .dressed, let list = object["$list"] {
        return member(list, name)
      }
      return .undefined
    case .undefined:
      if asking { return .undefined }
      reportMissing(base)
      return .poison
    case .reference(let reference): return member(of: reference, name)
    default: return member(holder, name)
    }
  }

  private func member(_ holder: Value, _ name: String) -> Value {
    if case .list(let items) = holder, let index = Int(name) { return element(items, index) }
    return .undefined
  }

  private func member(of reference: Value.Reference, _ name: String) -> Value {
    switch reference.what {
    case .poison: return .poison
    case .namespace: return stores[Int(reference.index)][name] ?? .undefined
    case .loop:
      guard let state = loops.last(where: { $0.serial == reference.index }) else {
        return .undefined
      }
      return LoopFields.value(name, state)
    case .cycler where name == "current":
      let store = stores[Int(reference.index)]
      return store.values.isEmpty ? .undefined : store.values[store.position % store.values.count]
    case .closure where name == "name":
      return .string(program.tables.routines[Int(closures[Int(reference.index)].routine)].name)
    default: return .undefined
    }
  }

  func element(_ items: [Value], _ index: Int) -> Value {
    let place = index < 0 ? index + items.count : index
    return items.indices.contains(place) ? items[place] : .undefined
  }

  @inline(never)
  private func item(_ base: Int32, _ index: Int32, _ asking: Bool) -> Value {
    let holder = evaluate(base, asking: asking)
    let key = scalar(evaluate(index, asking: asking), index, asking: asking)
    if holder.isPoison || key.isPoison { return .poison }
    if case .undefined = holder {
      if asking { return .undefined }
      reportMissing(base)
      return .poison
    }
    if case .undefined = key {
      if asking { return .undefined }
      return used(key, index)
    }
    return item(holder, key)
  }

  /// `holder[key]`; undefined when there is no such element.
  func item(_ holder: Value, _ key: Value) -> Value {
    switch (holder, key) {
    case (.list(let items), .int(let index)): return element(items, index)
    case (.list(let items), .bool(let index)): return element(items, index ? 1 : 0)
    case (.string(let text), .int(let index)):
      let characters = Array(text.unicodeScalars)
      let place = index < 0 ? index + characters.count : index
      return characters.indices.contains(place)
        ? .string(String(Character(characters[place]))) : .undefined
    case (.object(let object), .string(let name)):
      if let value = object[name] { return value }
      if object.shape == .localised, case .string(let text) = scalar(holder, -1, asking: true) {
        return item(.string(text), key)
      }
      return .undefined
    case (.object(let object), .int(let index)):
      if object.shape == .dressed, let list = object["$list"] { return item(list, key) }
      return object[String(index)] ?? .undefined
    case (.reference(let reference), .string(let name)): return member(of: reference, name)
    default: return .undefined
    }
  }

  @inline(never)
  private func slice(
    _ base: Int32, _ lower: Int32, _ upper: Int32, _ step: Int32, _ node: Int32
  ) -> Value {
    let holder = scalar(used(evaluate(base), base), base)
    if holder.isPoison { return .poison }
    func bound(_ node: Int32) -> Int?? {
      guard node >= 0 else { return .some(nil) }
      switch evaluate(node) {
      case .int(let value): return value
      case .null: return .some(nil)
      case let other:
        if !other.isPoison { report(.wrongType(.notInteger(self.kind(other))), at: node) }
        return nil
      }
    }
    guard let lower = bound(lower), let upper = bound(upper), let step = bound(step) else {
      return .poison
    }
    guard step != 0 else {
      report(.wrongType(.zeroStep), at: node)
      return .poison
    }
    if case .string(let text) = holder {
      let scalars = Array(text.unicodeScalars)
      charge(scalars.count >> 4)
      var sliced = String.UnicodeScalarView()
      for index in Slicing.indices(scalars.count, lower, upper, step ?? 1) {
        sliced.append(scalars[index])
      }
      return .string(String(sliced))
    }
    guard let items = elements(holder, base) else { return .poison }
    charge(items.count >> 2)
    return .list(Slicing.indices(items.count, lower, upper, step ?? 1).map { items[$0] })
  }
}

/// Python's rules for `a[lower:upper:step]`.
enum Slicing {
  static func indices(_ count: Int, _ lower: Int?, _ upper: Int?, _ step: Int) -> [Int] {
    func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      min(max(bound < 0 ? bound + count : bound, low), high)
    }
    var indices: [Int] = []
    if step > 0 {
      var at = clamp(lower ?? 0, 0, count)
      let end = clamp(upper ?? count, 0, count)
      while at < end {
        indices.append(at)
        let (next, overflow) = at.addingReportingOverflow(step)
        if overflow { break }
        at = next
      }
    } else {
      var at = lower.map { clamp($0, -1, count - 1) } ?? count - 1
      let end = upper.map { clamp($0, -1, count - 1) } ?? -1
      while at > end {
        indices.append(at)
        let (next, overflow) = at.addingReportingOverflow(step)
        if overflow { break }
        at = next
      }
    }
    return indices
  }
}

/// The fields of `loop`.
enum LoopFields {
  static let names = [
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
    "depth", "depth0", "cycle", "changed",
  ]

  static func value(_ name: String, _ state: Machine.LoopState) -> Value {
    let (index, count) = (state.index, state.items.count)
    return switch name {
    case "index": .int(index + 1)
    case "index0": .int(index)
    case "revindex": .int(count - index)
    case "revindex0": .int(count - index - 1)
    case "first": .bool(index == 0)
    case "last": .bool(index == count - 1)
    case "length": .int(count)
    case "previtem": index > 0 ? state.items[index - 1] : .undefined
    case "nextitem": index + 1 < count ? state.items[index + 1] : .undefined
    case "depth": .int(state.depth)
    case "depth0": .int(state.depth - 1)
    default: .undefined
    }
  }
}
