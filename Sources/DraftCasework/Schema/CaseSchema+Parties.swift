internal import Draft

extension CaseSchema {
  static let party = RecordSchema(
    fields: [
      FieldSchema(
        "kind", .choice(Party.Kind.allCases.map(\.rawValue)),
        "жеке тұлға, жеке кәсіпкер немесе ұйым",
        "физическое лицо, индивидуальный предприниматель или организация", usual: true),
      FieldSchema(
        "name", .localised, "Т.А.Ә. (құжаттағыдай) немесе ұйымның толық атауы",
        "Ф.И.О. (как в документе) или полное наименование", usual: true),
      FieldSchema(
        "gender", .choice(["m", "f", "n"]), "атаудың грамматикалық тегі (орыс тілі үшін)",
        "грамматический род (именуемый, -ая, -ое)"),
      FieldSchema(
        "iin", .identifier(IIN.self), "ЖСН: жеке тұлға, жеке кәсіпкер",
        "ИИН: физическое лицо, ИП", usual: true),
      FieldSchema("bin", .identifier(BIN.self), "БСН: ұйым", "БИН: организация", usual: true),
      FieldSchema("birth_date", .identifier(CaseDate.self), "туған күні", "дата рождения"),
      FieldSchema("birth_place", .localised, "туған жері", "место рождения"),
      FieldSchema(
        "id_document", .record(identityDocument), "жеке басын куәландыратын құжат",
        "документ, удостоверяющий личность"),
      FieldSchema("registration", .record(identityDocument), "тіркеу құжаты", "о регистрации"),
      FieldSchema(
        "representative", .record(representative), "өкіл (ұйым үшін міндетті)",
        "представитель (для организации обязателен)"),
      FieldSchema(
        "address", .localised, "тіркелген (заңды) мекенжайы",
        "адрес регистрации (юридический)", usual: true),
      FieldSchema("actual_address", .localised, "нақты мекенжайы", "фактический адрес"),
      FieldSchema("bank", .record(bank), "банк деректемелері", "банковские реквизиты"),
      FieldSchema("phone", .identifier(Phone.self), "телефон", "телефон", usual: true),
      FieldSchema(
        "email", .identifier(EMail.self), "электрондық пошта", "электронная почта", usual: true),
      FieldSchema("seal", .flag, "мөрі бар ма", "есть ли печать"),
      FieldSchema("role", .text, "іске қатысу рөлі", "роль в деле"),
    ], role: .party)

  /// A party of a proceeding: its role comes first.
  static let participant = RecordSchema(
    fields: [
      FieldSchema(
        "role", .text, "рөлі: plaintiff, defendant, third_party…",
        "роль: plaintiff, defendant, third_party…", usual: true)
    ] + party.fields.filter { $0.key != "role" }, role: .party)

  static let representative = RecordSchema(
    fields: [
      FieldSchema("name", .localised, "Т.А.Ә.", "Ф.И.О.", usual: true),
      FieldSchema("gender", .choice(["m", "f"]), "жынысы (орыс тілі үшін)", "пол"),
      FieldSchema("iin", .identifier(IIN.self), "ЖСН", "ИИН"),
      FieldSchema("birth_date", .identifier(CaseDate.self), "туған күні", "дата рождения"),
      FieldSchema("position", .localised, "лауазымы", "должность", usual: true),
      FieldSchema(
        "basis",
        .record(
          RecordSchema(fields: [
            FieldSchema(
              "document", .localised, "негізі, атау септігінде: Жарғы, сенімхат",
              "основание в именительном падеже: Устав, доверенность", usual: true),
            FieldSchema("number", .text, "нөмірі", "номер"),
            FieldSchema(
              "date", .identifier(CaseDate.self), "құжаттың күні", "дата документа"),
            FieldSchema(
              "valid_until", .identifier(CaseDate.self), "қолданылу мерзімінің соңғы күні",
              "последний день действия"),
          ])), "өкілеттігінің негізі", "основание полномочий", usual: true),
    ], role: .consultant)

  static let identityDocument = RecordSchema(fields: [
    FieldSchema("title", .localised, "құжаттың атауы", "название документа", usual: true),
    FieldSchema("number", .text, "нөмірі", "номер", usual: true),
    FieldSchema("issuer", .localised, "кім берген", "кем выдан", usual: true),
    FieldSchema("date", .identifier(CaseDate.self), "қашан берілген", "когда выдан", usual: true),
  ])

  static let bank = RecordSchema(fields: [
    FieldSchema("name", .localised, "банктің атауы", "наименование банка", usual: true),
    FieldSchema("iban", .identifier(IBAN.self), "ЖСК (IBAN): KZ…", "ИИК (IBAN): KZ…", usual: true),
    FieldSchema("bic", .identifier(BIC.self), "БСК", "БИК", usual: true),
    FieldSchema("kbe", .identifier(KBe.self), "Кбе", "КБе"),
  ])

  static let consultant = RecordSchema(
    fields: [
      FieldSchema("name", .localised, "Т.А.Ә.", "Ф.И.О.", usual: true),
      FieldSchema("gender", .choice(["m", "f"]), "жынысы (орыс тілі үшін)", "пол"),
      FieldSchema("iin", .identifier(IIN.self), "ЖСН", "ИИН", usual: true),
      FieldSchema("birth_date", .identifier(CaseDate.self), "туған күні", "дата рождения"),
      FieldSchema(
        "id_document", .record(identityDocument), "жеке басын куәландыратын құжат",
        "документ, удостоверяющий личность"),
      FieldSchema(
        "chamber",
        .record(
          RecordSchema(fields: [
            FieldSchema("name", .localised, "палатаның атауы", "название палаты", usual: true),
            FieldSchema(
              "register_number", .text, "тізілімдегі нөмірі", "номер в реестре", usual: true),
            FieldSchema(
              "register_date", .identifier(CaseDate.self), "тізілімге енгізілген күні",
              "дата внесения в реестр", usual: true),
            FieldSchema("address", .localised, "палатаның мекенжайы", "адрес палаты"),
          ])), "палата (Стандарт, 1.6)", "палата (Стандарт, 1.6)", usual: true),
      FieldSchema(
        "insurance",
        .record(
          RecordSchema(fields: [
            FieldSchema("number", .text, "шарттың нөмірі", "номер договора", usual: true),
            FieldSchema(
              "date", .identifier(CaseDate.self), "шарттың күні", "дата договора", usual: true),
            FieldSchema("insurer", .localised, "сақтандырушы", "страховщик", usual: true),
            FieldSchema(
              "valid_until", .identifier(CaseDate.self), "қолданылуының соңғы күні",
              "последний день действия", usual: true),
            FieldSchema("amount", .money, "сақтандыру сомасы", "страховая сумма"),
          ])), "кәсіптік жауапкершілікті сақтандыру (Стандарт, 1.7, 1.13)",
        "страхование профессиональной ответственности (Стандарт, 1.7, 1.13)", usual: true),
      FieldSchema("address", .localised, "мекенжайы", "адрес", usual: true),
      FieldSchema(
        "bank", .record(bank), "банк деректемелері", "банковские реквизиты", usual: true),
      FieldSchema("phone", .identifier(Phone.self), "телефон", "телефон", usual: true),
      FieldSchema(
        "email", .identifier(EMail.self), "электрондық пошта", "электронная почта", usual: true),
      FieldSchema("seal", .flag, "мөрі бар ма", "есть ли печать"),
    ], role: .consultant)

  static let body = RecordSchema(fields: [
    FieldSchema("name", .localised, "атауы", "название", usual: true),
    FieldSchema("address", .localised, "мекенжайы", "адрес", usual: true),
  ])

  static let proceeding = RecordSchema(
    fields: [
      FieldSchema(
        "kind", .choice(Proceeding.Kind.allCases.map(\.rawValue)),
        "АПК, ӘРПК (сот), ӘРПК (орган), ӘҚБтК, ҚПК", "ГПК, АППК (суд), АППК (орган), КоАП, УПК",
        usual: true),
      FieldSchema("body", .record(body), "сот немесе орган", "суд или орган", usual: true),
      FieldSchema("case_number", .text, "істің нөмірі", "номер дела", usual: true),
      FieldSchema(
        "subject", .localised, "не туралы: … өндіріп алу туралы", "о чём: о взыскании …",
        usual: true),
      FieldSchema(
        "client_role", .text, "клиенттің рөлі: plaintiff, defendant, charged…",
        "роль клиента: plaintiff, defendant, charged…", usual: true),
      FieldSchema("instance", .localised, "саты", "инстанция"),
      FieldSchema("judge", .localised, "судья", "судья"),
      FieldSchema(
        "hearing",
        .record(
          RecordSchema(fields: [
            FieldSchema(
              "date", .identifier(CaseDate.self), "отырыстың күні", "дата заседания", usual: true),
            FieldSchema("time", .text, "уақыты", "время", usual: true),
          ])), "сот отырысы", "судебное заседание"),
      FieldSchema("participants", .list(.record(participant)), "іске қатысушылар", "участники"),
      FieldSchema(
        "planned", .powers, "жоспарланған, арнайы өкілеттік керек әрекеттер (АПК 60)",
        "что планируется из требующего особых полномочий (ГПК 60)"),
    ], role: .proceeding)

  static let powerOfAttorney = RecordSchema(
    fields: [
      FieldSchema("number", .text, "нөмірі", "номер"),
      FieldSchema(
        "date", .identifier(CaseDate.self), "берілген күні: онсыз сенімхат жарамсыз",
        "дата выдачи: без неё доверенность ничтожна", usual: true),
      FieldSchema("city", .localised, "берілген жері", "место выдачи", usual: true),
      FieldSchema(
        "until", .identifier(CaseDate.self), "соңғы күні: 3 жылдан аспайды",
        "последний день: не позднее 3 лет", usual: true),
      FieldSchema("matter", .localised, "қай іс бойынша", "по какому делу"),
      FieldSchema(
        "scope",
        .list(
          .choice(["courts", "offences", "state_bodies", "enforcement", "negotiations"])),
        "қай органдарда: [courts, offences, state_bodies, enforcement, negotiations]",
        "в каких органах: [courts, offences, state_bodies, enforcement, negotiations]",
        usual: true),
      FieldSchema(
        "powers", .powers, "арнайы өкілеттіктер (АПК 60)", "особые полномочия (ГПК 60)",
        usual: true),
      FieldSchema("notary", .flag, "нотариат куәландыра ма", "удостоверяется ли нотариально"),
      FieldSchema(
        "attorney_signature", .flag, "өкілдің қолы керек пе", "нужна ли подпись поверенного"),
    ], role: .powerOfAttorney)

  static let deadline = RecordSchema(fields: [
    FieldSchema(
      "key", .text, "deadlines.yaml кестесіндегі кілті", "ключ из таблицы deadlines.yaml",
      usual: true),
    FieldSchema("title", .localised, "не істеу керек", "что нужно сделать"),
    FieldSchema(
      "from", .identifier(CaseDate.self), "мерзім басталатын оқиғаның күні",
      "день события, с которого течёт срок", usual: true),
    FieldSchema("term", .term, "ұзақтығы: {working_days: 10}", "длительность: {working_days: 10}"),
    FieldSchema("until", .identifier(CaseDate.self), "соңғы күні", "последний день"),
    FieldSchema("done", .identifier(CaseDate.self), "орындалған күні", "когда сделано"),
  ])
}
