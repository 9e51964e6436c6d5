/// The endings of one declension in the five oblique cases.
struct RussianNamePattern: Sendable, Hashable {
  var genitive: String
  var dative: String
  var accusative: String
  var instrumental: String
  var prepositional: String

  init(_ gen: String, _ dat: String, _ acc: String, _ ins: String, _ prep: String) {
    genitive = gen
    dative = dat
    accusative = acc
    instrumental = ins
    prepositional = prep
  }

  /// The ending of a case; nil for the nominative and for cases that Russian lacks.
  subscript(case: GrammaticalCase) -> String? {
    switch `case` {
    case .genitive: genitive
    case .dative: dative
    case .accusative: accusative
    case .instrumental: instrumental
    case .prepositional: prepositional
    case .nominative, .locative, .ablative, .attributive: nil
    }
  }

  /// Стол: Шевчука, Шевчуком.
  static let hard = RussianNamePattern("а", "у", "а", "ом", "е")
  /// After ж ш ч щ ц without stress: Гуревичем.
  static let hissing = RussianNamePattern("а", "у", "а", "ем", "е")
  /// -ь and -й: Гоголя, Цоя.
  static let soft = RussianNamePattern("я", "ю", "я", "ем", "е")
  /// -ий: Дмитрия, о Дмитрии.
  static let softI = RussianNamePattern("я", "ю", "я", "ем", "и")
  /// -ов and -ин of a man: Ивановым.
  static let possessive = RussianNamePattern("а", "у", "а", "ым", "е")
  /// -ова and -ина of a woman, without the -а: Ивановой, Иванову.
  static let possessiveFeminine = RussianNamePattern("ой", "ой", "у", "ой", "ой")
  /// -ый, -ой: Белого, Белым.
  static let adjective = RussianNamePattern("ого", "ому", "ого", "ым", "ом")
  /// -ий and -ой after г к х, -ой after hissing: Достоевским, Чужим.
  static let adjectiveVelar = RussianNamePattern("ого", "ому", "ого", "им", "ом")
  /// -ий after ж ш ч щ н: Рабочего.
  static let adjectiveSoft = RussianNamePattern("его", "ему", "его", "им", "ем")
  /// -ая: Толстой, Толстую.
  static let adjectiveFeminine = RussianNamePattern("ой", "ой", "ую", "ой", "ой")
  /// -ая after hissing: Рыжей, Рыжую.
  static let adjectiveFeminineHissing = RussianNamePattern("ей", "ей", "ую", "ей", "ей")
  /// -яя: Синей, Синюю.
  static let adjectiveFeminineSoft = RussianNamePattern("ей", "ей", "юю", "ей", "ей")
  /// -а: Скрипки would be after a velar, this is Никиты.
  static let nounA = RussianNamePattern("ы", "е", "у", "ой", "е")
  /// -а after г к х and stressed -а after hissing: Ольги, Левшой.
  static let nounVelarA = RussianNamePattern("и", "е", "у", "ой", "е")
  /// -а after hissing without stress: Маши, Машей.
  static let nounHissingA = RussianNamePattern("и", "е", "у", "ей", "е")
  /// -ца without stress: Капицы, Капицей.
  static let nounTsA = RussianNamePattern("ы", "е", "у", "ей", "е")
  /// -я: Зозули, Зозулей.
  static let nounYa = RussianNamePattern("и", "е", "ю", "ей", "е")
  /// -ия: Марии, о Марии.
  static let nounIya = RussianNamePattern("и", "и", "ю", "ей", "и")
  /// -ь of a woman's name: Любови, Любовью.
  static let nounSoftFeminine = RussianNamePattern("и", "и", "ь", "ью", "и")
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
