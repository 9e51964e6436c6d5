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
  /// Whether it is shown in a group that may be left out as a whole.
  var isUsual = true
  var children: [FormNode] = []

  /// A node of a field that the schema knows, without what stands inside it.
  ///
  /// - Parameters:
  ///   - notes: what the fields of the document are; they know those of the schema too.
  ///   - path: where it stands, without the marks of lists.
  init(_ field: FieldSchema, path: String, isNeeded: Bool, notes: FieldNotes) {
    key = field.key
    self.isNeeded = isNeeded
    isUsual = field.isUsual
    note = notes[path].map(FormNode.words) ?? ""
    switch field.kind {
    case .localised: shape = .localised
    case .record: shape = .group
    case .list(let kind):
      shape = .list
      if case .localised = kind { children = [FormNode(textOfList: isNeeded)] }
    case .identifier(let type):
      shape = .scalar
      if type is CaseDate.Type { note += ": 2026-11-22" }
    case .money:
      shape = .scalar
      note += ", ₸: 450000"
    case .powers:
      shape = .scalar
      note += ": full | [\(SpecialPower.allCases.map(\.rawValue).joined(separator: ", "))]"
    default: shape = .scalar
    }
  }

  /// A text in both languages as an item of a list, which has no name.
  private init(textOfList isNeeded: Bool) {
    (key, shape, note) = ("", .localised, "")
    self.isNeeded = isNeeded
  }

  /// A node of a field that only a template knows.
  ///
  /// - Parameters:
  ///   - needed: the paths that are to be filled in, without the marks of lists.
  ///   - notes: what its fields are.
  init(_ node: FieldTree.Node, path: String, needed: Set<String>, notes: FieldNotes) {
    key = node.name
    isNeeded = needed.contains(path)
    let label = notes[path].map(FormNode.words)
    note = label ?? ""
    if !node.children.isEmpty {
      shape = node.isList ? .list : .group
      children = node.children.map {
        FormNode($0, path: "\(path).\($0.name)", needed: needed, notes: notes)
      }
      return
    }
    shape = node.isList ? .list : notes[path]?.isLocalised == true ? .localised : .scalar
    switch node.field?.kind {
    case .number?: note = label ?? "сан / число"
    case .date?: note = (label ?? "күні / дата") + ": 2026-11-22"
    case .boolean?: note = [label, "true | false"].compactMap { $0 }.joined(separator: ": ")
    case .list?:
      shape = .list
      note = label ?? "тізім / список"
    case .object?: shape = .localised
    case .text?, .presence?, nil:
      note = label ?? "мәтін немесе {kk: …, ru: …} / текст или {kk: …, ru: …}"
    }
    if case .list = shape, notes[path]?.isLocalised == true {
      children = [FormNode(textOfList: isNeeded)]
    }
  }

  /// What a field is, in both languages, and what it can be.
  private static func words(_ note: FieldNotes.Note) -> String {
    let (kk, ru) = (note.label.text(for: .kk), note.label.text(for: .ru))
    return (kk == ru ? kk : "\(kk) / \(ru)") + note.choices
  }

  /// Whether anything at or below the node is to be filled in; a list only if its items have something.
  var hasNeeded: Bool {
    (isNeeded && (shape != .list || children.isEmpty)) || children.contains(where: \.hasNeeded)
  }
}

/// Writes nodes as YAML.
struct FormWriter {
  private(set) var text = ""

  /// Writes nodes; those that may be left out are comments, which lose their `# ` to be used.
  ///
  /// - Parameters:
  ///   - indent: how far the nodes stand to the right.
  ///   - comment: how far the comment that they are part of stands to the right; nil outside of one.
  mutating func write(_ nodes: [FormNode], indent: Int = 0, comment: Int? = nil) {
    guard let comment else {
      for node in nodes { write(node, indent, node.hasNeeded ? nil : indent) }
      return
    }
    let usual = nodes.filter(\.isUsual)
    for node in usual.isEmpty ? nodes : usual { write(node, indent, comment) }
  }

  private mutating func write(_ node: FormNode, _ indent: Int, _ comment: Int?) {
    let note = node.note.isEmpty ? "" : "  # \(node.note)"
    line("\(node.key):\(note)", indent, comment)
    switch node.shape {
    case .scalar: break
    case .localised:
      line("kk:", indent + 2, comment)
      line("ru:", indent + 2, comment)
    case .group: write(node.children, indent: indent + 2, comment: comment)
    case .list: writeItem(node.children, indent + 2, comment)
    }
  }

  /// One item of a list; its first line begins with the hyphen.
  private mutating func writeItem(_ children: [FormNode], _ indent: Int, _ comment: Int?) {
    var inner = FormWriter()
    if let first = children.first, first.key.isEmpty {
      inner.text = "kk:\nru:\n"
    } else {
      // A comment cannot carry the hyphen, so a field that is filled in comes first.
      let ordered =
        comment == nil
        ? children.filter(\.hasNeeded) + children.filter { !$0.hasNeeded } : children
      inner.write(ordered, comment: comment == nil ? nil : 0)
      if comment != nil { inner.uncomment() }
    }
    var lead = "- "
    for part in inner.text.split(separator: "\n") {
      line(lead + part, indent, comment)
      lead = "  "
    }
    if children.isEmpty { line("-", indent, comment) }
  }

  /// Takes the marks of a comment that begins at the left edge out again.
  private mutating func uncomment() {
    text = text.split(separator: "\n").map { $0.dropFirst(2) + "\n" }.joined()
  }

  private mutating func line(_ content: some StringProtocol, _ indent: Int, _ comment: Int?) {
    let spaces = { (count: Int) in String(repeating: " ", count: count) }
    if let comment {
      text += spaces(comment) + "# " + spaces(indent - comment) + content + "\n"
    } else {
      text += spaces(indent) + content + "\n"
    }
  }
}
