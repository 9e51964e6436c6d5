/// Reads Kazakh number words back, in any of the three styles.
enum KazakhNumberReader {
  /// The number with which the words begin; nil when the first of them is no number word.
  static func read(_ words: [String]) -> NumberReading? {
    var reading = NumberReading()
    var total = 0
    var group = 0
    var hasGroup = false
    var lowest = 1000
    var lastScale = Int.max
    var whole: Int?
    var denominator: Int?

    func value() -> Int { total + group }
    func clear() {
      total = 0
      group = 0
      hasGroup = false
      lowest = 1000
      lastScale = .max
    }

    for (place, form) in words.enumerated() {
      let isLast = place == words.count - 1
      if form == "бүтін", whole == nil, place > 0 {
        whole = value()
        reading.hasFraction = true
        clear()
      } else if denominator == nil, let scale = fraction(form),
        whole != nil || !isLast && Self.words[words[place + 1]] != nil
      {
        // «бүтін оннан бес», «жүз мыңнан бес»: what was read since «бүтін» multiplies.
        denominator = scale * max(value(), 1)
        reading.hasFraction = true
        clear()
      } else if form == "жарым", place > 0 {
        reading.hasFraction = true
        reading.millionths = 500_000
        reading.used = place + 1
        // «бір жарым миллион» is left alone.
        reading.isOrdinal = !isLast && Self.words[words[place + 1]] != nil
        break
      } else if let number = number(form, isLast: isLast) {
        reading.used = place + 1
        switch number {
        case 1...9:
          if lowest <= 1 { reading.isBroken = true }
          group += number
          lowest = 1
        case 10...90:
          if lowest <= 10 { reading.isBroken = true }
          group += number
          lowest = 10
        case 100:
          // екі жүз, or жүз alone.
          if group > 9 { reading.isBroken = true }
          group = max(group, 1) * 100
          lowest = 100
        case 0:
          if place > 0, whole == nil { reading.isBroken = true }
        default:
          if number >= lastScale { reading.isBroken = true }
          total += max(group, 1) * number
          group = 0
          lowest = 1000
          lastScale = number
        }
        hasGroup = true
        if reading.isBroken { break }
        continue
      } else {
        reading.isOrdinal = isOrdinal(form)
        break
      }
      reading.used = place + 1
    }
    guard reading.used > 0 else { return nil }
    if let denominator {
      guard denominator > 0, 1_000_000 % denominator == 0 else {
        reading.isBroken = true
        return reading
      }
      reading.whole = whole ?? 0
      reading.millionths = value() * (1_000_000 / denominator)
    } else {
      reading.whole = whole ?? value()
      if whole != nil, hasGroup { reading.isBroken = true }
    }
    return reading
  }

  /// The number words and their values.
  static let words: [String: Int] = [
    "нөл": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60,
    "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000, "миллион": 1_000_000,
    "миллиард": 1_000_000_000, "триллион": 1_000_000_000_000,
  ]

  /// True for the ordinals: бесінші, алтыншы.
  static func isOrdinal(_ form: String) -> Bool {
    form.hasSuffix("нші") || form.hasSuffix("ншы")
  }

  /// The value of a word; the last one may have the ending of a case: «жүз елу мыңнан».
  private static func number(_ form: String, isLast: Bool) -> Int? {
    if let value = words[form] { return value }
    for (word, value) in collectives where form.hasPrefix(word) {
      // екеу, екеуі, екеуіне: the ending is not looked at.
      return isLast ? value : nil
    }
    guard isLast, !otherWords.contains(form) else { return nil }
    for (word, value) in words where form.hasPrefix(word) {
      if endings.contains(String(form.dropFirst(word.count))) { return value }
    }
    return nil
  }

  private static func fraction(_ form: String) -> Int? {
    switch form {
    case "оннан": 10
    case "жүзден": 100
    case "мыңнан": 1000
    case "миллионнан": 1_000_000
    default: nil
    }
  }

  private static let collectives = [
    "екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7,
  ]

  private static let endings: Set<String> = [
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "ны", "ні", "ды", "ді", "ты",
    "ті", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
  ]

  /// Words that look like a number with an ending and are not: бірге «together», онда «then».
  private static let otherWords: Set<String> = [
    "бірге", "бірде", "бірден", "онда", "онан", "жүзде", "бесте", "отыздан",
  ]
}
