/// What an ending needs to know of the thing that it is joined to.
struct KazakhStem: Sendable {
  /// The row of the endings.
  var row: KazakhRow
  /// Whether usage has settled on that row.
  var settled = true
  /// The class of the last sound.
  var closing: KazakhClosing
  /// The last letter of the stem, small.
  var last: Unicode.Scalar
  /// The stem ends in a heard ә: endings with а are back.
  var opensFront = false
  /// How many letters fall out at the end of the stem: съезд → съез-ден, металл → метал-дан.
  var dropped = 0
  /// One т falls out before an ending in т: турист → турис-тің.
  var dropsBeforeT = false
  /// A hyphen joins the ending.
  var hyphen = false

  /// A stem with its row and class; the rest is as for a plain word.
  init(_ row: KazakhRow, _ closing: KazakhClosing, last: Unicode.Scalar) {
    self.row = row
    self.closing = closing
    self.last = last
  }

  /// The stem of a word of the language, in small letters; nil when no rule knows its ending.
  ///
  /// `isName` says that it begins with a capital, `keepsLetters` that no letter may fall out (the
  /// name of a person).
  init?(word: ArraySlice<Unicode.Scalar>, isName: Bool, keepsLetters: Bool = false) {
    guard let end = word.last(where: { $0 != "ь" && $0 != "ъ" }),
      let closing = KazakhLetter.closing(end),
      let verdict = KazakhHarmony.verdict(word, isName: isName)
    else { return nil }
    self.init(verdict.row, closing, last: end)
    settled = verdict.settled
    opensFront = word.last == "ә"
    guard !keepsLetters, word.count > 2, word.last == end else { return }
    let before = word[word.endIndex - 2]
    if before == end, !KazakhLetter.isVowel(end) {
      dropped = 1
    } else if before == "с", end == "т" {
      dropsBeforeT = true
    } else if before == "з", end == "д" {
      dropped = 1
      self.closing = .voiced
    }
  }

  /// The ending for a case, after the plural suffix when that is wanted.
  func ending(_ wanted: GrammaticalCase, plural: Bool) -> String {
    if plural {
      let many = KazakhSuffix.plural(row: opensFront ? .back : row, closing: closing, last: last)
      let row: KazakhRow = many.unicodeScalars.contains("а") ? .back : .front
      return many + KazakhSuffix.plain(wanted, row: row, closing: .sonorant)
    }
    return KazakhSuffix.plain(wanted, row: row, closing: closing, afterOpenFront: opensFront)
  }
}
