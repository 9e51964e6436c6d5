internal import Draft

/// One line of an empty case file, with the lines below it.
struct FormNode {
  /// What a field is filled with.
  enum Shape {
    case scalar
    case localised
    case group
    /// A list of scalars, texts or groups.
    case list
  }

  var key: String
  var shape: Shape
  /// What stands in the comment.
  var note: String
  /// Whether it is to be filled in, not only one that may be.
  var isNeeded: Bool
  var children: [FormNode] = []

  /// A node of a field that the schema knows, with everything below it.
  init(_ field: FieldSchema, isNeeded: Bool) {
    key = field.key
    self.isNeeded = isNeeded
    let (kk, ru) = (field.label.kk ?? "", field.label.ru ?? "")
    var note = kk == ru ? kk : "\(kk) / \(ru)"
    switch field.kind {
    case .localised: shape = .localised
    case .choice(let words):
      shape = .scalar
      note += ": " + words.joined(separator: " | ")
    case .flag:
      shape = .scalar
      note += ": true | false"
    case .identifier(let type):
      shape = .scalar
      if type is CaseDate.Type { note += ": 2026-11-22" }
    case .money:
      shape = .scalar
      note += ", теңге / тенге: 450000"
    case .powers:
      shape = .scalar
      note += ": full | [\(SpecialPower.allCases.map(\.rawValue).joined(separator: ", "))]"
    case .record(let schema):
      shape = .group
      children = schema.fields.map { FormNode($0, isNeeded: isNeeded && $0.isUsual) }
    case .list(let kind):
      shape = .list
      switch kind {
      case .record(let schema):
        children = schema.fields.map { FormNode($0, isNeeded: isNeeded && $0.isUsual) }
      case .localised: children = [FormNode(key: "", .localised, note: "", isNeeded: isNeeded)]
      default: break
      }
    default: shape = .scalar
    }
    self.note = note
  }

  init(key: String, _ shape: Shape, note: String, isNeeded: Bool) {
    self.key = key
    self.shape = shape
    self.note = note
    self.isNeeded = isNeeded
  }

  /// A node of a field that only a template knows.
  init(_ node: FieldTree.Node, isNeeded: Bool) {
    key = node.name
    self.isNeeded = isNeeded
    note = ""
    if !node.children.isEmpty {
      shape = node.isList ? .list : .group
      children = node.children.map { FormNode($0, isNeeded: isNeeded && $0.isAlwaysNeeded) }
      return
    }
    shape = node.isList ? .list : .scalar
    switch node.field?.kind {
    case .number?: note = "сан / число"
    case .date?: note = "күні / дата: 2026-11-22"
    case .boolean?: note = "true | false"
    case .list?:
      shape = .list
      note = "тізім / список"
    case .object?: shape = .localised
    case .text?, nil: note = "мәтін немесе {kk: …, ru: …} / текст или {kk: …, ru: …}"
    }
  }

  /// Whether anything at or below the node is to be filled in.
  var hasNeeded: Bool { isNeeded || children.contains(where: \.hasNeeded) }
}

/// Writes nodes as YAML.
struct FormWriter {
  private(set) var text = ""

  /// Writes nodes; those that may be left out are comments.
  mutating func write(_ nodes: [FormNode], indent: Int = 0, isComment: Bool = false) {
    for node in nodes {
      write(node, indent: indent, isComment: isComment || !node.hasNeeded)
    }
  }

  private mutating func write(_ node: FormNode, indent: Int, isComment: Bool) {
    let note = node.note.isEmpty ? "" : "  # \(node.note)"
    switch node.shape {
    case .scalar: line("\(node.key):\(note)", indent, isComment)
    case .localised:
      line("\(node.key):\(note)", indent, isComment)
      line("kk:", indent + 2, isComment)
      line("ru:", indent + 2, isComment)
    case .group:
      line("\(node.key):\(note)", indent, isComment)
      write(node.children, indent: indent + 2, isComment: isComment)
    case .list:
      line("\(node.key):\(note)", indent, isComment)
      writeItem(node.children, indent: indent + 2, isComment: isComment)
    }
  }

  /// One item of a list; its first line begins with the hyphen.
  private mutating func writeItem(_ children: [FormNode], indent: Int, isComment: Bool) {
    guard let first = children.first else {
      line("-", indent, isComment)
      return
    }
    if first.key.isEmpty {
      line("- kk:", indent, isComment)
      line("  ru:", indent, isComment)
      return
    }
    var inner = FormWriter()
    // A comment cannot carry the hyphen, so a field that is filled in comes first.
    let ordered =
      isComment ? children : children.filter(\.hasNeeded) + children.filter { !$0.hasNeeded }
    inner.write(ordered)
    var isFirst = true
    for part in inner.text.split(separator: "\n") {
      line((isFirst ? "- " : "  ") + part, indent, isComment)
      isFirst = false
    }
  }

  private mutating func line(_ content: String, _ indent: Int, _ isComment: Bool) {
    text += String(repeating: " ", count: indent) + (isComment ? "# " : "") + content + "\n"
  }
}
