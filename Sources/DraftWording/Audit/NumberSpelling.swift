/// Tells a misspelt number word from other words.
enum NumberSpelling {
  /// True for a word long enough to be told for misspelt.
  static func isLong(_ word: String) -> Bool { word.count > 5 }

  /// The language of the number word that a word is one letter away from, two in long words; nil
  /// for a right number word, an ordinal and every other word.
  static func language(misspelt word: String) -> FigureAudit.Language? {
    guard isLong(word), RussianNumberWords.word(word) == nil, !RussianNumberWords.isOrdinal(word),
      KazakhNumberReader.words[word] == nil, !KazakhNumberReader.isOrdinal(word)
    else { return nil }
    let letters = Array(word.unicodeScalars)
    let allowed = letters.count > 8 ? 2 : 1
    for form in RussianNumberWords.all where isNear(letters, form, allowed) { return .russian }
    for form in KazakhNumberReader.words.keys where isNear(letters, form, allowed) {
      return .kazakh
    }
    return nil
  }

  private static func isNear(_ word: [Unicode.Scalar], _ form: String, _ allowed: Int) -> Bool {
    let other = Array(form.unicodeScalars)
    guard other.count > 5, other[0] == word[0], abs(other.count - word.count) <= allowed else {
      return false
    }
    return distance(word, other) <= allowed
  }

  /// Letters added, left out or changed between two words.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let best = min(row[j] + 1, row[j + 1] + 1, corner + (letter == other ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = best
      }
    }
    return row[b.count]
  }
}
