/// Telling that a word given as a nominative singular is another form of a noun.
enum RussianNounForm {
  /// Whether a word in -а or -я (small letters, without ё) is a form of a masculine noun that is
  /// known, and no feminine noun is known to be like it: «договора», «рубля», «случая».
  static func isOblique(_ lemma: String) -> Bool {
    guard !isFeminine(lemma), !RussianCommonNouns.isTown(lemma) else { return false }
    let stem = String(lemma.withoutLast())
    guard lemma.lastLetter == "я" else {
      return !endings.contains { lemma.endsIn($0) } && isMasculine(stem)
        || RussianCommonNouns.isListed(stem)
    }
    let soft = stem + "ь"
    let gender = RussianNounGender.ofSoft(soft)
    return RussianNounLexicon.entry(soft)?.gender == .masculine
      || lemma.endsIn("теля") && gender.gender == .masculine
      || RussianPluralNoun.masculine.containsEnd(of: stem + "и")
        && RussianNounPlural.isVowel(stem.lastLetter ?? " ")
  }

  /// Whether a word in -а may as well be a plural: «договора», «редактора», «бухгалтера».
  static func mayBePlural(_ lemma: String) -> Bool {
    RussianPluralNoun.masculineA.containsEnd(of: lemma)
  }

  private static func isMasculine(_ stem: String) -> Bool {
    guard let last = stem.lastLetter, !RussianNounPlural.isVowel(last), last != "ь", last != "й"
    else { return false }
    if last == "ц" {
      // «Продавца», «истца»: feminine nouns have a vowel before -ца.
      return stem.withoutLast().lastLetter.map { !RussianNounPlural.isVowel($0) } ?? false
    }
    let plural = stem + ("гкхжшчщ".has(last) ? "и" : "ы")
    return RussianPluralNoun.masculine.containsEnd(of: plural)
      || RussianPluralNoun.masculineAlone.contains(plural) || RussianCommonNouns.isListed(stem)
      || RussianNounLexicon.entry(stem)?.gender == .masculine
      || RussianNounAnimacy.isListedThing(stem) || RussianNounPersonList.words.contains(stem)
      || RussianPluralNoun.masculineOk.contains(plural)
      || personEndings.contains { stem.endsIn($0) }
  }

  private static func isFeminine(_ lemma: String) -> Bool {
    let stem = lemma.withoutLast()
    return RussianNounPersons.isMan(lemma) || RussianNounPersons.isWoman(lemma)
      || RussianPluralNoun.isFeminine(stem + "ы") || RussianPluralNoun.isFeminine(stem + "и")
      || RussianPluralNoun.feminineKi.containsEnd(of: stem + "и")
      || feminine.contains(lemma)
  }

  /// Nouns in -а that no other list has: no plural of theirs is met.
  private static let feminine = RussianWordList(
    """
    оферта еда пицца максима вона белка лета кора ерунда чума езда лиса ода треска череда нищета осадка
    десятка физика графика компонента классика премьера динамика пресса керамика грамматика
    ботаника геофизика астрофизика биофизика метафизика органика штукатурка заморозка починка
    осанка харизма пурга детвора опала пенька хандра корректива коляда шпана кава тафта бахрома
    марихуана метаморфоза ириска романтика оптика генетика акустика арифметика скачка выучка
    куртка шапка сыворотка пайка носка чайхана махинация
    """)

  private static let personEndings = ["тел", "ник", "щик", "чик", "тор", "ист", "мент"]
  private static let endings = [
    "ура", "тика", "лика", "рика", "овка", "евка", "ница", "ота", "ина", "ева", "дверца", "мышца",
    "пыльца", "рысца", "ленца",
  ]
}
