internal import DraftLanguage

/// Reads YAML text into values. The grammar is libyaml's; what plain words mean is decided
/// in ``YAMLScalar``, so that no code, date or account number turns into something else.
struct YAMLReader {
  /// Reading cannot go on; the reason is among the errors found.
  private struct Stop: Error {}

  private let text: DataText
  private let limits: DataLimits
  private let lines: YAMLLines
  private var nodes = 0
  private var found: [Diagnostic] = []

  init(_ text: DataText, limits: DataLimits) {
    self.text = text
    self.limits = limits
    lines = YAMLLines(text)
  }

  /// Reads the whole file, whose top level must be a mapping.
  mutating func readFile() throws(Diagnostics) -> ObjectValue {
    guard let node = try YAMLReader.compose(text, limits: limits) else {
      throw Diagnostics([DataFault.empty(text)])
    }
    var value = Value.null
    do throws(Stop) { value = try read(node, depth: 0) } catch {}
    if case .object(let root) = value, found.isEmpty { return root }
    if found.isEmpty {
      if case .null = value { throw Diagnostics([DataFault.empty(text)]) }
      found.append(DataFault.topLevel(at: text.place(lines.range(of: node))))
    }
    throw Diagnostics(found.inOrder)
  }

  /// The tree of nodes with their marks; nil for a file without any.
  static func compose(
    _ text: DataText, limits: DataLimits
  ) throws(Diagnostics) -> YAMLNode? {
    if let refusal = YAMLGuard.refusal(of: text, limits: limits) { throw Diagnostics([refusal]) }
    do throws(YAMLComposer.Problem) {
      return try YAMLComposer.compose(text.bytes[text.start...], limits: limits)
    } catch {
      throw Diagnostics([YAMLFault(error, in: text, limits: limits).diagnostic])
    }
  }

  private mutating func read(_ node: YAMLNode, depth: Int) throws(Stop) -> Value {
    nodes += 1
    if nodes > limits.nodes { try stop(DataFault.tooMany(limits.nodes, at: place(node))) }
    if depth > limits.depth { try stop(DataFault.tooDeep(limits.depth, at: place(node))) }
    switch node.content {
    case .scalar(let text, let style): return try read(text, style, node)
    case .sequence(let sequence):
      try check(node, allowed: "seq")
      var items: [Value] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try read(item, depth: depth + 1)) }
      return .list(items)
    case .mapping(let mapping):
      try check(node, allowed: "map")
      return .object(try read(mapping, depth: depth))
    }
  }

  private mutating func read(
    _ mapping: [(key: YAMLNode, value: YAMLNode)], depth: Int
  ) throws(Stop) -> ObjectValue {
    var pairs: [(key: String, value: Value)] = []
    var inherited: [(key: String, value: Value)] = []
    pairs.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      if YAMLScalar.isMerge(key) {
        let value = try read(value, depth: depth + 1)
        guard let more = YAMLReader.mergeable(value) else {
          try report(YAMLFault.badMerge(at: place(key)))
          continue
        }
        inherited += more
      } else if let name = YAMLScalar.key(key) {
        pairs.append((name, try read(value, depth: depth + 1)))
      } else {
        try report(YAMLFault.unusableKey(at: place(key), isTemplateTag: lines.isTemplateTag(key)))
      }
    }
    if inherited.isEmpty { return ObjectValue(pairs) }
    let own = ObjectValue(pairs)
    // Of several mappings merged, the first that has a key wins; `ObjectValue` lets the last win.
    let below = ObjectValue(inherited.reversed())
    let missing = zip(below.keys, below.values).filter { own[$0.0] == nil }
    return ObjectValue(missing.reversed().map { (key: $0.0, value: $0.1) } + pairs)
  }

  /// The pairs that `<<` brings in: of one mapping or of a list of them, the first having priority.
  private static func mergeable(_ value: Value) -> [(key: String, value: Value)]? {
    switch value {
    case .object(let object):
      return zip(object.keys, object.values).map { (key: $0.0, value: $0.1) }
    case .list(let list):
      var pairs: [(key: String, value: Value)] = []
      for item in list {
        guard case .object = item, let more = mergeable(item) else { return nil }
        pairs += more
      }
      return pairs
    default: return nil
    }
  }

  private mutating func read(
    _ scalar: String, _ style: YAMLNode.Style, _ node: YAMLNode
  ) throws(Stop) -> Value {
    try check(node, allowed: "str")
    guard style == .plain, node.tag.isEmpty else { return .string(scalar) }
    switch YAMLScalar.meaning(of: scalar) {
    case .value(let value): return value
    case .ambiguous:
      try report(YAMLFault.ambiguousWord(scalar, at: place(node)))
    case .tooLong:
      try report(DataFault.numberTooLong(at: place(node)))
    }
    return .null
  }

  private mutating func check(_ node: YAMLNode, allowed: String) throws(Stop) {
    let tag = node.tag
    if tag.isEmpty || tag == "!" || tag == "tag:yaml.org,2002:" + allowed { return }
    try report(YAMLFault.tag(at: text.place(lines.firstWord(of: node))))
  }

  private func place(_ node: YAMLNode) -> Place { text.place(lines.range(of: node)) }

  private mutating func report(_ diagnostic: Diagnostic) throws(Stop) {
    found.append(diagnostic)
    if found.count >= DataFault.most { throw Stop() }
  }

  private mutating func stop(_ diagnostic: Diagnostic) throws(Stop) {
    found.append(diagnostic)
    throw Stop()
  }
}
