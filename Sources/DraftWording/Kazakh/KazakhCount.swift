#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

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

  /// A decimal number with its noun: «2,5 ай», «2,5 (екі бүтін оннан бес) айға».
  ///
  /// The rest is as for whole numbers. More than six digits after the comma or fifteen before it are
  /// the error `bad-number`.
  public static func count(
    _ value: Decimal, noun: String, case grammatical: GrammaticalCase = .nominative,
    words: Bool = false, style: KazakhNumeral.Style = .full, possessive: Bool? = nil
  ) throws(WordingError) -> Worded {
    let inflected = try KazakhEnding.inflect(noun, to: grammatical, possessive: possessive)
    let spoken = try KazakhPercent.words(value, style: style)
    let between = words ? " (\(spoken)) " : DigitGrouping.noBreakSpace
    return Worded(
      DigitGrouping.number(value) + between + inflected.text, doubts: inflected.doubts)
  }
}
