/// Which row a word asks of its endings: the rules of harmony, from the end of the word.
enum KazakhHarmony {
  /// A row, and whether usage has settled on it.
  struct Verdict: Sendable, Hashable {
    var row: KazakhRow
    var settled: Bool

    init(_ row: KazakhRow, settled: Bool = true) {
      self.row = row
      self.settled = settled
    }
  }

  /// The row of a word in small letters; nil when no letter decides.
  ///
  /// `isName` says that the word begins with a capital: only then are -ов and -ев the endings of
  /// surnames, whose row is that of the stem.
  static func verdict(_ word: ArraySlice<Unicode.Scalar>, isName: Bool) -> Verdict? {
    guard let last = word.last else { return nil }
    if let listed = KazakhExceptions.row(word, isName: isName) { return Verdict(listed) }
    if last == "ь" || last == "ъ" { return softened(word) }
    if isName, let surname = surname(word) { return surname }
    if last == "қ" || last == "ғ" { return Verdict(.back) }
    if let cluster = cluster(word, isName: isName) { return cluster }
    if last == "х", ends(word, "их") || ends(word, "ех") || ends(word, "ейх") {
      // Orthography §94: цехқа, штрихтың. A stem with a front vowel of its own keeps it.
      return Verdict(word.contains("ә") || word.contains("ө") ? .front : .back)
    }
    guard let row = byVowel(word) else { return nil }
    // -ог wavers: dictionaries have педагогке, texts диалогта.
    return Verdict(row, settled: !(ends(word, "ог") || ends(word, "кс") && row == .back))
  }

  /// -ль, -рь and the rest of the soft endings are front; -нь goes by the vowel before it.
  private static func softened(_ word: ArraySlice<Unicode.Scalar>) -> Verdict? {
    let stem = word.dropLast()
    if stem.last == "н" { return byVowel(stem).map { Verdict($0) } }
    return Verdict(.front)
  }

  /// Borrowed words in -рк -рг -нк -нг -ск -лк -нкт -кт and -уг are front: парк, банк, округ.
  private static func cluster(_ word: ArraySlice<Unicode.Scalar>, isName: Bool) -> Verdict? {
    guard word.count > 2, let last = word.last else { return nil }
    let before = word[word.endIndex - 2]
    // «Ұлттық Банк» is no foreign name, though it has a capital.
    let isForeign = isName && !(ends(word, "банк") || word.count == 4 && ends(word, "парк"))
    switch last {
    case "к":
      switch before {
      case "р", "н": return Verdict(.front, settled: !isForeign)
      case "с", "л": return Verdict(.front)
      default: return nil
      }
    case "г":
      switch before {
      case "р", "н": return Verdict(.front, settled: !isName)
      case "у": return Verdict(.front)
      default: return nil
      }
    case "т":
      guard before == "к" else { return nil }
      let vowel = word[word.endIndex - 3]
      return Verdict(.front, settled: vowel == "е" || vowel == "и" || vowel == "я")
    default:
      return nil
    }
  }

  /// -ов and -ев take the row of the stem, -иев and -ьев are front: Аймауытовтың, Әуезовтің.
  private static func surname(_ word: ArraySlice<Unicode.Scalar>) -> Verdict? {
    guard word.count > 3, word.last == "в" else { return nil }
    let stem = word.dropLast(2)
    switch word[word.endIndex - 2] {
    case "о":
      guard let row = byVowel(stem) else { return Verdict(.back, settled: false) }
      // Әуезовтің stands 93 times against 15 of Әуезовтың: a person should see it.
      return Verdict(row, settled: row == .back)
    case "е", "ё":
      if stem.last == "и" || stem.last == "ь" { return Verdict(.front) }
      return Verdict(byVowel(stem) ?? .front)
    default:
      return nil
    }
  }

  /// The row of the last letter that decides.
  static func byVowel(_ word: ArraySlice<Unicode.Scalar>) -> KazakhRow? {
    var at = word.endIndex - 1
    while at >= word.startIndex {
      let isLast = at == word.endIndex - 1
      let before: Unicode.Scalar? = at > word.startIndex ? word[at - 1] : nil
      switch word[at] {
      case "а", "о", "ұ", "ы", "я": return .back
      case "ә", "е", "і", "ө", "ү", "э", "ё": return .front
      case "и":
        // -аин is read -айын: Саинның, украинның. A verbal noun with қ or ғ is back: қиюға.
        if !isLast, before == "а", word[at + 1] == "н", at + 2 == word.endIndex { return .back }
        if word.last == "ю" || word.last == "у", hasBackConsonant(word) { return .back }
        return .front
      case "у":
        // After a vowel it is a glide, at the end it belongs to a verbal noun: look left.
        if isLast || isGlideAfter(before) { break }
        return .back
      case "ю":
        if isLast || isGlideAfter(before) { break }
        return .front
      default: break
      }
      at -= 1
    }
    if word.last == "у" || hasBackConsonant(word) { return .back }
    return word.last == "ю" ? .front : nil
  }

  private static func isGlideAfter(_ letter: Unicode.Scalar?) -> Bool {
    switch letter {
    case "а", "ә", "е", "о", "ө", "ұ", "ү", "ы", "і": true
    default: false
    }
  }

  private static func hasBackConsonant(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.contains("қ") || word.contains("ғ")
  }

  /// True when the word ends so.
  static func ends(_ word: ArraySlice<Unicode.Scalar>, _ ending: String) -> Bool {
    var index = word.endIndex
    for letter in ending.unicodeScalars.reversed() {
      index -= 1
      if index < word.startIndex || word[index] != letter { return false }
    }
    return true
  }
}
