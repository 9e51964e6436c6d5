/// The word that a phrase turns on, in the forms that it can take.
struct RussianPhraseHead {
  /// What kind of word the head is.
  enum Kind {
    /// A noun, or the parts of a hyphenated one with what stands before them unchanged.
    case nouns([Part])
    /// A noun given in the plural.
    case plural(RussianPluralNoun)
    /// A participle or adjective that stands for a noun: «заведующий», «данные».
    case adjective
  }

  /// One part of a hyphenated noun; the fixed ones do not change.
  struct Part {
    var text: String
    var noun: RussianNoun?
    var plural: RussianPluralNoun?
  }

  let word: String
  let kind: Kind
  /// The gender; no gender means that the phrase is in the plural.
  let gender: Gender?
  let animate: Bool
  let certain: Bool

  /// A noun in small letters, in the nominative singular or plural.
  init(noun word: String, plural: Bool, gender known: Gender?) {
    self.word = word
    if word.utf8.contains(0x2D), RussianNounLexicon.entry(word.withoutYo) == nil {
      var parts = Self.parts(of: word, plural: plural, gender: known)
      if !plural, Self.followsLast(parts, known) { parts[0] = Part(text: parts[0].text) }
      kind = .nouns(parts)
      let leading = parts.first { $0.noun != nil || $0.plural != nil }
      gender = plural ? nil : leading?.noun?.gender ?? .masculine
      animate =
        (leading?.noun?.animate ?? leading?.plural?.animate ?? false)
        && !RussianCommonNouns.isTown(word)
      certain = leading != nil
    } else if plural || RussianPluralNoun.isPluralOnly(word) {
      let noun = RussianPluralNoun(word)
      kind = .plural(noun)
      gender = nil
      animate = noun.animate
      certain = noun.certain
    } else {
      let noun = RussianNoun(word, gender: known)
      kind = .nouns([Part(text: word, noun: noun)])
      gender = noun.gender
      animate = noun.animate
      certain = noun.certain
    }
  }

  /// An adjective or participle in small letters that stands for a noun.
  init(adjective word: String, gender: Gender?) {
    self.word = word
    self.gender = gender
    kind = .adjective
    let stem = word.withoutYo.withoutLast(2)
    animate = !Self.thingAdjectives.contains(stem) && gender != .neuter
    certain = true
  }

  /// A form of the head in small letters.
  func form(_ russian: RussianNounCase, plural: Bool) -> String {
    switch kind {
    case .nouns(let parts):
      if russian == .accusative, parts.count > 1, RussianCommonNouns.isTown(word) { return word }
      return parts.map {
        $0.noun?.form(russian, plural: plural) ?? $0.plural?.form(russian) ?? $0.text
      }.joined(separator: "-")
    case .plural(let noun):
      return plural ? noun.form(russian) : noun.singular?.form(russian) ?? noun.form(russian)
    case .adjective:
      let target = RussianAdjective.Target(gender: plural ? nil : gender, animate: animate)
      return RussianAdjective.decline(nominative: word, russian, target) ?? word
    }
  }

  /// Whether the word has no singular, so that a count takes its plural.
  var isPluralOnly: Bool {
    if case .plural(let noun) = kind { return noun.singular == nil }
    return false
  }

  /// The gender that a count agrees with; that of the singular when the plural was given.
  var countedGender: Gender? {
    if case .plural(let noun) = kind { return noun.singular?.gender }
    return gender
  }

  /// Of a hyphenated noun both parts decline, unless the first is not a noun in its own right.
  private static func parts(of word: String, plural: Bool, gender: Gender?) -> [Part] {
    let texts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    // «Ростов-на-Дону»: from the preposition on nothing changes.
    let tail = texts.firstIndex { RussianPhraseWords.isFunctionWord($0) } ?? texts.count
    return texts.enumerated().map { index, text in
      let last = index == texts.count - 1
      if index >= tail || text.isEmpty || (!last && isFixedFirst(text, plural: plural))
        || (last && index > 0 && isFixedLast(text))
      {
        return Part(text: text)
      }
      if plural { return Part(text: text, plural: RussianPluralNoun(text)) }
      return Part(text: text, noun: RussianNoun(text, gender: gender))
    }
  }

  /// «Электронная счёт-фактура»: modifiers of the gender of the last part leave the first as it is.
  private static func followsLast(_ parts: [Part], _ shown: Gender?) -> Bool {
    guard let shown, parts.count == 2, let first = parts[0].noun, let last = parts[1].noun else {
      return false
    }
    return first.gender != shown && last.gender == shown
  }

  private static func isFixedFirst(_ part: String, plural: Bool) -> Bool {
    if fixedFirst.contains(part.withoutYo) { return true }
    // «Дети-сироты»: in the plural a first part in -и is a noun.
    if plural, part.endsIn("и") { return false }
    guard let letter = part.unicodeScalars.first, (0x400...0x52F).contains(letter.value) else {
      return true
    }
    // «Аудио-», «горно-»: a first part in -о is no noun, but for «общество-» and the like.
    if part.endsIn("о") { return !part.endsIn("ство") && !fullFirst.contains(part) }
    return part.endsIn("и") || part.endsIn("у") || part.endsIn("э")
  }

  private static func isFixedLast(_ part: String) -> Bool { fixedLast.contains(part.withoutYo) }

  private static let fixedFirst = RussianWordList(
    """
    вице экс шеф топ бизнес премьер обер унтер веб интернет онлайн офлайн оффлайн пресс медиа арт
    офис бренд продукт проджект эйчар пиар ивент контент промо мини макси микро штаб генерал капитан
    контр лейб камер флигель статс ток блок стоп рок дизель кафе кредит дебет прайс чек форс штрих
    тест фитнес яхт гранд кол колл шоу демо сити трейд хоум лайф тайм кейс риск смарт дата айти
    стрит нон анти супер ультра гипер псевдо квази суб про тур спорт альфа бета гамма икс вип
    пост лорд хед старт фронт бэк бек фуд хард софт секонд комплаенс маркет маркетинг сервис скрам
    финанс инфо техно эко энерго гос пром тех спец мед стандарт дресс ноу уик хай джоб сейлз
    мерч копи ко джем усть санкт сан нью лос нур йошкар улан буэнос сент порт
    """)
  private static let fixedLast = RussianWordList(
    "хау кво энд ап оф аут ин фри лайн ду максимум минимум нетто брутто стоп люкс а б")
  private static let fullFirst = RussianWordList(
    "кресло письмо место дело право лицо окно средство масло решето слово число ядро")
  /// Stems of adjectives that stand for things, in any gender and number: «накладная»,
  /// «отпускные».
  private static let thingAdjectives = RussianWordList(
    """
    выходн больничн пропускн накладн данн наличн отпускн командировочн суточн премиальн подъемн
    сверхурочн чаев комиссионн безналичн платежн исходн вводн праздничн прошл будущ настоящ цел
    имущ недвижим движим ассигнованн кассов столов операционн приемн мостов кладов душев проходн
    исходящ составляющ закладн сопроводительн путев товарн набережн касательн пошлинн авансов
    налогов основн оборотн паев членск подотчетн роумингов дорожн страхов декретн похоронн
    представительск внереализационн проездн гостин ванн детск мастерск парикмахерск прачечн
    запят крив прям сборн призов зернов бобов углов штрафн переменн постоянн слагаем производн
    вселенн целев
    """)
}
