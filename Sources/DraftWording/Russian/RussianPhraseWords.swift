/// The small words and shortenings that a phrase is read by.
enum RussianPhraseWords {
  /// Prepositions and conjunctions: what follows a head and one of them is its tail.
  static func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

  /// A participle that governs a noun in the instrumental: «заведующий складом».
  static func governs(_ word: String) -> Bool {
    let plain = word.endsIn("ся") ? word.withoutLast(2) : word[...]
    guard plain.utf8.count > 8 else { return false }
    let stem = plain.withoutLast(2)
    guard stem.endsIn("щ"), let before = stem.withoutLast().lastLetter else { return false }
    return "уюая".has(before)
  }

  /// Whether a word may be the instrumental of a noun.
  static func looksInstrumental(_ word: String) -> Bool {
    let lemma = word.withoutYo
    if nominativeOm.contains(lemma) { return false }
    return ["ом", "ем", "ой", "ей", "ами", "ями", "ью"].contains { lemma.endsIn($0) }
  }

  /// A noun in the nominative that ends as an adjective does: «критерий», «простой».
  static func isNounLikeAdjective(_ word: String) -> Bool {
    let lemma = word.withoutYo
    if lemma.endsIn("ой") { return nounsOy.contains(lemma) }
    if lemma.endsIn("ий") {
      if lemma.isWord("третий") { return false }
      switch lemma.withoutLast(2).lastLetter {
      case "г", "к", "х", "ж", "ш", "ч", "щ": return false
      case "н": return nounsNiy.contains(lemma)
      default: return true
      }
    }
    if lemma.endsIn("ая") { return nounsAya.contains(lemma) }
    return lemma.endsIn("ие") ? false : nounsAya.contains(lemma)
  }

  /// An adverb before an adjective: «материально ответственное лицо».
  static func isAdverb(_ word: String) -> Bool {
    if adverbs.contains(word) { return true }
    return ["ски", "цки", "льно", "енно", "анно", "чно", "жно", "ивно", "ично", "тно", "сно"]
      .contains { word.endsIn($0) } && word.utf8.count > 10
  }

  /// A shortened noun that ends the changing part: «врио директора» and the like with full stops.
  static func isNounShortening(_ word: String) -> Bool { nounShortenings.contains(word) }

  /// An abbreviation in capitals that stays, even in a phrase that is all capitals.
  static func isAbbreviation(_ upper: String) -> Bool { abbreviations.contains(upper) }

  private static let functionWords = RussianWordList(
    """
    в во на по с со к ко о об обо от ото до из изо у за под подо над надо при про для без безо через
    перед передо между среди вместо кроме ради после около против согласно вне внутри и или либо а но
    да не ни как что чтобы который которая которое которые чей его ее их сверх свыше вследствие
    относительно насчет путем помимо вблизи вокруг
    """)
  private static let nominativeOm = RussianWordList(
    """
    дом том альбом диплом перелом слом взлом лом ком ром гром атом аэродром космодром ипподром паром
    симптом синдром прием объем подъем заем наем поднаем перенаем съем водоем тандем тотем шлем
    крем проем найм посол случай герой строй слой бой покой казначей офшор холдинг иней
    музей трофей юбилей лицей клей чародей злодей ручей соловей еврей репей
    """)
  private static let nounsOy = RussianWordList(
    """
    герой строй покой слой бой настрой устой перебой убой водопой застой разбой сбой отбой
    прибой конвой ковбой изгой постой запой удой крой гной зной вой рой подстрой перекрой забой
    набой обой пробой домострой новострой долгострой левкой недострой раскрой покрой отстой закрой антигерой киногерой
    """)
  /// «Простой» is nearly always the adjective.
  private static let nounsNiy = RussianWordList(
    "гений алюминий магний плутоний кремний рубидий евгений арсений полоний фосфоний аммоний")
  private static let nounsAya = RussianWordList("случая обычая урожая трамвая чая стая свая")
  private static let adverbs = RussianWordList(
    """
    вновь ранее временно особо специально полностью частично совместно постоянно материально
    условно нотариально юридически физически экономически технически социально вышеуказанно
    ежегодно ежемесячно надлежаще незаконно неправомерно общественно высоко низко мало широко
    впервые дополнительно экологически государственно добровольно весьма наиболее наименее более
    менее не фактически заранее досрочно заново нижеследующе крайне очень ныне непосредственно
    """)
  private static let nounShortenings = RussianWordList(
    "и.о. и. о. и.о врио вр.и.о. зам. пом. пред. нач. зав. секр. дир. упр. инж. ио вр.")
  private static let abbreviations = RussianWordList(
    """
    ТОО АО ИП КХ ФХ ЖШС АҚ ООО ОАО ЗАО ПАО НАО РГП КГП ГКП ГУ РК КГУ РГУ ПК МРП ИИН БИН ЧСИ СМИ НПА
    ЭЦП МЗП НДС КПН ИПН ОПВ ВОСМС СНГ ЕАЭС США МФЦА ЦОН РГУ ПХВ ОФ ПТ КТ ТДО ОЮЛ УВД МВД ГК ГПК УК
    УПК КОАП НК ФИО ЧП КСК ОСИ ПТК ВУЗ ЖК ЗАГС ОАЭ ООН ВТО ВОЗ КНР РФ ЕС МВФ НБРК МИО БВУ МФО
    """)
}
