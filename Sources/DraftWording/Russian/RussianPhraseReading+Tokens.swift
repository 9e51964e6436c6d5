extension RussianPhraseReading {
  /// The words of a phrase with what stands around them.
  static func tokens(of phrase: String) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(6)
    let scalars = phrase.unicodeScalars
    var at = scalars.startIndex
    while at < scalars.endIndex {
      let start = at
      while at < scalars.endIndex, !RussianPhraseLetter.isSpace(scalars[at]) {
        at = scalars.index(after: at)
      }
      let end = at
      while at < scalars.endIndex, RussianPhraseLetter.isSpace(scalars[at]) {
        at = scalars.index(after: at)
      }
      var first = start
      while first < end, !RussianPhraseLetter.isWordLetter(scalars[first]) {
        first = scalars.index(after: first)
      }
      var last = end
      while last > first {
        let before = scalars.index(before: last)
        if RussianPhraseLetter.isWordLetter(scalars[before]) || scalars[before] == "." { break }
        last = before
      }
      let core = String(phrase[first..<last])
      result.append(
        Token(
          lead: phrase[start..<first], core: core, trail: phrase[last..<end],
          space: phrase[end..<at], lower: RussianPhraseLetter.lowered(core)))
    }
    return result
  }
}
