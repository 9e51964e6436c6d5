/// Plural forms that a singular does not show at once.
enum RussianNounPlural {
  /// The dative, instrumental or prepositional plural on -а- or -я-, from the nominative plural.
  static func oblique(_ nominative: String, _ ending: String) -> String {
    let stem = nominative.withoutLast()
    let hard: Bool
    switch nominative.lastLetter {
    case "а", "ы": hard = true
    case "и": hard = "гкхжшчщ".has(stem.lastLetter ?? " ")
    case "е": hard = true
    default: hard = false
    }
    return stem + (hard ? "а" : "я") + ending
  }

  /// «Гражданин» → «граждане», «граждан».
  static func person(_ word: String, _ lemma: String) -> (nominative: String, genitive: String)? {
    if lemma.endsIn("анин") || lemma.endsIn("янин") {
      return (word.withoutLast(2) + "е", String(word.withoutLast(2)))
    }
    if young.contains(lemma) { return (word.withoutLast(4) + "ята", word.withoutLast(4) + "ят") }
    return nil
  }

  /// Whether a masculine noun has the stressed plural in -а: «паспорта».
  static func takesA(_ lemma: String) -> Bool { stressedA.containsEnd(of: lemma) }

  /// The genitive plural without an ending, of a stem before -а or -о: «ставк» → «ставок».
  static func bare(_ stem: String, neuter: Bool) -> String {
    guard let last = stem.lastLetter, let before = stem.withoutLast().lastLetter else {
      return stem
    }
    let root = stem.withoutLast()
    switch last {
    case "к":
      if "жшчщ".has(before) { return root + "ек" }
      if before == "й" || before == "ь" { return root.withoutLast() + "ек" }
      return isVowel(before) ? stem : root + "ок"
    case "ц":
      if isVowel(before) || !neuter { return stem }
      return (before == "ь" ? root.withoutLast() : root) + "ец"
    case "б" where "дс".has(root.withoutLast().lastLetter ?? " ") && before == "ь":
      return root.withoutLast() + "еб"
    case "н" where "жчш".has(before): return root + "ен"
    case "л" where before == "с": return root + "ел"
    default: return stem
    }
  }

  /// The genitive plural of a stem before -я: «недел» → «недель», «пекарн» → «пекарен», «стать» →
  /// «статей», «иде» → «идей».
  static func bareSoft(_ stem: String) -> String {
    guard let last = stem.lastLetter, let before = stem.withoutLast().lastLetter else {
      return stem + "ь"
    }
    let root = stem.withoutLast()
    if last == "ь" { return root + "ий" }
    if isVowel(last) { return stem + "й" }
    if isVowel(before) { return stem + "ь" }
    switch last {
    case "н":
      if before == "ь" || before == "й" { return root.withoutLast() + "ен" }
      return root + "ен"
    case "л": return root + "ель"
    default: return stem + "ей"
    }
  }

  private static let young = RussianWordList(
    "котенок теленок ягненок жеребенок поросенок козленок цыпленок утенок гусенок")

  static func isVowel(_ letter: Unicode.Scalar) -> Bool { "аеёиоуыэюя".has(letter) }

  private static let stressedA = RussianWordList(
    """
    директор профессор доктор мастер адрес паспорт номер том город поезд дом отпуск тормоз катер
    повар сторож фельдшер кондуктор инспектор ордер округ остров лес берег вечер глаз голос
    корпус пояс пропуск рукав сорт холод цвет череп шелк юнкер хутор погреб провод купол колокол
    бок век край луг мех снег стог терем тетерев китель кузов невод обшлаг окорок отруб парус
    перепел холст желоб закром кивер шулер роддом детдом сервер крейсер
    """)
}
