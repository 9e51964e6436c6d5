/// Turns statements into operations: lowers expressions, resolves names to slots.
struct Compiler {
  var program = ProgramTables()
  var diagnostics = Findings()
  let environment: Environment
  var scopes: [Scope] = [Scope(frame: 0)]
  var sourceIndex: Int32 = 0
  /// Added to the literal ranges of an included text.
  var staticsOffset = 0
  var includeStack: [String] = []
  var currentTag: Int32 = -1
  private var constantNames: [String: Int32] = [:]
  private var rootIndexes: [String: Int32] = [:]
  /// The loops that enclose the current statement within its capture or routine.
  private var openLoops: [OpenLoop] = []

  /// Whether `ref` can name anything.
  var hasClauses = false
  /// The blocks around the current statement, from the outermost.
  var enclosures: [Enclosure] = []
  var enclosureCount = 0
  /// The branch that the current statement or expression belongs to; -1 for none.
  var currentBranch: Int32 = -1
  /// The loops around the current statement in its routine: plans, and where their tags start.
  private var turns: [(plan: Int32, tag: Int)] = []

  private struct OpenLoop {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  /// The names of one scope and their slots.
  struct Scope {
    var frame: Int
    var slots: [String: Int32] = [:]
  }

  init(environment: Environment, source: SourceText, statics: [UInt8]) {
    self.environment = environment
    program.sources = [source]
    program.statics = statics
  }

  mutating func compile(_ statements: [Statement]) {
    declare(assignedNames(statements))
    body(statements)
    program.mainEnd = program.code.count
  }

  // MARK: Operations and tables

  @discardableResult
  mutating func add(_ operation: Operation) -> Int {
    program.code.append(operation)
    program.tagOfOperation.append(currentTag)
    return program.code.count - 1
  }

  var here: Int32 { Int32(program.code.count) }

  mutating func add(_ target: Target) -> Int32 {
    program.targets.append(target)
    return Int32(program.targets.count - 1)
  }

  mutating func name(_ name: String) -> Int32 {
    if let known = constantNames[name] { return known }
    program.names.append(name)
    constantNames[name] = Int32(program.names.count - 1)
    return Int32(program.names.count - 1)
  }

  mutating func root(_ name: String) -> Int32 {
    if let known = rootIndexes[name] { return known }
    program.roots.append(name)
    rootIndexes[name] = Int32(program.roots.count - 1)
    return Int32(program.roots.count - 1)
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: sourceIndex, lower: Int32(range.lowerBound), upper: Int32(range.upperBound))
  }

  func place(_ range: Range<Int>) -> Place { program.place(span(range)) }

  mutating func enter(_ context: Statement.TagContext) {
    program.tags.append((span(context.span), context.language))
    currentTag = Int32(program.tags.count - 1)
  }

  // MARK: Scopes

  /// Adds a slot for a name to the innermost scope.
  @discardableResult
  mutating func slot(_ name: String, _ origin: SlotOrigin = .unknown) -> Int32 {
    let last = scopes.count - 1
    if let known = scopes[last].slots[name] { return known }
    let frame = scopes[last].frame
    program.origins[frame].append(origin)
    program.slotNames[frame].append(name)
    let slot = Int32(program.origins[frame].count - 1)
    scopes[last].slots[name] = slot
    return slot
  }

  /// Adds slots for names that a scope assigns; they begin with the values they have outside.
  mutating func declare(_ names: [String]) {
    for name in names where scopes[scopes.count - 1].slots[name] == nil {
      let outside = variable(name, 0..<0)
      let slot = slot(name)
      add(.initialise(slot: slot, node: outside))
    }
  }

  /// The node that reads a variable.
  mutating func variable(_ name: String, _ range: Range<Int>) -> Int32 {
    let frame = scopes[scopes.count - 1].frame
    var hops: Int32 = 0
    var last = frame
    for scope in scopes.reversed() {
      if scope.frame != last {
        hops += 1
        last = scope.frame
      }
      if let slot = scope.slots[name] {
        if name == "varargs" || name == "kwargs", scope.frame > 0 { noteUse(name, scope.frame) }
        return add(hops == 0 ? .slot(slot) : .outer(hops: hops, slot: slot), range)
      }
    }
    return add(.root(root(name)), range)
  }

  /// A macro whose body reads `varargs` or `kwargs` takes more than its parameters.
  private mutating func noteUse(_ name: String, _ frame: Int) {
    guard program.routines.indices.contains(frame - 1) else { return }
    if name == "varargs" { program.routines[frame - 1].usesVariadic = true }
    if name == "kwargs" { program.routines[frame - 1].usesKeywords = true }
  }

  func isVariable(_ name: String) -> Bool { scopes.contains { $0.slots[name] != nil } }

  /// The names that statements assign in their own scope.
  func assignedNames(_ statements: [Statement]) -> [String] {
    var names: [String] = []
    for statement in statements {
      switch statement {
      case .set(let target, _, _), .setBlock(let target, _, _, _): names += target.names.map(\.name)
      case .macro(let routine, _): names.append(routine.name.name)
      case .condition(let branches, let otherwise, _, _):
        for branch in branches { names += assignedNames(branch.body) }
        names += assignedNames(otherwise)
      case .group(let body): names += assignedNames(body)
      default: break
      }
    }
    return names
  }

  /// Compiles a body in a scope of its own.
  mutating func scoped(_ statements: [Statement]) {
    scopes.append(Scope(frame: scopes[scopes.count - 1].frame))
    declare(assignedNames(statements))
    body(statements)
    scopes.removeLast()
  }

  // MARK: Statements

  mutating func body(_ statements: [Statement]) {
    for statement in statements { compile(statement) }
  }

  private mutating func compile(_ statement: Statement) {
    switch statement {
    case .literal(let range):
      add(
        .copy(
          lower: Int32(range.lowerBound + staticsOffset),
          upper: Int32(range.upperBound + staticsOffset)))
    case .emit(let expression, let context):
      enter(context)
      add(.emit(node: lower(expression), site: context.site))
    case .condition(let branches, let otherwise, let otherwiseTag, let context):
      condition(branches, otherwise, otherwiseTag, context)
    case .loop(let loop, let context): self.loop(loop, context)
    case .set(let target, let value, let context):
      enter(context)
      let node = lower(value)
      let stored = self.target(target, value: node)
      add(.assign(target: add(stored), node: node))
    case .setBlock(let target, let filters, let body, let context):
      enter(context)
      captured(body, context, filters) { compiler, node in
        let stored = compiler.target(target, value: node)
        compiler.add(.assign(target: compiler.add(stored), node: node))
      }
    case .filter(let filters, let body, let context):
      enter(context)
      captured(body, context, filters) { compiler, node in
        compiler.add(.emit(node: node, site: context.site))
      }
    case .with(let pairs, let body, let context): with(pairs, body, context)
    case .macro(let routine, let context):
      enter(context)
      let index = self.routine(routine, context)
      add(.define(slot: slot(routine.name.name), routine: index))
    case .call(let expression, let caller, let context):
      enter(context)
      let index = routine(caller, context)
      scopes.append(Scope(frame: scopes[scopes.count - 1].frame))
      let slot = slot("caller")
      add(.define(slot: slot, routine: index))
      let call = lower(expression)
      if case .call(let invocation) = program.nodes[Int(call)] {
        program.calls[Int(invocation)].named.append(
          ("caller", variable("caller", expression.span)))
      }
      scopes.removeLast()
      add(.emit(node: call, site: context.site))
    case .evaluate(let expression, let context):
      enter(context)
      add(.evaluate(node: lower(expression)))
    case .include(let names, let isOptional, let context):
      enter(context)
      include(names, isOptional, context)
    case .group(let statements): body(statements)
    case .leave(let isContinue, let context):
      enter(context)
      guard !openLoops.isEmpty else {
        diagnostics.append(.outsideLoop(place(context.span), isContinue: isContinue))
        return
      }
      if isContinue {
        openLoops[openLoops.count - 1].continues.append(add(.jump(-1)))
      } else {
        add(.leave)
        openLoops[openLoops.count - 1].breaks.append(add(.jump(-1)))
      }
    case .remember: add(.remember)
    case .restore: add(.restore)
    case .mark(let id, let loop):
      program.marks[id] = enclosures
      let turn = turns.last { loop == nil || $0.tag == loop }
      add(.mark(id: id, loop: turn?.plan ?? -1))
    }
  }

  private mutating func loop(_ loop: Statement.Loop, _ context: Statement.TagContext) {
    enter(context)
    let iterable = lower(loop.iterable)
    let index = program.loops.count
    let markup = Int32(context.captures.rawValue)
    program.loops.append(
      LoopPlan(
        target: -1, iterable: iterable, filter: -1, loopSlot: -1, isRecursive: loop.isRecursive,
        markup: markup))
    let frame = scopes[scopes.count - 1].frame
    let firstSlot = Int32(program.origins[frame].count)
    scopes.append(Scope(frame: frame))
    var position: Int32 = 0
    let isTuple = if case .tuple = loop.target { true } else { false }
    for name in loop.target.names {
      slot(name.name, .loop(Int32(index), position: isTuple ? position : -1))
      position += 1
    }
    let target = self.target(loop.target, value: -1)
    program.loops[index].target = add(target)
    if let filter = loop.filter { program.loops[index].filter = lower(filter) }
    program.loops[index].loopSlot = slot("loop")
    let begin = add(.begin(loop: Int32(index), otherwise: -1))
    let bodyStart = here
    openLoops.append(OpenLoop())
    declare(assignedNames(loop.body))
    let block = newEnclosure()
    let over = span(loop.iterable.span)
    let turn = note(.loop, [over], at: over, .operation(Int32(begin), true))
    turns.append((Int32(index), context.span.lowerBound))
    inside(turn) { compiler in
      compiler.within(.branch(of: block, number: 0)) { compiler in
        compiler.within(.loop(block)) { $0.body(loop.body) }
      }
    }
    turns.removeLast()
    let jumps = openLoops.removeLast()
    for jump in jumps.continues { program.code[jump] = .jump(here) }
    enter(context)
    add(.next(loop: Int32(index), body: bodyStart))
    program.loops[index].body = Int(bodyStart)..<program.code.count
    scopes.removeLast()
    let skip = add(.jump(-1))
    program.code[begin] = .begin(loop: Int32(index), otherwise: here)
    let otherwise = program.code.count
    let arm = loop.otherwiseTag.map {
      note(.otherwise, [over], at: span($0), .operation(Int32(begin), false))
    }
    inside(arm ?? currentBranch) { compiler in
      compiler.within(.branch(of: block, number: 1)) { $0.scoped(loop.otherwise) }
    }
    program.loops[index].otherwise = otherwise..<program.code.count
    program.loops[index].slots = firstSlot..<Int32(program.origins[frame].count)
    program.code[skip] = .jump(here)
    for jump in jumps.breaks { program.code[jump] = .jump(here) }
  }

  private mutating func with(
    _ pairs: [(target: AssignmentTarget, value: Expression)], _ body: [Statement],
    _ context: Statement.TagContext
  ) {
    enter(context)
    let values = pairs.map { lower($0.value) }
    scopes.append(Scope(frame: scopes[scopes.count - 1].frame))
    for (pair, node) in zip(pairs, values) {
      for name in pair.target.names { slot(name.name) }
      let stored = target(pair.target, value: node)
      add(.assign(target: add(stored), node: node))
    }
    declare(assignedNames(body))
    self.body(body)
    scopes.removeLast()
  }

  /// Compiles a body whose output is captured and passed through filters.
  private mutating func captured(
    _ statements: [Statement], _ context: Statement.TagContext, _ filters: [Statement.Filtering],
    then use: (inout Compiler, Int32) -> Void
  ) {
    let slotName = " captured"
    scopes.append(Scope(frame: scopes[scopes.count - 1].frame))
    let slot = slot(slotName)
    let markup = Int32(context.captures.rawValue)
    let target = add(Target.slot(slot))
    let capture = add(.capture(target: target, markup: markup, end: -1))
    let loops = openLoops
    openLoops = []
    scoped(statements)
    openLoops = loops
    program.code[capture] = .capture(target: target, markup: markup, end: here)
    enter(context)
    var node = add(.slot(slot), context.span)
    for filter in filters { node = self.filter(node, filter.word, filter.arguments, context.span) }
    scopes.removeLast()
    use(&self, node)
  }

  /// Compiles a macro or caller; its operations stand in the code and are jumped over.
  private mutating func routine(
    _ routine: Statement.Routine, _ context: Statement.TagContext
  ) -> Int32 {
    let index = program.routines.count
    program.routines.append(
      Routine(
        name: routine.name.name, parameters: [], markup: Int32(context.captures.rawValue)))
    let skip = add(.jump(-1))
    program.origins.append([])
    program.slotNames.append([])
    let frame = program.origins.count - 1
    scopes.append(Scope(frame: frame))
    let loops = openLoops
    openLoops = []
    let outerTurns = turns
    turns = []
    for (position, parameter) in routine.parameters.enumerated() {
      slot(parameter.word.name, .parameter(Int32(position)))
    }
    var parameters: [(name: String, fallback: Int32)] = []
    for parameter in routine.parameters {
      parameters.append((parameter.word.name, parameter.fallback.map { lower($0) } ?? -1))
    }
    program.routines[index].parameters = parameters
    if routine.name.name != "caller" { program.routines[index].callerSlot = slot("caller") }
    program.routines[index].variadicSlot = slot("varargs")
    program.routines[index].keywordSlot = slot("kwargs")
    let start = program.code.count
    declare(assignedNames(routine.body))
    let block = newEnclosure()
    inside(-1) { compiler in
      compiler.within(.routine(block)) { $0.body(routine.body) }
    }
    turns = outerTurns
    program.routines[index].body = start..<program.code.count
    program.routines[index].slotCount = program.origins[frame].count
    openLoops = loops
    scopes.removeLast()
    program.code[skip] = .jump(here)
    enter(context)
    return Int32(index)
  }

  /// Lowers what an assignment writes to; `value` is where the value comes from.
  mutating func target(_ target: AssignmentTarget, value: Int32) -> Target {
    switch target {
    case .name(let word):
      let slot = slot(word.name)
      let frame = scopes[scopes.count - 1].frame
      if value >= 0, case .unknown = program.origins[frame][Int(slot)] {
        program.origins[frame][Int(slot)] = .node(value)
      }
      return .slot(slot)
    case .attribute(let base, let attribute):
      return .attribute(node: variable(base.name, base.span), name: attribute.name)
    case .tuple(let targets, let span):
      let node = add(.captured, span)
      return .tuple(targets.map { self.target($0, value: -1) }, node: node)
    }
  }
}
