/// Persons named by nouns in -а and -я.
enum RussianNounPersons {
  /// Whether a noun in -а or -я (small letters, without ё) names a man or an office: «судья»,
  /// «глава».
  static func isMan(_ lemma: String) -> Bool { men.contains(lemma) }

  /// Whether a noun names a woman, so that its accusative plural equals the genitive.
  static func isWoman(_ lemma: String) -> Bool {
    women.contains(lemma) || womenEndings.contains { lemma.endsIn($0) }
  }

  /// Whether a noun whose stem ends in ж ш ч щ ц stresses its endings: «душой», but «встречей».
  static func stressesEnding(_ lemma: String) -> Bool { stressed.contains(lemma) }

  private static let men = RussianWordList(
    """
    судья глава коллега самоубийца детоубийца староста мужчина юноша папа дядя убийца воевода старшина дедушка тамада
    вельможа слуга юнга паша мулла воротила левша правша ханжа владыка
    """)
  private static let women = RussianWordList(
    """
    женщина девушка бабушка жена вдова сестра тетя мама дочка девочка внучка племянница невеста
    теща свекровь невестка сноха няня дама хозяйка гражданка актриса директриса балерина королева
    героиня княгиня монахиня медсестра заложница
    участница сотрудница работница владелица начальница наследница помощница пассажирка
    пенсионерка секретарша ученица выпускница спортсменка чемпионка подруга жертва особа персона соседка
    мачеха сирота истица супруга собственница беженка иностранка падчерица роженица певица
    баронесса принцесса стюардесса поэтесса акушерка сиделка доярка швея фея птица корова лошадь овца коза свинья собака кошка рыба пчела
    """)
  private static let womenEndings = [
    "тельница", "чица", "щица", "истка", "ентка", "антка", "янка",
  ]
  private static let stressed = RussianWordList(
    "душа межа вожжа паша левша лапша парша свеча алыча парча каланча ханжа овца пыльца")
}
