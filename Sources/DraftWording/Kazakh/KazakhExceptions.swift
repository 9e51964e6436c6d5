/// Words whose row is not what their letters say.
enum KazakhExceptions {
  /// The row of a listed word or of a compound that ends in one; nil for every other word.
  static func row(_ word: ArraySlice<Unicode.Scalar>, isName: Bool) -> KazakhRow? {
    // Compounds with су «water» are back where the rule for verbal nouns looks left: Жетісу.
    if word.last == "у" {
      guard KazakhHarmony.ends(word, "су") || KazakhHarmony.ends(word, "ку") else { return nil }
      if isName, KazakhHarmony.ends(word, "баку") { return .front }
      if KazakhHarmony.ends(word, "жетісу") { return .back }
      if isName, word.count > 3, !KazakhLetter.isVowel(word[word.endIndex - 3]) { return .back }
      return nil
    }
    if word.last == "ь" {
      return KazakhHarmony.ends(word, "юань") ? .front : nil
    }
    switch word.count {
    case 1...3: return short(word)
    default: return long(word, isName: isName)
    }
  }

  private static func short(_ word: ArraySlice<Unicode.Scalar>) -> KazakhRow? {
    switch word.last {
    case "и":
      return KazakhHarmony.ends(word, "ми") || KazakhHarmony.ends(word, "қи") ? .back : nil
    case "ю": return KazakhHarmony.ends(word, "жию") ? .back : nil
    default: return nil
    }
  }

  private static func long(_ word: ArraySlice<Unicode.Scalar>, isName: Bool) -> KazakhRow? {
    switch word.last {
    case "х": return KazakhHarmony.ends(word, "тарих") ? .back : nil
    case "т": return KazakhHarmony.ends(word, "мұхит") ? .back : nil
    default: return nil
    }
  }
}
