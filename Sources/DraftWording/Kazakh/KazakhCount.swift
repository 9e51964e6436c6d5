/// Counted things in Kazakh.
public enum KazakhCount {
  /// A number with its noun: «5 күн», «5 (бес) күн».
  ///
  /// The noun, given in the nominative singular, stays singular after any number and takes the
  /// ending of the case: «5 (бес) күнге», «10 жұмыс күнінде». `words` adds the number in words in
  /// brackets. Whether the noun ends in the possessive is told by `possessive`, or found out as in
  /// ``KazakhEnding``. A no-break space holds the figure to what follows it when there are no
  /// words. The doubts are those of the noun; the prepositional is the error `unknown-case`.
  public static func count(
    _ n: Int, noun: String, case grammatical: GrammaticalCase = .nominative, words: Bool = false,
    style: KazakhNumeral.Style = .full, possessive: Bool? = nil
  ) throws(WordingError) -> Worded {
    let inflected = try KazakhEnding.inflect(noun, to: grammatical, possessive: possessive)
    var result = ""
    DigitGrouping.append(n, to: &result)
    if words {
      result += " ("
      KazakhNumeral.append(n, style: style, to: &result)
      result += ") "
    } else {
      result += DigitGrouping.noBreakSpace
    }
    return Worded(result + inflected.text, doubts: inflected.doubts)
  }
}
