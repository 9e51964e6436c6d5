internal import Draft

/// Legal forms of organisations: how they are shortened, and the gender of their names.
struct LegalForm {
  private var ru: (full: String, short: String)
  private var kk: (full: String, short: String)?
  private var gender: PartyGender

  private static let all: [LegalForm] = [
    LegalForm(
      ru: ("Товарищество с ограниченной ответственностью", "ТОО"),
      kk: ("жауапкершілігі шектеулі серіктестігі", "ЖШС"), gender: .neuter),
    LegalForm(
      ru: ("Товарищество с дополнительной ответственностью", "ТДО"),
      kk: ("қосымша жауапкершілігі бар серіктестігі", "ҚЖС"), gender: .neuter),
    LegalForm(
      ru: ("Акционерное общество", "АО"), kk: ("акционерлік қоғамы", "АҚ"), gender: .neuter),
    LegalForm(
      ru: ("Общественный фонд", "ОФ"), kk: ("қоғамдық қоры", "ҚҚ"), gender: .masculine),
    LegalForm(
      ru: ("Общественное объединение", "ОО"), kk: ("қоғамдық бірлестігі", "ҚБ"),
      gender: .neuter),
    LegalForm(
      ru: ("Частное учреждение", "ЧУ"), kk: ("жеке мекемесі", "ЖМ"), gender: .neuter),
    LegalForm(
      ru: ("Государственное учреждение", "ГУ"), kk: ("мемлекеттік мекемесі", "ММ"),
      gender: .neuter),
    LegalForm(
      ru: ("Республиканское государственное предприятие", "РГП"),
      kk: ("республикалық мемлекеттік кәсіпорны", "РМК"), gender: .neuter),
  ]

  /// The gender of the first noun of names, where no full form is in the table.
  private static let nouns: [(String, PartyGender)] = [
    ("товарищество", .neuter), ("общество", .neuter), ("объединение", .neuter),
    ("учреждение", .neuter), ("предприятие", .neuter), ("тоо", .neuter), ("ао", .neuter),
    ("гу", .neuter), ("фонд", .masculine), ("кооператив", .masculine), ("банк", .masculine),
    ("союз", .masculine), ("компания", .feminine), ("палата", .feminine),
    ("фирма", .feminine), ("ассоциация", .feminine), ("организация", .feminine),
    ("корпорация", .feminine), ("школа", .feminine), ("больница", .feminine),
  ]

  /// The gender of an organisation's Russian name; nil when no word of it tells.
  static func gender(of name: String?) -> PartyGender? {
    guard let name else { return nil }
    let outside = name.split(separator: "«", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    for form in all where outside.hasPrefix(form.ru.full.lowercased()) { return form.gender }
    for word in outside.split(whereSeparator: { !$0.isLetter }) {
      if let noun = nouns.first(where: { $0.0 == word }) { return noun.1 }
    }
    return nil
  }

  /// The name with its legal form shortened; the name itself when it has none of the table.
  static func shorten(_ name: String, language: String) -> String {
    for form in all {
      if language == "kk" {
        if let full = form.kk?.full, let short = form.kk?.short,
          name.lowercased().hasSuffix(" " + full)
        {
          return String(name.dropLast(full.count)) + short
        }
      } else if name.lowercased().hasPrefix(form.ru.full.lowercased() + " ") {
        return form.ru.short + String(name.dropFirst(form.ru.full.count))
      }
    }
    return name
  }
}
