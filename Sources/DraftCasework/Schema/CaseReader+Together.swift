internal import Draft

extension CaseReader {
  /// Checks what one field says against another.
  mutating func checkTogether(_ object: ObjectValue, _ role: RecordSchema.Role) {
    switch role {
    case .plain: break
    case .consultant: checkPerson(object)
    case .party:
      let party = Party(fields: CaseFields(object))
      switch party.kind {
      case .organisation?:
        if party.iin != nil, party.bin == nil {
          report(.organisationWithIIN, at: "iin")
        }
      case .individual?, .soleProprietor?:
        if party.bin != nil, party.iin == nil { report(.personWithBIN, at: "bin") }
        checkPerson(object)
      case nil: checkPerson(object)
      }
    case .proceeding: checkNumber(object)
    case .powerOfAttorney: checkTerm(PowerOfAttorney(fields: CaseFields(object)))
    }
  }

  /// The IIN by habit tells the date of birth and the sex (requisites of the IIN before 2023).
  private mutating func checkPerson(_ object: ObjectValue) {
    guard let iin = object["iin"].flatMap(IIN.init(value:)) else { return }
    if let birth = object["birth_date"].flatMap(CaseDate.init(value:)), let said = iin.birthDate,
      said != birth
    {
      report(.birthDate(said, given: birth), at: "iin")
    }
    if let gender = object["gender"].flatMap(PartyGender.init(value:)), gender != .neuter,
      let said = iin.sex, said != gender
    {
      report(.sex, at: "iin")
    }
  }

  /// Courts number their cases in one way; other bodies, and who leads a criminal case, have ways of
  /// their own.
  private mutating func checkNumber(_ object: ObjectValue) {
    let others: Set = [Proceeding.Kind.procedure.rawValue, Proceeding.Kind.criminal.rawValue]
    guard !others.contains(object["kind"]?.text ?? ""),
      let number = object["case_number"]?.text
    else { return }
    do throws(IdentifierFault) { _ = try CourtCaseNumber(number) } catch {
      report(error, at: "case_number")
    }
  }

  /// A power of attorney runs three years at most (GK 168(1)).
  private mutating func checkTerm(_ power: PowerOfAttorney) {
    guard let issued = power.date, let last = power.until else { return }
    if last > issued.adding(months: 36) {
      report(.tooLongPower(issued.adding(months: 36)), at: "until")
    }
    if last < issued { report(.endBeforeStart(issued), at: "until") }
  }
}

extension IdentifierFault {
  static var organisationWithIIN: IdentifierFault {
    IdentifierFault(
      .warning, code: "organisation-iin",
      Message(
        en: "an organisation has a BIN, not an IIN", ru: "у организации не ИИН, а БИН",
        kk: "ұйымда ЖСН емес, БСН болады"),
      hint: Message(
        en: "write it under `bin`", ru: "укажите его в поле `bin`", kk: "оны `bin` өрісіне жазыңыз")
    )
  }

  static var personWithBIN: IdentifierFault {
    IdentifierFault(
      .warning, code: "person-bin",
      Message(
        en: "a person and a sole proprietor have an IIN, not a BIN",
        ru: "у физического лица и индивидуального предпринимателя не БИН, а ИИН",
        kk: "жеке тұлға мен жеке кәсіпкерде БСН емес, ЖСН болады"),
      hint: Message(
        en: "write it under `iin`", ru: "укажите его в поле `iin`", kk: "оны `iin` өрісіне жазыңыз")
    )
  }

  static func birthDate(_ said: CaseDate, given: CaseDate) -> IdentifierFault {
    IdentifierFault(
      .warning, code: "iin-birth-date",
      Message(
        en: "the IIN says \(said.text), the date of birth \(given.text)",
        ru: "по ИИН – \(said.short), по дате рождения – \(given.short)",
        kk: "ЖСН бойынша – \(said.short), туған күні бойынша – \(given.short)"),
      hint: Message(
        en: "compare both with the identity document",
        ru: "сверьте оба значения с удостоверением личности",
        kk: "екі мәнді де жеке куәлікпен салыстырыңыз"))
  }

  static var sex: IdentifierFault {
    IdentifierFault(
      .warning, code: "iin-sex",
      Message(
        en: "the seventh digit of the IIN and the gender do not agree",
        ru: "седьмая цифра ИИН не согласуется с полом",
        kk: "ЖСН-нің жетінші цифры жынысына сәйкес келмейді"),
      hint: Message(
        en: "compare both with the identity document",
        ru: "сверьте оба значения с удостоверением личности",
        kk: "екі мәнді де жеке куәлікпен салыстырыңыз"))
  }

  static func tooLongPower(_ last: CaseDate) -> IdentifierFault {
    IdentifierFault(
      code: "power-too-long",
      Message(
        en: "a power of attorney runs three years at most (GK 168(1))",
        ru: "доверенность действует не дольше трёх лет (пункт 1 статьи 168 ГК)",
        kk: "сенімхаттың мерзімі үш жылдан аспайды (АК 168-бабының 1-тармағы)"),
      hint: Message(
        en: "not later than \(last.text)", ru: "не позднее \(last.short)",
        kk: "\(last.short) күнінен кешіктірмей"))
  }

  static func endBeforeStart(_ start: CaseDate) -> IdentifierFault {
    IdentifierFault(
      code: "end-before-start",
      Message(
        en: "the last day comes before the first, \(start.text)",
        ru: "последний день раньше первого, \(start.short)",
        kk: "соңғы күні бірінші күнінен, \(start.short), ерте"))
  }
}
