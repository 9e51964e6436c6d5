import Draft
import DraftCasework
import Testing

/// What templates get beside what is written.
@Suite struct DerivationTests {
  @Test func aPersonHasShortNamesAndWordsInHerGender() throws {
    let data = try CaseFile(Project.sample("agreement.yaml")).data
    #expect(text(data, "client.name.ru") == "Ахметова Айгуль Сериковна")
    #expect(text(data, "client.name.full.kk") == "Ахметова Айгүл Серікқызы")
    #expect(text(data, "client.name.short.ru") == "Ахметова\u{A0}А.С.")
    #expect(text(data, "client.name.initials.kk") == "А.С.\u{A0}Ахметова")
    #expect(text(data, "client.named.ru") == "именуемая")
    #expect(text(data, "client.named.kk") == "деп аталатын")
    #expect(text(data, "client.acting.genitive.ru") == "действующей")
    #expect(text(data, "client.signature.ru") == "____________________ / Ахметова\u{A0}А.С.")
    #expect(text(data, "consultant.named.ru") == "именуемый")
  }

  @Test func anOrganisationSignsThroughItsHead() throws {
    let data = try CaseFile(Project.sample("agreement-organisation.yaml")).data
    #expect(text(data, "client.name.short.ru") == "ТОО «Сарыбулак Сауда»")
    #expect(text(data, "client.name.short.kk") == "«Сарыбұлақ Сауда» ЖШС")
    #expect(text(data, "client.named.ru") == "именуемое")
    #expect(text(data, "client.acting.ru") == "действующий")
    #expect(text(data, "client.representative.name.short.ru")?.hasPrefix("Омаров") == true)
    #expect(text(data, "client.signature.kk")?.hasPrefix("Директор ____") == true)
    #expect(text(data, "client.signature.position.ru") == "директор")
    #expect(text(data, "client.block.ru.$str")?.contains("БИН: 210340004125\n") == true)
    #expect(text(data, "client.block.kk.$list.1") == "БСН: 210340004125")
  }

  @Test func aSoleProprietorIsNamedAsOne() throws {
    let data = try CaseFile(Project.sample("agreement-long.yaml")).data
    #expect(text(data, "client.named.ru") == "именуемый")
    #expect(
      text(data, "client.block.ru.$list.0")
        == "Индивидуальный предприниматель Турсунов Бауыржан Галымович")
    #expect(text(data, "client.block.kk.$list.0") == "Жеке кәсіпкер Тұрсынов Бауыржан Ғалымұлы")
  }

  @Test(arguments: [
    ("Товарищество с ограниченной ответственностью «Компания»", "именуемое"),
    ("ТОО «Фирма»", "именуемое"), ("Общественный фонд «Палата»", "именуемый"),
    ("Компания «Фонд»", "именуемая"), ("«Ромашка»", "именуемое"),
  ])
  func theGenderOfAnOrganisationIsThatOfItsForm(_ name: String, _ named: String) throws {
    let data = try caseData("client: { kind: organisation, name: { ru: '\(name)' } }")
    #expect(text(try CaseFile(data).data, "client.named.ru") == named)
  }

  @Test func whatTheCaseGivesWins() throws {
    let data = try caseData(
      """
      client:
        kind: individual
        name: { kk: "Ли Анна", ru: "Ли Анна", short: "Ли А." }
        block: мой блок
      power_of_attorney: { date: 2026-01-10, powers: { appeal: true, settlement: false } }
      """)
    let made = try CaseFile(data).data
    #expect(text(made, "client.block") == "мой блок")
    #expect(text(made, "client.name.short") == "Ли А.")
    #expect(
      text(made, "power_of_attorney.special.0.ru")
        == "обжалование судебного акта в апелляционном, кассационном порядках")
    #expect(text(made, "power_of_attorney.special.0.key") == "appeal")
    #expect(value(made, "power_of_attorney.special.1") == nil)
  }

  @Test func partiesAreFoundUnderAnyName() throws {
    let data = try caseData(
      """
      proceeding:
        participants:
          - { role: defendant, kind: organisation, name: { ru: "Акционерное общество «Б»" } }
      defendant: { kind: individual, name: "Ким Виктор Сергеевич" }
      """)
    let made = try CaseFile(data).data
    #expect(text(made, "proceeding.participants.0.name.short.ru") == "АО «Б»")
    #expect(text(made, "defendant.name.short") == "Ким\u{A0}В.С.")
    #expect(text(made, "defendant.name.$str") == "Ким Виктор Сергеевич")
  }

  /// A name with more to it still prints in the language around it.
  @Test func aLocalisedValueMayHaveFieldsOfItsOwn() throws {
    let template = try Template(
      text: """
        {% lang ru %}{{ client.name }}, {{ client.name.short }}, {{ client.name | genitive }}
        {% for line in client.block %}[{{ line }}]{% endfor %}
        {% endlang %}{% lang kk %}{{ client.name }}{% endlang %}
        """)
    let data = try CaseFile(Project.sample("agreement-consultation.yaml")).data
    let bytes = try template.fill(with: .object(data))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        Петров Андрей, Петров\u{A0}А., Петрова Андрея
        [Петров Андрей][ИИН: 900101300017][Адрес: 050000, г. Алматы, Жетысуский район, ул. Мысал, \
        д. 3][Электронный адрес: a.petrov@example.kz]
        Петров Андрей
        """)
  }
}
