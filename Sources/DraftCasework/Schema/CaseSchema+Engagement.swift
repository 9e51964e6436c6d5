internal import Draft

extension CaseSchema {
  static let engagement = RecordSchema(fields: [
    FieldSchema(
      "scope", .list(.record(scopeItem)), "қабылданған тапсырмалар, бір-бірлеп",
      "принятые поручения, по одному", usual: true),
    FieldSchema("not_included", .list(.localised), "не кірмейді", "что не входит"),
    FieldSchema(
      "performance",
      .record(
        RecordSchema(fields: [
          FieldSchema(
            "mode", .choice(["personal", "substitutes"]), "жеке өзі немесе басқалармен (АК 684)",
            "лично или с привлечением других (ГК 684)", usual: true),
          FieldSchema(
            "persons", .list(.record(person)), "тартылатын адамдар", "привлекаемые лица"),
        ])), "орындау", "исполнение", usual: true),
    FieldSchema("fee", .record(fee), "ақысы (АК 685)", "оплата (ГК 685)", usual: true),
    FieldSchema(
      "vat",
      .record(
        RecordSchema(fields: [
          FieldSchema(
            "mode", .choice(["none", "included", "added"]), "ҚҚС: жоқ, ішінде, үстінен",
            "НДС: нет, в сумме, сверх суммы", usual: true),
          FieldSchema("rate", .number, "мөлшерлемесі, пайыз", "ставка, процентов"),
          FieldSchema(
            "certificate",
            .record(
              RecordSchema(fields: [
                FieldSchema("series", .text, "сериясы", "серия"),
                FieldSchema("number", .text, "нөмірі", "номер"),
                FieldSchema(
                  "date", .identifier(CaseDate.self), "куәліктің күні", "дата свидетельства"),
              ])), "ҚҚС бойынша тіркеу куәлігі", "свидетельство о постановке на учёт по НДС"),
        ])), "ҚҚС", "НДС", usual: true),
    FieldSchema(
      "expenses",
      .record(
        RecordSchema(fields: [
          FieldSchema(
            "mode", .choice(["included", "reimbursed", "prepaid"]),
            "бағаға кіреді, өтеледі, аванс",
            "входят в цену, возмещаются, аванс", usual: true),
          FieldSchema("advance", .money, "аванс (prepaid)", "аванс (prepaid)"),
          FieldSchema(
            "consent_over", .money, "осыдан асса келісу керек", "сверх этой суммы – с согласия"),
          FieldSchema("cap", .money, "шығыстардың шегі", "общий предел"),
        ])), "шығыстар", "расходы", usual: true),
    FieldSchema(
      "term",
      .record(
        RecordSchema(fields: [
          FieldSchema("until", .identifier(CaseDate.self), "соңғы күні", "последний день")
        ])), "шарттың мерзімі", "срок договора"),
  ])

  static let scopeItem = RecordSchema(fields: [
    FieldSchema("action", .localised, "не істеледі", "что делается", usual: true),
    FieldSchema("stage", .localised, "кезең", "стадия"),
    FieldSchema("instance", .localised, "саты", "инстанция"),
    FieldSchema("body", .localised, "сот, орган", "суд, орган"),
    FieldSchema("hearings", .whole, "қанша сот отырысы кіреді", "сколько заседаний входит"),
    FieldSchema("price", .money, "өз бағасы", "своя цена"),
    FieldSchema("due", .localised, "мерзімі", "срок"),
    FieldSchema("powers", .powers, "керек өкілеттіктер (АПК 60)", "нужные полномочия (ГПК 60)"),
  ])

  static let person = RecordSchema(
    fields: [
      FieldSchema("name", .localised, "Т.А.Ә.", "Ф.И.О.", usual: true),
      FieldSchema("iin", .identifier(IIN.self), "ЖСН", "ИИН"),
    ], role: .consultant)

  static let fee = RecordSchema(fields: [
    FieldSchema(
      "form", .choice(Fee.Form.allCases.map(\.rawValue)),
      "бекітілген, кезеңмен, сағатпен, абоненттік, тегін",
      "твёрдая, поэтапная, почасовая, абонентская, бесплатно", usual: true),
    FieldSchema(
      "amount", .money, "сомасы (fixed, subscription)",
      "сумма (fixed, subscription)", usual: true),
    FieldSchema(
      "stages",
      .list(
        .record(
          RecordSchema(fields: [
            FieldSchema("name", .localised, "кезең", "этап", usual: true),
            FieldSchema("event", .localised, "төлем оқиғасы", "событие оплаты", usual: true),
            FieldSchema("amount", .money, "сомасы", "сумма", usual: true),
          ]))), "кезеңдер (staged)", "этапы (staged)"),
    FieldSchema("rate", .money, "сағат бағасы (hourly)", "цена часа (hourly)"),
    FieldSchema("unit_minutes", .whole, "есеп бірлігі, минут (hourly)", "единица, минут (hourly)"),
    FieldSchema("cap", .money, "шегі (hourly)", "предел (hourly)"),
    FieldSchema("hours", .whole, "айына сағат (subscription)", "часов в месяц (subscription)"),
    FieldSchema(
      "carry_over", .flag, "пайдаланылмаған сағаттар көше ме (subscription)",
      "переносятся ли часы (subscription)"),
    FieldSchema(
      "extra_rate", .money, "артық сағаттың бағасы (subscription)",
      "цена часа сверх (subscription)"),
    FieldSchema(
      "due_day", .whole, "айдың нешесіне дейін (subscription)", "до какого числа (subscription)"),
    FieldSchema(
      "prepayment",
      .record(
        RecordSchema(fields: [
          FieldSchema("percent", .whole, "пайызы", "процент"),
          FieldSchema("days", .whole, "неше жұмыс күнінде", "за сколько рабочих дней"),
        ])), "алдын ала төлем (fixed)", "предоплата (fixed)"),
    FieldSchema(
      "due",
      .record(
        RecordSchema(fields: [
          FieldSchema(
            "days", .whole, "неше жұмыс күнінде", "за сколько рабочих дней", usual: true),
          FieldSchema(
            "after", .choice(["agreement", "act"]), "шарттан (agreement) не актіден (act) кейін",
            "после договора (agreement) или акта (act)", usual: true),
        ])), "төлеу мерзімі", "срок оплаты", usual: true),
    FieldSchema("extra_hearing", .money, "қосымша отырыстың бағасы", "цена лишнего заседания"),
    FieldSchema("off_hours_rate", .money, "жұмыстан тыс сағат", "час вне рабочего времени"),
    FieldSchema(
      "success",
      .record(
        RecordSchema(fields: [
          FieldSchema(
            "enabled", .flag, "қосылған ба (қосылса, төмендегілер де керек)",
            "включено ли (если да, нужно и то, что ниже)"),
          FieldSchema("event", .localised, "оқиға", "событие"),
          FieldSchema("amount", .money, "бекітілген сома", "твёрдая сумма"),
          FieldSchema("days", .whole, "неше жұмыс күнінде", "за сколько рабочих дней"),
        ])), "қосымша сыйақы (заңгер растауы керек)",
      "вознаграждение за успех (нужно подтверждение юриста)"),
  ])
}
