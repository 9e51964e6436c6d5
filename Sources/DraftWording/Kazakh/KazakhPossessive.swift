/// The 3rd-person possessive: telling it, adding it, taking it off.
enum KazakhPossessive {
  /// True when a word ends as a possessive must: in ы or і.
  static func canBe(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.last == "ы" || word.last == "і"
  }

  /// True when the last word of a phrase is surely possessive.
  ///
  /// Alone: a derived noun in -лығы/-лігі (министрлігі). In a phrase of two words or more also
  /// -сы/-сі after a vowel, -лары/-лері, -ғы/-гі after a vowel unless it is -дағы/-дегі, and the
  /// heads of the list.
  static func isCertain(_ word: ArraySlice<Unicode.Scalar>, inPhrase: Bool) -> Bool {
    guard canBe(word), word.count > 2 else { return false }
    let end = word.endIndex
    let vowel = word[end - 3]
    let before: Unicode.Scalar = word.count > 3 ? word[end - 4] : " "
    switch word[end - 2] {
    case "г", "ғ":
      switch (vowel, before) {
      case ("ы", "л"), ("ы", "д"), ("ы", "т"), ("і", "л"), ("і", "д"), ("і", "т"): return true
      case ("а", "д"), ("а", "т"), ("е", "д"), ("е", "т"): return false
      default:
        if inPhrase, KazakhLetter.closing(vowel) == .vowel { return true }
      }
    case "с" where inPhrase && word.count > 3:
      if KazakhLetter.closing(vowel) == .vowel { return true }
    case "р" where inPhrase && word.count > 6 && (vowel == "а" || vowel == "е"):
      if before == "л" || before == "д" || before == "т" { return true }
    default: break
    }
    guard inPhrase else { return false }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return KazakhExceptions.possessiveHeads.contains(String(text))
  }

  /// True when the last word of a phrase is more likely possessive than not, by its ending alone:
  /// «жер телімі», «тұрақсыздық айыбы», «төлем құжаты».
  ///
  /// -шы/-ші, -қы/-кі, -ғы/-гі and the adjectives in -лы, -ды, -ты are not; т, д and л count after a
  /// vowel and т in a cluster of a borrowed word.
  static func isLikely(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard canBe(word), word.count > 3, !plain.contains(text(of: word)) else { return false }
    let last = word[word.endIndex - 2]
    let before = word[word.endIndex - 3]
    switch last {
    case "ш", "қ", "к", "ғ", "г": return false
    case "т":
      return KazakhLetter.isVowel(before) || before == "н" || before == "р" || before == "с"
        || before == "к"
    case "д", "л": return KazakhLetter.isVowel(before) && before != "у" && before != "и"
    default: return KazakhLetter.closing(last) != .vowel
    }
  }

  private static func text(of word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text)
  }

  /// Words in -ы and -і that have no possessive.
  private static let plain: Set<String> = [
    "алматы", "жоғары", "тәңірі", "кірпі", "жарты", "жеті", "тары", "сары", "бөрі", "кәрі", "тірі",
  ]

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
