internal import DraftLanguage

/// The way to a value of the data: `client.items[2].name`, `["a key with. dots"].x`.
struct DataPath: Sendable, Hashable {
  /// One step into a mapping or a list.
  enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  /// From the top.
  var steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Reads a path; nil when it is none.
  ///
  /// - Parameter isReported: whether it is as templates report paths, `files[].name`, where any place
  ///   stands as the first.
  init?(_ text: String, isReported: Bool = false) {
    steps = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let step = DataPath.takeBracket(&rest, isReported) else { return nil }
        steps.append(step)
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { return nil }
          rest.removeFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" && $0 != "]" }
        if key.isEmpty { return nil }
        steps.append(.key(String(key)))
        rest.removeFirst(key.count)
      }
    }
    if steps.isEmpty { return nil }
  }

  private static func takeBracket(_ rest: inout Substring, _ isReported: Bool) -> Step? {
    rest.removeFirst()
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest.removeFirst()
      guard let end = rest.firstIndex(of: quote) else { return nil }
      let key = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      guard rest.first == "]" else { return nil }
      rest.removeFirst()
      return .key(key)
    }
    let digits = rest.prefix { $0 != "]" }
    guard digits.count < 10, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let index = digits.isEmpty && isReported ? 0 : Int(digits)
    else { return nil }
    rest.removeFirst(digits.count)
    guard rest.first == "]" else { return nil }
    rest.removeFirst()
    return .index(index)
  }

  /// The path as a person writes it.
  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        if key.isEmpty || key.contains(where: { ".[]".contains($0) }) {
          text += key.contains("\"") ? "['\(key)']" : "[\"\(key)\"]"
        } else {
          text += text.isEmpty ? key : ".\(key)"
        }
      }
    }
    return text
  }
}

extension ObjectValue {
  /// The value that a path leads to, nil when there is none.
  func value(at path: DataPath) -> Value? {
    var value = Value.object(self)
    for step in path.steps {
      switch (step, value) {
      case (.key(let key), .object(let object)):
        guard let next = object[key] else { return nil }
        value = next
      case (.index(let index), .list(let list)):
        guard index < list.count else { return nil }
        value = list[index]
      default: return nil
      }
    }
    return value
  }
}
