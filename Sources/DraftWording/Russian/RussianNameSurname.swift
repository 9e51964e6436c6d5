/// How a surname declines: the table of the rules, the first row that fits.
enum RussianNameSurname {
  /// The declension of one part of a surname for a man (`feminine` false) or a woman.
  static func declension(_ word: RussianNameWord, feminine: Bool) -> RussianNameDeclension {
    let last = word.last()
    switch last {
    case RussianNameLetter.a: return endsInA(word, feminine: feminine)
    case RussianNameLetter.ya: return endsInYa(word, feminine: feminine)
    default: break
    }
    if RussianNameLetter.isVowel(last) { return .fixed }
    if last == RussianNameLetter.soft {
      return feminine ? .fixed : endsInSoft(word)
    }
    if last == RussianNameLetter.shortI { return feminine ? .fixed : endsInShortI(word) }
    guard RussianNameLetter.isConsonant(last) else { return .fixed(.unknownEnding) }
    if feminine { return .fixed }
    return endsInConsonant(word)
  }

  // MARK: Vowels

  private static func endsInA(_ word: RussianNameWord, feminine: Bool) -> RussianNameDeclension {
    if feminine, isPossessiveFeminine(word) {
      return .decline(.possessiveFeminine, drop: 1)
    }
    let before = word.last(2)
    if RussianNameSurnameList.indeclinable.contains(word) { return .fixed }
    if RussianNameLetter.isVowel(before) {
      // Гулиа, Моруа: -иа, -уа, -оа, -еа, -ыа never decline.
      return .fixed
    }
    let looksPossessive = feminine && word.syllables >= 3 && hasPossessiveFeminineEnding(word)
    let doubt: Doubt.Reason? = looksPossessive ? .nounOrAdjective : nil
    if RussianNameLetter.isHissing(before) {
      let stressed = isStressedHissingA(word)
      return .decline(stressed ? .nounVelarA : .nounHissingA, drop: 1, doubt: doubt)
    }
    if before == RussianNameLetter.ts {
      return .decline(isStressedHissingA(word) ? .nounA : .nounTsA, drop: 1, doubt: doubt)
    }
    return .decline(
      RussianNameLetter.isVelar(before) ? .nounVelarA : .nounA, drop: 1, doubt: doubt)
  }

  /// -а after ж ш ч щ ц under stress: a listed noun, or a Turkic name that ends in one.
  static func isStressedHissingA(_ word: RussianNameWord) -> Bool {
    RussianNameSurnameList.stressedHissingA.contains(word)
      || word.ends("кожа") || word.ends("қожа") || word.ends("ходжа") || word.ends("хужа")
      || word.ends("айша") || word.ends("аиша")
  }

  /// -ова -ева -ина -ына of three syllables or more, and Львова.
  static func isPossessiveFeminine(_ word: RussianNameWord) -> Bool {
    guard hasPossessiveFeminineEnding(word) else { return false }
    if word.syllables < 3 {
      return RussianNameSurnameList.shortPossessiveFeminine.contains(word)
    }
    return !RussianNameSurnameList.nounsInOvaAndIna.contains(word)
  }

  private static func hasPossessiveFeminineEnding(_ word: RussianNameWord) -> Bool {
    guard word.last() == RussianNameLetter.a, word.count > 4 else { return false }
    let vowel = word.last(3)
    switch word.last(2) {
    case RussianNameLetter.v: return vowel == RussianNameLetter.o || vowel == RussianNameLetter.e
    case RussianNameLetter.n: return vowel == RussianNameLetter.i || vowel == RussianNameLetter.y
    default: return false
    }
  }

  private static func endsInYa(_ word: RussianNameWord, feminine: Bool) -> RussianNameDeclension {
    if RussianNameSurnameList.indeclinable.contains(word) { return .fixed }
    let before = word.last(2)
    if feminine, word.count > 3, !RussianNameSurnameList.nounsInAya.contains(word) {
      if before == RussianNameLetter.a {
        let soft =
          RussianNameLetter.isHissing(word.last(3))
          && !RussianNameSurnameList.stressedFeminineAdjectives.contains(word)
        return .decline(soft ? .adjectiveFeminineHissing : .adjectiveFeminine, drop: 2)
      }
      if before == RussianNameLetter.ya { return .decline(.adjectiveFeminineSoft, drop: 2) }
    }
    if before == RussianNameLetter.i { return .decline(.nounIya, drop: 1) }
    return .decline(.nounYa, drop: 1)
  }

  // MARK: -ь and -й of men

  private static func endsInSoft(_ word: RussianNameWord) -> RussianNameDeclension {
    if let noun = fleetingNoun(word) {
      return .decline(.soft, drop: noun.drop, stem: noun.stem, doubt: .fleetingVowel)
    }
    // No я or ю after ж ш ч щ: Мышь, Мыша.
    return .decline(RussianNameLetter.isHissing(word.last(2)) ? .hissing : .soft, drop: 1)
  }

  private static func endsInShortI(_ word: RussianNameWord) -> RussianNameDeclension {
    let before = word.last(2)
    let stem = word.last(3)
    let long = word.syllables >= 2
    switch before {
    case RussianNameLetter.y where long:
      return .decline(.adjective, drop: 2)
    case RussianNameLetter.o
    where long && !RussianNameSurnameList.nounsInOy.contains(word):
      let soft = RussianNameLetter.isVelar(stem) || RussianNameLetter.isHissing(stem)
      return .decline(soft ? .adjectiveVelar : .adjective, drop: 2)
    case RussianNameLetter.i where long:
      return isAdjectiveInIy(word)
        ? .decline(RussianNameLetter.isVelar(stem) ? .adjectiveVelar : .adjectiveSoft, drop: 2)
        : .decline(.softI, drop: 1)
    case RussianNameLetter.e:
      if let noun = fleetingNoun(word) {
        return .decline(.soft, drop: noun.drop, stem: noun.stem, doubt: .fleetingVowel)
      }
      return .decline(.soft, drop: 1)
    default:
      return .decline(.soft, drop: 1)
    }
  }

  /// -ий after г к х ж ш ч щ н, but for the nouns (Топчий) and the first names (Георгий).
  static func isAdjectiveInIy(_ word: RussianNameWord) -> Bool {
    let stem = word.last(3)
    let fits =
      RussianNameLetter.isVelar(stem) || RussianNameLetter.isHissing(stem)
      || stem == RussianNameLetter.n
    return fits && word.syllables >= 2 && !RussianNameSurnameList.nounsInIy.contains(word)
      && !RussianNameMasculineList.names.contains(word)
  }

  // MARK: Consonants of men

  private static func endsInConsonant(_ word: RussianNameWord) -> RussianNameDeclension {
    switch word.last() {
    case RussianNameLetter.v where word.ends("ов") || word.ends("ев"):
      if isPossessive(word) { return .decline(.possessive) }
      return .decline(.hard, doubt: isForeignBothWays(word) ? .foreignName : nil)
    case RussianNameLetter.n where word.ends("ин") || word.ends("ын"):
      if isPossessive(word) { return .decline(.possessive) }
      return .decline(.hard, doubt: isForeignBothWays(word) ? .foreignName : nil)
    case RussianNameLetter.kh:
      if isIndeclinablePlural(word) { return .fixed }
      return .decline(.hard, doubt: isDoubtfulPlural(word) ? .indeclinableSurname : nil)
    case RussianNameLetter.ts where word.last(2) == RussianNameLetter.e:
      return endsInEts(word)
    case RussianNameLetter.ts:
      if let noun = fleetingNoun(word) {
        return .decline(.hissing, drop: noun.drop, stem: noun.stem, doubt: .fleetingVowel)
      }
      return .decline(.hissing)
    case RussianNameLetter.k:
      return .decline(.hard, doubt: mayDropVowelBeforeK(word) ? .fleetingVowel : nil)
    default: break
    }
    if RussianNameLetter.isHissing(word.last()) {
      return .decline(isStressedHissing(word) ? .hard : .hissing)
    }
    if let noun = fleetingNoun(word) {
      return .decline(.hard, drop: noun.drop, stem: noun.stem, doubt: .fleetingVowel)
    }
    return .decline(.hard)
  }

  /// -ов -ев -ин -ын of two syllables and more but for foreign names and bare first names; Львов.
  static func isPossessive(_ word: RussianNameWord) -> Bool {
    guard word.ends("ов") || word.ends("ев") || word.ends("ин") || word.ends("ын") else {
      return false
    }
    if word.syllables < 2 { return RussianNameSurnameList.shortPossessive.contains(word) }
    if RussianNameSurnameList.foreign.contains(word) { return false }
    if word.ends("ин") || word.ends("ын") {
      // Хуснутдин, Шарафуддин: Arabic names, not possessives.
      if word.ends("ддин") || word.ends("тдин") { return false }
      return !RussianNameFirstNames.isBareName(word)
    }
    return true
  }

  private static func isForeignBothWays(_ word: RussianNameWord) -> Bool {
    RussianNameSurnameList.foreignBothWays.contains(word)
  }

  /// Черных, Долгих: a plural genitive that stays; not Дитрих.
  static func isIndeclinablePlural(_ word: RussianNameWord) -> Bool {
    if word.ends("ых") { return true }
    guard word.ends("их"), word.syllables >= 2 else { return false }
    let stem = word.last(3)
    return RussianNameLetter.isVelar(stem) || RussianNameLetter.isHissing(stem)
      || stem == RussianNameLetter.n
  }

  /// -их after another letter than the rules name: neither Дитрих nor Долгих.
  private static func isDoubtfulPlural(_ word: RussianNameWord) -> Bool {
    guard word.ends("их"), word.syllables >= 2 else { return false }
    return word.last(3) != RussianNameLetter.l && word.last(3) != RussianNameLetter.m
      && word.last(3) != RussianNameLetter.r
  }

  /// -ец drops its е (Донца, Коломийца, Стрельца), but not in one syllable (Швеца) and not after
  /// two consonants (Кузнеца).
  private static func endsInEts(_ word: RussianNameWord) -> RussianNameDeclension {
    let stressed = isStressedHissing(word)
    let pattern: RussianNamePattern = stressed ? .hard : .hissing
    if word.syllables < 2 { return .decline(pattern) }
    if RussianNameSurnameList.firmEts.contains(word) {
      return .decline(pattern, doubt: .fleetingVowel)
    }
    let before = word.last(3)
    if RussianNameLetter.isVowel(before) {
      return .decline(pattern, drop: 2, stem: "йц", doubt: .fleetingVowel)
    }
    if RussianNameLetter.isConsonant(word.last(4)) {
      return .decline(pattern, doubt: stressed ? nil : .fleetingVowel)
    }
    return .decline(
      pattern, drop: 2, stem: before == RussianNameLetter.l ? "ьц" : "ц", doubt: .fleetingVowel)
  }

  /// The instrumental in -ом after ж ш ч щ ц: nouns with the stress on the ending.
  static func isStressedHissing(_ word: RussianNameWord) -> Bool {
    if RussianNameSurnameList.stressedShort.contains(word) { return true }
    if RussianNameSurnameList.stressedLong.contains(word) { return true }
    if RussianNameSurnameList.stressedEts.contains(word) { return true }
    return word.syllables >= 2 && word.ends("ач") && !word.hasKazakhLetter
  }

  /// -ок and -ек after a consonant in two syllables or more may lose their vowel; those of Turkic
  /// names never do.
  private static func mayDropVowelBeforeK(_ word: RussianNameWord) -> Bool {
    guard word.last(2) == RussianNameLetter.o || word.last(2) == RussianNameLetter.e else {
      return false
    }
    guard word.syllables >= 2, RussianNameLetter.isConsonant(word.last(3)) else { return false }
    if word.ends("бек") || word.ends("пек") || word.hasKazakhLetter { return false }
    if RussianNameSurnameList.firmEk.contains(word) { return false }
    return RussianNameFirstNames.bearer(of: word) == nil
  }

  private static func fleetingNoun(_ word: RussianNameWord) -> (drop: Int, stem: String)? {
    guard word.count <= 8, let key = word.key else { return nil }
    return fleetingNouns[key].map { ($0.drop, $0.stem) }
  }

  private struct Fleeting: Sendable {
    var drop: Int
    var stem: String
  }

  private static let fleetingNouns: [UInt128: Fleeting] = {
    var nouns: [UInt128: Fleeting] = [:]
    for noun in RussianNameSurnameList.fleeting {
      if let key = RussianNameWord(listed: noun.word).key {
        nouns[key] = Fleeting(drop: noun.drop, stem: noun.stem)
      }
    }
    return nouns
  }()
}
