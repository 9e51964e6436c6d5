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

  /// Nothing is asked without words, nor with those for fields that nobody has described.
  @Test(arguments: Project.catalogue.names)
  func everyFieldSaysWhatItIs(_ name: String) throws {
    let form = try form(name)
    for generic in [
      "мәтін немесе {kk: …, ru: …}", "# сан / число\n", "# тізім / список\n", "# күні / дата: 2",
      ":  # true | false\n",
    ] {
      #expect(!form.contains(generic), "\(name): \(generic)")
    }
    let silent = form.split(separator: "\n").filter { line in
      line.contains(/^[ #-]*[a-z_]+:$/) && !line.contains(/(kk|ru):$/)
    }
    #expect(silent == [], "\(name)")
  }

  @Test func listsOfTextsAskForBothLanguages() throws {
    let form = try form("claim")
    #expect(form.contains(/\n  requests:  # .+\n    - kk:\n      ru:\n/))
    #expect(form.contains(/\n  # petitions:  # .+\n  #   - kk:\n  #     ru:\n/))
  }

  /// What one value of another field needs is to be filled in; what only goes with something that may
  /// be left out is a comment.
  @Test func whatAValueNeedsIsAskedFor() throws {
    let claim = try form("claim")
    #expect(claim.contains(/\n    amount:  # .*\(paid\)/))
    #expect(claim.contains(/\npower_of_attorney:.*\n  # number:.*\n  date:/))
    #expect(claim.contains(/\n  # pretrial:/))
    let act = try form("act")
    #expect(act.contains(/\n  # expenses:/))
    #expect(try form("settlement").contains(/\n    - by:  # .*: plaintiff \| defendant\n/))
  }

  /// Of two fields one of which is enough, both are shown, and each says so.
  @Test func alternativesAreShown() throws {
    let claim = try form("administrative-claim")
    #expect(
      claim.contains(
        /\n  pretrial:.*; не оның орнына \/ или вместо этого: `claim.no_pretrial_reason`\n/))
    #expect(claim.contains(/\n    decided:/))
    #expect(claim.contains(/\n  no_pretrial_reason:.*или вместо этого: `claim.pretrial`\n/))
    #expect(
      try form("offence-complaint").contains(
        /\ndefender:.*или вместо этого: `power_of_attorney.date`\n  date:/))
    #expect(
      try form("petition-witness").contains(
        /\n    workplace:.*или вместо этого: `witnesses.address`\n/))
    #expect(try !form("claim").contains("или вместо этого"))
  }

  /// Every sample, cut to what the form of its document asks for, is drawn.
  @Test(arguments: Project.catalogue.names)
  func whatTheFormAsksForIsEnough(_ name: String) throws {
    let form = try Value.object(caseData(form(name)).root)
    let description = try #require(try Project.catalogue.document(name))
    let path = try #require(description.template(for: "docx"))
    let template = try Template(contentsOf: path)
    let constants = try Project.catalogue.constants().map(\.root)
    // A reward for success is off; who turns it on takes the comments below it.
    for sample in description.samples where sample != "agreement-organisation.yaml" {
      let filled = fill(form, from: .object(try Project.sample(sample).root))
      guard case .object(let object) = filled else { continue }
      var fields = CaseFields()
      for part in try constants + [CaseFile(data: object).data] {
        for (key, value) in zip(part.keys, part.values) { fields[key] = value }
      }
      #expect(throws: Never.self, "\(sample)") { try template.fill(with: fields.object) }
    }
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
