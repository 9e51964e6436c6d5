public import Draft

/// An empty case file for a document: what it needs to be filled in, what it may take as comments,
/// with comments in Kazakh and Russian.
///
/// What it needs in some cases only, such as the amount of a fee that has been paid, stands there to be
/// filled in too.
///
/// A field that is left empty counts as not given, so what does not apply may simply stay.
public struct CaseForm: Sendable {
  /// What every case answers for before the Standard (1.7, 1.9, 1.13, 4.1, 4.5).
  private static let groups = [
    "consultant", "client", "matter", "engagement", "confidentiality", "conflict_check",
  ]

  private let title: String
  private let needed: Set<String>
  /// By path, those that may be filled in instead.
  private let alternatives: [String: [String]]
  private let used: Set<String>
  private let known: [FieldTree.Node]
  private let notes: FieldNotes
  private let omitsConsultant: Bool

  /// The form of a document.
  ///
  /// - Parameters:
  ///   - description: the document.
  ///   - notes: what its fields are.
  ///   - constants: data that need not be filled in, since they stand beside the documents.
  ///   - omitsConsultant: whether a profile gives the consultant's details.
  /// - Throws: the failure to read the template, or ``Diagnostics`` when it is wrong.
  public init(
    for description: DocumentDescription, notes: FieldNotes, constants: [DataFile] = [],
    omitsConsultant: Bool = false
  ) throws {
    var fields: [FieldReport.Field] = []
    if let path = description.template(for: "docx") ?? description.template(for: "txt") {
      fields = try Template(contentsOf: path).fields
    }
    let given = Set(constants.flatMap(\.root.keys))
    fields.removeAll { field in
      CaseForm.prefixes(field.path).first.map(given.contains) ?? true
    }
    known = FieldTree(fields).nodes
    let alternatives = CaseForm.alternatives(fields)
    let instead = fields.map(\.path).filter { path in
      CaseForm.prefixes(path).contains { alternatives[$0] != nil }
    }
    needed = Set(
      (fields.filter(\.isAskedFor).map(\.path) + description.required + instead)
        .flatMap(CaseForm.prefixes))
    self.alternatives = alternatives
    used = needed.union(fields.map(\.path).flatMap(CaseForm.prefixes)).union(CaseForm.groups)
    title = ["kk", "ru"].compactMap { description.titles[$0] }.joined(separator: " / ")
    self.notes = notes
    self.omitsConsultant = omitsConsultant
  }

  /// By path, without the marks of lists, those that may be filled in instead, both ways.
  private static func alternatives(_ fields: [FieldReport.Field]) -> [String: [String]] {
    var alternatives: [String: [String]] = [:]
    for field in fields where field.isAskedFor {
      guard let path = prefixes(field.path).last else { continue }
      for other in field.alternatives.compactMap({ prefixes($0).last }) where other != path {
        alternatives[path, default: []].append(other)
        alternatives[other, default: []].append(path)
      }
    }
    return alternatives
  }

  /// The node with a word, at it and below, on what may be filled in instead.
  private func annotated(_ node: FormNode, path: String) -> FormNode {
    var node = node
    if let others = alternatives[path] {
      let list = others.map { "`\($0)`" }.joined(separator: ", ")
      let word = "не оның орнына / или вместо этого: \(list)"
      node.note += node.note.isEmpty ? word : "; \(word)"
    }
    node.children = node.children.map { annotated($0, path: "\(path).\($0.key)") }
    return node
  }

  /// A path and those above it, without the marks of lists.
  private static func prefixes(_ path: String) -> [String] {
    var prefix = ""
    return path.split(separator: ".").map { step in
      let key = step.hasSuffix("[]") ? String(step.dropLast(2)) : String(step)
      prefix += prefix.isEmpty ? key : ".\(key)"
      return prefix
    }
  }

  /// The form as YAML.
  public var yaml: String {
    var writer = FormWriter()
    var text = """
      # \(title)
      # Бос қалған өріс берілмеген болып саналады; «#» таңбасы тұрған өріс – қажет болса ғана.
      # Поле, оставленное пустым, считается незаполненным; поля после «#» – только если они нужны.
      # Тексеру / проверка: draft verify ІС.yaml


      """
    for field in CaseSchema.file.fields where used.contains(field.key) {
      if field.key == "consultant", omitsConsultant {
        text += """
          # consultant: заң консультанты туралы мәліметтер профильде / сведения о консультанте – в профиле


          """
        continue
      }
      let isNeeded = needed.contains(field.key) || CaseForm.groups.contains(field.key)
      writer = FormWriter()
      writer.write([
        annotated(node(field, path: field.key, isNeeded: isNeeded), path: field.key)
      ])
      text += writer.text + "\n"
    }
    for node in known where CaseSchema.file.field(node.name) == nil {
      writer = FormWriter()
      writer.write([
        annotated(
          FormNode(node, path: node.name, needed: needed, notes: notes), path: node.name)
      ])
      text += writer.text + "\n"
    }
    return text
  }

  /// The node of a field of the schema: with what the document always needs added to the usual, and
  /// with what only its template knows.
  private func node(_ field: FieldSchema, path: String, isNeeded: Bool) -> FormNode {
    var node = FormNode(field, path: path, isNeeded: isNeeded, notes: notes)
    let schema: RecordSchema
    switch field.kind {
    case .record(let record), .list(.record(let record)): schema = record
    default: return node
    }
    node.children = schema.fields.map { child in
      let path = "\(path).\(child.key)"
      var node = self.node(
        child, path: path, isNeeded: needed.contains(path) || (isNeeded && child.isUsual))
      node.isUsual = child.isUsual || used.contains(path)
      return node
    }
    node.children += unknown(below: path, schema)
    return node
  }

  /// The fields of a group that the template uses and the schema lacks; computed ones are left out.
  private func unknown(below path: String, _ schema: RecordSchema) -> [FormNode] {
    var nodes = known
    for step in path.split(separator: ".") {
      nodes = nodes.first { $0.name == String(step) }?.children ?? []
    }
    return nodes.filter { schema.field($0.name) == nil && !Derivation.keys.contains($0.name) }
      .map { FormNode($0, path: "\(path).\($0.name)", needed: needed, notes: notes) }
  }
}

extension FieldReport.Field {
  /// Whether a document needs it, always or where the data say so; not what is only used when it, or
  /// something else that may be left out, is there.
  fileprivate var isAskedFor: Bool {
    !isOptional
      && conditions.contains { uses in
        uses.allSatisfy { condition in
          !condition.contains("is defined") || condition.hasPrefix("not (")
            || condition.contains(" or ")
        }
      }
  }
}
