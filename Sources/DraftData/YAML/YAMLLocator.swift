internal import DraftLanguage

/// Finds where a value stands in YAML that was read without an error before.
struct YAMLLocator {
  private let text: DataText
  private let limits: DataLimits
  private let lines: YAMLLines

  init(_ text: DataText, limits: DataLimits) {
    self.text = text
    self.limits = limits
    lines = YAMLLines(text)
  }

  /// The bytes of the value at a path; of a list or mapping that has a key, the key.
  func find(_ path: DataPath) -> Range<Int>? {
    guard let root = try? YAMLReader.compose(text, limits: limits) else { return nil }
    var node = root
    var place = lines.range(of: node)
    for step in path.steps {
      switch (step, node.content) {
      case (.key(let wanted), .mapping(let mapping)):
        guard let (key, value) = YAMLLocator.entry(wanted, in: mapping, depth: 0) else {
          return nil
        }
        node = value
        place = isVisible(value) ? lines.range(of: value) : lines.range(of: key)
      case (.index(let index), .sequence(let sequence)):
        guard index < sequence.count else { return nil }
        node = sequence[index]
        place = lines.range(of: node)
      default: return nil
      }
    }
    return place
  }

  /// Whether the value itself is worth pointing at: a text, a number, a word.
  private func isVisible(_ node: YAMLNode) -> Bool {
    guard case .scalar(let text, let style) = node.content else { return false }
    return !(style == .plain && text.isEmpty)
  }

  /// The entry of a key, also one that `<<` brings in.
  private static func entry(
    _ wanted: String, in mapping: [(key: YAMLNode, value: YAMLNode)], depth: Int
  ) -> (key: YAMLNode, value: YAMLNode)? {
    for (key, value) in mapping where !YAMLScalar.isMerge(key) {
      if YAMLScalar.key(key) == wanted { return (key, value) }
    }
    guard depth < 100 else { return nil }
    for (key, value) in mapping where YAMLScalar.isMerge(key) {
      switch value.content {
      case .mapping(let inner):
        if let entry = entry(wanted, in: inner, depth: depth + 1) { return entry }
      case .sequence(let sequence):
        for case .mapping(let inner) in sequence.map(\.content) {
          if let entry = entry(wanted, in: inner, depth: depth + 1) { return entry }
        }
      default: break
      }
    }
    return nil
  }
}
