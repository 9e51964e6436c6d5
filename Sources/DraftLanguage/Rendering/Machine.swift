/// The state of one fill: variables, loops, budgets and diagnostics.
final class Machine {
  /// The variables of the top level or of one call of a macro.
  final class Frame {
    var slots: [Value]
    let index: Int
    let outer: Frame?
    /// Who called, for the data paths of messages.
    let caller: Frame?
    let arguments: [Int32]

    init(_ count: Int, index: Int, outer: Frame?, caller: Frame?, arguments: [Int32]) {
      slots = Array(repeating: .undefined, count: count)
      self.index = index
      self.outer = outer
      self.caller = caller
      self.arguments = arguments
    }
  }

  struct LoopState {
    var plan: Int32
    var serial: Int32
    var items: [Value]
    /// The position of each item before the loop's filter; empty without one.
    var positions: [Int32]
    var index = 0
    var depth: Int
    var changed: [Value]?
  }

  /// A macro with the variables among which it was defined.
  struct Closure {
    var routine: Int32
    var frame: Frame
  }

  /// What `namespace`, `cycler` and `joiner` make: things that change.
  struct Store {
    var keys: [String] = []
    var values: [Value] = []
    var position = 0
  }

  struct Memory {
    var slots: [[Value]]
    var stores: [Store]
  }

  let environment: Environment
  let limits: Limits
  let missing: MissingPolicy
  let data: ObjectValue
  var diagnostics: [Diagnostic] = []
  var seen: Set<ReportKey> = []
  var warned: Set<String> = []

  var program = Program()
  var emitter: any ValueEmitter = PlainEmitter()
  var roots: [Value] = []
  var frame = Frame(0, index: 0, outer: nil, caller: nil, arguments: [])
  var loops: [LoopState] = []
  var closures: [Closure] = []
  var stores: [Store] = []
  var memories: [Memory] = []
  var serial: Int32 = 0
  /// What `ref` has asked for so far, in all programs.
  var requests: [ReferenceRequest] = []
  /// The operation that runs, for places and languages.
  var counter = 0
  /// The language of the place from which the running macro was called.
  var inheritedLanguage: String?
  /// The static bytes that the program has copied to its output, in order, while they are noted.
  var copies: [CopiedBytes] = []
  /// Whether somebody asks for them, and the output is that of the document.
  var notesCopies = false
  /// The branches that the program has taken, while somebody asks for them.
  var taken: TakenBranches?
  /// Takes output away while the program goes on; nil when nobody does, or output is captured.
  var drain: Renderer.Drain?
  /// Whether output is plain text that no emitter escapes.
  var isPlain = false
  var captured = Value.undefined

  var steps = 0
  var written = 0
  var depth = 0
  var callDepth = 0
  /// Set when a budget is used up: nothing goes on.
  var isHalted = false

  init(data: ObjectValue, environment: Environment, missing: MissingPolicy) {
    self.data = data
    self.environment = environment
    self.missing = missing
    limits = environment.limits
  }

  func render(
    _ program: Program, emitter: some ValueEmitter, into output: inout [UInt8], notesCopies: Bool,
    drain: Renderer.Drain?
  ) {
    self.notesCopies = notesCopies
    self.drain = drain
    copies = []
    self.program = program
    self.emitter = emitter
    roots = program.tables.roots.map { data[$0] ?? program.tables.globals[$0] ?? .undefined }
    frame = Frame(program.tables.origins[0].count, index: 0, outer: nil, caller: nil, arguments: [])
    loops = []
    closures = []
    stores = []
    memories = []
    inheritedLanguage = nil
    isPlain = false
    run(0..<program.tables.mainEnd, &output)
  }

  /// Runs the operations of a range until one leaves it.
  func run(_ range: Range<Int>, _ output: inout [UInt8]) {
    // What threads share is counted here once, and not in each step.
    let (program, emitter) = (program, emitter)
    var at = range.lowerBound
    while at < range.upperBound, !isHalted {
      steps += 1
      if steps > limits.steps {
        halt(.tooManySteps(limits.steps))
        return
      }
      counter = at
      at = step(program.tables.code[at], at, program, emitter, &output)
    }
  }

  /// Runs one operation and says which comes next.
  @inline(__always)
  private func step(
    _ operation: Operation, _ at: Int, _ program: Program, _ emitter: any ValueEmitter,
    _ output: inout [UInt8]
  ) -> Int {
    switch operation {
    case .copy(let lower, let upper):
      if notesCopies {
        copies.append(CopiedBytes(operation: Int32(truncatingIfNeeded: at), start: output.count))
      }
      program.tables.append(statics: lower, upper, to: &output)
      count(Int(upper - lower))
    case .emit(let node, let site):
      let before = output.count
      emit(evaluate(node), node, by: emitter, at: site, &output)
      count(output.count - before)
    case .evaluate(let node): _ = evaluate(node, asking: true)
    case .jump(let target): return Int(target)
    case .branch(let node, let target):
      let holds = truth(evaluate(node), node)
      if taken != nil { taken?.points.insert(.operation(Int32(truncatingIfNeeded: at), holds)) }
      if !holds { return Int(target) }
    case .assign(let target, let node):
      assign(program.tables.targets[Int(target)], evaluate(node), node)
    case .initialise(let slot, let node):
      frame.slots[Int(slot)] = evaluate(node, asking: true)
    case .begin(let loop, let otherwise):
      let enters = begin(Int(loop), evaluate(program.tables.loops[Int(loop)].iterable))
      if taken != nil { taken?.points.insert(.operation(Int32(truncatingIfNeeded: at), enters)) }
      if !enters { return Int(otherwise) }
    case .next(let loop, let body):
      if output.count >= Renderer.pieceSize, let drain {
        // Not in their place: else each of their uses would be checked for another at the same time.
        var noted = copies
        copies = []
        drain(&output, &noted)
        copies = noted
      }
      if next(Int(loop)) { return Int(body) }
    case .leave: loops.removeLast()
    case .capture(let target, let markup, let end):
      let value = capture((at + 1)..<Int(end), markup)
      assign(program.tables.targets[Int(target)], value, -1)
      return Int(end)
    case .define(let slot, let routine):
      closures.append(Closure(routine: routine, frame: frame))
      frame.slots[Int(slot)] = .reference(.init(kind: .closure, index: closures.count - 1))
    case .remember: remember()
    case .restore: restore()
    case .mark(let id, let loop): mark(id, loop, by: emitter, &output)
    }
    return at + 1
  }

  private func count(_ bytes: Int) {
    written += bytes
    if written > limits.outputBytes { halt(.tooMuchOutput(limits.outputBytes)) }
  }

  /// Charges work that grows with the data.
  func charge(_ amount: Int) {
    steps += amount
    if steps > limits.steps { halt(.tooManySteps(limits.steps)) }
  }

  /// Runs a range with its output captured.
  func capture(_ range: Range<Int>, _ markup: Int32) -> Value {
    let level = MarkupLevel(rawValue: Int(markup)) ?? .text
    // A capture takes about as much stack as five levels of an expression.
    depth += 5
    defer { depth -= 5 }
    guard depth < Self.deepest else {
      halt(.tooDeepCalls(limits.callDepth))
      return .poison
    }
    let outer = isPlain
    let loopCount = loops.count
    isPlain = level == .text
    let (notedCopies, outerDrain) = (notesCopies, drain)
    (notesCopies, drain) = (false, nil)
    var bytes: [UInt8] = []
    run(range, &bytes)
    (notesCopies, drain) = (notedCopies, outerDrain)
    if loops.count > loopCount { loops.removeLast(loops.count - loopCount) }
    isPlain = outer
    if level == .text { return .string(String(decoding: bytes, as: UTF8.self)) }
    return .fragment(Fragment(level: level, bytes: bytes))
  }

  // MARK: Loops

  /// Enters a loop; false when there is nothing to go over.
  func begin(_ index: Int, _ value: Value, parent: Int = 0) -> Bool {
    let plan = program.tables.loops[index]
    guard var items = elements(value, plan.iterable), !items.isEmpty else { return false }
    serial &+= 1
    var state = LoopState(
      plan: Int32(index), serial: serial, items: items, positions: [], depth: parent + 1)
    if plan.filter >= 0 {
      var positions: [Int32] = []
      var kept: [Value] = []
      loops.append(state)
      for (position, item) in items.enumerated() {
        loops[loops.count - 1].index = position
        assign(program.tables.targets[Int(plan.target)], item, plan.iterable)
        steps += 1
        if truth(evaluate(plan.filter), plan.filter) {
          kept.append(item)
          positions.append(Int32(position))
        }
        if isHalted { break }
      }
      loops.removeLast()
      items = kept
      state.positions = positions
      state.items = kept
      if kept.isEmpty { return false }
    }
    loops.append(state)
    frame.slots[Int(plan.loopSlot)] = .reference(.init(kind: .loop, index: Int(serial)))
    assign(program.tables.targets[Int(plan.target)], items[0], plan.iterable)
    return true
  }

  private func next(_ index: Int) -> Bool {
    let last = loops.count - 1
    let following = loops[last].index + 1
    guard following < loops[last].items.count else {
      loops.removeLast()
      return false
    }
    loops[last].index = following
    let item = loops[last].items[following]
    assign(
      program.tables.targets[Int(program.tables.loops[index].target)], item,
      program.tables.loops[index].iterable)
    return true
  }

  /// Runs a recursive loop over other items; what it writes is the value of the call.
  func recurse(_ state: LoopState, _ value: Value) -> Value {
    guard enterCall() else { return .poison }
    depth += 5
    defer {
      leaveCall()
      depth -= 5
    }
    guard depth < Self.deepest else {
      halt(.tooDeepCalls(limits.callDepth))
      return .poison
    }
    let plan = program.tables.loops[Int(state.plan)]
    let saved = plan.slots.map { frame.slots[Int($0)] }
    let level = MarkupLevel(rawValue: Int(plan.markup)) ?? .text
    let outer = isPlain
    let savedCounter = counter
    let loopCount = loops.count
    isPlain = level == .text
    let (notedCopies, outerDrain) = (notesCopies, drain)
    (notesCopies, drain) = (false, nil)
    var bytes: [UInt8] = []
    let enters = begin(Int(state.plan), value, parent: state.depth)
    // The operation before the first of a turn is the `begin` of the loop.
    let operation = Int32(truncatingIfNeeded: plan.body.lowerBound - 1)
    if taken != nil { taken?.points.insert(.operation(operation, enters)) }
    run(enters ? plan.body : plan.otherwise, &bytes)
    (notesCopies, drain) = (notedCopies, outerDrain)
    if loops.count > loopCount { loops.removeLast(loops.count - loopCount) }
    isPlain = outer
    counter = savedCounter
    for (slot, value) in zip(plan.slots, saved) { frame.slots[Int(slot)] = value }
    if level == .text { return .string(String(decoding: bytes, as: UTF8.self)) }
    return .fragment(Fragment(level: level, bytes: bytes))
  }

  // MARK: Variables

  func assign(_ target: Target, _ value: Value, _ node: Int32) {
    switch target {
    case .slot(let slot): frame.slots[Int(slot)] = value
    case .outer(let hops, let slot):
      var frame: Frame? = self.frame
      for _ in 0..<hops { frame = frame?.outer }
      frame?.slots[Int(slot)] = value
    case .attribute(let base, let name):
      let holder = evaluate(base)
      if case .reference(let reference) = holder, reference.isNamespace {
        stores[Int(reference.index)].set(name, value)
      } else if !holder.isPoison {
        report(.noNamespace(program.tables.text(of: base)), at: base)
      }
    case .tuple(let targets, let errorNode):
      if value.isPoison || isMissing(value) {
        if !value.isPoison, node >= 0 { _ = used(value, node) }
        for target in targets { assign(target, .poison, -1) }
        return
      }
      guard let items = elements(value, errorNode, quiet: true), items.count == targets.count else {
        report(.cannotUnpack(targets.count), at: errorNode, path: elementPath(node))
        for target in targets { assign(target, .poison, -1) }
        return
      }
      for (target, item) in zip(targets, items) { assign(target, item, -1) }
    }
  }

  func isMissing(_ value: Value) -> Bool {
    if case .undefined = value { true } else { false }
  }

  private func remember() {
    var slots: [[Value]] = []
    var frame: Frame? = self.frame
    while let one = frame {
      slots.append(one.slots)
      frame = one.outer
    }
    memories.append(Memory(slots: slots, stores: stores))
  }

  private func restore() {
    guard let memory = memories.popLast() else { return }
    var frame: Frame? = self.frame
    for slots in memory.slots {
      frame?.slots = slots
      frame = frame?.outer
    }
    stores = memory.stores
  }

  func enterCall() -> Bool {
    callDepth += 1
    if callDepth > limits.callDepth {
      callDepth -= 1
      halt(.tooDeepCalls(limits.callDepth))
      return false
    }
    return true
  }

  func leaveCall() { callDepth -= 1 }

  /// The language in scope: of the running tag, or of the place that called the running macro.
  var language: String? {
    let tag =
      program.tables.tagOfOperation.indices.contains(counter)
      ? program.tables.tagOfOperation[counter] : -1
    return (tag >= 0 ? program.tables.tags[Int(tag)].language : nil) ?? inheritedLanguage
  }
}

extension Machine.Store {
  mutating func set(_ key: String, _ value: Value) {
    if let place = keys.firstIndex(of: key) {
      values[place] = value
    } else {
      keys.append(key)
      values.append(value)
    }
  }

  subscript(key: String) -> Value? { keys.firstIndex(of: key).map { values[$0] } }
}
