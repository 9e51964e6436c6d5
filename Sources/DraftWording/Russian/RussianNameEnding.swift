/// The endings of one declension in the five oblique cases.
enum RussianNamePattern: Sendable, Hashable {
  /// Стол: Шевчука, Шевчуком.
  case hard
  /// After ж ш ч щ ц without stress: Гуревичем.
  case hissing
  /// -ь and -й: Гоголя, Цоя.
  case soft
  /// -ий: Дмитрия, о Дмитрии.
  case softI
  /// -ов and -ин of a man: Ивановым.
  case possessive
  /// -ова and -ина of a woman, without the -а: Ивановой, Иванову.
  case possessiveFeminine
  /// -ый, -ой: Белого, Белым.
  case adjective
  /// -ий and -ой after г к х, -ой after hissing: Достоевским, Чужим.
  case adjectiveVelar
  /// -ий after ж ш ч щ н: Рабочего.
  case adjectiveSoft
  /// -ая: Толстой, Толстую.
  case adjectiveFeminine
  /// -ая after hissing: Рыжей, Рыжую.
  case adjectiveFeminineHissing
  /// -яя: Синей, Синюю.
  case adjectiveFeminineSoft
  /// -а: Никиты, Никитой.
  case nounA
  /// -а after г к х and stressed -а after hissing: Ольги, Левшой.
  case nounVelarA
  /// -а after hissing without stress: Маши, Машей.
  case nounHissingA
  /// -ца without stress: Капицы, Капицей.
  case nounTsA
  /// -я: Зозули, Зозулей.
  case nounYa
  /// -ия: Марии, о Марии.
  case nounIya
  /// -ь of a woman's name: Любови, Любовью.
  case nounSoftFeminine

  /// The ending of a case; nil for the nominative and for cases that Russian lacks.
  subscript(case: GrammaticalCase) -> String? {
    func pick(_ gen: String, _ dat: String, _ acc: String, _ ins: String, _ prep: String)
      -> String?
    {
      switch `case` {
      case .genitive: gen
      case .dative: dat
      case .accusative: acc
      case .instrumental: ins
      case .prepositional: prep
      case .nominative, .locative, .ablative, .attributive: nil
      }
    }
    return switch self {
    case .hard: pick("а", "у", "а", "ом", "е")
    case .hissing: pick("а", "у", "а", "ем", "е")
    case .soft: pick("я", "ю", "я", "ем", "е")
    case .softI: pick("я", "ю", "я", "ем", "и")
    case .possessive: pick("а", "у", "а", "ым", "е")
    case .possessiveFeminine: pick("ой", "ой", "у", "ой", "ой")
    case .adjective: pick("ого", "ому", "ого", "ым", "ом")
    case .adjectiveVelar: pick("ого", "ому", "ого", "им", "ом")
    case .adjectiveSoft: pick("его", "ему", "его", "им", "ем")
    case .adjectiveFeminine: pick("ой", "ой", "ую", "ой", "ой")
    case .adjectiveFeminineHissing: pick("ей", "ей", "ую", "ей", "ей")
    case .adjectiveFeminineSoft: pick("ей", "ей", "юю", "ей", "ей")
    case .nounA: pick("ы", "е", "у", "ой", "е")
    case .nounVelarA: pick("и", "е", "у", "ой", "е")
    case .nounHissingA: pick("и", "е", "у", "ей", "е")
    case .nounTsA: pick("ы", "е", "у", "ей", "е")
    case .nounYa: pick("и", "е", "ю", "ей", "е")
    case .nounIya: pick("и", "и", "ю", "ей", "и")
    case .nounSoftFeminine: pick("и", "и", "ь", "ью", "и")
    }
  }
}

/// How one word of a name declines: so many letters off the end, a changed stem, an ending.
struct RussianNameDeclension: Sendable, Hashable {
  /// Letters to take off the end in the oblique cases.
  var drop: Int = 0
  /// What comes in their place before the ending.
  var stem: String = ""
  /// The endings; nil when the word does not decline.
  var pattern: RussianNamePattern?
  /// Why a person should look at the form.
  var doubt: Doubt.Reason?

  /// The word stays as it is.
  static let fixed = RussianNameDeclension()

  /// The word declines by `pattern` after `drop` letters are taken off.
  static func decline(
    _ pattern: RussianNamePattern, drop: Int = 0, stem: String = "", doubt: Doubt.Reason? = nil
  ) -> RussianNameDeclension {
    RussianNameDeclension(drop: drop, stem: stem, pattern: pattern, doubt: doubt)
  }

  /// The word stays as it is, and a person should look at it.
  static func fixed(_ doubt: Doubt.Reason) -> RussianNameDeclension {
    RussianNameDeclension(doubt: doubt)
  }

  /// Whether two ways give the same form in a case.
  func agrees(with other: RussianNameDeclension, in case: GrammaticalCase) -> Bool {
    if let mine = pattern?[`case`], let theirs = other.pattern?[`case`] {
      return drop == other.drop && stem == other.stem && mine == theirs
    }
    return pattern?[`case`] == nil && other.pattern?[`case`] == nil
  }
}
