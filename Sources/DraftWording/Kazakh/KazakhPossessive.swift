/// The 3rd-person possessive: telling it, adding it, taking it off.
enum KazakhPossessive {
  /// True when a word ends as a possessive must: in ы or і.
  static func canBe(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.last == "ы" || word.last == "і"
  }

  /// What a word is taken for, and whether that is settled.
  struct Verdict: Sendable, Hashable {
    var isPossessive: Bool
    var settled: Bool
  }

  /// What the last word of a phrase, in small letters, is taken for: a possessive (шарты, қаласы,
  /// келісімі) or a plain stem (қаржы, Алматы, тапсырыс беруші).
  ///
  /// The lists come first, then the endings that only possessives have. What is left is settled by
  /// the greater number, and a person should see it. A lone word with a capital may be a name,
  /// which is not declined as a possessive.
  static func verdict(
    _ word: ArraySlice<Unicode.Scalar>, inPhrase: Bool, isCapitalised: Bool
  ) -> Verdict {
    guard canBe(word), word.count > 2 else { return Verdict(isPossessive: false, settled: true) }
    let text = text(of: word)
    if isListedPlain(text) { return Verdict(isPossessive: false, settled: true) }
    if isListed(text) || isDerived(word) { return Verdict(isPossessive: true, settled: true) }
    let mayBeName = isCapitalised && !inPhrase
    if isShownByEnding(word, leastLetters: inPhrase ? 4 : 5) {
      return Verdict(isPossessive: true, settled: !mayBeName)
    }
    guard isOpen(word) else { return Verdict(isPossessive: false, settled: true) }
    return Verdict(isPossessive: !isCapitalised && !mayBeAdjective(word), settled: false)
  }

  /// -лығы/-лігі, -дығы/-дігі, -тығы/-тігі: министрлігі, мүмкіндігі.
  private static func isDerived(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    ["лығы", "лігі", "дығы", "дігі", "тығы", "тігі"].contains { KazakhHarmony.ends(word, $0) }
  }

  /// Endings that no plain stem has: -сы/-сі and -ғы/-гі after a vowel (but -дағы), -лары/-лері,
  /// -уы/-уі, -юы/-юі, -ымы/-імі, -ингі, -иалы, -ткіші/-тқышы and -ағышы/-егіші.
  private static func isShownByEnding(
    _ word: ArraySlice<Unicode.Scalar>, leastLetters: Int
  ) -> Bool {
    guard word.count > 3 else { return false }
    let end = word.endIndex
    let vowel = word[end - 3]
    let before = word[end - 4]
    let isLong = word.count >= leastLetters
    switch word[end - 2] {
    case "г", "ғ":
      if vowel == "н", before == "и" { return true }
      if before == "д" || before == "т", vowel == "а" || vowel == "е" { return false }
      return isLong && KazakhLetter.closing(vowel) == .vowel
    case "с": return isLong && KazakhLetter.closing(vowel) == .vowel
    case "у", "ю": return true
    case "м": return word.count > 4 && (vowel == "ы" || vowel == "і")
    case "л": return vowel == "а" && before == "и"
    case "р":
      return word.count > 5 && (vowel == "а" || vowel == "е")
        && (before == "л" || before == "д" || before == "т")
    case "ш":
      return ["ткіші", "тқышы", "ағышы", "егіші"].contains { KazakhHarmony.ends(word, $0) }
    default: return false
    }
  }

  /// True when the ending alone does not settle it: жер телімі, тұрақсыздық айыбы, ресми сайты.
  ///
  /// -шы/-ші, -қы/-кі, -ғы/-гі and the adjectives in -лы, -ды and -ты are plain.
  private static func isOpen(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count > 3 else { return false }
    let before = word[word.endIndex - 3]
    switch word[word.endIndex - 2] {
    case "ш", "қ", "к", "ғ", "г", "л": return false
    case "т":
      return KazakhLetter.closing(before) != .voiceless || before == "с" || before == "ф"
    case "д": return KazakhLetter.isVowel(before) && before != "у" && before != "и"
    case let last: return KazakhLetter.closing(last) != .vowel
    }
  }

  /// -сты/-сті ends adjectives (үлесті) far more often than possessives (тесті).
  private static func mayBeAdjective(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    KazakhHarmony.ends(word, "сты") || KazakhHarmony.ends(word, "сті")
  }

  private static func text(of word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text)
  }

  /// The word with -ы/-і or -сы/-сі: шешімі, бұйрығы, қаласы, оқуы.
  static func added(to word: ArraySlice<Unicode.Scalar>, row: KazakhRow) -> [Unicode.Scalar] {
    let vowel: Unicode.Scalar = row == .back ? "ы" : "і"
    guard let last = word.last else { return [] }
    switch last {
    case "к": return Array(word.dropLast()) + ["г", vowel]
    case "қ": return Array(word.dropLast()) + ["ғ", vowel]
    case "п": return Array(word.dropLast()) + ["б", vowel]
    default:
      return KazakhLetter.closing(last) == .vowel
        ? Array(word) + ["с", vowel] : Array(word) + [vowel]
    }
  }

  /// The stem of a possessive; -сы/-сі is taken off after -шы, -лы, а, е and я and is otherwise
  /// held to be a stem in с (облысы, жұмысы).
  static func removed(from word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var stem = Array(word.dropLast())
    guard let last = stem.last else { return Array(word) }
    switch last {
    case "с" where stem.count > 3:
      let vowel = stem[stem.count - 2]
      let before = stem[stem.count - 3]
      if vowel == "а" || vowel == "е" || vowel == "я" { stem.removeLast() }
      if vowel == "ы" || vowel == "і", before == "ш" { stem.removeLast() }
    case "г": stem[stem.count - 1] = "к"
    case "ғ": stem[stem.count - 1] = "қ"
    case "б": stem[stem.count - 1] = "п"
    default: break
    }
    return stem
  }
}
