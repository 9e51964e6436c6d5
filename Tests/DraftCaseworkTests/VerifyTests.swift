import Draft
import DraftCasework
import Testing

/// Cases held against the Standard and the law.
@Suite struct VerifyTests {
  /// The findings on a day that did not pass, as `code path`.
  private func findings(_ yaml: String, on day: String = "2026-11-22") throws -> [String] {
    let caseFile = CaseFile.reading(try caseData(yaml).root).caseFile
    return caseFile.findings(on: try CaseDate(day), rules: try Project.rules())
      .filter { $0.state != .passed }
      .map { "\($0.state) \($0.code)" + ($0.dataPath.map { " \($0)" } ?? "") }
  }

  /// On the day of its agreement every sample is in order but for what it is there to show.
  @Test(arguments: Project.samples)
  func samplesAreInOrder(_ name: String) throws {
    let data = try Project.sample(name)
    let caseFile = try CaseFile(data)
    let day = try VerifyTests.day(of: caseFile)
    let findings = caseFile.findings(on: day, rules: try Project.rules())
    let failures = findings.filter { $0.state == .failed }.map(\.code)
    // A sample of one paper does not carry the whole file of the case.
    var outside: Set = [
      "conflict-unchecked", "nda-missing", "insurance-missing", "scope-missing", "fee-missing",
    ]
    // This one tells of an obstacle, for which the case is not taken.
    if name == "conflict-check-refuse.yaml" { outside.insert("conflict-found") }
    #expect(
      name.hasPrefix("agreement") ? failures == [] : Set(failures).isSubset(of: outside),
      "\(failures)")
    let warnings = findings.filter { $0.state == .warning }.map(\.code)
    let expected =
      [
        "agreement-organisation.yaml": ["success-fee"],
        "agreement-free-included.yaml": ["free-expenses"],
      ][
        name] ?? []
    #expect(warnings.filter { $0 != "engagement-missing" && $0 != "power-missing" } == expected)
    let documents = Project.catalogue.names.filter { name.hasPrefix($0) }
    guard let own = documents.max(by: { $0.count < $1.count }),
      let document = try Project.catalogue.document(own)
    else { return }
    let readiness = try Project.catalogue.readiness(of: document, case: caseFile)
    #expect(readiness.isReady, "\(readiness.missing) \(readiness.problems.map(\.message.en))")
  }

  /// The latest day that the papers of a sample are dated.
  private static func day(of caseFile: CaseFile) throws -> CaseDate {
    var days = [caseFile.agreement?.date, caseFile.powerOfAttorney?.date].compactMap(\.self)
    for key in caseFile.fields.keys {
      if case .object(let paper)? = caseFile.fields[key], key != "consultant", key != "client" {
        for name in ["date", "effective"] {
          if let day = paper[name].flatMap(CaseDate.init(value:)) { days.append(day) }
        }
      }
    }
    return try days.max() ?? CaseDate("2026-11-22")
  }

  @Test func anEmptyCaseLacksEverything() throws {
    #expect(
      try findings("{}") == [
        "failed insurance-missing consultant.insurance", "failed conflict-unchecked conflict_check",
        "failed nda-missing confidentiality", "warning engagement-missing",
      ])
  }

  private let order = """
    consultant: { insurance: { date: 2026-02-10, valid_until: 2027-02-09 } }
    conflict_check: { date: 2026-11-20 }
    confidentiality: { mode: clause, years: 3 }
    engagement: { scope: [ { action: x } ], fee: { form: free } }

    """

  @Test func aCaseInOrderHasNothingToSay() throws { #expect(try findings(order) == []) }

  @Test(arguments: [
    ("2027-02-10", "failed insurance-expired consultant.insurance.valid_until"),
    ("2027-02-09", "warning insurance-ends-soon consultant.insurance.valid_until"),
    ("2026-02-09", "failed insurance-ahead consultant.insurance.date"),
  ])
  func insuranceHoldsOnTheDay(_ day: String, _ finding: String) throws {
    #expect(try findings(order, on: day).contains(finding))
  }

  @Test(arguments: [
    ("{ date: 2026-11-20, found: true }", ["failed conflict-found conflict_check.found"]),
    ("{ date: 2026-11-20, found: true, override: суд разрешил }", []),
    ("{ date: 2026-11-23 }", ["failed conflict-ahead conflict_check.date"]),
  ])
  func conflicts(_ check: String, _ expected: [String]) throws {
    let yaml = order.replacing(
      "conflict_check: { date: 2026-11-20 }", with: "conflict_check: \(check)")
    #expect(try findings(yaml) == expected)
  }

  @Test func theClientIsNotHisOwnOpponent() throws {
    let yaml =
      order + """
        client: { kind: individual, name: x, iin: "900101300017" }
        matter: { opponents: [ { kind: individual, name: y, iin: "900101300017" } ] }
        """
    #expect(try findings(yaml) == ["failed conflict-same-person matter.opponents[0]"])
  }

  @Test func aCheckAfterTheAgreementIsLate() throws {
    let yaml = order + "agreement: { date: 2026-11-19 }"
    #expect(try findings(yaml) == ["warning conflict-late conflict_check.date"])
  }

  @Test(arguments: [
    ("{ mode: nda }", "failed nda-undated confidentiality.nda"),
    ("{ mode: nda, nda: { date: 2026-11-24 } }", "failed nda-ahead confidentiality.nda.date"),
    ("{ mode: objection }", "failed nda-undated confidentiality.objection"),
  ])
  func confidentiality(_ given: String, _ expected: String) throws {
    let yaml = order.replacing("{ mode: clause, years: 3 }", with: given)
    #expect(try findings(yaml) == [expected])
  }

  @Test(arguments: [
    ("{ fee: { form: free } }", ["scope-missing engagement.scope"]),
    (
      "{ scope: [ { stage: x } ], fee: {} }",
      [
        "scope-missing engagement.scope[0].action", "fee-missing engagement.fee.form",
      ]
    ),
    ("{ scope: [ { action: x } ], fee: { form: fixed } }", ["fee-missing engagement.fee.amount"]),
    (
      "{ scope: [ { action: x } ], fee: { form: staged, stages: [ { name: y } ] } }",
      [
        "fee-missing engagement.fee.stages[0].amount"
      ]
    ),
    ("{ scope: [ { action: x } ], fee: { form: hourly } }", ["fee-missing engagement.fee.rate"]),
    (
      "{ scope: [ { action: x } ], fee: { form: subscription } }",
      [
        "fee-missing engagement.fee.amount", "fee-missing engagement.fee.hours",
      ]
    ),
    (
      "{ scope: [ { action: x } ], fee: { form: free }, vat: { mode: added } }",
      [
        "vat-rate engagement.vat.rate"
      ]
    ),
  ])
  func scopeAndPayment(_ engagement: String, _ expected: [String]) throws {
    let given = "{ scope: [ { action: x } ], fee: { form: free } }"
    let yaml = order.replacing(given, with: engagement)
    #expect(try findings(yaml) == expected.map { "failed \($0)" })
  }

  @Test func expensesOfFreeAidAreTheConsultants() throws {
    let fee = "fee: { form: free }"
    let yaml = order.replacing(fee, with: fee + ", expenses: { mode: included }")
    #expect(try findings(yaml) == ["warning free-expenses engagement.expenses.mode"])
  }

  @Test func aRewardForSuccessNeedsALawyer() throws {
    let fee = "{ form: free, success: { enabled: true } }"
    let yaml = order.replacing("{ form: free }", with: fee) + "proceeding: { kind: offence }"
    #expect(
      try findings(yaml) == [
        "warning success-fee engagement.fee.success",
        "failed success-fee-open engagement.fee.success.amount",
        "failed success-fee-barred engagement.fee.success",
      ])
  }

  @Test(arguments: [
    ("{ powers: [appeal] }", "failed power-undated power_of_attorney"),
    ("{ date: 2025-11-21 }", "failed power-expired power_of_attorney"),
    ("{ date: 2025-12-01 }", "warning power-ends-soon"),
    ("{ date: 2026-11-25 }", "failed power-ahead power_of_attorney.date"),
    (
      "{ date: 2024-01-10, until: 2027-01-11 }",
      "failed power-too-long power_of_attorney.until"
    ),
  ])
  func thePowerOfAttorney(_ given: String, _ expected: String) throws {
    #expect(try findings(order + "power_of_attorney: \(given)") == [expected])
  }

  @Test func aPowerOfAttorneyCoversWhatIsPlanned() throws {
    let yaml =
      order.replacing("{ action: x }", with: "{ action: x, powers: [sign_claim, appeal] }") + """
        proceeding: { kind: civil, planned: [appeal, settlement] }
        power_of_attorney: { date: 2026-11-01, powers: { sign_claim: true, appeal: false } }
        """
    #expect(
      try findings(yaml) == [
        "failed power-not-granted engagement.scope[0].powers",
        "failed power-not-granted proceeding.planned",
      ])
    #expect(try findings(yaml.replacing("{ sign_claim: true, appeal: false }", with: "full")) == [])
  }

  @Test func aCourtWithoutAPowerOfAttorney() throws {
    #expect(
      try findings(order + "proceeding: { kind: administrative }") == ["warning power-missing"])
  }

  @Test func theDateOfTheAgreement() throws {
    #expect(try findings(order + "agreement: { date: 2026-11-23 }") == [])
    #expect(
      try findings(order + "agreement: { date: 2026-11-24 }") == [
        "failed date-ahead agreement.date"
      ])
  }

  @Test func termsThatRun() throws {
    let yaml =
      order + """
        deadlines:
          - { key: gpk.appeal, from: 2026-11-10 }
          - { key: gpk.response, from: 2026-11-10 }
          - { key: koap.complaintCourt, from: 2026-11-01 }
          - { key: gpk.privateAppeal, from: 2026-10-01, done: 2026-10-10 }
          - { key: gpk.privateAppeal, from: 2026-10-01, done: 2026-10-20 }
          - { key: gpk.apeal, from: 2026-11-10 }
          - { key: gpk.appeal }
          - { title: своё, until: 2026-12-31 }
          - { title: своё, from: 2026-11-20, term: { days: 20 } }
        """
    #expect(
      try findings(yaml) == [
        "warning deadline-near deadlines[1]", "failed deadline-missed deadlines[2]",
        "failed deadline-late deadlines[4]", "failed unknown-deadline deadlines[5]",
        "failed deadline-without-start deadlines[6]",
      ])
    let caseFile = try CaseFile(caseData(yaml))
    let running = caseFile.runningDeadlines(
      on: try CaseDate("2026-11-22"), rules: try Project.rules())
    #expect(
      running.map { "\($0.last.text) \($0.state) \($0.daysLeft)/\($0.workingDaysLeft)" } == [
        "2026-12-10 open 18/14", "2026-11-24 near 2/2", "2026-11-11 missed -11/0",
        "2026-10-15 done -38/0", "2026-10-15 late -38/0", "2026-12-31 open 39/28",
        "2026-12-10 open 18/14",
      ])
    let missed = caseFile.findings(on: try CaseDate("2026-11-22"), rules: try Project.rules())
      .first { $0.code == "deadline-missed" }
    #expect(
      missed?.message.ru
        == "обжаловать постановление суда: последний день был 11.11.2026, прошло дней: 11")
    #expect(
      missed?.hints.first?.kk
        == "ӘҚБтК 832-бабының бірінші бөлігі; қолданыстағы редакциямен салыстырыңыз")
  }

  @Test func aDocumentSaysWhatItLacks() throws {
    let data = try caseData(order)
    let verification = try Project.catalogue.verify(data, on: CaseDate("2026-11-22"))
    let agreement = verification.documents.first { $0.document.name == "agreement" }
    #expect(agreement?.isReady == false)
    #expect(agreement?.missing.contains("client") == true)
    #expect(agreement?.missing.contains("consultant") == false)
  }

  @Test func theReportForPrograms() throws {
    let data = try caseData("client: { iin: \"880412400524\" }")
    let json = try Project.catalogue.verify(data, on: CaseDate("2026-11-22")).json(in: .ru)
    let report = try DataFile(json: Array(json.utf8), name: nil).root
    #expect(text(report, "on") == "2026-11-22")
    #expect(json.contains("мешают ошибки в полях"))
    #expect(text(report, "findings.0.code") == "iin-check-digit")
    #expect(text(report, "findings.0.path") == "client.iin")
    #expect(text(report, "findings.0.state") == "failed")
    guard case .int(1)? = value(report, "findings.0.line") else {
      Issue.record("no line")
      return
    }
  }
}
