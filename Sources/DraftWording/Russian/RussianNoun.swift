/// A Russian noun and its forms, built from the nominative singular by its ending and the lexicon.
struct RussianNoun {
  /// The nominative singular in small letters, with the ё that it was given.
  let word: String
  let gender: Gender
  let animate: Bool
  /// Whether a rule stands behind the forms; an unknown ending or a guessed gender does not.
  let certain: Bool
  let kind: Kind
  /// What the endings are joined to.
  let stem: String
  private let entry: RussianNounLexicon.Entry?
  private let lemma: String

  /// The declension that a noun follows.
  enum Kind {
    case indeclinable
    /// «договор»: in a consonant.
    case hard
    /// «рубль», «случай».
    case soft
    /// «комментарий».
    case iy
    /// «сумма», «улица».
    case a
    /// «доля», «статья».
    case ya
    /// «компания».
    case iya
    /// «часть».
    case softFeminine
    /// «право», «училище».
    case o
    /// «поле», «устье».
    case e
    /// «обязательство» in -ие: «предприятие».
    case ie
    /// «имя».
    case mya
  }

  /// Reads a nominative singular in small letters.
  ///
  /// `gender` is what the caller knows about a noun that its ending leaves open.
  init(_ word: String, gender known: Gender? = nil) {
    self.word = word
    lemma = word.withoutYo
    entry = RussianNounLexicon.entry(lemma) ?? RussianNounLexicon.compoundEntry(word, lemma)
    var certain = true
    var gender = entry?.gender ?? known
    let last = word.lastLetter ?? " "
    var kind: Kind
    switch last {
    case "а", "я":
      if lemma.endsIn("мя"), entry?.stem != nil {
        kind = .mya
        gender = .neuter
      } else {
        kind = last == "а" ? .a : lemma.endsIn("ия") ? .iya : .ya
        gender = gender ?? (RussianNounPersons.isMan(lemma) ? .masculine : .feminine)
        if known == nil, entry == nil, RussianNounForm.isOblique(lemma) {
          kind = .indeclinable
          certain = false
        }
      }
    case "о":
      kind = .o
      gender = .neuter
    case "е", "ё":
      kind = lemma.endsIn("ие") ? .ie : "жшчщц".has(word.withoutLast().lastLetter ?? " ") ? .o : .e
      gender = gender ?? .neuter
    case "ь":
      let soft = RussianNounGender.ofSoft(lemma)
      certain = gender != nil || soft.certain
      gender = gender ?? soft.gender
      kind = gender == .feminine ? .softFeminine : .soft
    case "й":
      kind = lemma.endsIn("ий") && RussianNounStress.syllables(lemma) > 1 ? .iy : .soft
      gender = gender ?? .masculine
    case "и", "у", "ю", "э", "ы":
      kind = .indeclinable
      gender = gender ?? .neuter
      certain = entry?.indeclinable ?? false
    case "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч",
      "ш", "щ":
      kind = .hard
      gender = gender == .neuter ? .neuter : .masculine
    default:
      kind = .indeclinable
      certain = false
    }
    // «Км», «кг», «тг»: a shortening without a vowel stays.
    let isShortening = RussianNounStress.syllables(lemma) == 0
    // «Каратобе», «Алатау», «Карасу»: names of places keep the Kazakh word in them.
    let isPlace = lemma.endsIn("тобе") || lemma.endsIn("тау") || lemma.endsIn("асу")
    if entry?.indeclinable ?? (isShortening || isPlace) {
      kind = .indeclinable
      certain = true
    }
    if entry?.hard ?? false { kind = .hard }
    let settled = gender ?? .masculine
    self.kind = kind
    self.gender = settled
    self.certain = certain
    animate =
      !RussianCommonNouns.isTown(lemma)
      && (entry?.animate ?? false
        || (kind == .hard || kind == .soft || kind == .iy
          ? entry?.gender == nil && RussianNounAnimacy.isAnimate(lemma)
          : settled == .masculine && kind != .indeclinable
            || RussianNounPersons.isWoman(lemma)))
    if let own = entry?.stem {
      stem = own
    } else {
      switch kind {
      case .indeclinable: stem = word
      case .hard:
        let full = RussianNounStem.fleeting(word, lemma: lemma) ?? word
        // The stress leaves the stem: «платёж», «платежа».
        stem = RussianNounStress.stressesEnding(lemma) ? full.withoutYo : full
      case .soft:
        stem =
          RussianNounStem.fleeting(word, lemma: lemma)
          ?? String(word.withoutLast())
      default: stem = String(word.withoutLast())
      }
    }
  }

  /// A form of the noun.
  func form(_ russian: RussianNounCase, plural: Bool = false) -> String {
    if kind == .indeclinable { return word }
    return plural ? pluralForm(russian) : singularForm(russian)
  }

  private func singularForm(_ russian: RussianNounCase) -> String {
    switch russian {
    case .nominative: return word
    case .instrumental where entry?.instrumental != nil: return entry?.instrumental ?? word
    case .accusative:
      switch kind {
      case .a: return stem + "у"
      case .ya, .iya: return stem + "ю"
      case .hard, .soft, .iy: return animate ? singularForm(.genitive) : word
      default: return word
      }
    default: break
    }
    switch kind {
    case .indeclinable: return word
    case .hard:
      return stem + pick(russian, "а", "у", soft(stressed: hardStress) ? "ем" : "ом", "е")
    case .soft:
      return stem + pick(russian, "я", "ю", "ем", lemma.isWord("путь") ? "и" : "е", path: "и")
    case .iy: return stem + pick(russian, "я", "ю", "ем", "и")
    case .a:
      let thin = "гкхжшчщ".has(stem.lastLetter ?? " ")
      let short = "жшчщц".has(stem.lastLetter ?? " ") && !RussianNounPersons.stressesEnding(lemma)
      return stem + pick(russian, thin ? "и" : "ы", "е", short ? "ей" : "ой", "е")
    case .ya: return stem + pick(russian, "и", "е", "ей", "е")
    case .iya: return stem + pick(russian, "и", "и", "ей", "и")
    case .softFeminine: return stem + pick(russian, "и", "и", "ью", "и")
    case .o:
      let short = word.lastLetter != "о"
      return stem
        + pick(russian, "а", "у", short ? (word.lastLetter == "ё" ? "ём" : "ем") : "ом", "е")
    case .e: return stem + pick(russian, "я", "ю", word.lastLetter == "ё" ? "ём" : "ем", "е")
    case .ie: return stem + pick(russian, "я", "ю", "ем", "и")
    case .mya: return stem + pick(russian, "и", "и", "ем", "и")
    }
  }

  private func pick(
    _ russian: RussianNounCase, _ genitive: String, _ dative: String, _ instrumental: String,
    _ prepositional: String, path: String? = nil
  ) -> String {
    switch russian {
    case .genitive: lemma.isWord("путь") ? path ?? genitive : genitive
    case .dative: lemma.isWord("путь") ? path ?? dative : dative
    case .instrumental: instrumental
    default: prepositional
    }
  }

  private var hardStress: Bool { RussianNounStress.stressesEnding(lemma) }

  private func soft(stressed: Bool) -> Bool {
    "жшчщц".has(stem.lastLetter ?? " ") && !stressed
  }

  private func pluralForm(_ russian: RussianNounCase) -> String {
    switch russian.resolved(animate: animate) {
    case .nominative, .accusative: return nominativePlural
    case .genitive: return genitivePlural
    case .instrumental where entry?.instrumentalPlural != nil:
      return entry?.instrumentalPlural ?? word
    case .dative: return RussianNounPlural.oblique(nominativePlural, "м")
    case .instrumental: return RussianNounPlural.oblique(nominativePlural, "ми")
    case .prepositional: return RussianNounPlural.oblique(nominativePlural, "х")
    }
  }

  /// The nominative plural: «договоры», «профессора», «обязательства».
  var nominativePlural: String {
    if let own = entry?.plural { return own }
    switch kind {
    case .indeclinable: return word
    case .hard:
      if gender == .masculine, let special = RussianNounPlural.person(word, lemma) {
        return special.nominative
      }
      if RussianNounPlural.takesA(lemma) { return stem + "а" }
      return stem + ("гкхжшчщ".has(stem.lastLetter ?? " ") ? "и" : "ы")
    case .a: return stem + ("гкхжшчщ".has(stem.lastLetter ?? " ") ? "и" : "ы")
    case .soft, .iy, .ya, .iya, .softFeminine: return stem + "и"
    case .o: return stem + (lemma.endsIn("ко") && !lemma.endsIn("йско") ? "и" : "а")
    case .e, .ie: return stem + "я"
    case .mya: return stem + "а"
    }
  }

  /// The plural in -ы or -и that a masculine noun with another one may have beside it: «инспекторы»,
  /// «учители»; nil for other nouns.
  var regularPlural: String? {
    switch kind {
    case .hard: stem + ("гкхжшчщ".has(stem.lastLetter ?? " ") ? "и" : "ы")
    case .soft: stem + "и"
    default: nil
    }
  }

  /// The genitive plural: «договоров», «лиц», «долей», «лет».
  var genitivePlural: String {
    if let own = entry?.genitivePlural { return own }
    switch kind {
    case .indeclinable: return word
    case .hard:
      if gender == .masculine, let special = RussianNounPlural.person(word, lemma) {
        return special.genitive
      }
      switch stem.lastLetter ?? " " {
      case "ж", "ш", "ч", "щ": return stem + "ей"
      case "ц": return stem + (hardStress ? "ов" : "ев")
      default: return stem + "ов"
      }
    case .soft:
      return word.lastLetter == "й" ? stem + (stem.lastLetter == "ь" ? "ёв" : "ев") : stem + "ей"
    case .iy: return stem + "ев"
    case .a: return RussianNounPlural.bare(stem, neuter: false)
    case .ya: return RussianNounPlural.bareSoft(stem)
    case .iya: return stem.withoutLast() + "ий"
    case .softFeminine: return stem + "ей"
    case .o: return RussianNounPlural.bare(stem, neuter: true)
    case .e: return stem.lastLetter == "ь" ? stem.withoutLast() + "ий" : stem + "ей"
    case .ie: return stem.withoutLast() + "ий"
    case .mya: return stem
    }
  }
}
