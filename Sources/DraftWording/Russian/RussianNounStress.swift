/// Where the stress decides the spelling: «врачом» but «товарищем», «истцом» but «владельцем».
enum RussianNounStress {
  /// Whether a masculine noun whose stem ends in ж ш ч щ or ц stresses its endings; `lemma` in small
  /// letters without ё.
  static func stressesEnding(_ lemma: String) -> Bool {
    if lemma.endsIn("ец") {
      return syllables(lemma) <= 2
        ? !unstressedEc.contains(lemma) : stressedEc.containsEnd(of: lemma)
    }
    switch lemma.lastLetter {
    case "ц": return stressedC.contains(lemma)
    case "ж":
      return syllables(lemma) == 1
        ? !unstressedHissing.contains(lemma)
        : !unstressedHissing.contains(lemma) && stressedHissing.containsEnd(of: lemma)
    case "ш": return stressedHissing.containsEnd(of: lemma)
    case "щ":
      return syllables(lemma) == 1 || stressedHissing.containsEnd(of: lemma)
    case "ч":
      if unstressedHissing.contains(lemma) || lemma.endsIn("вич") && lemma != "москвич" {
        return false
      }
      return syllables(lemma) == 1 || lemma.endsIn("ач") || lemma.endsIn("ич")
        || stressedHissing.containsEnd(of: lemma)
    default: return false
    }
  }

  /// The number of vowels.
  static func syllables(_ word: String) -> Int {
    word.unicodeScalars.reduce(0) { "аеёиоуыэюяәіөұү".has($1) ? $0 + 1 : $0 }
  }

  private static let unstressedEc = RussianWordList(
    "палец перец танец ранец немец глянец сланец старец агнец братец горец")
  private static let stressedEc = RussianWordList(
    """
    продавец образец леденец близнец холодец бубенец удалец молодец сорванец голубец жеребец
    стервец изразец солонец перекупец соистец мертвец плавунец огурец оголец погребец сырец
    голец торжец студенец живорубец кузнец певец дворец отец купец
    """)
  private static let stressedC = RussianWordList("кузнец")
  private static let unstressedHissing = RussianWordList(
    """
    демонтаж плач клич матч скотч кетч смерч френч путч скетч коуч стаж страж пляж беж бридж лаж раж саж овощ обруч поручич
    """)
  private static let stressedHissing = RussianWordList(
    """
    монтаж тираж багаж этаж вираж метраж километраж литраж гараж шантаж стеллаж фураж кураж
    листаж типаж мираж чертеж платеж рубеж мятеж грабеж падеж кутеж галдеж дележ монтеж
    неплатеж перерасчеж уж нож еж морж чиж стриж корж
    карандаш шалаш камыш малыш барыш латыш гуляш крепыш голыш коротыш палаш ковш чуваш
    борщ плащ клещ лещ хрящ хвощ прыщ
    ключ луч мяч меч грач врач ткач силач сургуч грош москвич калач толкач паралич кирпич кумач
    """)
}
