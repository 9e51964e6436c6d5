/// The forms of Russian number words, for reading them back.
enum RussianNumberWords {
  /// What a word may be.
  struct Word: Sendable {
    /// Where it stands in a group of three.
    enum Place: Sendable {
      case zero
      case unit
      case teen
      case ten
      case hundred
      /// полтора.
      case half
      /// тысяча, миллион…
      case scale
    }

    var place: Place
    var value: Int
    var cases: RussianCases
    var genders = RussianGenders.all
    /// For a scale: the cases in which the form is a plural.
    var pluralCases: RussianCases = []
    var isPluralOnly = false
  }

  /// The meaning of a form, small and with е for ё; nil for what is no number word.
  static func word(_ form: String) -> Word? { forms[form] }

  /// All forms, for finding misspelt ones.
  static var all: Dictionary<String, Word>.Keys { forms.keys }

  /// True for an ordinal or for the denominator of a fraction.
  static func isOrdinal(_ form: String) -> Bool {
    guard form.count > 4 else { return false }
    let hasEnding = adjectiveEndings.contains { form.hasSuffix($0) }
    return hasEnding && ordinalStems.contains { form.hasPrefix($0) }
  }

  /// The denominator of a decimal fraction: десятая 10, сотых 100, тысячных 1000.
  static func denominator(_ form: String) -> Int? {
    guard isOrdinal(form) else { return nil }
    if form.hasPrefix("десятитысячн") { return 10_000 }
    if form.hasPrefix("стотысячн") { return 100_000 }
    if form.hasPrefix("миллионн") { return 1_000_000 }
    if form.hasPrefix("тысячн") { return 1000 }
    if form.hasPrefix("сот") { return 100 }
    return form.hasPrefix("десят") ? 10 : nil
  }

  private static let adjectiveEndings = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем",
    "ую", "ью", "ые", "ие", "ых", "их", "ыми", "ими", "тья", "тье", "тьего", "тьему", "тьей",
  ]

  private static let ordinalStems = [
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "шестнадцат", "семнадцат",
    "восемнадцат", "двадцат", "тридцат", "сороков", "семидесят", "восьмидесят", "двухсот",
    "трехсот", "четырехсот", "семисот", "сот", "стотысячн", "тысячн", "миллионн", "миллиардн",
  ]

  private static let forms: [String: Word] = {
    var forms: [String: Word] = [:]
    func add(
      _ form: String, _ place: Word.Place, _ value: Int, _ cases: RussianCases,
      _ genders: RussianGenders = .all, pluralOnly: Bool = false
    ) {
      var word = Word(place: place, value: value, cases: cases, genders: genders)
      if let known = forms[form] {
        word.cases.formUnion(known.cases)
        word.genders.formUnion(known.genders)
      }
      word.isPluralOnly = pluralOnly
      forms[form] = word
    }
    let oblique: RussianCases = [.genitive, .dative, .prepositional]
    // The accusative of living things (двух человек) passes for the genitive that it looks like.
    let living: RussianCases = [.genitive, .prepositional]

    for form in ["ноль", "нуль"] { add(form, .zero, 0, .direct) }
    for (ending, cases) in [
      ("я", RussianCases.genitive), ("ю", .dative), ("ем", .instrumental), ("е", .prepositional),
    ] {
      for stem in ["нол", "нул"] { add(stem + ending, .zero, 0, cases) }
    }

    let male: RussianGenders = [.masculine, .neuter]
    add("один", .unit, 1, .direct, .masculine)
    add("одно", .unit, 1, .direct, .neuter)
    add("одна", .unit, 1, .nominative, .feminine)
    add("одну", .unit, 1, .accusative, .feminine)
    add("одного", .unit, 1, [.genitive, .accusative], male)
    add("одному", .unit, 1, .dative, male)
    add("одним", .unit, 1, .instrumental, male)
    // «Одним суткам».
    add("одним", .unit, 1, .dative)
    add("одном", .unit, 1, .prepositional, male)
    add("одной", .unit, 1, [.genitive, .dative, .instrumental, .prepositional], .feminine)
    add("одною", .unit, 1, .instrumental, .feminine)
    add("одни", .unit, 1, .direct, pluralOnly: true)
    add("одних", .unit, 1, living, pluralOnly: true)
    add("одними", .unit, 1, .instrumental, pluralOnly: true)
    add("два", .unit, 2, .direct, male)
    add("две", .unit, 2, .direct, .feminine)
    for (value, direct, stem, with) in [
      (2, "", "дву", "двумя"), (3, "три", "тре", "тремя"), (4, "четыре", "четыре", "четырьмя"),
    ] {
      if !direct.isEmpty { add(direct, .unit, value, .direct) }
      add(stem + "х", .unit, value, living)
      add(stem + "м", .unit, value, .dative)
      add(with, .unit, value, .instrumental)
    }
    for (value, stem) in [
      (2, "дво"), (3, "тро"), (4, "четвер"), (5, "пятер"), (6, "шестер"), (7, "семер"),
    ] {
      let isHard = value > 3
      add(stem + (isHard ? "о" : "е"), .unit, value, .direct, pluralOnly: true)
      add(stem + (isHard ? "ых" : "их"), .unit, value, living, pluralOnly: true)
      add(stem + (isHard ? "ым" : "им"), .unit, value, .dative, pluralOnly: true)
      add(stem + (isHard ? "ыми" : "ими"), .unit, value, .instrumental, pluralOnly: true)
    }
    let soft: [(Int, String)] = [
      (5, "пят"), (6, "шест"), (7, "сем"), (9, "девят"), (10, "десят"), (11, "одиннадцат"),
      (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"), (15, "пятнадцат"),
      (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"),
      (20, "двадцат"), (30, "тридцат"),
    ]
    for (value, stem) in soft {
      let place: Word.Place = value < 10 ? .unit : value < 20 ? .teen : .ten
      add(stem + "ь", place, value, .direct)
      add(stem + "и", place, value, oblique)
      add(stem + "ью", place, value, .instrumental)
    }
    add("восемь", .unit, 8, .direct)
    add("восьми", .unit, 8, oblique)
    add("восемью", .unit, 8, .instrumental)
    add("восьмью", .unit, 8, .instrumental)
    for (value, direct, rest) in [
      (40, "сорок", "сорока"), (90, "девяносто", "девяноста"), (100, "сто", "ста"),
    ] {
      let place: Word.Place = value < 100 ? .ten : .hundred
      add(direct, place, value, .direct)
      add(rest, place, value, [.genitive, .dative, .instrumental, .prepositional])
    }
    for (value, first, stem) in [
      (50, "пять", "пяти"), (60, "шесть", "шести"), (70, "семь", "семи"), (80, "восемь", "восьми"),
    ] {
      add(first + "десят", .ten, value, .direct)
      add(stem + "десяти", .ten, value, oblique)
      add(first + "юдесятью", .ten, value, .instrumental)
    }
    add("восьмьюдесятью", .ten, 80, .instrumental)
    for (value, direct, stem, with) in [
      (200, "двести", "дву", "двумя"), (300, "триста", "тре", "тремя"),
      (400, "четыреста", "четыре", "четырьмя"), (500, "пятьсот", "пяти", "пятью"),
      (600, "шестьсот", "шести", "шестью"), (700, "семьсот", "семи", "семью"),
      (800, "восемьсот", "восьми", "восемью"), (900, "девятьсот", "девяти", "девятью"),
    ] {
      let short = value < 500
      add(direct, .hundred, value, .direct)
      add(stem + (short ? "хсот" : "сот"), .hundred, value, .genitive)
      add(stem + (short ? "мстам" : "стам"), .hundred, value, .dative)
      add(with + "стами", .hundred, value, .instrumental)
      add(stem + (short ? "хстах" : "стах"), .hundred, value, .prepositional)
    }
    add("восьмьюстами", .hundred, 800, .instrumental)
    add("полтора", .half, 1, .direct, male)
    add("полторы", .half, 1, .direct, .feminine)
    add("полутора", .half, 1, [.genitive, .dative, .instrumental, .prepositional])

    func scale(
      _ form: String, _ value: Int, _ single: RussianCases, _ plural: RussianCases,
      _ gender: RussianGenders
    ) {
      var word = Word(place: .scale, value: value, cases: single, genders: gender)
      word.pluralCases = plural
      forms[form] = word
    }
    scale("тысяча", 1000, .nominative, [], .feminine)
    scale("тысячи", 1000, .genitive, .direct, .feminine)
    scale("тысяче", 1000, [.dative, .prepositional], [], .feminine)
    scale("тысячу", 1000, .accusative, [], .feminine)
    scale("тысячей", 1000, .instrumental, [], .feminine)
    scale("тысячью", 1000, .instrumental, [], .feminine)
    scale("тысяч", 1000, [], .genitive, .feminine)
    scale("тысячам", 1000, [], .dative, .feminine)
    scale("тысячами", 1000, [], .instrumental, .feminine)
    scale("тысячах", 1000, [], .prepositional, .feminine)
    for (value, stem) in [
      (1_000_000, "миллион"), (1_000_000_000, "миллиард"), (1_000_000_000_000, "триллион"),
    ] {
      scale(stem, value, .direct, [], .masculine)
      scale(stem + "а", value, .genitive, [], .masculine)
      scale(stem + "у", value, .dative, [], .masculine)
      scale(stem + "ом", value, .instrumental, [], .masculine)
      scale(stem + "е", value, .prepositional, [], .masculine)
      scale(stem + "ы", value, [], .direct, .masculine)
      scale(stem + "ов", value, [], .genitive, .masculine)
      scale(stem + "ам", value, [], .dative, .masculine)
      scale(stem + "ами", value, [], .instrumental, .masculine)
      scale(stem + "ах", value, [], .prepositional, .masculine)
    }
    return forms
  }()
}
