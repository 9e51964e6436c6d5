internal import CLibYAML

/// Makes the tree of a YAML file of what libyaml reads in it, one event after another.
struct YAMLComposer {
  /// Why there is no tree.
  enum Problem: Error {
    /// libyaml's words and places: of what it stumbled over, and of what it was in the middle of.
    case syntax(String, YAMLNode.Mark, context: (text: String, mark: YAMLNode.Mark)?)
    /// A name after `*` that no anchor gives.
    case undefinedAlias(YAMLNode.Mark)
    /// The same key twice in one mapping.
    case duplicateKey(YAMLNode, first: YAMLNode)
    case severalDocuments(YAMLNode.Mark)
    case tooDeep(YAMLNode.Mark)
    /// Bytes that are no text, or no memory.
    case unreadable
  }

  /// How deep nodes may lie in one another, whatever the limits are: so deep a tree is built, and let go
  /// of, on the stack.
  static let deepest = 500

  private let events: YAMLEvents
  private let limits: DataLimits
  private var anchors: [String: YAMLNode] = [:]

  private init(_ events: YAMLEvents, _ limits: DataLimits) {
    (self.events, self.limits) = (events, limits)
  }

  /// The only document of a file; nil for a file without any.
  static func compose(
    _ bytes: ArraySlice<UInt8>, limits: DataLimits
  ) throws(Problem) -> YAMLNode? {
    let result = unsafe bytes.withUnsafeBufferPointer { buffer -> Result<YAMLNode?, Problem> in
      var composer = unsafe YAMLComposer(YAMLEvents(buffer), limits)
      return Result { () throws(Problem) in try composer.document() }
    }
    return try result.get()
  }

  private mutating func document() throws(Problem) -> YAMLNode? {
    try events.next()  // The start of the stream.
    try events.next()
    if events.kind == YAML_STREAM_END_EVENT { return nil }
    try events.next()
    let node = try node(depth: 0)
    try events.next()  // The end of the document.
    try events.next()
    if events.kind != YAML_STREAM_END_EVENT { throw .severalDocuments(events.mark) }
    return node
  }

  /// The node that the event at hand starts.
  private mutating func node(depth: Int) throws(Problem) -> YAMLNode {
    let mark = events.mark
    if depth > min(limits.depth, YAMLComposer.deepest) { throw .tooDeep(mark) }
    if events.kind == YAML_ALIAS_EVENT {
      guard let node = events.anchor.flatMap({ anchors[$0] }) else { throw .undefinedAlias(mark) }
      return node
    }
    let anchor = events.anchor
    let tag = events.tag
    let content: YAMLNode.Content =
      switch events.kind {
      case YAML_SEQUENCE_START_EVENT: .sequence(try items(depth: depth + 1))
      case YAML_MAPPING_START_EVENT: .mapping(try pairs(depth: depth + 1))
      default: .scalar(events.scalar, events.style)
      }
    let node = YAMLNode(content: content, tag: tag, mark: mark)
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func items(depth: Int) throws(Problem) -> [YAMLNode] {
    var items: [YAMLNode] = []
    try events.next()
    while events.kind != YAML_SEQUENCE_END_EVENT {
      items.append(try node(depth: depth))
      try events.next()
    }
    return items
  }

  private mutating func pairs(depth: Int) throws(Problem) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var names: [String: Int] = [:]
    var duplicate: Problem?
    try events.next()
    while events.kind != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth)
      if let name = YAMLScalar.key(key) {
        if let first = names[name] {
          // A quote or bracket left open may be the cause; then the mapping does not come to its end.
          duplicate = duplicate ?? .duplicateKey(key, first: pairs[first].key)
        } else {
          names[name] = pairs.count
        }
      }
      try events.next()
      pairs.append((key, try node(depth: depth)))
      try events.next()
    }
    if let duplicate { throw duplicate }
    return pairs
  }
}
