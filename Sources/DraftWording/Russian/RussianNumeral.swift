/// Russian numbers in words: «двадцать один», «двадцати одного», «двадцать первый», «21-й».
public enum RussianNumeral {
  /// A cardinal number in words: 1 001 → «одна тысяча один».
  ///
  /// Every word declines; the last group of three takes the gender of the counted noun; a single
  /// thousand is named («одна тысяча»), as documents have it. `animate` matters in the accusative
  /// only («одного», «двух»; but «двадцать два», where the compound does not change). Without
  /// `namesOne` a number that begins with one thousand is read «тысяча», as in speech. Any `Int` is
  /// answered, a negative one with «минус». A case that Russian lacks is the error `unknown-case`.
  public static func cardinal(
    _ n: Int, gender: Gender = .masculine, case grammatical: GrammaticalCase = .nominative,
    animate: Bool = false, namesOne: Bool = true
  ) throws(WordingError) -> String {
    var result = ""
    append(
      n, gender, try RussianNounCase(grammatical), animate: animate, namesOne: namesOne,
      to: &result)
    return result
  }

  /// An ordinal number in words: 21 → «двадцать первый», 5 000 → «пятитысячный».
  ///
  /// Only the last word is ordinal and declines as an adjective; what goes before is the cardinal
  /// in the nominative. `plural` overrides `gender` («двадцать первые»). `animate` matters in the
  /// accusative only. A case that Russian lacks is the error `unknown-case`.
  public static func ordinal(
    _ n: Int, gender: Gender = .masculine, plural: Bool = false,
    case grammatical: GrammaticalCase = .nominative, animate: Bool = false
  ) throws(WordingError) -> String {
    var result = ""
    let russian = try RussianNounCase(grammatical)
    appendOrdinal(n, plural ? nil : gender, russian, animate: animate, to: &result)
    return result
  }

  /// An ordinal number in digits: 1 → «1-й», «1-го», «1-му», «1-я», «1-е».
  ///
  /// After the hyphen stands the last letter of the word, or the last two when the last but one is
  /// a consonant. Dates and Roman numerals take no such ending. The parameters are those of
  /// ``ordinal(_:gender:plural:case:animate:)``.
  public static func digitOrdinal(
    _ n: Int, gender: Gender = .masculine, plural: Bool = false,
    case grammatical: GrammaticalCase = .nominative, animate: Bool = false
  ) throws(WordingError) -> String {
    let words = try ordinal(
      n, gender: gender, plural: plural, case: grammatical, animate: animate)
    return digits(n, ending: words)
  }

  /// A number in digits with the end of its ordinal in words.
  static func digits(_ n: Int, ending words: String) -> String {
    let ending = words.suffix(2)
    let two = ending.first.map { !"аеёиоуыэюяьй".contains($0) } ?? false
    return "\(n)-" + (two ? ending : ending.suffix(1))
  }

  /// Which form of a counted noun goes with a number.
  enum Agreement {
    case one, few, many

    init(_ n: UInt) {
      switch (n % 100, n % 10) {
      case (11...19, _): self = .many
      case (_, 1): self = .one
      case (_, 2...4): self = .few
      default: self = .many
      }
    }
  }

  /// Appends a cardinal number.
  static func append(
    _ n: Int, _ gender: Gender, _ russian: RussianNounCase, animate: Bool, namesOne: Bool = true,
    to result: inout String
  ) {
    if n < 0 { result += "минус " }
    let magnitude = n.magnitude
    if magnitude == 0 {
      result += zero(russian)
      return
    }
    var scale: UInt = 1
    var power = 0
    while magnitude / scale >= 1000 {
      scale *= 1000
      power += 1
    }
    var separate = false
    while true {
      let group = Int(magnitude / scale % 1000)
      if group > 0 {
        if separate { result += " " }
        separate = true
        if power == 0 {
          // Of a compound number only the «один» shows that a living being is counted.
          let simple = animate && (magnitude < 5 || group % 10 == 1)
          appendGroup(group, gender, russian, animate: simple, to: &result)
        } else {
          let feminine = power == 1
          if namesOne || !feminine || magnitude >= 2000 {
            appendGroup(
              group, feminine ? .feminine : .masculine, russian, animate: false, to: &result)
            result += " "
          }
          appendScale(power, Agreement(UInt(group)), russian, to: &result)
        }
      }
      if power == 0 { return }
      scale /= 1000
      power -= 1
    }
  }

  /// Appends 1…999.
  private static func appendGroup(
    _ n: Int, _ gender: Gender, _ russian: RussianNounCase, animate: Bool, to result: inout String
  ) {
    var rest = n
    if rest >= 100 {
      result += hundreds[rest / 100 * 6 + russian.rawValue]
      rest %= 100
      if rest == 0 { return }
      result += " "
    }
    if rest >= 20 {
      result += tens[rest / 10 * 6 + russian.rawValue]
      rest %= 10
      if rest == 0 { return }
      result += " "
    }
    switch rest {
    case 1: result += one(gender, russian.resolvedForOne(gender, animate: animate))
    case 2 where gender == .feminine && russian.resolved(animate: animate) == .nominative:
      result += "две"
    case 2...4: result += units[rest * 6 + russian.resolved(animate: animate).rawValue]
    default: result += units[rest * 6 + russian.rawValue]
    }
  }
}

extension RussianNounCase {
  /// «Одну» has a form of its own; «один» and «одно» have none in the accusative.
  fileprivate func resolvedForOne(_ gender: Gender, animate: Bool) -> RussianNounCase {
    gender == .feminine ? self : resolved(animate: animate && gender == .masculine)
  }
}
