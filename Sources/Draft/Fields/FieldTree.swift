/// The fields of a template as the tree that its data must be.
public struct FieldTree: Sendable {
  /// A field with those inside it.
  public final class Node: Sendable {
    /// The last step of the path.
    public let name: String
    /// The full path.
    public let path: String
    /// The report on the field; nil when only fields inside it are used.
    public let field: FieldReport.Field?
    /// Whether the value is a list.
    public let isList: Bool
    /// The fields inside it or, for a list, inside each element.
    public let children: [Node]

    init(
      name: String, path: String, field: FieldReport.Field?, isList: Bool, children: [Node]
    ) {
      self.name = name
      self.path = path
      self.field = field
      self.isList = isList
      self.children = children
    }

    /// Whether every document needs it.
    public var isAlwaysNeeded: Bool {
      field.map(\.isAlwaysNeeded) ?? children.contains(where: \.isAlwaysNeeded)
    }
  }

  /// The top of the data, in the order of first use.
  public let nodes: [Node]

  /// Sorts fields into a tree.
  public init(_ fields: [FieldReport.Field]) {
    nodes = Self.nodes(
      fields.map { (steps: Self.steps($0.path), field: $0) }, parent: "")
  }

  /// `scope.items[].price` as `scope`, `items[]`, `price`.
  private static func steps(_ path: String) -> [String] {
    path.split(separator: ".").map(String.init)
  }

  private static func nodes(
    _ entries: [(steps: [String], field: FieldReport.Field)], parent: String
  ) -> [Node] {
    var order: [String] = []
    var groups: [String: [(steps: [String], field: FieldReport.Field)]] = [:]
    var own: [String: FieldReport.Field] = [:]
    var lists: Set<String> = []
    for entry in entries {
      guard let first = entry.steps.first else { continue }
      let isElement = first.hasSuffix("[]")
      let name = isElement ? String(first.prefix { $0 != "[" }) : first
      if isElement { lists.insert(name) }
      if groups[name] == nil {
        order.append(name)
        groups[name] = []
      }
      if entry.steps.count > 1 {
        groups[name]?.append((Array(entry.steps.dropFirst()), entry.field))
      } else if !isElement || own[name] == nil {
        own[name] = entry.field
        if entry.field.kind == .list { lists.insert(name) }
      }
    }
    return order.map { name in
      let path = parent.isEmpty ? name : "\(parent).\(name)"
      let isList = lists.contains(name)
      return Node(
        name: name, path: path, field: own[name], isList: isList,
        children: nodes(groups[name] ?? [], parent: isList ? path + "[]" : path))
    }
  }

  // MARK: - JSON Schema

  /// A JSON Schema (draft 2020-12) of the data.
  public var schema: String {
    "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      + Self.object(nodes, indent: "  ") + "\n}\n"
  }

  private static func object(_ nodes: [Node], indent: String) -> String {
    var text = "\(indent)\"type\": \"object\",\n\(indent)\"properties\": {\n"
    text += nodes.map { node in
      "\(indent)  \(quoted(node.name)): {\n" + value(node, indent: indent + "    ")
        + "\n\(indent)  }"
    }.joined(separator: ",\n")
    text += "\n\(indent)}"
    let needed = nodes.filter(\.isAlwaysNeeded).map { quoted($0.name) }
    if !needed.isEmpty { text += ",\n\(indent)\"required\": [\(needed.joined(separator: ", "))]" }
    return text
  }

  private static func value(_ node: Node, indent: String) -> String {
    if node.isList {
      let items =
        node.children.isEmpty
        ? "" : "\n" + object(node.children, indent: indent + "  ") + "\n\(indent)"
      return "\(indent)\"type\": \"array\",\n\(indent)\"items\": {\(items)}"
    }
    if !node.children.isEmpty { return object(node.children, indent: indent) }
    switch node.field?.kind {
    case .number: return "\(indent)\"type\": [\"number\", \"string\"]"
    case .date: return "\(indent)\"type\": \"string\",\n\(indent)\"format\": \"date\""
    case .list: return "\(indent)\"type\": \"array\""
    case .object: return "\(indent)\"type\": \"object\""
    case .boolean: return "\(indent)\"description\": \"only asked whether it is true\""
    case .presence: return "\(indent)\"description\": \"only asked whether it is there\""
    case .text, nil:
      // One text, or one for each language.
      return "\(indent)\"type\": [\"string\", \"number\", \"object\"]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: - Empty data

  /// An empty YAML file to fill in; comments say what a field is and when it is needed.
  public var emptyYAML: String { Self.yaml(nodes, indent: "") }

  private static func yaml(_ nodes: [Node], indent: String) -> String {
    var text = ""
    for node in nodes {
      let note = note(node)
      if node.children.isEmpty {
        text += "\(indent)\(node.name):\(node.isList ? " []" : " \"\"")\(note)\n"
      } else if node.isList {
        text += "\(indent)\(node.name):\(note)\n"
        var inner = yaml(node.children, indent: indent + "    ")
        let start = inner.index(inner.startIndex, offsetBy: indent.count + 2)
        inner.replaceSubrange(start...inner.index(after: start), with: "- ")
        text += inner
      } else {
        text += "\(indent)\(node.name):\(note)\n" + yaml(node.children, indent: indent + "  ")
      }
    }
    return text
  }

  /// Whether a text stands in the Kazakh and in the Russian text, so that it may differ.
  private static func isBilingual(_ node: Node) -> Bool {
    let languages = Set((node.field?.places ?? []).compactMap(\.language))
    return languages.isSuperset(of: ["kk", "ru"])
  }

  private static func note(_ node: Node) -> String {
    var words: [String] = []
    switch node.field?.kind {
    case .date: words.append("ГГГГ-ММ-ДД")
    case .number: words.append("число")
    case .boolean: words.append("true / false")
    case .text where isBilingual(node): words.append("или / немесе { kk: \"\", ru: \"\" }")
    default: break
    }
    if let field = node.field, !field.isAlwaysNeeded {
      if field.isOptional {
        words.append("необязательно / міндетті емес")
      } else if let condition = field.conditions.first(where: { !$0.isEmpty })?.last {
        words.append("если / егер: \(condition.split(separator: "\n").joined(separator: " "))")
      }
    }
    return words.isEmpty ? "" : "  # " + words.joined(separator: "; ")
  }
}
