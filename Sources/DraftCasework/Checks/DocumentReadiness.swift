public import Draft

/// Whether a document of the catalogue can be drawn from a case.
public struct DocumentReadiness: Sendable {
  /// The document.
  public var document: DocumentDescription
  /// The data paths that are missing, in order; empty when it is ready.
  public var missing: [String]
  /// What else stands in its way: powers that its signer lacks, errors of the template.
  public var problems: [Diagnostic]

  /// Whether it can be drawn.
  public var isReady: Bool { missing.isEmpty && problems.isEmpty }
}

extension Catalogue {
  /// Tries every document of the catalogue on a case: its required fields, then its template.
  ///
  /// - Throws: the failure to read a document or a template.
  public func readiness(of caseFile: CaseFile) throws -> [DocumentReadiness] {
    let data = try data(for: caseFile)
    return try names.compactMap { name in
      try document(name).map { try readiness(of: $0, data: data, case: caseFile) }
    }
  }

  /// Tries one document on a case.
  ///
  /// - Throws: the failure to read the template.
  public func readiness(
    of document: DocumentDescription, case caseFile: CaseFile
  ) throws -> DocumentReadiness {
    try readiness(of: document, data: try data(for: caseFile), case: caseFile)
  }

  private func readiness(
    of document: DocumentDescription, data: ObjectValue, case caseFile: CaseFile
  ) throws -> DocumentReadiness {
    var readiness = DocumentReadiness(
      document: document,
      missing: document.required.filter { Catalogue.isMissing(data, $0) }, problems: [])
    let granted = Set(caseFile.powerOfAttorney?.powers ?? [])
    // The client needs no power of attorney to sign himself.
    let isSignedByClient = Catalogue.text(data, "filing.signed_by") == "client"
    let lacking = document.powers.filter { !granted.contains($0) }
    if !lacking.isEmpty, caseFile.powerOfAttorney != nil, !isSignedByClient {
      readiness.problems += lacking.map(Catalogue.lacking)
    }
    guard readiness.missing.isEmpty,
      let path = document.template(for: "docx") ?? document.template(for: "txt")
    else { return readiness }
    do {
      var template = try Template(contentsOf: path, name: Paths.short(path))
      template.isFilledOnce = true
      let texts = CaseFile.texts(of: template)
      let isRead = texts.apply(to: caseFile.fields.object)
      let own = isRead ? try self.data(for: caseFile.reading(texts)) : data
      _ = try template.fill(with: own)
    } catch let diagnostics as Diagnostics {
      for item in diagnostics.items where item.severity == .error {
        if item.code == "unknown-field", let path = item.dataPath {
          if !readiness.missing.contains(path) { readiness.missing.append(path) }
        } else {
          readiness.problems.append(item)
        }
      }
    }
    return readiness
  }

  /// What stands at a path of mappings; nil for nothing.
  private static func value(_ data: ObjectValue, _ path: String) -> Value? {
    var value = Value.object(data)
    for key in path.split(separator: ".") {
      guard case .object(let object) = value, let next = object[String(key)] else { return nil }
      value = next
    }
    return value
  }

  private static func text(_ data: ObjectValue, _ path: String) -> String? {
    value(data, path)?.text
  }

  /// Whether nothing stands at a path of mappings.
  private static func isMissing(_ data: ObjectValue, _ path: String) -> Bool {
    switch value(data, path) {
    case nil, .null?, .undefined?: return true
    case .list(let items)?: return items.isEmpty
    default: return false
    }
  }

  private static func lacking(_ power: SpecialPower) -> Diagnostic {
    Diagnostic(
      code: "power-not-granted",
      Message(
        en: "the power of attorney lacks: \(power.rawValue)",
        ru: "в доверенности нет: \(power.wording.text(for: .ru))",
        kk: "сенімхатта жоқ: \(power.wording.text(for: .kk))"),
      dataPath: "power_of_attorney.powers")
  }
}
