/// The gender of nouns in -ь, which the ending leaves open.
enum RussianNounGender {
  /// The gender of a noun in -ь, in small letters without ё, that the lexicon does not list;
  /// `certain` is false when only the greater number of feminine nouns speaks.
  static func ofSoft(_ lemma: String) -> (gender: Gender, certain: Bool) {
    if lemma.endsIn("тель") {
      return feminineTel.containsEnd(of: lemma) ? (.feminine, true) : (.masculine, true)
    }
    if lemma.endsIn("ость") || lemma.endsIn("есть") || lemma.endsIn("знь") {
      return (.feminine, true)
    }
    switch lemma.withoutLast().lastLetter {
    case "ж", "ш", "ч", "щ": return (.feminine, true)
    default: break
    }
    if feminine.containsEnd(of: lemma) { return (.feminine, true) }
    if lemma.endsIn("арь") || lemma.endsIn("ень") { return (.masculine, true) }
    return (.feminine, false)
  }

  private static let feminineTel = RussianWordList(
    "обитель добродетель артель метель постель мантель пастель капитель канитель")
  private static let feminine = RussianWordList(
    """
    степень тень лень печень зелень плесень мишень осень сирень мигрень голень ступень сажень деревень хрень
    печать площадь запись подпись опись надпись перепись роспись пропись летопись живопись рукопись
    выпись связь кровь морковь любовь церковь бровь обувь ветвь очередь тетрадь лошадь прядь сельдь
    медь грудь цель модель мебель отрасль область власть часть честь страсть пасть снасть сласть
    жесть весть повесть совесть месть лесть шерсть смерть четверть память нефть роль соль боль моль
     пыль быль постель пристань дань брань грань ткань длань гортань казань рань сталь
    деталь медаль магистраль спираль мораль вертикаль горизонталь педаль печаль эмаль шаль даль
    акварель параллель вермишель дверь степь цепь крепь скорбь дробь прорубь рябь зыбь глубь резь
    смесь высь ось весь рысь спесь кисть горсть трость кость гость ладонь жизнь боязнь казнь болезнь
    тушь сеть медь плеть треть смерть ртуть нить прыть суть жуть муть лазурь дурь хворь
    ширь мать дочь ночь кровать рать стать гладь кладь гарь утварь тварь киноварь сажень ярь
    исповедь проповедь заповедь ведомость подать стоимость
    прибыль убыль прорубь поступь топь  вонь ненависть зависть новь
    """)
}
