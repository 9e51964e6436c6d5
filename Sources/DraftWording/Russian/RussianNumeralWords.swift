/// The words that numbers are made of, six cases each in the order of ``RussianNounCase``.
extension RussianNumeral {
  /// 2…19; «один» and «две» are apart, for they have gender.
  static let units: [String] = [
    "", "", "", "", "", "",
    "", "", "", "", "", "",
    "два", "двух", "двум", "два", "двумя", "двух",
    "три", "трёх", "трём", "три", "тремя", "трёх",
    "четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх",
    "пять", "пяти", "пяти", "пять", "пятью", "пяти",
    "шесть", "шести", "шести", "шесть", "шестью", "шести",
    "семь", "семи", "семи", "семь", "семью", "семи",
    "восемь", "восьми", "восьми", "восемь", "восемью", "восьми",
    "девять", "девяти", "девяти", "девять", "девятью", "девяти",
    "десять", "десяти", "десяти", "десять", "десятью", "десяти",
    "одиннадцать", "одиннадцати", "одиннадцати", "одиннадцать", "одиннадцатью", "одиннадцати",
    "двенадцать", "двенадцати", "двенадцати", "двенадцать", "двенадцатью", "двенадцати",
    "тринадцать", "тринадцати", "тринадцати", "тринадцать", "тринадцатью", "тринадцати",
    "четырнадцать", "четырнадцати", "четырнадцати", "четырнадцать", "четырнадцатью", "четырнадцати",
    "пятнадцать", "пятнадцати", "пятнадцати", "пятнадцать", "пятнадцатью", "пятнадцати",
    "шестнадцать", "шестнадцати", "шестнадцати", "шестнадцать", "шестнадцатью", "шестнадцати",
    "семнадцать", "семнадцати", "семнадцати", "семнадцать", "семнадцатью", "семнадцати",
    "восемнадцать", "восемнадцати", "восемнадцати", "восемнадцать", "восемнадцатью", "восемнадцати",
    "девятнадцать", "девятнадцати", "девятнадцати", "девятнадцать", "девятнадцатью", "девятнадцати",
  ]

  /// 20…90 by tens.
  static let tens: [String] = [
    "", "", "", "", "", "",
    "", "", "", "", "", "",
    "двадцать", "двадцати", "двадцати", "двадцать", "двадцатью", "двадцати",
    "тридцать", "тридцати", "тридцати", "тридцать", "тридцатью", "тридцати",
    "сорок", "сорока", "сорока", "сорок", "сорока", "сорока",
    "пятьдесят", "пятидесяти", "пятидесяти", "пятьдесят", "пятьюдесятью", "пятидесяти",
    "шестьдесят", "шестидесяти", "шестидесяти", "шестьдесят", "шестьюдесятью", "шестидесяти",
    "семьдесят", "семидесяти", "семидесяти", "семьдесят", "семьюдесятью", "семидесяти",
    "восемьдесят", "восьмидесяти", "восьмидесяти", "восемьдесят", "восемьюдесятью", "восьмидесяти",
    "девяносто", "девяноста", "девяноста", "девяносто", "девяноста", "девяноста",
  ]

  /// 100…900 by hundreds.
  static let hundreds: [String] = [
    "", "", "", "", "", "",
    "сто", "ста", "ста", "сто", "ста", "ста",
    "двести", "двухсот", "двумстам", "двести", "двумястами", "двухстах",
    "триста", "трёхсот", "трёмстам", "триста", "тремястами", "трёхстах",
    "четыреста", "четырёхсот", "четырёмстам", "четыреста", "четырьмястами", "четырёхстах",
    "пятьсот", "пятисот", "пятистам", "пятьсот", "пятьюстами", "пятистах",
    "шестьсот", "шестисот", "шестистам", "шестьсот", "шестьюстами", "шестистах",
    "семьсот", "семисот", "семистам", "семьсот", "семьюстами", "семистах",
    "восемьсот", "восьмисот", "восьмистам", "восемьсот", "восемьюстами", "восьмистах",
    "девятьсот", "девятисот", "девятистам", "девятьсот", "девятьюстами", "девятистах",
  ]

  /// «Ноль» in a case.
  static func zero(_ russian: RussianNounCase) -> String {
    switch russian {
    case .nominative, .accusative: "ноль"
    case .genitive: "ноля"
    case .dative: "нолю"
    case .instrumental: "нолём"
    case .prepositional: "ноле"
    }
  }

  /// «Один» in a gender and case; the accusative of «один» and «одно» is resolved by the caller.
  static func one(_ gender: Gender, _ russian: RussianNounCase) -> String {
    switch (gender, russian) {
    case (.feminine, .nominative): "одна"
    case (.feminine, .accusative): "одну"
    case (.feminine, _): "одной"
    case (.masculine, .nominative), (.masculine, .accusative): "один"
    case (.neuter, .nominative), (.neuter, .accusative): "одно"
    case (_, .genitive): "одного"
    case (_, .dative): "одному"
    case (_, .instrumental): "одним"
    case (_, .prepositional): "одном"
    }
  }

  /// Appends the word for a power of a thousand, agreeing with the number before it.
  static func appendScale(
    _ power: Int, _ agreement: Agreement, _ russian: RussianNounCase, to result: inout String
  ) {
    if power == 1 {
      result += thousand(agreement, russian)
      return
    }
    result += millionStem(power)
    switch (russian, agreement) {
    case (.nominative, .one), (.accusative, .one): break
    case (.nominative, .few), (.accusative, .few), (.genitive, .one): result += "а"
    case (.nominative, .many), (.accusative, .many), (.genitive, _): result += "ов"
    case (.dative, .one): result += "у"
    case (.dative, _): result += "ам"
    case (.instrumental, .one): result += "ом"
    case (.instrumental, _): result += "ами"
    case (.prepositional, .one): result += "е"
    case (.prepositional, _): result += "ах"
    }
  }

  private static func thousand(_ agreement: Agreement, _ russian: RussianNounCase) -> String {
    switch (russian, agreement) {
    case (.nominative, .one): "тысяча"
    case (.accusative, .one): "тысячу"
    case (.nominative, .few), (.accusative, .few), (.genitive, .one): "тысячи"
    case (.nominative, .many), (.accusative, .many), (.genitive, _): "тысяч"
    case (.dative, .one), (.prepositional, .one): "тысяче"
    case (.dative, _): "тысячам"
    case (.instrumental, .one): "тысячей"
    case (.instrumental, _): "тысячами"
    case (.prepositional, _): "тысячах"
    }
  }

  /// «миллион», «миллиард», …; the largest `Int` needs the sixth power of a thousand.
  static func millionStem(_ power: Int) -> String {
    switch power {
    case 2: "миллион"
    case 3: "миллиард"
    case 4: "триллион"
    case 5: "квадриллион"
    default: "квинтиллион"
    }
  }
}
