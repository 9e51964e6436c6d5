/// How abbreviations are read aloud, for their endings.
enum KazakhAbbreviation {
  /// The stem of an abbreviation in small letters: by its own reading when the list has it,
  /// otherwise by the name of its last letter (бы, вы, гы … end in ы, vowels are themselves).
  static func stem(_ letters: ArraySlice<Unicode.Scalar>) -> KazakhStem? {
    guard let last = letters.last else { return nil }
    var stem = listed(letters) ?? byLetter(last)
    stem?.hyphen = true
    return stem
  }

  private static func listed(_ letters: ArraySlice<Unicode.Scalar>) -> KazakhStem? {
    // Read as syllables whatever stands before: ІІМ, СІМ; АЭС, ГЭС, ЖЭС.
    if letters.count > 2 {
      if KazakhHarmony.ends(letters, "ім") { return KazakhStem(.front, .nasal, last: "м") }
      if KazakhHarmony.ends(letters, "эс") { return KazakhStem(.front, .voiceless, last: "с") }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    switch String(text) {
    case "ақш": return KazakhStem(.back, .voiceless, last: "ш")
    case "бақ": return KazakhStem(.back, .voiceless, last: "қ")
    case "юнисеф": return KazakhStem(.front, .voiceless, last: "ф")
    case "юсаид": return KazakhStem(.front, .voiceless, last: "д")
    case "спид": return KazakhStem(.front, .voiceless, last: "д")
    case "асеан": return KazakhStem(.back, .nasal, last: "н")
    case "интерпол", "европол": return KazakhStem(.back, .sonorant, last: "л")
    case "опек": return KazakhStem(.front, .voiceless, last: "к")
    case "еуразэқ": return KazakhStem(.back, .vowel, last: "ы")
    default: return nil
    }
  }

  private static func byLetter(_ last: Unicode.Scalar) -> KazakhStem? {
    switch last {
    case "а", "о", "ұ", "ы", "я": KazakhStem(.back, .vowel, last: last)
    case "ә", "е", "ё", "ө", "ү", "і", "э": KazakhStem(.front, .vowel, last: last)
    case "и": KazakhStem(.front, .sonorant, last: last)
    case "у", "ю": KazakhStem(.back, .sonorant, last: last)
    // К keeps its Russian name, ка or ке: МКК-нің.
    case "к": KazakhStem(.front, .vowel, last: "е")
    case "б", "в", "г", "ғ", "д", "ж", "з", "й", "қ", "л", "м", "н", "ң", "п", "р", "с", "т", "ф",
      "х", "һ", "ц", "ч", "ш", "щ":
      KazakhStem(.back, .vowel, last: "ы")
    default: nil
    }
  }

  /// The row of the possessive of an abbreviation that is read out in full: «Ромашка» ЖШС-не
  /// (серіктестігі), АҚ-на (қоғамы); nil when the full reading is not known.
  static func possessiveRow(_ letters: ArraySlice<Unicode.Scalar>) -> KazakhRow? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    switch String(text) {
    case "жшс", "тжшс", "жсн", "бсн", "жк", "мм", "рмм", "кмм": return .front
    case "ақ", "кеақ", "ққс", "қр", "ақш", "қхр", "тмд", "бұұ", "ддсұ", "дсұ", "еқыұ", "еаэо",
      "ео", "шқ", "ққ", "шыұ":
      return .back
    default:
      // Ministries end in М: министрлігі.
      return letters.last == "м" ? .front : nil
    }
  }

  /// Abbreviations of five letters and more that are not words set in capitals.
  static let long: Set<String> = [
    "юнеско", "юнисеф", "юсаид", "магатэ", "асеан", "экспо", "интерпол", "европол", "еуразэқ",
    "юнидо", "юнитар",
  ]
}
