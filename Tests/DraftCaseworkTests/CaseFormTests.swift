import Draft
import DraftCasework
import Testing

/// Empty case files: YAML that reads, asks for what is needed, and passes once it is filled in.
@Suite struct CaseFormTests {
  private func form(_ name: String, omitsConsultant: Bool = false) throws -> String {
    let description = try #require(try Project.catalogue.document(name))
    return try CaseForm(
      for: description, notes: Project.catalogue.notes(for: description),
      constants: Project.catalogue.constants(), omitsConsultant: omitsConsultant
    ).yaml
  }

  @Test(arguments: Project.catalogue.names)
  func anEmptyFormIsReadAndHoldsNothing(_ name: String) throws {
    let file = try caseData(form(name))
    let (caseFile, diagnostics) = CaseFile.reading(file.root)
    #expect(diagnostics.map(\.message.en) == [])
    for key in ["client", "consultant", "matter", "engagement", "conflict_check"] {
      #expect(caseFile.fields[key] == nil, "\(key)")
    }
  }

  /// What is optional loses its mark and is YAML again.
  @Test(arguments: Project.catalogue.names)
  func commentsAreYAMLOfTheSameShape(_ name: String) throws {
    let lines = try form(name).split(separator: "\n").dropFirst(4)
    let open = lines.map { line in
      let spaces = line.prefix { $0 == " " }
      let rest = line.dropFirst(spaces.count)
      return spaces + (rest.hasPrefix("# ") ? rest.dropFirst(2) : rest)
    }.joined(separator: "\n")
    #expect(CaseFile.reading(try caseData(open).root).diagnostics.map(\.message.en) == [])
  }

  @Test func theConsultantMayStandInTheProfile() throws {
    #expect(try form("agreement").contains("\nconsultant:"))
    #expect(try !form("agreement", omitsConsultant: true).contains("\nconsultant:"))
  }

  @Test func commentsAreInBothLanguages() throws {
    let form = try form("agreement")
    #expect(form.contains("    number:  # шарттың нөмірі / номер договора\n"))
    #expect(form.contains("  # birth_date:  # туған күні / дата рождения: 2026-11-22\n"))
    #expect(form.contains("    - action:  # не істеледі / что делается\n"))
  }

  /// The fields of a form that are to be filled in, filled from a sample, make a case that passes and
  /// an agreement that is drawn.
  @Test(arguments: ["agreement-consultation.yaml", "agreement-free.yaml", "agreement.yaml"])
  func aFilledFormPasses(_ name: String) throws {
    let empty = try caseData(form("agreement")).root
    let sample = try Project.sample(name).root
    let filled = fill(.object(empty), from: .object(sample))
    guard case .object(var object) = filled else {
      Issue.record("a form is a mapping")
      return
    }
    // The sample of a clause names its years, which the form has as a comment.
    if let confidentiality = sample["confidentiality"] {
      object = CaseFields(object).setting("confidentiality", confidentiality)
    }
    var caseFile = try CaseFile(data: object)
    // What is needed only under a condition is a comment; `draft verify` tells which.
    let lacking = try Project.catalogue.readiness(of: caseFile)
      .first { $0.document.name == "agreement" }?.missing
    for path in lacking ?? [] {
      let keys = path.split(separator: ".").map(String.init)
      #expect(keys.count == 2, "\(path)")
      guard keys.count == 2, case .object(let group)? = sample[keys[0]],
        case .object(let given)? = caseFile.fields[keys[0]]
      else { continue }
      var fields = CaseFields(given)
      fields[keys[1]] = group[keys[1]]
      caseFile.fields[keys[0]] = .object(fields.object)
    }
    let day = try #require(caseFile.agreement?.date)
    let verification = try Project.catalogue.verify(caseFile, on: day)
    #expect(verification.findings.filter { $0.state == .failed } == [])
    let agreement = verification.documents.first { $0.document.name == "agreement" }
    #expect(agreement?.missing == [])
    #expect(try !Project.catalogue.draw("agreement", case: caseFile).isEmpty)
  }

  private func fill(_ form: Value, from sample: Value) -> Value {
    switch (form, sample) {
    case (.object(let form), .object(let sample)):
      return .object(
        ObjectValue(
          zip(form.keys, form.values).map { key, value in
            (key: key, value: sample[key].map { fill(value, from: $0) } ?? value)
          }))
    case (.list(let form), .list(let sample)):
      guard let item = form.first else { return .list(sample) }
      return .list(sample.map { fill(item, from: $0) })
    case (.null, .null): return form
    case (.null, _): return sample
    default: return sample
    }
  }
}

extension CaseFields {
  fileprivate func setting(_ key: String, _ value: Value) -> ObjectValue {
    var fields = self
    fields[key] = value
    return fields.object
  }
}
