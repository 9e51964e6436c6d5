import Draft
@testable import DraftCasework
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reading a case: everything wrong at once, nothing lost.
@Suite struct CaseFileTests {
  @Test func allErrorsComeAtOnceWithTheirPlaces() throws {
    let complaints = try complaints(
      """
      client:
        kind: individul
        name: { kk: "Ахметова Айгүл Серікқызы", ru: "Ахметова Айгуль Сериковна" }
        gender: f
        iin: "880412400524"
        birth_date: 12.04.1988
        phone: "12345"
        bank: { iban: КZ14999TEST000000011, bic: X }
      engagement:
        scope: представительство
        fee: { form: fixed, amount: "450.000" }
      """)
    #expect(
      complaints == [
        "error unknown-word 2:9 client.kind: такого значения нет: «individul» (может быть, `individual`?)",
        "error iin-check-digit 5:8 client.iin: 12 цифр, контрольная цифра не сходится "
          + "(сверьте номер с документом: цифра набрана неверно или две переставлены)",
        "error date-form 6:15 client.birth_date: «12.04.1988» – не день календаря в виде 2026-11-22 "
          + "(пишите 1988-04-12)",
        "warning phone-form 7:10 client.phone: номер в Казахстане – одиннадцать цифр и начинается "
          + "с +76 или +77",
        "error iban-letters 8:17 client.bank.iban: в номере счёта только латинские буквы "
          + "(знак 1, «К», – кириллица: наберите «K» (U+004B))",
        "error bic-form 8:44 client.bank.bic: нужны четыре латинские буквы, KZ и ещё два или пять "
          + "знаков",
        "error wrong-kind 10:10 engagement.scope: здесь нужно: список "
          + "(начинайте каждый пункт с дефиса: `- …`)",
        "error wrong-kind 11:31 engagement.fee.amount: здесь нужно: сумма в тенге, не больше двух "
          + "знаков после точки (пишите число без кавычек и пробелов: 450000)",
      ])
  }

  @Test(arguments: [
    ("client: { iin: \"880412400524\" }", "client.iin: 12 цифр, бақылау цифры сәйкес келмейді"),
    ("agreement: { copies: 0 }", "agreement.copies: сан нөлден үлкен болуы керек"),
    (
      "retention: { requested: \"мүмкін\" }", "retention.requested: мұнда керегі: true немесе false"
    ),
    ("client: { adress: x }", "client: істің үлгісінде `adress` өрісі жоқ"),
    ("client: { name: { en2: x } }", "client.name: мұнда керегі: мәтін немесе `{kk: …, ru: …}`"),
  ])
  func errorsSpeakKazakh(_ yaml: String, _ message: String) throws {
    let complaints = try complaints(yaml, in: .kk)
    #expect(complaints.count == 1)
    let expected = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    #expect(complaints.first?.contains(expected) == true, "\(complaints)")
  }

  @Test func fieldsAreHeldAgainstOneAnother() throws {
    let complaints = try complaints(
      """
      client: { kind: individual, name: x, iin: "880412400523", birth_date: 1989-04-12, gender: m }
      consultant: { name: y, iin: "820317300410", gender: m }
      plaintiff: { kind: organisation, name: z, iin: "900101300017" }
      power_of_attorney: { date: 2026-01-10, until: 2029-01-11, powers: [sign_claim, apeal] }
      """)
    #expect(
      complaints.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "warning iin-birth-date", "warning iin-sex", "warning organisation-iin",
        "error unknown-word", "error power-too-long",
      ])
    #expect(complaints[0].contains("по ИИН – 12.04.1988, по дате рождения – 12.04.1989"))
    #expect(complaints[4].contains("не позднее 10.01.2029"))
  }

  @Test func identifiersKeepTheirRulesWhereverTheyStand() throws {
    let complaints = try complaints(
      """
      letter:
        to: { name: "Банк", bin: "190540000015" }
        copies: [ { email: "не почта" } ]
      """)
    #expect(complaints.count == 2)
    #expect(complaints[0].hasPrefix("error bin-check-digit 2:28 letter.to.bin:"))
    #expect(complaints[1].hasPrefix("warning email-form 3:22 letter.copies[0].email:"))
  }

  @Test func aLatinLetterInACyrillicWordIsNamed() throws {
    let latin = "i"
    let complaints = try complaints("matter: { subject: { kk: \"жауапкерш\(latin)лігі\", ru: x } }")
    #expect(complaints.first?.contains("mixed-letters") == true)
    #expect(complaints.first?.contains("matter.subject.kk") == true)
  }

  @Test func whatIsEmptyIsNotThere() throws {
    let data = try caseData(
      """
      client:
        name: { kk: "А", ru: }
        phone: ""
        address: { kk: , ru: "  " }
        representative: { name: { kk: , ru: }, basis: { document: } }
      engagement: { scope: [ { action: { kk: , ru: } } ] }
      own: { empty: , blank: "", list: [], group: {} }
      lost: { empty: , list: [ { a: } ] }
      """)
    let caseFile = try CaseFile(data)
    #expect(caseFile.client?.name == LocalisedText(kk: "А"))
    #expect(caseFile.client?.representative == nil)
    #expect(caseFile.engagement == nil)
    #expect(value(caseFile.data, "client.phone") == nil)
    #expect(value(caseFile.data, "client.address") == nil)
    // Keys of one's own stay as they are, but for the blanks of a form.
    #expect(value(caseFile.data, "own.empty") == nil)
    #expect(value(caseFile.data, "own.group") != nil)
    #expect(value(caseFile.data, "own.list") != nil)
    #expect(text(caseFile.data, "own.blank")?.isEmpty == true)
    #expect(value(caseFile.data, "lost") == nil)
  }

  /// As in a cell of a list: «иә», `450 000`, `"10"`.
  @Test func textsAreReadWhereANumberOrYesAndNoAreNeeded() throws {
    let caseFile = try CaseFile(
      caseData(
        """
        retention: { requested: "иә" }
        conflict_check: { found: нет }
        engagement: { fee: { form: fixed, amount: 450 000 } }
        agreement: { copies: "2" }
        power_of_attorney: { date: 2026-01-10, powers: { settlement: жоқ, appeal: true } }
        """))
    let data = caseFile.data
    guard case .bool(true)? = value(data, "retention.requested"),
      case .bool(false)? = value(data, "conflict_check.found"),
      case .int(450_000)? = value(data, "engagement.fee.amount"),
      case .int(2)? = value(data, "agreement.copies"),
      case .bool(false)? = value(data, "power_of_attorney.powers.settlement")
    else {
      Issue.record("\(data)")
      return
    }
    #expect(caseFile.engagement?.fee?.amount == Money(tenge: 450_000))
    let complaints = try complaints("conflict_check: { found: возможно }")
    #expect(complaints.count == 1 && complaints[0].hasPrefix("error wrong-kind 1:26"))
  }

  /// Fields that only a template knows are read as it uses them, when a document is drawn and when its
  /// readiness is told.
  @Test func fieldsOfATemplateAreReadToo() throws {
    let template = try Template(text: "{% if own.urgent %}срочно{% endif %} {{ own.note }}")
    let texts = CaseFile.texts(of: template)
    let caseFile = try CaseFile(caseData("own: { urgent: нет, note: нет }"))
    let read = try caseFile.reading(texts)
    guard case .bool(false)? = value(read.data, "own.urgent") else {
      Issue.record("\(read.data)")
      return
    }
    #expect(text(read.data, "own.note") == "нет")
    let wrong = try CaseFile(caseData("own: { urgent: скоро, note: x }"))
    #expect(throws: Diagnostics.self) { try wrong.reading(texts) }
  }

  @Test func identifiersComeInOneForm() throws {
    let data = try caseData(
      """
      client: { phone: 87010001122, bank: { iban: "kz86 125k zt50 0410 0100" } }
      """)
    let caseFile = try CaseFile(data)
    #expect(text(caseFile.data, "client.phone") == "+7 701 000 11 22")
    #expect(caseFile.client?.bank?.iban?.text == "KZ86125KZT5004100100")
  }

  @Test(arguments: Project.samples)
  func samplesAreReadAndWrittenBack(_ name: String) throws {
    let caseFile = try CaseFile(Project.sample(name))
    #expect(caseFile.warnings.isEmpty)
    let json = try JSONEncoder().encode(caseFile)
    let again = try JSONDecoder().decode(CaseFile.self, from: json)
    #expect(again.client?.name == caseFile.client?.name)
    #expect(again.engagement?.scope?.count == caseFile.engagement?.scope?.count)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(again) == encoder.encode(caseFile))
  }

  @Test func moneyIsExact() throws {
    let amounts = try caseData("a: 12.5\nb: 0.01\nc: 1000000\nd: 1.005").root
    #expect(amounts["a"].flatMap(Money.init(value:))?.tiyn == 1250)
    #expect(amounts["b"].flatMap(Money.init(value:))?.tiyn == 1)
    #expect(amounts["c"].flatMap(Money.init(value:)) == 1_000_000)
    #expect(amounts["d"].flatMap(Money.init(value:)) == nil)
    guard case .decimal(let number) = Money(tiyn: -1205).value else {
      Issue.record("no decimal")
      return
    }
    #expect(number.written == "-12.05")
  }
}
