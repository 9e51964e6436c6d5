/// Telling from a word alone that a phrase is in the plural: «заинтересованные лица», «участники».
enum RussianPluralShape {
  /// Whether the first word of a phrase can only be a nominative plural, so that nobody need say so.
  ///
  /// - Parameter word: in small letters, as it is spelled.
  /// - Returns: true for adjectives and pronouns with the ending of the plural, for nouns in -ы and -и
  ///   whose singular the rules know, and for neuter ones in -а and -я that no feminine noun is like
  ///   («обязательства», «условия»). «Договора» or «работа», which could be a singular, are false.
  static func shows(_ word: String) -> Bool {
    let lemma = word.withoutYo
    if RussianNounLexicon.entry(lemma) != nil { return false }
    if RussianPluralNoun.isPluralOnly(lemma) { return true }
    switch RussianPronoun.agreement(of: word) {
    case .some(.none): return true
    case .some(.some): return false
    case .none: break
    }
    switch lemma.lastLetter {
    case "е": return isAdjective(lemma) || lemma.endsIn("ждане") || lemma.endsIn("яне")
    case "ы": return !lemma.endsIn("қызы") && !lemma.endsIn("ұлы") && !places.contains(lemma)
    case "и":
      if lemma.isWord("третьи") { return true }
      guard lemma.utf8.count > 6, !places.contains(lemma) else { return false }
      // What ends in -ки or -жи has a singular, though its gender may be open.
      return "гкхжшчщ".has(lemma.withoutLast().lastLetter ?? " ")
        || RussianPluralNoun(word).certain
    case "а": return isNeuter(lemma) || isMasculineInA(lemma)
    case "я":
      if lemma.endsIn("ения") || lemma.endsIn("ания") { return !feminines.containsEnd(of: lemma) }
      if RussianNounLexicon.singular(ofPlural: lemma) != nil { return true }
      return ["твия", "ятия", "ытия", "овия", "очия", "ечия", "ладия"].contains { lemma.endsIn($0) }
        || neuters.contains(lemma)
    default: return false
    }
  }

  /// Whether a word in -а is the plural of a noun in -о for certain: «обязательства», «письма».
  static func isNeuter(_ lemma: String) -> Bool {
    lemma.endsIn("ства") && !lemma.isWord("паства") && !lemma.isWord("листва")
      || lemma.endsIn("илища") || neuters.contains(lemma)
  }

  /// «Паспорта», «адреса», «профессора»: the stressed plural in -а, where no noun in -а is like it.
  private static func isMasculineInA(_ lemma: String) -> Bool {
    !["леса", "корма", "округа"].contains(lemma)
      && (RussianNounPlural.takesA(String(lemma.withoutLast()))
        || RussianNounLexicon.singular(ofPlural: lemma) != nil)
  }

  /// -ые, and -ие where no noun in the singular has it («наличие», «заявление»).
  private static func isAdjective(_ lemma: String) -> Bool {
    if lemma.endsIn("ые") { return lemma.utf8.count > 6 }
    guard lemma.endsIn("ие"), lemma.utf8.count > 8, !singulars.containsEnd(of: lemma) else {
      return false
    }
    if lemma.endsIn("чие") { return adjectivesChie.containsEnd(of: lemma) }
    return [
      "гие", "кие", "хие", "щие", "шие", "жие", "етние", "шние", "жние", "онние", "ерние", "едние",
      "рхние", "нние", "айние",
    ].contains { lemma.endsIn($0) }
  }

  /// Towns and districts that end as a plural does and have no other form.
  private static let places = RussianWordList(
    """
    алматы актобы бейнеу кульсары сарыагаши сарыши шиели текели каркаралы жалагаши тургени
    сочи тбилиси батуми поти дели хельсинки нагасаки чили мали фиджи бали найроби карачи гоби
    миссисипи миссури капри тольятти нальчики осаки
    """)
  /// Nouns in the singular that end as an adjective in the plural does.
  private static let singulars = RussianWordList(
    "подножие удушие оружие орудие великодушие единодушие равнодушие малодушие добродушие бездушие")
  /// Plurals of adjectives in -чий; most words in -чие are nouns («наличие», «полномочие»).
  private static let adjectivesChie = RussianWordList(
    "рабочие прочие горячие незрячие зрячие бродячие лежачие висячие стоячие горючие сыпучие летучие"
  )
  /// Neuter plurals in -а and -я that no rule above tells from feminine nouns.
  private static let neuters = RussianWordList(
    """
    лица юрлица физлица места письма слова числа правила блюда окна яйца вещества полотна зеркала
    ведомства начала суда тела войска ворота кресла стекла озера ремесла ядра пятна приложения
    изделия усилия поля моря дела колеса села гнезда блюда стада ребра бедра ведра жерла русла
    весла перила горла копыта корыта болота пособия орудия
    """)
  /// Feminine nouns in -ения and -ания.
  private static let feminines = RussianWordList(
    """
    компания кампания мания тирания дания германия британия великобритания румыния албания испания армения
    словения кения шизофрения неврастения авиакомпания телекомпания радиокомпания кинокомпания
    медиакомпания нефтекомпания наркомания токсикомания клептомания графомания игромания мегаломания
    океания тасмания мавритания иордания аквитания
    """)
}
