internal import Draft
internal import DraftWording

/// A full name and its shorter forms in each language.
struct PersonName {
  /// The surname, then initials: «Иванов И.И.».
  var short: LocalisedText
  /// Initials, then the surname: «И.И. Иванов».
  var initials: LocalisedText

  init(short: LocalisedText, initials: LocalisedText) {
    self.short = short
    self.initials = initials
  }

  /// The forms of a person's name; a form that the rules cannot make is the name itself.
  init(_ name: LocalisedText, _ gender: PartyGender?) {
    short = name.map { PersonName.shorten($0, $1, .surnameInitials, gender) }
    initials = name.map { PersonName.shorten($0, $1, .initialsSurname, gender) }
  }

  private static func shorten(
    _ name: String, _ language: String, _ style: InitialsStyle, _ gender: PartyGender?
  ) -> String {
    let worded =
      language == "kk"
      ? try? KazakhName.initials(name, style: style)
      : try? RussianName.initials(
        name, style: style, gender: gender.flatMap { Gender(rawValue: $0.rawValue) })
    return worded?.text ?? name
  }

  /// The gender that the Russian name tells; nil when it does not.
  static func gender(of name: LocalisedText) -> PartyGender? {
    (name.ru ?? name.kk).flatMap { RussianName.gender(of: $0) }
      .flatMap { PartyGender(rawValue: $0.rawValue) }
  }
}

/// The registered name of an organisation.
struct OrganisationName {
  private let name: LocalisedText

  init(_ name: LocalisedText) { self.name = name }

  /// Both short forms: the legal form shortened, «ТОО «Компания»», «Компания» ЖШС.
  var forms: PersonName {
    let short = name.map { LegalForm.shorten($0, language: $1) }
    return PersonName(short: short, initials: short)
  }
}
