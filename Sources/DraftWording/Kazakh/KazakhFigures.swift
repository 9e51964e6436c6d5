/// How figures and signs are read aloud, for their endings.
enum KazakhFigures {
  /// The stem of a number by the last word as read: 105 → бес, 2 000 → мың.
  ///
  /// `zeros` counts the noughts at the end, `digit` is the last figure that is not one; nil when
  /// the number is nought.
  static func stem(zeros: Int, digit: Int?) -> KazakhStem {
    guard let digit else { return KazakhStem(.front, .sonorant, last: "л") }
    switch zeros {
    case 0:
      switch digit {
      case 1: return KazakhStem(.front, .sonorant, last: "р")
      case 2, 7: return KazakhStem(.front, .vowel, last: "і")
      case 3, 4, 5: return KazakhStem(.front, .voiceless, last: "т")
      case 6: return KazakhStem(.back, .vowel, last: "ы")
      case 8: return KazakhStem(.front, .voiced, last: "з")
      default: return KazakhStem(.back, .voiced, last: "з")
      }
    case 1:
      switch digit {
      case 1, 9: return KazakhStem(.back, .nasal, last: "н")
      case 2: return KazakhStem(.back, .vowel, last: "а")
      case 3: return KazakhStem(.back, .voiced, last: "з")
      case 4, 6: return KazakhStem(.back, .voiceless, last: "қ")
      case 5: return KazakhStem(.front, .sonorant, last: "у")
      case 7: return KazakhStem(.front, .voiceless, last: "с")
      default: return KazakhStem(.front, .nasal, last: "н")
      }
    case 2: return KazakhStem(.front, .voiced, last: "з")
    case 9...11: return KazakhStem(.back, .voiceless, last: "д")
    default: return KazakhStem(.back, .nasal, last: "н")
    }
  }

  /// The stem of a sign that is read as a word: % пайыз, ₸ теңге, $ доллар, € еуро, ₽ рубль.
  static func stem(sign: Unicode.Scalar) -> KazakhStem? {
    switch sign {
    case "%": KazakhStem(.back, .voiced, last: "з")
    case "₸": KazakhStem(.front, .vowel, last: "е")
    case "$": KazakhStem(.back, .sonorant, last: "р")
    case "€": KazakhStem(.back, .vowel, last: "о")
    case "₽": KazakhStem(.front, .sonorant, last: "л")
    default: nil
    }
  }

  /// The stem of a shortened measure without a point (5 км-ге, 3 млн-ға, 500 тг-ге); nil for any
  /// other word.
  static func stem(measure: String) -> KazakhStem? {
    switch measure {
    case "м", "км", "см", "мм", "дм", "л", "мл": KazakhStem(.front, .sonorant, last: "р")
    case "г", "кг", "мг": KazakhStem(.back, .nasal, last: "м")
    case "т": KazakhStem(.back, .vowel, last: "а")
    case "га": KazakhStem(.back, .sonorant, last: "р")
    case "млн", "трлн": KazakhStem(.back, .nasal, last: "н")
    case "млрд": KazakhStem(.back, .voiceless, last: "д")
    case "тг": KazakhStem(.front, .vowel, last: "е")
    case "кВт", "квт": KazakhStem(.back, .voiceless, last: "т")
    default: nil
    }
  }
}
