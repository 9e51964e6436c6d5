/// The endings themselves, chosen by row and class.
enum KazakhSuffix {
  /// The ending of a plain stem.
  ///
  /// After ә (`afterOpenFront`) the endings with а are back although those with ы are front:
  /// кінәнің, кінәні, but кінәға, кінәда, кінәдан.
  static func plain(
    _ wanted: GrammaticalCase, row: KazakhRow, closing: KazakhClosing, afterOpenFront: Bool = false
  ) -> String {
    let back = row == .back
    let wide = back || afterOpenFront
    switch wanted {
    case .genitive:
      switch closing {
      case .vowel, .nasal: return back ? "ның" : "нің"
      case .sonorant, .voiced: return back ? "дың" : "дің"
      case .voiceless: return back ? "тың" : "тің"
      }
    case .dative:
      if closing == .voiceless { return wide ? "қа" : "ке" }
      return wide ? "ға" : "ге"
    case .accusative:
      switch closing {
      case .vowel: return back ? "ны" : "ні"
      case .nasal, .sonorant, .voiced: return back ? "ды" : "ді"
      case .voiceless: return back ? "ты" : "ті"
      }
    case .locative:
      if closing == .voiceless { return wide ? "та" : "те" }
      return wide ? "да" : "де"
    case .attributive:
      if closing == .voiceless { return wide ? "тағы" : "тегі" }
      return wide ? "дағы" : "дегі"
    case .ablative:
      switch closing {
      case .nasal: return wide ? "нан" : "нен"
      case .vowel, .sonorant, .voiced: return wide ? "дан" : "ден"
      case .voiceless: return wide ? "тан" : "тен"
      }
    case .instrumental:
      switch closing {
      case .vowel, .nasal, .sonorant: return "мен"
      case .voiced: return "бен"
      case .voiceless: return "пен"
      }
    case .nominative, .prepositional:
      return ""
    }
  }

  /// The ending after the possessive of the third person: министрлігі + не.
  static func possessive(_ wanted: GrammaticalCase, row: KazakhRow) -> String {
    let back = row == .back
    switch wanted {
    case .genitive: return back ? "ның" : "нің"
    case .dative: return back ? "на" : "не"
    case .accusative: return "н"
    case .locative: return back ? "нда" : "нде"
    case .attributive: return back ? "ндағы" : "ндегі"
    case .ablative: return back ? "нан" : "нен"
    case .instrumental: return "мен"
    case .nominative, .prepositional: return ""
    }
  }

  /// The plural suffix; `last` is the last letter of the stem, for л takes -дар.
  static func plural(row: KazakhRow, closing: KazakhClosing, last: Unicode.Scalar) -> String {
    let back = row == .back
    switch closing {
    case .vowel: return back ? "лар" : "лер"
    case .sonorant:
      if last == "л" { return back ? "дар" : "дер" }
      return back ? "лар" : "лер"
    case .nasal, .voiced: return back ? "дар" : "дер"
    case .voiceless: return back ? "тар" : "тер"
    }
  }
}
