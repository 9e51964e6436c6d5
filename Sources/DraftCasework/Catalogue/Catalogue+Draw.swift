public import Draft

extension Catalogue {
  /// Why a document cannot be drawn, before any template is read.
  public enum Refusal: Error, Sendable, Hashable {
    /// There is no document of that name; there are these.
    case unknownDocument(String, known: [String])
    /// The document has no template of that format.
    case unknownFormat(String, Template.Format)
  }

  /// Draws a document in memory.
  ///
  /// ```swift
  /// let bytes = try Catalogue.usual().draw("agreement", case: caseFile)
  /// ```
  ///
  /// - Parameters:
  ///   - name: the name of the document, such as `agreement`.
  ///   - caseFile: the case; the shared constants are laid under it.
  ///   - format: of what is drawn.
  /// - Returns: the bytes of the document.
  /// - Throws: ``Refusal``, or ``Diagnostics`` with everything that is missing or wrong.
  public func draw(
    _ name: String, case caseFile: CaseFile, format: Template.Format = .docx
  ) throws -> [UInt8] {
    guard let description = try document(name) else {
      throw Refusal.unknownDocument(name, known: names)
    }
    guard let path = description.template(for: format.rawValue) else {
      throw Refusal.unknownFormat(name, format)
    }
    let template = try Template(contentsOf: path, name: Paths.short(path))
    let read = try caseFile.reading(CaseFile.texts(of: template))
    return try template.fill(as: format, with: data(for: read)).bytes
  }

  /// The data of a case with the shared constants under it.
  func data(for caseFile: CaseFile) throws -> ObjectValue {
    var fields = CaseFields()
    for file in try constants() {
      for (key, value) in zip(file.root.keys, file.root.values) { fields[key] = value }
    }
    let data = caseFile.data
    for (key, value) in zip(data.keys, data.values) { fields[key] = value }
    return fields.object
  }
}
