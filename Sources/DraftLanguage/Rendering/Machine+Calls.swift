extension Machine {
  func call(_ index: Int, _ node: Int32, _ asking: Bool) -> Value {
    let invocation = program.tables.calls[index]
    switch invocation.callee {
    case .filter(let filter): return apply(filter, invocation, node)
    case .test(let test, let negated):
      let result = apply(test, invocation, node)
      if case .bool(let flag) = result { return .bool(flag != negated) }
      return result
    case .function(let function): return callFunction(function, invocation, node)
    case .reference(let function): return run(function, .undefined, invocation, node)
    case .method(let name): return callMethod(name, invocation, node, asking)
    case .value:
      let callee = evaluate(invocation.base, asking: asking)
      return callValue(callee, invocation, node, asking)
    }
  }

  // MARK: Filters, tests and functions

  @inline(never)
  private func apply(_ filter: Filter, _ invocation: Invocation, _ node: Int32) -> Value {
    let asks = filter.acceptsUndefined
    var value = evaluate(invocation.base, asking: asks)
    if !asks {
      value = used(value, invocation.base)
      if value.isPoison { return value }
    }
    return run(filter, value, invocation, node)
  }

  @inline(never)
  private func callFunction(
    _ function: Filter, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    // Data of the same name hides a function, as in Jinja.
    if let hiding = data[invocation.name] { return hiding }
    return run(function, .undefined, invocation, node)
  }

  @inline(never)
  private func run(
    _ filter: Filter, _ value: Value, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    var arguments: [Value] = []
    arguments.reserveCapacity(invocation.arguments.count)
    for (position, argument) in invocation.arguments.enumerated() {
      let parameter = filter.parameters[position]
      guard argument >= 0 else {
        arguments.append(parameter.fallback ?? .undefined)
        continue
      }
      var given = evaluate(argument, asking: parameter.fallback != nil)
      if given.isUndefined || given.isPoison {
        if let fallback = parameter.fallback {
          given = fallback
        } else {
          given = used(given, argument)
          if given.isPoison { return .poison }
        }
      }
      arguments.append(given)
    }
    let rest = invocation.rest.map { evaluate($0, asking: true) }
    let named = invocation.named.map { ($0.name, evaluate($0.node, asking: true)) }
    return run(
      filter,
      FilterInput(
        value: value, arguments: arguments, rest: rest, named: named, filter: filter, machine: self,
        node: node, inputNode: invocation.base))
  }

  /// Runs a filter on an input whose arguments are bound.
  func run(_ filter: Filter, _ input: FilterInput) -> Value {
    charge(1)
    if isHalted { return .poison }
    do throws(FilterError) {
      return try filter.body(input)
    } catch {
      if error.code != FilterError.silentCode {
        let path = input.inputNode >= 0 ? path(input.inputNode) : nil
        report(
          Complaint(code: error.code, message: error.message, hints: error.hint.map { [$0] } ?? []),
          at: input.node, path: path)
      }
      return .poison
    }
  }

  // MARK: Macros and values

  @inline(never)
  private func callValue(
    _ callee: Value, _ invocation: Invocation, _ node: Int32, _ asking: Bool
  ) -> Value {
    switch callee {
    case .undefined:
      if asking { return .undefined }
      reportMissing(invocation.base)
      return .poison
    case .reference(let reference):
      switch reference.what {
      case .closure: return call(closures[Int(reference.index)], invocation, node)
      case .loop:
        guard let state = loops.last(where: { $0.serial == reference.index }),
          let argument = invocation.arguments.first
        else { return .poison }
        guard program.tables.loops[Int(state.plan)].isRecursive else {
          report(.notRecursive, at: node)
          return .poison
        }
        let items = evaluate(argument)
        if items.isUndefined, missing != .blank {
          reportMissing(argument)
          return .poison
        }
        return recurse(state, items)
      case .cycler, .joiner: return turn(reference)
      case .function:
        let name = program.tables.roots[Int(reference.index)]
        guard let function = environment.functions[name] else { return .poison }
        return run(function, .undefined, invocation, node)
      default: return callee
      }
    default:
      // Calling data reads it.
      return callee
    }
  }

  func turn(_ reference: Value.Reference) -> Value {
    let index = Int(reference.index)
    defer { stores[index].position += 1 }
    let store = stores[index]
    if reference.what == .joiner {
      return store.position == 0 ? .string("") : store.values.first ?? .string("")
    }
    return store.values.isEmpty ? .undefined : store.values[store.position % store.values.count]
  }

  @inline(never)
  private func call(_ closure: Closure, _ invocation: Invocation, _ node: Int32) -> Value {
    let routine = program.tables.routines[Int(closure.routine)]
    guard enterCall() else { return .poison }
    defer { leaveCall() }
    var argumentNodes = [Int32](repeating: -1, count: routine.parameters.count)
    var values = [Value](repeating: .undefined, count: routine.parameters.count)
    var extra: [Value] = []
    var keywords: [(key: String, value: Value)] = []
    var caller = Value.undefined
    for (position, argument) in invocation.arguments.enumerated() {
      let value = evaluate(argument, asking: true)
      if position < values.count {
        values[position] = value
        argumentNodes[position] = argument
      } else {
        extra.append(value)
      }
    }
    for argument in invocation.named {
      let value = evaluate(argument.node, asking: true)
      if let position = routine.parameters.firstIndex(where: { $0.name == argument.name }) {
        values[position] = value
        argumentNodes[position] = argument.node
      } else if argument.name == "caller" {
        caller = value
      } else {
        keywords.append((argument.name, value))
      }
    }
    if !routine.usesVariadic, !extra.isEmpty {
      report(.tooManyMacroArguments(routine.name, routine.parameters.count), at: node)
    }
    if !routine.usesKeywords, let unknown = keywords.first {
      report(
        .unknownMacroArgument(routine.name, unknown.key, routine.parameters.map(\.name)), at: node)
    }
    let inner = Frame(
      routine.slotCount, index: Int(closure.routine) + 1, outer: closure.frame, caller: frame,
      arguments: argumentNodes)
    let saved = (frame, counter, inheritedLanguage, loops.count)
    inheritedLanguage = language
    frame = inner
    for (position, value) in values.enumerated() {
      frame.slots[position] = value
      if argumentNodes[position] < 0, routine.parameters[position].fallback >= 0 {
        frame.slots[position] = evaluate(routine.parameters[position].fallback, asking: true)
      }
    }
    if routine.callerSlot >= 0 { frame.slots[Int(routine.callerSlot)] = caller }
    frame.slots[Int(routine.variadicSlot)] = .list(extra)
    frame.slots[Int(routine.keywordSlot)] = .object(ObjectValue(keywords))
    let result = capture(routine.body, routine.markup)
    (frame, counter, inheritedLanguage) = (saved.0, saved.1, saved.2)
    return result
  }
}

extension Complaint {
  static var notRecursive: Complaint {
    Complaint(
      code: "wrong-type",
      message: Message(
        en: "`loop(…)` needs `recursive` at the end of `for`",
        ru: "для `loop(…)` в конце `for` нужно слово `recursive`",
        kk: "`loop(…)` үшін `for` соңында `recursive` сөзі керек"))
  }

  static func tooManyMacroArguments(_ name: String, _ count: Int) -> Complaint {
    Complaint(
      code: "wrong-arguments",
      message: Message(
        en: "`\(name)` takes at most \(count) arguments",
        ru: "`\(name)`: аргументов не больше \(count)",
        kk: "`\(name)`: аргументтер \(count) санынан аспауы тиіс"))
  }

  static func unknownMacroArgument(
    _ name: String, _ argument: String, _ known: [String]
  ) -> Complaint {
    Complaint(
      code: "wrong-arguments",
      message: Message(
        en: "`\(name)` has no argument `\(argument)`",
        ru: "у `\(name)` нет аргумента `\(argument)`",
        kk: "`\(name)` үшін `\(argument)` аргументі жоқ"),
      hints: NearestName.find(argument, among: known).map { [.didYouMean($0)] } ?? [])
  }
}
