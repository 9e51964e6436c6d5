/// A phrase taken apart from its end: what the ending is joined to, and where.
struct KazakhPhrase {
  private let text: String
  private let scalars: String.UnicodeScalarView
  /// Where the ending goes, before any letter falls out.
  private let end: String.Index

  /// What kind of phrase it is.
  enum Manner: Sendable {
    /// Words of the language.
    case phrase
    /// The name of a person: no letter falls out, capitals are not an abbreviation, of the
    /// possessives only the patronymic is looked for.
    case person
    /// The inside of quotes: no letter falls out, capitals are not an abbreviation.
    case title
  }

  /// Finds the place of the ending: before spaces, marks and a closing bracket at the end.
  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars
    var end = scalars.endIndex
    while end > scalars.startIndex {
      let before = scalars.index(before: end)
      let letter = scalars[before]
      if KazakhLetter.isSpace(letter) || Self.isMark(letter) {
        end = before
      } else if letter == ")" || letter == "]",
        let open = Self.opening(of: letter, before: before, in: scalars)
      {
        end = open
      } else {
        break
      }
    }
    self.end = end
  }

  private static func isMark(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case ",", ";", ":", "!", "?", "…": true
    default: false
    }
  }

  /// The bracket that opens what ends at `close`, unless it is the first thing in the phrase.
  private static func opening(
    of bracket: Unicode.Scalar, before close: String.Index, in scalars: String.UnicodeScalarView
  ) -> String.Index? {
    let open: Unicode.Scalar = bracket == ")" ? "(" : "["
    var depth = 1
    var at = close
    while at > scalars.startIndex {
      at = scalars.index(before: at)
      if scalars[at] == bracket { depth += 1 }
      if scalars[at] == open { depth -= 1 }
      if depth == 0 { return at > scalars.startIndex ? at : nil }
    }
    return nil
  }

  /// The phrase with the ending.
  func inflected(
    to wanted: GrammaticalCase, possessive: Bool?, plural: Bool, manner: Manner
  ) -> Worded {
    guard end > scalars.startIndex else { return Worded(text) }
    let last = scalars[scalars.index(before: end)]
    if KazakhLetter.isDigit(last) { return figure(wanted, plural: plural) }
    if let stem = KazakhFigures.stem(sign: last) {
      return joined(stem, stem.ending(wanted, plural: plural), hyphen: true)
    }
    if Self.isClosingQuote(last) {
      return quoted(wanted, possessive: possessive, plural: plural)
    }
    if KazakhLetter.isLatin(last), !wordIsMixed { return unchanged(.notCyrillic) }
    guard Self.isLetter(last) else { return unchanged(.unknownEnding) }
    let word = KazakhWord(in: scalars, upTo: end)
    if word.letters.isEmpty { return unchanged(.unknownEnding) }
    if manner == .phrase, word.isAbbreviation(inCapitals: { self.isInCapitals(besides: word) }) {
      return abbreviation(word, wanted, possessive: possessive, plural: plural)
    }
    return plain(word, wanted, possessive: possessive, plural: plural, manner: manner)
  }

  /// A Cyrillic letter, the Latin i that stands for one, or a mark over a letter.
  private static func isLetter(_ letter: Unicode.Scalar) -> Bool {
    KazakhLetter.isCyrillic(letter) || letter == "i" || letter == "\u{306}" || letter == "\u{308}"
  }

  // MARK: Words

  private func plain(
    _ word: KazakhWord, _ wanted: GrammaticalCase, possessive: Bool?, plural: Bool, manner: Manner
  ) -> Worded {
    let letters = word.letters[...]
    let verdict =
      possessive.map { KazakhPossessive.Verdict(isPossessive: $0, settled: true) }
      ?? verdict(word, manner: manner)
    if verdict.isPossessive, KazakhPossessive.canBe(letters) {
      return owned(
        word, wanted, plural: plural, doubt: verdict.settled ? nil : .possessiveEnding)
    }
    if !word.isCapitalised, word.letters.count < 5 {
      var short = String.UnicodeScalarView()
      short.append(contentsOf: letters)
      if let stem = KazakhFigures.stem(measure: String(short)) {
        return joined(stem, stem.ending(wanted, plural: plural), hyphen: true)
      }
    }
    guard
      let stem = KazakhStem(
        word: letters, isName: word.isCapitalised, keepsLetters: manner != .phrase)
    else { return unchanged(.unknownEnding) }
    return joined(
      stem, stem.ending(wanted, plural: plural), hyphen: false, capitals: word.isAllCapitals,
      doubt: verdict.settled ? nil : .possessiveEnding)
  }

  /// Whether the word is a possessive, by the rules; of the names of people only patronymics are.
  private func verdict(_ word: KazakhWord, manner: Manner) -> KazakhPossessive.Verdict {
    let letters = word.letters[...]
    if manner == .person || word.isCapitalised, KazakhName.isPatronymic(letters) {
      return KazakhPossessive.Verdict(isPossessive: true, settled: true)
    }
    guard manner != .person else {
      return KazakhPossessive.Verdict(isPossessive: false, settled: true)
    }
    return KazakhPossessive.verdict(
      letters, inPhrase: word.start > scalars.startIndex, isCapitalised: word.isCapitalised)
  }

  /// A word in the possessive; its plural is that of the stem: қаласы → қалалары.
  private func owned(
    _ word: KazakhWord, _ wanted: GrammaticalCase, plural: Bool, doubt: Doubt.Reason? = nil
  ) -> Worded {
    let row: KazakhRow = word.letters.last == "ы" ? .back : .front
    if plural {
      let stem = KazakhPossessive.removed(from: word.letters[...])
      guard let stemmed = KazakhStem(word: stem[...], isName: word.isCapitalised) else {
        return unchanged(.unknownEnding)
      }
      let many = stemmed.ending(.nominative, plural: true)
      let rowed: KazakhRow = many.unicodeScalars.contains("а") ? .back : .front
      let ending =
        many + (rowed == .back ? "ы" : "і") + KazakhSuffix.possessive(wanted, row: rowed)
      // What falls out of қаласы is сы; what changes is the к of министрлік.
      var head = String(text[..<scalars.index(end, offsetBy: -word.letters.count)])
      for (place, letter) in stem.enumerated() {
        let isCapital = word.isAllCapitals || word.isCapitalised && place == 0
        head.unicodeScalars.append(isCapital ? KazakhLetter.upper(letter) : letter)
      }
      return finished(head, ending, capitals: word.isAllCapitals, doubt: doubt)
    }
    return finished(
      String(text[..<end]), KazakhSuffix.possessive(wanted, row: row),
      capitals: word.isAllCapitals, doubt: doubt)
  }

  private func abbreviation(
    _ word: KazakhWord, _ wanted: GrammaticalCase, possessive: Bool?, plural: Bool
  ) -> Worded {
    let letters = word.letters[...]
    guard let stem = KazakhAbbreviation.stem(letters) else { return unchanged(.unknownEnding) }
    if possessive == true, !plural {
      let row = KazakhAbbreviation.possessiveRow(letters)
      return finished(
        String(text[..<end]), "-" + KazakhSuffix.possessive(wanted, row: row ?? stem.row),
        capitals: false, doubt: row == nil ? .vowelHarmony : nil)
    }
    return joined(stem, stem.ending(wanted, plural: plural), hyphen: true)
  }

  /// True when the phrase is set in capitals: some other word of four capitals or more has a vowel.
  private func isInCapitals(besides word: KazakhWord) -> Bool {
    var count = 0
    var hasVowel = false
    var at = scalars.startIndex
    while at < word.start {
      let letter = scalars[at]
      if KazakhLetter.isCyrillic(letter) {
        if !KazakhLetter.isCapital(letter) { return false }
        count += 1
        hasVowel = hasVowel || KazakhLetter.isVowel(KazakhLetter.lower(letter))
      } else if letter == "«" || letter == "\"" || letter == "“" {
        return false
      } else if !(count > 3 && hasVowel) {
        count = 0
        hasVowel = false
      }
      at = scalars.index(after: at)
    }
    return count > 3 && hasVowel
  }

  private var wordIsMixed: Bool {
    var at = end
    while at > scalars.startIndex {
      at = scalars.index(before: at)
      if KazakhLetter.isSpace(scalars[at]) { return false }
      if KazakhLetter.isCyrillic(scalars[at]) { return true }
    }
    return false
  }

  // MARK: Figures and quotes

  private func figure(_ wanted: GrammaticalCase, plural: Bool) -> Worded {
    var zeros = 0
    var digit: Int?
    var at = end
    var run = 0
    while at > scalars.startIndex, digit == nil {
      let before = scalars.index(before: at)
      let letter = scalars[before]
      if KazakhLetter.isDigit(letter) {
        run += 1
        if letter == "0" { zeros += 1 } else { digit = Int(letter.value) - 0x30 }
      } else if KazakhLetter.isSpace(letter), run == 3, before > scalars.startIndex,
        KazakhLetter.isDigit(scalars[scalars.index(before: before)])
      {
        run = 0
      } else {
        break
      }
      at = before
    }
    let stem = KazakhFigures.stem(zeros: zeros, digit: digit)
    return joined(stem, stem.ending(wanted, plural: plural), hyphen: true)
  }

  private static func isClosingQuote(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "»", "”", "“", "\"", "’", "‘": true
    default: false
    }
  }

  /// The ending after a closing quote, by the last word inside.
  private func quoted(_ wanted: GrammaticalCase, possessive: Bool?, plural: Bool) -> Worded {
    var inner = end
    while inner > scalars.startIndex {
      let before = scalars.index(before: inner)
      guard Self.isClosingQuote(scalars[before]) || KazakhLetter.isSpace(scalars[before]) else {
        break
      }
      inner = before
    }
    let bare = KazakhPhrase(String(text[..<inner]))
    let content = KazakhPhrase(String(bare.text[..<bare.end]))
    let word = KazakhWord(in: content.scalars, upTo: content.end)
    let isRead = word.letters.count > 2 && word.letters.contains { KazakhLetter.isVowel($0) }
    let inside = content.inflected(
      to: wanted, possessive: possessive, plural: plural, manner: isRead ? .title : .phrase)
    let doubt = inside.doubts.first?.reason
    if let doubt, doubt == .notCyrillic || doubt == .unknownEnding { return unchanged(doubt) }
    var ending = String(inside.text.dropFirst(content.text.count))
    if ending.first == "-" { ending.removeFirst() }
    if word.isAllCapitals { ending = ending.lowercased() }
    return finished(
      String(text[..<end]), "-" + ending, capitals: false, doubt: doubt)
  }

  // MARK: Joining

  private func joined(
    _ stem: KazakhStem, _ ending: String, hyphen: Bool, capitals: Bool = false,
    doubt: Doubt.Reason? = nil
  ) -> Worded {
    var cut = end
    if !hyphen {
      let dropsT = stem.dropsBeforeT && ending.unicodeScalars.first == "т"
      let dropped = stem.dropped + (dropsT ? 1 : 0)
      if dropped > 0 { cut = scalars.index(end, offsetBy: -dropped) }
    }
    return finished(
      String(text[..<cut]), hyphen ? "-" + ending : ending, capitals: capitals,
      doubt: stem.settled ? doubt : .vowelHarmony)
  }

  private func finished(
    _ head: String, _ ending: String, capitals: Bool, doubt: Doubt.Reason?
  ) -> Worded {
    var result = head
    result += capitals ? KazakhLetter.upper(ending) : ending
    let form = doubt == nil ? "" : lastWord(of: result)
    if end < scalars.endIndex { result += text[end...] }
    guard let doubt else { return Worded(result) }
    return Worded(
      result,
      doubts: [Doubt(word: lastWord(of: String(text[..<end])), form: form, reason: doubt)])
  }

  private func unchanged(_ reason: Doubt.Reason) -> Worded {
    let word = lastWord(of: String(text[..<end]))
    return Worded(text, doubts: [Doubt(word: word, form: word, reason: reason)])
  }

  private func lastWord(of text: String) -> String {
    guard let space = text.unicodeScalars.lastIndex(where: { KazakhLetter.isSpace($0) }) else {
      return text
    }
    return String(text.unicodeScalars[text.unicodeScalars.index(after: space)...])
  }
}
