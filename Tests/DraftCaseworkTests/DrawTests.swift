import Draft
import DraftCasework
import Testing

/// A case put together in Swift, and a document drawn from it in memory.
@Suite struct DrawTests {
  static func madeInCode() throws -> CaseFile {
    let consultant = Consultant(
      name: LocalisedText(kk: "Сапаров Нұрлан Бекұлы", ru: "Сапаров Нурлан Бекович"),
      iin: try IIN("820317300410"),
      chamber: Chamber(
        name: LocalisedText(kk: "«Эгида» палатасы", ru: "Палата «Эгида»"), registerNumber: "0147",
        registerDate: try CaseDate("2019-06-03")),
      insurance: Insurance(
        number: "ПО-1", date: try CaseDate("2026-02-10"), insurer: "АО «Ульги Полис»",
        validUntil: try CaseDate("2027-02-09")),
      address: "г. Алматы",
      bank: BankDetails(
        name: "АО «Мысал Банк»", iban: try IBAN("KZ14999TEST000000011"), bic: try BIC("MSLBKZKA")),
      phone: try Phone("87000000011"), email: try EMail("n@example.kz"))
    let client = Party.individual(
      name: LocalisedText(kk: "Ахметова Айгүл Серікқызы", ru: "Ахметова Айгуль Сериковна"),
      iin: try IIN("880412400523"), gender: .feminine, address: "г. Алматы, ул. Улги, д. 25")
    return CaseFile(
      agreement: Agreement(number: "1/2026", date: try CaseDate("2026-11-22"), city: "Алматы"),
      consultant: consultant, client: client,
      matter: Matter(
        subject: LocalisedText(kk: "даудағы өкілдік", ru: "представительство в споре")),
      engagement: Engagement(
        scope: [ScopeItem(LocalisedText(kk: "талап қою дайындау", ru: "подготовка иска"))],
        fee: .fixed(450_000, dueDays: 5)),
      confidentiality: .clause(years: 3),
      conflictCheck: ConflictCheck(date: try CaseDate("2026-11-20")),
      retention: Retention(requested: false))
  }

  @Test func anAgreementIsDrawnInMemory() throws {
    let caseFile = try DrawTests.madeInCode()
    let document = try Project.catalogue.draw("agreement", case: caseFile)
    #expect(document.starts(with: [0x50, 0x4B]))
    let text = try Project.catalogue.draw("agreement", case: caseFile, format: .text)
    let words = String(decoding: text, as: UTF8.self)
    #expect(words.contains("450\u{A0}000 (четыреста пятьдесят тысяч) тенге"))
    #expect(words.contains("именуемая в дальнейшем «Клиент»"))
    #expect(words.contains("Тел.: +7 700 000 00 11"))
  }

  @Test func aCaseMadeInCodeIsInOrder() throws {
    let verification = try Project.catalogue.verify(
      DrawTests.madeInCode(), on: CaseDate("2026-11-22"))
    #expect(verification.findings.filter { $0.state != .passed }.map(\.code) == [])
    #expect(verification.documents.first { $0.document.name == "agreement" }?.isReady == true)
  }

  @Test func aPropertySetToNilIsGone() throws {
    var caseFile = try CaseFile(Project.sample("agreement.yaml"))
    caseFile.client?.phone = nil
    caseFile.client?.fields["note"] = .string("важно")
    caseFile.engagement?.scope?.append(ScopeItem("ещё одно поручение"))
    let data = caseFile.data
    #expect(value(data, "client.phone") == nil)
    #expect(text(data, "client.note") == "важно")
    #expect(text(data, "engagement.scope.4.action") == "ещё одно поручение")
    #expect(text(data, "engagement.scope.0.stage.ru") == "досудебная стадия")
  }

  @Test func aFileIsCalledByTitleNumberAndClient() throws {
    let data = try CaseFile(Project.sample("documents-act.yaml")).data
    let document = try #require(try Project.catalogue.document("documents-act"))
    #expect(
      document.fileName(for: data, format: .docx)
        == "Акт приёма-передачи документов № 1 Ахметова Айгуль Сериковна.docx")
  }

  @Test(arguments: [("consultant", false), ("client", true)])
  func onlyARepresentativeNeedsPowers(_ signer: String, _ isReady: Bool) throws {
    var caseFile = try CaseFile(Project.sample("appeal-withdrawal.yaml"))
    caseFile.powerOfAttorney?.powers = [.appeal]
    let filing: Value = ["date": "2026-09-21", "signed_by": .string(signer)]
    caseFile.fields["filing"] = filing
    let document = try #require(try Project.catalogue.document("appeal-withdrawal"))
    let readiness = try Project.catalogue.readiness(of: document, case: caseFile)
    #expect(readiness.isReady == isReady)
    #expect(readiness.problems.map(\.code) == (isReady ? [] : ["power-not-granted"]))
  }

  @Test func anUnknownDocumentIsRefused() throws {
    let caseFile = try DrawTests.madeInCode()
    #expect(throws: Catalogue.Refusal.self) {
      try Project.catalogue.draw("agrement", case: caseFile)
    }
  }
}
