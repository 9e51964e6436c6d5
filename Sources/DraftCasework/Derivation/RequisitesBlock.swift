internal import Draft
internal import DraftWording

/// The lines of a party's requisites in each language (custom; for court papers GPK 148(2)).
struct RequisitesBlock {
  private let party: Party
  private let isConsultant: Bool

  init(_ party: Party, isConsultant: Bool) {
    self.party = party
    self.isConsultant = isConsultant
  }

  /// The lines by language: a list for a loop, one text with line breaks for a print.
  var value: Value {
    var pairs: [(key: String, value: Value)] = []
    for language in ["kk", "ru"] {
      guard party.name?.text(in: language) != nil else { continue }
      let lines = lines(in: language)
      pairs.append(
        (
          language,
          .object(
            ObjectValue([
              ("$str", .string(lines.joined(separator: "\n"))),
              ("$list", .list(lines.map(Value.string))),
            ]))
        ))
    }
    return .object(ObjectValue(pairs))
  }

  private func lines(in language: String) -> [String] {
    let isKazakh = language == "kk"
    let text = { (value: LocalisedText?) in value?.text(in: language) }
    var lines: [String] = []
    let add = { (lines: inout [String], label: String, value: String?) in
      if let value { lines.append("\(label): \(value)") }
    }
    if let name = text(party.name) {
      switch party.kind {
      case .soleProprietor? where !isConsultant:
        lines.append((isKazakh ? "Жеке кәсіпкер " : "Индивидуальный предприниматель ") + name)
      default: lines.append(name)
      }
    }
    if isConsultant { lines += membership(isKazakh) }
    add(
      &lines, isKazakh ? "Туған күні" : "Дата рождения",
      party.birthDate.map { day($0, isKazakh) })
    add(&lines, isKazakh ? "БСН" : "БИН", party.bin?.text)
    add(&lines, isKazakh ? "ЖСН" : "ИИН", party.iin?.text)
    for paper in [party.identityDocument, party.registration] {
      if let paper, let line = document(paper, language) { lines.append(line) }
    }
    let isOrganisation = party.kind == .organisation
    let address =
      isOrganisation
      ? (isKazakh ? "Заңды мекенжайы" : "Юридический адрес") : (isKazakh ? "Мекенжайы" : "Адрес")
    add(&lines, address, text(party.address))
    add(&lines, isKazakh ? "Нақты мекенжайы" : "Фактический адрес", text(party.actualAddress))
    if let bank = party.bank {
      add(&lines, isKazakh ? "ЖСК (IBAN)" : "ИИК (IBAN)", bank.iban?.text)
      let parts = [
        text(bank.name), bank.bic.map { "\(isKazakh ? "БСК" : "БИК") \($0.text)" },
        bank.kbe.map { "\(isKazakh ? "Кбе" : "КБе") \($0.text)" },
      ].compactMap(\.self)
      add(&lines, "Банк", parts.isEmpty ? nil : parts.joined(separator: ", "))
    }
    add(&lines, "Тел.", party.phone?.text ?? party.fields["phone"]?.text)
    add(
      &lines, isKazakh ? "Электрондық мекенжайы" : "Электронный адрес",
      party.email?.text ?? party.fields["email"]?.text)
    return lines
  }

  /// That the consultant is a member of his chamber (Standard 1.6).
  private func membership(_ isKazakh: Bool) -> [String] {
    let consultant = Consultant(fields: party.fields)
    guard let number = consultant.chamber?.registerNumber else { return [] }
    return [
      isKazakh
        ? "Заң консультанты, Палата мүшесі: тізілімде №\u{A0}\(number)"
        : "Юридический консультант, член Палаты: №\u{A0}\(number) в реестре"
    ]
  }

  private func document(_ paper: IdentityDocument, _ language: String) -> String? {
    guard let title = paper.title?.text(in: language) else { return nil }
    let isKazakh = language == "kk"
    var parts = [SentenceCase.upperFirst(title) + (paper.number.map { " №\u{A0}\($0)" } ?? "")]
    if let issuer = paper.issuer?.text(in: language) {
      parts.append((isKazakh ? "берген – " : "орган выдачи – ") + issuer)
    }
    if let date = paper.date {
      parts.append((isKazakh ? "берілген күні – " : "дата выдачи – ") + day(date, isKazakh))
    }
    return parts.joined(separator: ", ")
  }

  private func day(_ date: CaseDate, _ isKazakh: Bool) -> String {
    guard let civil = try? CivilDate(iso: date.text) else { return date.short }
    let text =
      isKazakh
      ? try? KazakhDate.format(civil, style: .long, case: .nominative)
      : try? RussianDate.format(civil, style: .long, case: .nominative)
    return text ?? date.short
  }
}
