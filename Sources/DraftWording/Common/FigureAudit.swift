/// Compares figures with the words in brackets after them, in Russian and in Kazakh.
///
/// Meant for the text of a finished document: «15 (десять) дней», «10 % (он пайыз)», «в 2 (двух)
/// экземплярах». Where the words cannot be told to be wrong, nothing is said.
public enum FigureAudit {
  /// The language of the words.
  public enum Language: String, Sendable, Hashable {
    /// Russian.
    case russian = "ru"
    /// Kazakh.
    case kazakh = "kk"
  }

  /// What is wrong.
  public enum Problem: String, Sendable, Hashable {
    /// Figure and words are different numbers.
    case value
    /// The Russian words do not agree with each other, with the noun after them or with
    /// «в течение» before them.
    case agreement = "case"
    /// The words are misspelt or do not make up one number.
    case unreadable
  }

  /// One disagreement.
  public struct Finding: Sendable, Hashable {
    /// Figure and bracket, in UTF-8 offsets of the text.
    public let range: Range<Int>
    /// The figure as it stands.
    public let figure: String
    /// The words as they stand in the brackets.
    public let words: String
    /// The language of the words.
    public let language: Language
    /// What is wrong.
    public let problem: Problem
    /// What is wrong, in an English sentence.
    public let message: String
  }

  /// All disagreements of a text, in its order.
  ///
  /// Read back are cardinal numbers in all Russian cases, in the three Kazakh styles, with decimal
  /// fractions. Ordinals, dates, clause numbers, lists and ranges are passed over, and so is a
  /// bracket that does not begin with a number word.
  public static func audit(_ text: String) -> [Finding] {
    var findings: [Finding] = []
    var scanner = FigureScanner(text)
    while let hit = scanner.next() {
      guard !isReference(hit), let verdict = judge(hit) else { continue }
      findings.append(
        Finding(
          range: hit.range, figure: hit.figure, words: hit.content, language: verdict.language,
          problem: verdict.problem, message: verdict.message))
    }
    return findings
  }

  private typealias Verdict = (language: Language, problem: Problem, message: String)

  /// A number that points at something does not count what follows: «приложение 3 (два листа)».
  private static func isReference(_ hit: FigureScanner.Hit) -> Bool {
    guard let word = hit.before.last else { return false }
    if word == "№" || word == "." { return true }
    for stem in [
      "приложени", "пункт", "подпункт", "стать", "глав", "раздел", "част", "абзац", "лот",
      "таблиц", "рисун", "форм", "кабинет", "офис", "квартир", "дом", "тармақ", "қосымша", "кесте",
    ] where word.hasPrefix(stem) {
      return true
    }
    return false
  }

  private static func judge(_ hit: FigureScanner.Hit) -> Verdict? {
    if let denominator = hit.denominator { return judge(hit, over: denominator) }
    let russian = RussianNumberReader.read(hit.words)
    let kazakh = KazakhNumberReader.read(hit.words)
    // «миллион» begins a number in both languages: the longer reading is the right one.
    if let kazakh, kazakh.used > (russian?.used ?? 0) {
      return judge(hit, kazakh, .kazakh)
    }
    if let russian { return judge(hit, russian, .russian) }
    guard let first = hit.words.first, let language = NumberSpelling.language(misspelt: first)
    else { return nil }
    return (language, .unreadable, "no number word: \(first)")
  }

  private static func judge(
    _ hit: FigureScanner.Hit, _ reading: NumberReading, _ language: Language
  ) -> Verdict? {
    if reading.isOrdinal { return nil }
    if reading.isBroken {
      return hit.isList
        ? nil : (language, .unreadable, "the words are no single number: \(hit.content)")
    }
    let rest = hit.words.dropFirst(reading.used)
    if let stray = stray(rest, language) {
      return (language, .unreadable, "no number word: \(stray)")
    }
    if !matches(hit, reading) {
      // «5 (один из способов)», «3 (бір тарап)» count something else.
      guard !hit.isList, isNumberAlone(rest) else { return nil }
      return (
        language, .value,
        "the figure is \(hit.figure), the words are \(said(reading))"
      )
    }
    guard language == .russian, !reading.hasFraction else { return nil }
    return disagreement(hit, reading, rest)
  }

  /// «1/2 (одна вторая)»; what stands in the bracket may be anything else.
  private static func judge(_ hit: FigureScanner.Hit, over denominator: Int) -> Verdict? {
    guard let numerator = hit.wholes.first, let words = RatioReading.read(hit.words),
      numerator * words.denominator != words.numerator * denominator
    else { return nil }
    return (
      words.language, .value,
      "the figure is \(hit.figure), the words are \(words.numerator)/\(words.denominator)"
    )
  }

  /// A misspelt number word between number words.
  private static func stray(_ rest: ArraySlice<String>, _ language: Language) -> String? {
    guard let first = rest.first, rest.count > 1 || NumberSpelling.isLong(first) else { return nil }
    return NumberSpelling.language(misspelt: first) == language ? first : nil
  }

  private static func matches(_ hit: FigureScanner.Hit, _ reading: NumberReading) -> Bool {
    for whole in hit.wholes {
      if whole == reading.whole, hit.millionths == reading.millionths { return true }
      // The hundredths of a sum come after the currency: «150 000,50 (сто пятьдесят тысяч)».
      if whole == reading.whole, !reading.hasFraction, !hit.isPercent { return true }
      if hit.scale > 1 {
        let product = whole.multipliedReportingOverflow(by: hit.scale)
        let scaled = product.partialValue + hit.millionths * (hit.scale / 1000) / 1000
        if !product.overflow, scaled == reading.whole { return true }
      }
    }
    return false
  }

  /// True when what follows the number in the bracket is a unit or nothing.
  private static func isNumberAlone(_ rest: ArraySlice<String>) -> Bool {
    guard let first = rest.first else { return true }
    if RussianCountedNouns.form(first) != nil { return true }
    switch first {
    case "тенге", "теңге", "тг", "евро", "еуро", "ақш", "сша", "пайыз", "күн", "жыл", "ай", "дана",
      "жұмыс", "күнтізбелік", "банктік", "календарных", "рабочих", "банковских":
      return true
    default: return first.hasPrefix("пайыз") || first.hasPrefix("теңге")
    }
  }

  private static func said(_ reading: NumberReading) -> String {
    guard reading.millionths > 0 else { return String(reading.whole) }
    var digits = String(1_000_000 + reading.millionths).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(reading.whole),\(digits)"
  }
}
