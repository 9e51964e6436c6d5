/// No-break spaces where a line must not break: between a number sign and its number, initials and a
/// surname, an abbreviation and what it belongs to, the groups of a number, a figure and its per cent.
public enum Typography {
  private static let noBreak: Unicode.Scalar = "\u{A0}"

  /// Abbreviations that must not be parted from the word or figure after them.
  private static let leading: Set<String> = [
    "ст", "п", "пп", "ч", "гл", "абз", "разд", "г", "обл", "ул", "пр", "пер", "мкр", "д", "кв",
    "оф",
    "стр", "корп", "рис", "табл", "тел", "с", "т", "им", "гр", "см", "қ", "к-сі", "бет",
  ]

  /// Words that must not be parted from the figure before them.
  private static let trailing: Set<String> = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря", "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
    "қыркүйек", "қазан", "қараша", "желтоқсан", "года", "год", "году", "г.", "жыл", "жылғы", "ж.",
    "тенге", "теңге", "тиын", "тиынов", "тиына", "руб.", "коп.", "млн", "млрд", "тыс.", "мың",
  ]

  /// The text with its spaces made no-break where a rule asks for it; no other character changes.
  ///
  /// - Parameter text: Kazakh or Russian text.
  public static func bind(_ text: String) -> String {
    var words: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars {
      if scalar == " " { words.append([]) } else { words[words.count - 1].append(scalar) }
    }
    guard words.count > 1 else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: words[0])
    for index in 1..<words.count {
      let next = index + 1 < words.count ? words[index + 1] : []
      let before = index > 1 ? words[index - 2] : []
      result.append(isBound(words[index - 1], words[index], before, next) ? noBreak : " ")
      result.append(contentsOf: words[index])
    }
    return String(result)
  }

  private static func isBound(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ before: [Unicode.Scalar],
    _ next: [Unicode.Scalar]
  ) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    if last == "№" || last == "§" { return true }
    if isDigit(last) {
      if first == "%" || first == "₸" || first == "‰" { return true }
      if isGroup(right), (1...3).contains(digitsAtEnd(left)), left.count <= 4 || isGroup(left) {
        return true
      }
      if trailing.contains(stripped(right)) { return true }
    }
    if last == ".", left.count > 1 {
      let word = lowered(left.dropLast())
      if leading.contains(word), isDigit(first) || isUpper(first) || first == "«" { return true }
    }
    // Initials: «И. И. Иванов», «Иванов И. И.».
    if isInitial(left), isInitial(right) || isName(right) { return true }
    if isName(left), isInitial(right), !isInitial(before) { return true }
    return false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }

  /// Three digits, with a decimal part or a stop after them at most.
  private static func isGroup(_ word: [Unicode.Scalar]) -> Bool {
    let digits = word.prefix(while: isDigit)
    guard digits.count == 3 else { return false }
    return word.count == 3 || !isDigit(word[3]) && !word[3].properties.isAlphabetic
  }

  private static func digitsAtEnd(_ word: [Unicode.Scalar]) -> Int {
    word.reversed().prefix(while: isDigit).count
  }

  /// One or two capitals, each with its full stop.
  private static func isInitial(_ word: [Unicode.Scalar]) -> Bool {
    switch word.count {
    case 2: isUpper(word[0]) && word[1] == "."
    case 3: isUpper(word[0]) && word[1] == "." && word[2] == ","
    case 4: isUpper(word[0]) && word[1] == "." && isUpper(word[2]) && word[3] == "."
    default: false
    }
  }

  private static func isName(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count > 2, isUpper(word[0]) else { return false }
    return word[1].properties.isLowercase
      && word.allSatisfy {
        $0.properties.isAlphabetic || $0 == "-" || $0 == "," || $0 == "."
      } && word.last != "."
  }

  private static func lowered(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word where scalar != "(" && scalar != "«" {
      text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(text)
  }

  private static func stripped(_ word: [Unicode.Scalar]) -> String {
    var word = word[...]
    while let last = word.last, [",", ";", ":", ")", "»"].contains(last) { word = word.dropLast() }
    let text = lowered(word)
    if trailing.contains(text) { return text }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
