#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Percentages with their words: «10 % (десять процентов)».
public enum RussianPercent {
  /// A percentage in a case: 0.5 → «0,5 % (ноль целых пять десятых процента)».
  ///
  /// A fraction governs the genitive singular («процента»), a whole number agrees («21 % (двадцать
  /// один процент)»). Without `words` the brackets are left out. Before % stands a no-break space.
  /// More than six digits after the comma or 15 before it are the error `bad-number`, a case that
  /// Russian lacks is `unknown-case`.
  public static func format(
    _ value: Decimal, case grammatical: GrammaticalCase = .nominative, words: Bool = true
  ) throws(WordingError) -> String {
    let russian = try RussianNounCase(grammatical)
    let fraction = try RussianFraction(value)
    let digits = DigitGrouping.number(value) + DigitGrouping.noBreakSpace + "%"
    guard words else { return digits }
    let unit: String
    if fraction.places > 0 {
      unit = "процента"
    } else {
      unit = percent.form(RussianNumeral.Agreement(fraction.whole.magnitude), russian)
    }
    return "\(digits) (\(fraction.words(.masculine, russian)) \(unit))"
  }

  private static let percent = RussianCurrencyUnit(
    forms: [
      "процент", "процента", "проценту", "процент", "процентом", "проценте",
      "проценты", "процентов", "процентам", "проценты", "процентами", "процентах",
    ], gender: .masculine)
}
