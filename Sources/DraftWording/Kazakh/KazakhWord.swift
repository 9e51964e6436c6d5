/// The last word of a phrase, in small letters; of a word with hyphens, its last part.
struct KazakhWord {
  /// The letters, small; й and ё in one piece, a Latin i as the Kazakh і that it stands for.
  private(set) var letters: [Unicode.Scalar] = []
  /// Where the word begins, with the parts before its last hyphen.
  private(set) var start: String.Index
  /// The word, or its last part, begins with a capital.
  private(set) var isCapitalised = false
  /// Every letter of the last part is a capital, and there are two or more.
  private(set) var isAllCapitals = false
  /// The last letter is a capital and so is another: ҚазҰУ, КеАҚ.
  private(set) var endsInCapital = false

  /// Reads backwards from `end`.
  init(in scalars: String.UnicodeScalarView, upTo end: String.Index) {
    var at = end
    var capitals = 0
    var mark: Unicode.Scalar?
    start = end
    letters.reserveCapacity(24)
    while at > scalars.startIndex {
      let before = scalars.index(before: at)
      let letter = scalars[before]
      if letter.value == 0x0306 || letter.value == 0x0308 {
        mark = letter
        at = before
        continue
      }
      guard KazakhLetter.isCyrillic(letter) || letter == "i" || letter == "I" else { break }
      var small = KazakhLetter.lower(letter)
      if small == "i" || small == "I" { small = "і" }
      if mark?.value == 0x0306, small == "и" { small = "й" }
      if mark?.value == 0x0308, small == "е" { small = "ё" }
      mark = nil
      let isCapital = KazakhLetter.isCapital(letter) || letter == "I"
      if isCapital { capitals += 1 }
      if letters.isEmpty { endsInCapital = isCapital }
      isCapitalised = isCapital
      letters.append(small)
      at = before
    }
    letters.reverse()
    isAllCapitals = capitals > 1 && capitals == letters.count
    endsInCapital = endsInCapital && (capitals > 1 || letters.count == 1)
    while at > scalars.startIndex, !KazakhLetter.isSpace(scalars[scalars.index(before: at)]) {
      at = scalars.index(before: at)
    }
    start = at
  }

  /// True for an abbreviation, false for a word set in capitals; `inCapitals` says whether the
  /// whole phrase is set so.
  func isAbbreviation(inCapitals: () -> Bool) -> Bool {
    guard endsInCapital else { return false }
    guard isAllCapitals else { return true }
    guard letters.count > 2, let vowel = letters.firstIndex(where: KazakhLetter.isVowel) else {
      return true
    }
    if inCapitals() { return false }
    switch letters.count {
    case ...4: return !isLegalWord
    case 5...6:
      // A word has no three consonants at its beginning and no two vowels of one breath.
      return vowel > 1 || KazakhAbbreviation.long.contains(text) || hasHiatus
    default: return KazakhAbbreviation.long.contains(text)
    }
  }

  private var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  private var hasHiatus: Bool {
    zip(letters, letters.dropFirst()).contains { first, second in
      KazakhLetter.isVowel(first) && KazakhLetter.isVowel(second) && second != "у" && second != "ю"
        && second != "я" && first != "и"
    }
  }

  /// Short words that papers set in capitals.
  private var isLegalWord: Bool {
    switch text {
    case "акт", "акті", "арыз", "бап", "заң", "сот", "хат", "шарт", "шот", "құн", "баға", "дана",
      "жыл", "күн", "ай", "ел", "қала", "үкім", "мөр", "қол":
      true
    default: false
    }
  }
}
