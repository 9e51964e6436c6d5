/// How first names and patronymics decline.
enum RussianNameFirst {
  /// The declension of one part of a first name.
  static func declension(_ word: RussianNameWord, feminine: Bool) -> RussianNameDeclension {
    feminine ? ofWoman(word) : ofMan(word)
  }

  private static func ofMan(_ word: RussianNameWord) -> RussianNameDeclension {
    let last = word.last()
    switch last {
    case RussianNameLetter.a where word.last(2) == RussianNameLetter.u: return .fixed  // Джошуа
    case RussianNameLetter.a, RussianNameLetter.ya: return inA(word)
    case RussianNameLetter.shortI:
      let softI = word.last(2) == RussianNameLetter.i && word.syllables >= 2
      return .decline(softI ? .softI : .soft, drop: 1)
    case RussianNameLetter.soft: return .decline(.soft, drop: 1)
    default: break
    }
    if RussianNameLetter.isVowel(last) { return .fixed }
    guard RussianNameLetter.isConsonant(last) else { return .fixed(.unknownEnding) }
    if word.syllables <= 2 {
      if word.ends("лев"), word.count == 3 { return .decline(.hard, drop: 2, stem: "ьв") }
      if word.ends("павел"), word.count == 5 { return .decline(.hard, drop: 2, stem: "л") }
      if word.ends("петр"), word.count == 4 { return .decline(.hard, drop: 3, stem: "етр") }
    }
    if RussianNameLetter.isHissing(last) || last == RussianNameLetter.ts {
      return .decline(.hissing)
    }
    return .decline(.hard)
  }

  private static func ofWoman(_ word: RussianNameWord) -> RussianNameDeclension {
    let last = word.last()
    switch last {
    case RussianNameLetter.a, RussianNameLetter.ya: return inA(word)
    case RussianNameLetter.soft:
      return declinableInSoft.contains(word)
        ? .decline(.nounSoftFeminine, drop: 1) : .fixed
    default: break
    }
    if RussianNameLetter.isVowel(last) || RussianNameLetter.isConsonant(last) { return .fixed }
    return last == RussianNameLetter.shortI ? .fixed : .fixed(.unknownEnding)
  }

  /// -а and -я of either gender; -иа, -уа, -оа stay.
  private static func inA(_ word: RussianNameWord) -> RussianNameDeclension {
    let before = word.last(2)
    if word.last() == RussianNameLetter.ya {
      return .decline(before == RussianNameLetter.i ? .nounIya : .nounYa, drop: 1)
    }
    if before == RussianNameLetter.i || before == RussianNameLetter.o
      || before == RussianNameLetter.e
    {
      return .fixed
    }
    if RussianNameLetter.isHissing(before) {
      let stressed = RussianNameSurname.isStressedHissingA(word) || stressedInA.contains(word)
      return .decline(stressed ? .nounVelarA : .nounHissingA, drop: 1)
    }
    if before == RussianNameLetter.ts { return .decline(.nounTsA, drop: 1) }
    return .decline(RussianNameLetter.isVelar(before) ? .nounVelarA : .nounA, drop: 1)
  }

  /// Feminine names in -ь that decline as любовь; Turkic and most foreign ones do not.
  private static let declinableInSoft = RussianNameTable(
    "любовь рахиль юдифь эсфирь есфирь нинель агарь руфь суламифь ноэминь иезавель далиль адасфь")

  /// Names in -ша and -жа with the stress on the ending: Айшой.
  private static let stressedInA = RussianNameTable(
    "айша аиша әйша гайша ғайша хадиша қадиша кадиша хатиша катиша қатиша калиша раиша маржа")

  // MARK: Patronymics

  /// The declension of a patronymic, by its ending alone.
  static func patronymic(_ word: RussianNameWord) -> RussianNameDeclension {
    if word.ends("ич") || word.ends("ыч") {
      return .decline(stressedIch.contains(word) ? .hard : .hissing)
    }
    if word.ends("на") { return .decline(.nounA, drop: 1) }
    if RussianNameLetter.isVowel(word.last()) { return .fixed }
    // A bare father's name («Иванов Пётр Асан») stands as it is given.
    return .fixed(.unknownEnding)
  }

  private static let stressedIch = RussianNameTable("ильич кузьмич лукич фомич силыч хомич")

  /// What the ending of a patronymic says of its bearer; nil when it is no patronymic.
  static func patronymicGender(_ word: RussianNameWord) -> Gender? {
    switch word.last() {
    case RussianNameLetter.ch:
      if word.count >= 4, word.ends("ич") || word.ends("ыч") { return .masculine }
    case RussianNameLetter.a:
      if word.count >= 6, word.ends("овна") || word.ends("евна") || word.ends("ична") {
        return .feminine
      }
      if word.count >= 6, word.ends("инишна") || word.ends("ювна") { return .feminine }
    case RussianNameLetter.y:
      if word.count >= 5, word.ends("улы") || word.ends("ұлы") { return .masculine }
      if word.count >= 6, word.ends("оглы") || word.ends("оғлы") { return .masculine }
      if word.count >= 6,
        word.ends("кызы") || word.ends("қызы") || word.ends("гызы") || word.ends("ғызы")
      {
        return .feminine
      }
    case RussianNameLetter.i:
      if word.count >= 6, word.ends("кизи") { return .feminine }
    case RussianNameLetter.u:
      if word.count >= 7, word.ends("уулу") { return .masculine }
    default: break
    }
    return nil
  }

  /// What a word like «оглы» standing alone after a father's name says; nil when it is none.
  static func kinWordGender(_ word: RussianNameWord) -> Gender? {
    guard word.count <= 4 else { return nil }
    if kinMasculine.contains(word) { return .masculine }
    return kinFeminine.contains(word) ? .feminine : nil
  }

  private static let kinMasculine = RussianNameTable("оглы оғлы оглу улы ұлы уулу угли ұғлы")
  private static let kinFeminine = RussianNameTable("кызы қызы гызы ғызы кизи")
}
