/// Finds the data that statements use: follows loop variables, aliases and the arguments of macros.
struct FieldReporter {
  var sources: [SourceText]
  let environment: Environment
  var source: SourceText { sources[sources.count - 1] }
  /// What names stand for, and attributes of namespaces under `name.attribute`.
  var scopes: [[String: Binding]] = [[:]]
  /// How often anything was bound.
  var assignments = 0
  /// The source text of the conditions around the current use.
  var conditions: [String] = []
  /// Paths that were asked for with `is defined` around the current use.
  var guarded: [String] = []
  /// Paths without which alone the current use is reached.
  var absent: [String] = []
  var isAsking = false
  /// Whether what is used as a number now may be text as well.
  var isGuessing = false
  private var fields: [Use] = []
  private var indexes: [String: Int] = [:]
  /// Fields that are compared with one another, so that they are of one kind.
  private var compared: [(String, String)] = []
  private var uncalled: [String: Statement.Routine] = [:]
  /// All sources that were looked at, and the numbers of those that are open.
  private var allSources: [SourceText]
  private var numbers = [0]
  private var expansions = 0
  private var expansionDepth = 0

  /// One field before its places are looked up.
  struct Use: Sendable {
    var path: String
    var kind: FieldKind
    /// Whether some use of it takes nothing but a number.
    var isSurelyNumber = false
    var places: [(source: Int, span: Range<Int>)] = []
    var conditions: [[String]] = []
    /// The conditions of the uses that need it.
    var needs: [[String]] = []
    /// Each of them without these alone; nil before the first.
    var alternatives: [String]?
    var isOptional = true
  }

  static func report(
    _ statements: [Statement], source: SourceText, environment: Environment
  ) -> FieldUses {
    var reporter = FieldReporter(sources: [source], environment: environment)
    reporter.walk(statements)
    for routine in reporter.uncalled.values.sorted(by: {
      $0.name.span.lowerBound < $1.name.span.lowerBound
    }) {
      reporter.expand(routine, Expression.Arguments())
    }
    return FieldUses(
      uses: reporter.fields, indexes: reporter.indexes, sources: reporter.allSources,
      compared: reporter.compared)
  }

  init(sources: [SourceText], environment: Environment) {
    self.sources = sources
    allSources = sources
    self.environment = environment
  }

  /// Records one use of a path.
  mutating func record(_ path: String, _ kind: FieldKind, _ span: Range<Int>) {
    let optional =
      isAsking
      || guarded.contains {
        path == $0 || path.hasPrefix($0 + ".") || path.hasPrefix($0 + "[")
      }
    let index: Int
    if let known = indexes[path] {
      index = known
    } else {
      index = fields.count
      indexes[path] = index
      fields.append(Use(path: path, kind: .presence))
    }
    let number = numbers[numbers.count - 1]
    if fields[index].places.last.map({ $0.source != number || $0.span != span }) ?? true {
      fields[index].places.append((number, span))
      fields[index].conditions.append(conditions)
    }
    fields[index].kind = fields[index].kind.joined(with: kind)
    if kind == .number, !isGuessing { fields[index].isSurelyNumber = true }
    if !optional {
      fields[index].isOptional = false
      fields[index].needs.append(conditions)
      fields[index].alternatives = fields[index].alternatives?.filter(absent.contains) ?? absent
    }
  }

  /// Records one use of each of the values that an expression may stand for.
  mutating func record(_ origins: [Origin], _ kind: FieldKind, _ span: Range<Int>) {
    for origin in origins {
      if origin.isPlain {
        record(origin.path, kind, span)
        continue
      }
      let outer = (conditions, guarded, absent, isAsking)
      conditions += origin.conditions.filter { !conditions.contains($0) }
      guarded += origin.guarded
      absent += origin.absent
      isAsking = isAsking || origin.isOptional
      record(origin.path, kind, span)
      (conditions, guarded, absent, isAsking) = outer
    }
  }

  /// Whether a path was used until now.
  func hasRecorded(_ path: String) -> Bool { indexes[path] != nil }

  /// Records that two values are compared.
  mutating func recordComparison(_ left: Expression, _ right: Expression) {
    let (origins, others) = (standsFor(left).origins, standsFor(right).origins)
    guard origins.count * others.count <= Origin.limit else { return }
    for origin in origins { compared += others.map { (origin.path, $0.path) } }
  }

  /// Walks statements in a scope of their own.
  mutating func scoped(_ statements: [Statement], _ names: [String: Binding] = [:]) {
    scopes.append(names)
    walk(statements)
    scopes.removeLast()
  }

  // MARK: Statements

  mutating func walk(_ statements: [Statement]) {
    for statement in statements { walk(statement) }
  }

  private mutating func walk(_ statement: Statement) {
    switch statement {
    case .emit(let expression, _): use(expression, .text)
    case .evaluate(let expression, _): use(expression, .text)
    case .condition(let branches, let otherwise, _, _): walk(branches, otherwise)
    case .loop(let loop, _): walk(loop)
    case .set(let target, let value, _): set(target, value)
    case .setBlock(let target, let filters, let body, _):
      scoped(body)
      for filter in filters { use(filter.arguments) }
      for name in target.names { bind(name.name, .computed) }
    case .with(let pairs, let body, _):
      var names: [String: Binding] = [:]
      for pair in pairs {
        for (name, stands) in assigned(pair.target, pair.value) { names[name] = stands }
      }
      scoped(body, names)
    case .macro(let routine, _):
      bind(routine.name.name, .routine(routine))
      uncalled[routine.name.name] = routine
    case .call(let call, let caller, _):
      use(call, .text)
      var names: [String: Binding] = [:]
      for parameter in caller.parameters { names[parameter.word.name] = .computed }
      scoped(caller.body, names)
    case .filter(let filters, let body, _):
      for filter in filters { use(filter.arguments) }
      scoped(body)
    case .include(let names, _, let context): include(names, context)
    case .group(let body): walk(body)
    case .literal, .leave, .remember, .restore, .mark: break
    }
  }

  private mutating func walk(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement]
  ) {
    let (outer, outerGuarded, outerAbsent) = (conditions, guarded, absent)
    let (before, assignmentsBefore) = (scopes[scopes.count - 1], assignments)
    var ends: [(names: [String: Binding], reached: Origin)] = []
    var negated: [String] = []
    func reached(_ reporter: FieldReporter) -> Origin {
      Origin(
        path: "", conditions: Array(reporter.conditions.dropFirst(outer.count)),
        guarded: Array(reporter.guarded.dropFirst(outerGuarded.count)),
        absent: Array(reporter.absent.dropFirst(outerAbsent.count)))
    }
    for branch in branches {
      conditions = outer + negated
      use(branch.test, .boolean)
      let text = source.string(branch.test.span)
      conditions.append(text)
      guarded = outerGuarded + guards(branch.test)
      let absentBefore = absent
      absent += absences(branch.test)
      walk(branch.body)
      ends.append((scopes[scopes.count - 1], reached(self)))
      scopes[scopes.count - 1] = before
      guarded = outerGuarded
      absent = absentBefore + absences(branch.test, whenFalse: true)
      negated.append("not (\(text))")
    }
    conditions = outer + negated
    walk(otherwise)
    ends.append((scopes[scopes.count - 1], reached(self)))
    conditions = outer
    absent = outerAbsent
    if assignments > assignmentsBefore { scopes[scopes.count - 1] = joined(ends) }
  }

  /// The paths that must be there when a test holds.
  func guards(_ test: Expression) -> [String] {
    switch test.kind {
    case .and(let items): return items.flatMap { guards($0) }
    case .test(let input, let word, _, let negated):
      guard word.name == "defined" && !negated || word.name == "undefined" && negated
      else { return [] }
      return standsFor(input).origins.map(\.path)
    default: return []
    }
  }

  /// The paths each of which, if it is given, keeps a test from holding or, with `whenFalse`, makes it
  /// hold.
  func absences(_ test: Expression, whenFalse: Bool = false) -> [String] {
    switch test.kind {
    case .not(let operand): return absences(operand, whenFalse: !whenFalse)
    case .or(let items) where whenFalse: return items.flatMap { absences($0, whenFalse: true) }
    case .or(let items):
      // That something else is there does not count: it may stay away as well.
      let others = items.filter { guards($0).isEmpty }
      return others.count == 1 ? absences(others[0]) : []
    case .and(let items) where !whenFalse: return items.flatMap { absences($0) }
    case .test(let input, let word, _, let negated):
      let holdsWithout = (word.name == "undefined") != negated
      guard word.name == "defined" || word.name == "undefined", holdsWithout != whenFalse,
        case .data(let origins) = standsFor(input), origins.count == 1
      else { return [] }
      return [origins[0].path]
    default: return []
    }
  }

  private mutating func walk(_ loop: Statement.Loop) {
    use(loop.iterable, .list)
    let element = element(of: loop.iterable)
    var names: [String: Binding] = ["loop": .computed]
    switch (loop.target, element) {
    case (.name(let word), _): names[word.name] = element
    case (.tuple(let targets, _), .group(let key, let list)) where targets.count == 2:
      if case .name(let word) = targets[0] { names[word.name] = .data(key) }
      if case .name(let word) = targets[1] { names[word.name] = .data(list) }
    case (.tuple(let targets, _), _):
      for name in loop.target.names { names[name.name] = .computed }
      if targets.count == 2, case .name(let word) = targets[1], isPairs(loop.iterable) {
        names[word.name] = element
      }
    default: break
    }
    scopes.append(names)
    if let filter = loop.filter { use(filter, .boolean) }
    let outer = conditions
    if let filter = loop.filter { conditions.append(source.string(filter.span)) }
    walk(loop.body)
    conditions = outer
    scopes.removeLast()
    scoped(loop.otherwise)
  }

  private func isPairs(_ iterable: Expression) -> Bool {
    switch iterable.kind {
    case .call(let callee, _):
      if case .attribute(_, "items") = callee.kind { return true }
      return false
    case .filter(_, let word, _): return word.name == "items" || word.name == "dictsort"
    default: return false
    }
  }

  private mutating func include(_ names: [String], _ context: Statement.TagContext) {
    guard sources.count < environment.limits.includeDepth, let find = environment.includes,
      let included = names.lazy.compactMap({ find($0) }).first
    else { return }
    let (pieces, _) = TextTemplateCompiler.pieces(included, inherited: context.language)
    var parser = TemplateParser(pieces, included)
    let statements = parser.parse()
    sources.append(included)
    allSources.append(included)
    numbers.append(allSources.count - 1)
    scoped(statements)
    numbers.removeLast()
    sources.removeLast()
  }

  // MARK: Macros

  /// Walks the body of a macro with what its parameters stand for in one call.
  mutating func expand(_ routine: Statement.Routine, _ arguments: Expression.Arguments) {
    uncalled[routine.name.name] = nil
    guard expansionDepth < 8, expansions < 2000 else { return }
    expansions += 1
    expansionDepth += 1
    var names: [String: Binding] = [:]
    for (position, parameter) in routine.parameters.enumerated() {
      let given =
        position < arguments.positional.count
        ? arguments.positional[position]
        : arguments.named.first { $0.word.name == parameter.word.name }?.value
      names[parameter.word.name] =
        given.map { standsFor($0) } ?? parameter.fallback.map { assigned($0) } ?? .computed
    }
    for name in ["caller", "varargs", "kwargs"] where names[name] == nil { names[name] = .computed }
    scoped(routine.body, names)
    expansionDepth -= 1
  }
}
