/// The stem of a masculine noun in a consonant: vowels that fall out between the last consonants.
enum RussianNounStem {
  /// The stem of all cases but the nominative: «истец» → «истц», «участок» → «участк».
  ///
  /// Nil when no vowel falls out. `word` keeps its ё, `lemma` is without ё.
  static func fleeting(_ word: String, lemma: String) -> String? {
    if lemma.endsIn("ец") { return dropEc(word, lemma) }
    if lemma.endsIn("ок"), RussianNounStress.syllables(lemma) > 1, !keptOk.contains(lemma) {
      return word.withoutLast(2) + "к"
    }
    if lemma.endsIn("ек"), RussianNounStress.syllables(lemma) > 1 { return dropEk(word, lemma) }
    if lemma.endsIn("ень"), !keptEn.containsEnd(of: lemma) {
      return word.withoutLast(3) + "н"
    }
    return nil
  }

  private static func dropEc(_ word: String, _ lemma: String) -> String? {
    guard RussianNounStress.syllables(lemma) > 1, let before = lemma.withoutLast(2).lastLetter,
      !keptEc.contains(lemma)
    else { return nil }
    let stem = word.withoutLast(2)
    if RussianNounPlural.isVowel(before) { return stem + "йц" }
    return stem + (before == "л" ? "ьц" : "ц")
  }

  private static func dropEk(_ word: String, _ lemma: String) -> String? {
    guard let before = lemma.withoutLast(2).lastLetter, !keptEk.containsEnd(of: lemma) else {
      return nil
    }
    let stem = word.withoutLast(2)
    if "жшчщ".has(before) { return stem + "к" }
    guard word.endsIn("ёк") else { return nil }
    return "аеиоуыэюя".has(before) ? stem + "йк" : stem + "ьк"
  }

  private static let keptOk = RussianWordList(
    """
    урок порок зарок оброк пророк игрок поток исток приток отток водосток восток водоток ледоток
    электроток биоток противоток грузопоток пассажиропоток документопоток товаропоток
    знаток едок ездок седок ходок моноблок шлакоблок энергоблок пеноблок газоблок стеклоблок
    артишок инок барок отрок морок переток электрошок
    северо-восток юго-восток водопоток наскок отскок
    сток волок обморок чеснок
    """)
  /// After two consonants the vowel often stays.
  private static let keptEc = RussianWordList(
    """
    мудрец подлец близнец кузнец мертвец беглец льстец храбрец хитрец гордец чернец наглец стервец
    игрец
    """)
  private static let keptEk = RussianWordList(
    """
    человек авиачек век узбек чебурек имярек дек трек тек упрек намек затек подтек потек отек рек сек
    казбек хачек кек
    """)
  private static let keptEn = RussianWordList(
    "олень тюлень ячмень женьшень бюллетень кистень слепень таймень пельмень ясень")
}
