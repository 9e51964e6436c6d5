internal import Draft

/// What a field of the case holds.
indirect enum CaseKind: Sendable {
  /// A scalar as it was written.
  case text
  /// A text, or one in Kazakh and one in Russian.
  case localised
  /// A sum in tenge above zero.
  case money
  /// A number above zero, fractions allowed.
  case number
  /// A whole number above zero.
  case whole
  /// `true` or `false`.
  case flag
  /// One of some words.
  case choice([String])
  /// An identifier with rules of its own.
  case identifier(any CaseIdentifier.Type)
  /// Special powers: a list of keys, a mapping of switches, or `full`.
  case powers
  /// The length of a term.
  case term
  /// A list.
  case list(CaseKind)
  /// A group of fields.
  case record(RecordSchema)
}

/// One field of the case: for the checks, and for the empty case file of `draft new`.
struct FieldSchema: Sendable {
  var key: String
  var kind: CaseKind
  /// What it is, in the words of the comment beside it.
  var label: LocalisedText
  /// Whether an empty case file shows it as one to fill in, not as one that may be added.
  var isUsual: Bool

  init(_ key: String, _ kind: CaseKind, _ kk: String, _ ru: String, usual: Bool = false) {
    self.key = key
    self.kind = kind
    label = LocalisedText(kk: kk, ru: ru)
    isUsual = usual
  }
}

/// The fields of a group, in the order of an empty case file.
struct RecordSchema: Sendable {
  /// What is checked across the fields of the group.
  enum Role: Sendable {
    case plain
    case party
    case consultant
    case powerOfAttorney
    case proceeding
  }

  var fields: [FieldSchema]
  var role = Role.plain

  /// The field of a key; nil when the group has none.
  func field(_ key: String) -> FieldSchema? { fields.first { $0.key == key } }
}

/// The shape of a case file, as far as the tool knows it.
enum CaseSchema {
  /// The whole file.
  static let file = RecordSchema(fields: [
    FieldSchema("agreement", .record(agreement), "шарт", "договор", usual: true),
    FieldSchema(
      "consultant", .record(consultant), "заң консультанты", "юридический консультант",
      usual: true),
    FieldSchema("client", .record(party), "клиент", "клиент", usual: true),
    FieldSchema("matter", .record(matter), "іс", "дело", usual: true),
    FieldSchema(
      "engagement", .record(engagement), "тапсырмалар мен ақы төлеу (Стандарт, 4.5)",
      "поручения и оплата (Стандарт, 4.5)", usual: true),
    FieldSchema(
      "confidentiality", .record(confidentiality), "құпиялылық (Стандарт, 1.9)",
      "конфиденциальность (Стандарт, 1.9)", usual: true),
    FieldSchema(
      "conflict_check", .record(conflictCheck), "мүдделер қақтығысын тексеру (Стандарт, 4.1)",
      "проверка конфликта интересов (Стандарт, 4.1)", usual: true),
    FieldSchema(
      "retention", .record(retention), "көшірмелерді сақтау (Стандарт, 1.11)",
      "хранение копий (Стандарт, 1.11)", usual: true),
    FieldSchema("personal_data", .record(personalData), "дербес деректер", "персональные данные"),
    FieldSchema("liability", .record(liability), "жауапкершілік", "ответственность"),
    FieldSchema("disputes", .record(disputes), "даулар", "споры"),
    FieldSchema("proceeding", .record(proceeding), "іс жүргізу", "производство"),
    FieldSchema(
      "power_of_attorney", .record(powerOfAttorney), "сенімхат (АК 167–168; АПК 60)",
      "доверенность (ГК 167–168; ГПК 60)"),
    FieldSchema("deadlines", .list(.record(deadline)), "мерзімдер", "сроки"),
  ])

  static let agreement = RecordSchema(fields: [
    FieldSchema("number", .text, "нөмірі", "номер", usual: true),
    FieldSchema(
      "date", .identifier(CaseDate.self), "шарттың күні", "дата договора", usual: true),
    FieldSchema("city", .localised, "жасалған жері", "место заключения", usual: true),
    FieldSchema("copies", .whole, "дана саны", "число экземпляров", usual: true),
    FieldSchema(
      "language_priority", .choice(["kk", "ru", "none"]), "қай тілдегі мәтіннің басымдығы бар",
      "на каком языке текст имеет преимущество", usual: true),
  ])

  static let matter = RecordSchema(fields: [
    FieldSchema(
      "subject", .localised, "мәселе: «мынадай мәселе жөнінде: …»",
      "вопрос: «по следующему вопросу: …»", usual: true),
    FieldSchema(
      "case_number", .identifier(CourtCaseNumber.self), "сот ісінің нөмірі",
      "номер судебного дела"),
    FieldSchema(
      "opponents", .list(.record(party)), "қарсы тарап (мүдделер қақтығысын тексеру үшін)",
      "противоположная сторона (для проверки конфликта интересов)"),
  ])

  static let confidentiality = RecordSchema(fields: [
    FieldSchema(
      "mode", .choice(["nda", "clause", "objection"]),
      "бөлек келісім, шарттың бөлімі немесе клиенттің қарсылығы",
      "отдельное соглашение, раздел договора или возражение клиента", usual: true),
    FieldSchema("years", .whole, "неше жыл (clause)", "сколько лет (clause)"),
    FieldSchema("nda", .record(paper), "келісім (nda)", "соглашение (nda)"),
    FieldSchema(
      "objection",
      .record(
        RecordSchema(
          fields: paper.fields + [FieldSchema("reason", .localised, "себебі", "причина")])),
      "қарсылық (objection)", "возражение (objection)"),
  ])

  static let paper = RecordSchema(fields: [
    FieldSchema("number", .text, "нөмірі", "номер"),
    FieldSchema("date", .identifier(CaseDate.self), "құжаттың күні", "дата документа"),
  ])

  static let conflictCheck = RecordSchema(fields: [
    FieldSchema(
      "date", .identifier(CaseDate.self), "тексерілген күні", "дата проверки", usual: true),
    FieldSchema("found", .flag, "кедергі табылды ма", "найдено ли препятствие"),
    FieldSchema(
      "disclosed", .localised, "табылып, клиентке айтылған, кедергі емес мән-жай",
      "что найдено и сообщено клиенту, хотя препятствием не является"),
    FieldSchema(
      "override", .localised, "кедергіге қарамастан тапсырма неге қабылданды",
      "почему поручение принято несмотря на препятствие"),
  ])

  static let retention = RecordSchema(fields: [
    FieldSchema(
      "requested", .flag, "клиент көшірмелерді сақтауды талап етті ме",
      "потребовал ли клиент хранить копии", usual: true),
    FieldSchema(
      "medium", .choice(["paper", "electronic", "both"]), "қандай жеткізгіште",
      "на каких носителях", usual: true),
  ])

  static let personalData = RecordSchema(fields: [
    FieldSchema("list", .localised, "деректер тізбесі", "перечень данных"),
    FieldSchema("years", .whole, "шарт біткен соң неше жыл", "сколько лет после договора"),
  ])

  static let liability = RecordSchema(fields: [
    FieldSchema(
      "late_payment",
      .record(
        RecordSchema(fields: [
          FieldSchema("percent_per_day", .number, "күніне пайыз", "процентов в день"),
          FieldSchema("cap_percent", .number, "шегі, пайыз", "предел, процентов"),
        ])), "төлемді кешіктіру", "просрочка оплаты")
  ])

  static let disputes = RecordSchema(fields: [
    FieldSchema("court", .localised, "тараптар келіскен сот", "суд, согласованный сторонами")
  ])
}
