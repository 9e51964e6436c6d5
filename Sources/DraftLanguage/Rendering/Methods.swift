/// Python's methods that templates call on data.
enum Methods {
  static let names: Set<String> = text.union(mutating).union([
    "items", "keys", "values", "get", "index", "count", "cycle", "changed", "copy",
    "next", "reset",
  ])

  static let text: Set<String> = [
    "split", "rsplit", "splitlines", "strip", "lstrip", "rstrip", "format", "join", "replace",
    "upper", "lower", "title", "capitalize", "swapcase", "startswith", "endswith", "find",
    "zfill", "center", "ljust", "rjust", "isdigit", "isalpha", "isupper", "islower",
    "isnumeric", "removeprefix", "removesuffix", "partition",
  ]

  static let mutating: Set<String> = [
    "append", "extend", "insert", "pop", "remove", "update", "reverse", "clear",
  ]
}

extension Machine {
  func callMethod(
    _ name: String, _ invocation: Invocation, _ node: Int32, _ asking: Bool
  ) -> Value {
    let receiver = evaluate(invocation.base, asking: asking)
    if receiver.isPoison { return .poison }
    if case .undefined = receiver {
      if asking { return .undefined }
      reportMissing(invocation.base)
      return .poison
    }
    if case .reference(let reference) = receiver {
      return callMethod(of: reference, name, invocation, node)
    }
    // A key of the data comes before a method, but for the mapping's own methods.
    if case .object(let object) = receiver {
      let isMapping = ["items", "keys", "values", "get", "update", "copy"].contains(name)
      if let value = object[name],
        !isMapping || invocation.arguments.isEmpty && object.shape != .plain
      {
        return value
      }
      if isMapping { return callMapping(object, name, invocation, node) }
      if object.shape == .dressed, let list = object["$list"], Methods.mutating.contains(name) {
        _ = list
        return fail(.notMutable(quoted(invocation.base)), node)
      }
    }
    if Methods.mutating.contains(name) { return mutate(receiver, name, invocation, node) }
    let value = scalar(receiver, invocation.base)
    if value.isPoison { return .poison }
    switch value {
    case .string(let text):
      if Methods.text.contains(name) || name == "index" || name == "count" {
        return callText(text, name, invocation, node)
      }
    case .list(let items):
      switch name {
      case "index", "count":
        guard let argument = invocation.arguments.first else { break }
        let wanted = evaluate(argument)
        charge(items.count)
        if name == "count" {
          return .int(items.count { Comparing.equal($0, wanted) })
        }
        if let place = items.firstIndex(where: { Comparing.equal($0, wanted) }) {
          return .int(place)
        }
        return fail(.notInList, node)
      case "copy": return value
      default: break
      }
    default: break
    }
    report(.noMethod(name, quoted(invocation.base), value), at: node, path: path(invocation.base))
    return .poison
  }

  private func callMethod(
    of reference: Value.Reference, _ name: String, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    switch (reference.what, name) {
    case (.loop, "cycle"):
      guard let state = loops.last(where: { $0.serial == reference.index }),
        !invocation.arguments.isEmpty
      else { return .poison }
      return evaluate(invocation.arguments[state.index % invocation.arguments.count])
    case (.loop, "changed"):
      guard let place = loops.lastIndex(where: { $0.serial == reference.index }) else {
        return .poison
      }
      let values = invocation.arguments.map { evaluate($0, asking: true) }
      let before = loops[place].changed
      let same =
        before.map {
          $0.count == values.count && zip($0, values).allSatisfy { Comparing.equal($0, $1) }
        }
        ?? false
      loops[place].changed = values
      return .bool(!same)
    case (.namespace, _):
      let store = stores[Int(reference.index)]
      if let value = store[name] { return value }
      let object = ObjectValue(zip(store.keys, store.values).map { ($0, $1) })
      return callMapping(object, name, invocation, node)
    case (.cycler, "next"): return turn(reference)
    case (.cycler, "reset"):
      stores[Int(reference.index)].position = 0
      return .null
    default:
      report(.noMethod(name, quoted(invocation.base), .reference(reference)), at: node)
      return .poison
    }
  }

  private func callMapping(
    _ object: ObjectValue, _ name: String, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    charge(object.keys.count)
    switch name {
    case "items":
      return .list(zip(object.keys, object.values).map { .list([.string($0), $1]) })
    case "keys": return .list(object.keys.map { .string($0) })
    case "values": return .list(object.values)
    case "copy": return .object(object)
    case "get":
      guard let argument = invocation.arguments.first else { return .null }
      if case .string(let key) = scalar(evaluate(argument), argument), let value = object[key] {
        return value
      }
      let fallback = invocation.arguments.count > 1 ? invocation.arguments[1] : -1
      return fallback >= 0 ? evaluate(fallback, asking: true) : .null
    default: return mutate(.object(object), name, invocation, node)
    }
  }

  // MARK: Changing lists and mappings made in the template

  private func mutate(
    _ receiver: Value, _ name: String, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    let arguments = invocation.arguments.map { evaluate($0, asking: true) }
    guard isPlace(invocation.base) else {
      return fail(.notMutable(quoted(invocation.base)), node)
    }
    var result = Value.null
    switch receiver {
    case .list(var items):
      charge(1)
      switch (name, arguments.count) {
      case ("append", 1): items.append(arguments[0])
      case ("extend", 1):
        guard let more = elements(arguments[0], invocation.arguments[0]) else { return .poison }
        items += more
      case ("insert", 2):
        guard case .int(let index) = arguments[0] else { fallthrough }
        let place = index < 0 ? max(0, index + items.count) : min(index, items.count)
        items.insert(arguments[1], at: place)
      case ("pop", 0...1):
        var place = items.count - 1
        if case .int(let index)? = arguments.first {
          place = index < 0 ? index + items.count : index
        }
        guard items.indices.contains(place) else { return fail(.notInList, node) }
        result = items.remove(at: place)
      case ("remove", 1):
        guard let place = items.firstIndex(where: { Comparing.equal($0, arguments[0]) }) else {
          return fail(.notInList, node)
        }
        items.remove(at: place)
      case ("reverse", 0): items.reverse()
      case ("clear", 0): items = []
      default: return fail(.wrongMethodArguments(name), node)
      }
      guard checkSize(items.count * 16) else { return .poison }
      store(.list(items), at: invocation.base)
    case .object(let object):
      var pairs = zip(object.keys, object.values).map { (key: $0, value: $1) }
      switch name {
      case "update":
        if case .object(let other)? = arguments.first {
          pairs += zip(other.keys, other.values).map { (key: $0, value: $1) }
        }
        for named in invocation.named { pairs.append((named.name, evaluate(named.node))) }
        store(.object(ObjectValue(pairs)), at: invocation.base)
      case "pop":
        guard case .string(let key)? = arguments.first, let value = object[key] else {
          return arguments.count > 1 ? arguments[1] : fail(.notInList, node)
        }
        result = value
        pairs.removeAll { $0.key == key }
        store(.object(ObjectValue(pairs)), at: invocation.base)
      default: return fail(.noMethod(name, quoted(invocation.base), receiver), node)
      }
    default: return fail(.noMethod(name, quoted(invocation.base), receiver), node)
    }
    return result
  }

  /// Whether a node is a variable of the template or a field of a namespace, which may change.
  private func isPlace(_ node: Int32) -> Bool {
    switch program.tables.nodes[Int(node)] {
    case .slot, .outer: return true
    case .attribute(let base, _), .item(let base, _):
      if case .reference(let reference) = evaluate(base, asking: true) {
        return reference.isNamespace
      }
      return isPlace(base)
    default: return false
    }
  }

  private func store(_ value: Value, at node: Int32) {
    switch program.tables.nodes[Int(node)] {
    case .slot(let slot): frame.slots[Int(slot)] = value
    case .outer(let hops, let slot): assign(.outer(hops: hops, slot: slot), value, -1)
    case .attribute(let base, let name):
      store(value, in: base, .string(program.tables.names[Int(name)]))
    case .item(let base, let key): store(value, in: base, evaluate(key, asking: true))
    default: break
    }
  }

  private func store(_ value: Value, in base: Int32, _ key: Value) {
    switch (evaluate(base, asking: true), key) {
    case (.reference(let reference), .string(let name)) where reference.isNamespace:
      stores[Int(reference.index)].set(name, value)
    case (.object(let object), .string(let name)):
      let pairs = zip(object.keys, object.values).map { (key: $0, value: $1) }
      store(.object(ObjectValue(pairs + [(key: name, value: value)])), at: base)
    case (.list(var items), .int(let index)):
      let place = index < 0 ? index + items.count : index
      guard items.indices.contains(place) else { return }
      items[place] = value
      store(.list(items), at: base)
    default: break
    }
  }
}

extension Complaint {
  static func notMutable(_ quoted: String) -> Complaint {
    Complaint(
      code: "not-mutable",
      message: Message(
        en: "`\(quoted)` is data of the case; a template cannot change it",
        ru: "`\(quoted)` — данные дела; шаблон не может их менять",
        kk: "`\(quoted)` — іс деректері; үлгі оларды өзгерте алмайды"),
      hints: [
        Message(
          en: "copy it first: `{% set copy = \(quoted) %}`",
          ru: "сначала скопируйте: `{% set copy = \(quoted) %}`",
          kk: "алдымен көшіріңіз: `{% set copy = \(quoted) %}`")
      ])
  }

  static func noMethod(_ name: String, _ quoted: String, _ value: Value) -> Complaint {
    let kind = Message.kind(of: value)
    return .wrongType(
      Message(
        en: "`\(quoted)` is \(kind.en) and has no `\(name)()`",
        ru: "`\(quoted)` — \(kind.ru), у него нет `\(name)()`",
        kk: "`\(quoted)` — \(kind.kk), онда `\(name)()` жоқ"))
  }

  static var notInList: Complaint {
    Complaint(
      code: "not-found",
      message: Message(
        en: "there is no such element", ru: "такого элемента нет", kk: "мұндай элемент жоқ"))
  }

  static func wrongMethodArguments(_ name: String) -> Complaint {
    Complaint(
      code: "wrong-arguments",
      message: Message(
        en: "`\(name)()` has wrong arguments", ru: "у `\(name)()` неверные аргументы",
        kk: "`\(name)()` аргументтері қате"))
  }
}
