public import Draft

/// An empty case file for a document: what it needs to be filled in, what it may take as comments,
/// with comments in Kazakh and Russian.
///
/// A field that is left empty counts as not given, so what does not apply may simply stay.
public struct CaseForm: Sendable {
  /// What every case answers for before the Standard (1.7, 1.9, 1.13, 4.1, 4.5).
  private static let groups = [
    "consultant", "client", "matter", "engagement", "confidentiality", "conflict_check",
  ]

  private let title: String
  private let needed: Set<String>
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
    needed = Set(
      (fields.filter(\.isAlwaysNeeded).map(\.path) + description.required)
        .flatMap(CaseForm.prefixes))
    used = needed.union(fields.map(\.path).flatMap(CaseForm.prefixes)).union(CaseForm.groups)
    title = ["kk", "ru"].compactMap { description.titles[$0] }.joined(separator: " / ")
    self.notes = notes
    self.omitsConsultant = omitsConsultant
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
      writer.write([node(field, path: field.key, isNeeded: isNeeded)])
      text += writer.text + "\n"
    }
    for node in known where CaseSchema.file.field(node.name) == nil {
      writer = FormWriter()
      writer.write([FormNode(node, path: node.name, needed: needed, notes: notes)])
      text += writer.text + "\n"
    }
    return text
  }

  /// The node of a field of the schema: with what the document always needs added to the usual, and
  /// with what only its template knows.
  private func node(_ field: FieldSchema, path: String, isNeeded: Bool) -> FormNode {
    var node = FormNode(field, isNeeded: isNeeded)
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
