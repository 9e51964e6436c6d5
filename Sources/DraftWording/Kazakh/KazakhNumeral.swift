/// Kazakh numbers in words.
public enum KazakhNumeral {
  /// Where `бір` is said before жүз and мың; before миллион and above it always is.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Everywhere: бір мың бір жүз. The default of sums: no word can be slipped in.
    case full
    /// Before мың, not before жүз: бір мың жүз. The commonest in texts.
    case mid
    /// Before neither: мың жүз. The style of speech.
    case short
  }

  /// A number in words: 150 000 → «бір жүз елу мың».
  ///
  /// Kazakh has no gender and no agreement; an ending goes on the last word (see
  /// ``KazakhEnding``). A negative number begins with `минус`.
  public static func cardinal(_ n: Int, style: Style = .full) -> String {
    var result = ""
    result.reserveCapacity(160)
    append(n, style: style, to: &result)
    return result
  }

  /// An ordinal number in words: 20 → «жиырмасыншы», 105 → «жүз бесінші».
  ///
  /// Only the last word takes the suffix; `бір` before жүз and мың is left out as is usual, unless
  /// the style says otherwise. A negative number begins with `минус`.
  public static func ordinal(_ n: Int, style: Style = .short) -> String {
    var result = ""
    result.reserveCapacity(160)
    append(n, style: style, to: &result)
    let scale = lastWord(of: n)
    if let irregular = scale.ordinal {
      // қырық loses its second vowel: қырқыншы.
      result.removeLast(scale.word.count)
      result += irregular
    } else {
      result += scale.suffix
    }
    return result
  }

  /// Appends the words of a number.
  static func append(_ n: Int, style: Style, to result: inout String) {
    if n < 0 { result += "минус " }
    var rest = n.magnitude
    guard rest > 0 else {
      result += "нөл"
      return
    }
    var isFirst = true
    var scale: UInt = 1_000_000_000_000_000_000
    var at = scales.count - 1
    while at >= 0 {
      let group = rest / scale
      rest %= scale
      if group > 0 {
        // «мың» alone in the short style.
        let isBare = at == 1 && group == 1 && style == .short
        if !isBare { append(group: group, style: style, isFirst: &isFirst, to: &result) }
        if at > 0 { word(scales[at], isFirst: &isFirst, to: &result) }
      }
      scale /= 1000
      at -= 1
    }
  }

  private static func append(
    group: UInt, style: Style, isFirst: inout Bool, to result: inout String
  ) {
    let hundreds = Int(group / 100)
    let tens = Int(group / 10 % 10)
    let units = Int(group % 10)
    if hundreds == 1, style != .full {
      word("жүз", isFirst: &isFirst, to: &result)
    } else if hundreds > 0 {
      word(Self.hundreds[hundreds], isFirst: &isFirst, to: &result)
    }
    if tens > 0 { word(Self.tens[tens], isFirst: &isFirst, to: &result) }
    if units > 0 { word(Self.units[units], isFirst: &isFirst, to: &result) }
  }

  @inline(__always)
  private static func word(_ word: String, isFirst: inout Bool, to result: inout String) {
    if !isFirst { result += " " }
    isFirst = false
    result += word
  }

  /// The last word as read, with its ordinal: the suffix, or the whole form where it is irregular.
  private static func lastWord(of n: Int) -> (word: String, suffix: String, ordinal: String?) {
    var rest = n.magnitude
    guard rest > 0 else { return ("нөл", "інші", nil) }
    if rest % 10 > 0 {
      let unit = Int(rest % 10)
      switch unit {
      case 2, 7: return (units[unit], "нші", nil)
      case 6: return (units[unit], "ншы", nil)
      case 9: return (units[unit], "ыншы", nil)
      default: return (units[unit], "інші", nil)
      }
    }
    rest /= 10
    if rest % 10 > 0 {
      let ten = Int(rest % 10)
      switch ten {
      case 2: return (tens[ten], "сыншы", nil)
      case 4: return (tens[ten], "", "қырқыншы")
      case 5, 7, 8: return (tens[ten], "інші", nil)
      default: return (tens[ten], "ыншы", nil)
      }
    }
    rest /= 10
    return rest % 10 > 0 ? ("жүз", "інші", nil) : ("", "ыншы", nil)
  }

  /// The units; 0 is never said inside a number.
  static let units = [
    "", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
  ]

  /// The tens.
  static let tens = [
    "", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
  ]

  /// The hundreds of the full style.
  static let hundreds = [
    "", "бір жүз", "екі жүз", "үш жүз", "төрт жүз", "бес жүз", "алты жүз", "жеті жүз", "сегіз жүз",
    "тоғыз жүз",
  ]

  /// The names of the powers of a thousand.
  static let scales = [
    "", "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион",
  ]
}
