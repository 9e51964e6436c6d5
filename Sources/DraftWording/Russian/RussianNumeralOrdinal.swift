/// Ordinal numbers: a cardinal with an ordinal last word.
extension RussianNumeral {
  /// Appends an ordinal number; no gender means the plural.
  static func appendOrdinal(
    _ n: Int, _ gender: Gender?, _ russian: RussianNounCase, animate: Bool,
    to result: inout String
  ) {
    if n < 0 { result += "минус " }
    let magnitude = n.magnitude
    var scale: UInt = 1
    var power = 0
    while magnitude > 0, magnitude / scale % 1000 == 0 {
      scale *= 1000
      power += 1
    }
    let group = Int(magnitude / scale % 1000)
    let last = power == 0 ? lastWord(of: group) : group
    let before = magnitude - UInt(last) * scale
    if before > 0 {
      // The cardinal before never exceeds what `Int` holds, but for the smallest `Int`.
      append(
        Int(clamping: before), .masculine, .nominative, animate: false, to: &result)
      result += " "
    }
    let nominative: String
    if power == 0 {
      nominative = simpleOrdinal(last)
    } else {
      nominative = joined(group) + (power == 1 ? "тысячный" : millionStem(power) + "ный")
    }
    let target = RussianAdjective.Target(gender: gender, animate: animate)
    result += RussianAdjective.decline(masculine: nominative, russian, target)
  }

  /// The part of 1…999 that is the last word: 121 → 1, 120 → 20, 111 → 11, 100 → 100.
  private static func lastWord(of group: Int) -> Int {
    if group % 100 == 0 { return group }
    if (1...19).contains(group % 100) { return group % 100 }
    return group % 10 == 0 ? group % 100 : group % 10
  }

  /// The masculine nominative of a one-word ordinal.
  private static func simpleOrdinal(_ n: Int) -> String {
    switch n {
    case 0: return "нулевой"
    case 1: return "первый"
    case 2: return "второй"
    case 3: return "третий"
    case 4: return "четвёртый"
    case 6: return "шестой"
    case 7: return "седьмой"
    case 8: return "восьмой"
    case 5, 9...20, 30: return (n < 20 ? units[n * 6] : tens[n / 10 * 6]).dropLast() + "ый"
    case 40: return "сороковой"
    case 90: return "девяностый"
    case 50...80: return tens[n / 10 * 6 + 1].dropLast() + "ый"
    case 100: return "сотый"
    default: return hundreds[n / 100 * 6 + 1] + "ый"
    }
  }

  /// A number of thousands or millions as the first part of one word: «двадцатиодно», «ста» → «сто».
  private static func joined(_ group: Int) -> String {
    if group == 1 { return "" }
    var result = ""
    var rest = group
    if rest >= 100 {
      result += rest / 100 == 1 ? "сто" : hundreds[rest / 100 * 6 + 1]
      rest %= 100
    }
    if rest >= 20 {
      result += rest / 10 == 9 ? "девяносто" : tens[rest / 10 * 6 + 1]
      rest %= 10
    }
    switch rest {
    case 0: break
    case 1: result += "одно"
    default: result += units[rest * 6 + 1]
    }
    return result
  }
}
