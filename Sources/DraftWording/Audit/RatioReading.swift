/// A common fraction in words: «одна вторая», «две трети», «екіден бір».
struct RatioReading: Sendable, Hashable {
  let numerator: Int
  let denominator: Int
  let language: FigureAudit.Language

  /// Reads the fraction with which the words begin; nil when they are none.
  static func read(_ words: [String]) -> RatioReading? { russian(words) ?? kazakh(words) }

  private static func russian(_ words: [String]) -> RatioReading? {
    if let first = words.first, let denominator = noun(first) {
      return RatioReading(numerator: 1, denominator: denominator, language: .russian)
    }
    guard let number = RussianNumberReader.read(words), number.used < words.count else {
      return nil
    }
    let last = words[number.used]
    guard let denominator = noun(last) ?? ordinal(last) else { return nil }
    return RatioReading(
      numerator: number.whole, denominator: denominator, language: .russian)
  }

  /// «Половина», «треть», «четверть» in any case.
  private static func noun(_ word: String) -> Int? {
    if word.hasPrefix("половин") { return 2 }
    if ["треть", "трети", "третью", "третей", "третями"].contains(word) { return 3 }
    return word.hasPrefix("четверт")
      && (word.hasSuffix("ь") || word.hasSuffix("и") || word.hasSuffix("ью"))
      ? 4 : nil
  }

  private static func ordinal(_ word: String) -> Int? {
    guard RussianNumberWords.isOrdinal(word) else { return nil }
    return stems.first { word.hasPrefix($0.0) }?.1
  }

  private static let stems = [
    ("втор", 2), ("трет", 3), ("четверт", 4), ("пятнадцат", 15), ("пят", 5), ("шестнадцат", 16),
    ("шест", 6), ("седьм", 7), ("восьм", 8), ("девят", 9), ("десят", 10), ("двенадцат", 12),
    ("двадцат", 20), ("сот", 100), ("тысячн", 1000),
  ]

  /// «Екіден бір», «үштен екі»: the denominator stands first, in the ablative.
  private static func kazakh(_ words: [String]) -> RatioReading? {
    guard words.count > 1 else { return nil }
    for (word, denominator) in KazakhNumberReader.words where words[0].hasPrefix(word) {
      guard ["ден", "тен", "дан", "тан", "нан", "нен"].contains(words[0].dropFirst(word.count)),
        let number = KazakhNumberReader.read(Array(words.dropFirst())), !number.isBroken
      else { continue }
      return RatioReading(numerator: number.whole, denominator: denominator, language: .kazakh)
    }
    return nil
  }
}
