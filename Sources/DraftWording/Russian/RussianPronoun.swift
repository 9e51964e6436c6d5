/// Pronouns that stand before a noun as adjectives do: «этот договор», «весь товар», «наша сторона».
enum RussianPronoun {
  /// The gender and number that a nominative shows; nil for a word that is no such pronoun.
  static func agreement(of word: String) -> Gender?? {
    guard let (_, form) = parts(of: word) else { return .none }
    switch form {
    case 0: return .some(.masculine)
    case 1: return .some(.feminine)
    case 2: return .some(.neuter)
    default: return .some(.none)
    }
  }

  /// Declines a pronoun given in the nominative; nil for a word that is no such pronoun.
  static func decline(
    _ word: String, _ russian: RussianNounCase, _ target: RussianAdjective.Target
  ) -> String? {
    guard let (row, _) = parts(of: word) else { return nil }
    let forms = table[row]
    switch target.gender {
    case .feminine?:
      switch russian {
      case .nominative: return forms[1]
      case .accusative: return forms[4]
      default: return forms[5]
      }
    case nil:
      switch russian.resolved(animate: target.animate) {
      case .nominative, .accusative: return forms[3]
      case .genitive, .prepositional: return forms[10]
      case .dative: return forms[8]
      case .instrumental: return forms[11]
      }
    case .masculine?, .neuter?:
      switch russian.resolved(animate: target.animate && target.gender == .masculine) {
      case .nominative, .accusative: return forms[target.gender == .masculine ? 0 : 2]
      case .genitive: return forms[6]
      case .dative: return forms[7]
      case .instrumental: return forms[8]
      case .prepositional: return forms[9]
      }
    }
  }

  private static func parts(of word: String) -> (row: Int, form: Int)? {
    guard (4...10).contains(word.utf8.count) else { return nil }
    return nominatives[RussianWordHash.of(word)]
  }

  /// The four nominatives of each row.
  private static let nominatives: [UInt64: (row: Int, form: Int)] = {
    var result: [UInt64: (row: Int, form: Int)] = [:]
    for (row, forms) in table.enumerated() {
      for form in 0..<4 { result[RussianWordHash.of(forms[form])] = (row, form) }
    }
    return result
  }()

  /// Nominatives (m, f, n, plural); feminine accusative and other cases; masculine genitive, dative,
  /// instrumental (also the plural dative), prepositional; plural genitive and instrumental.
  private static let table: [[String]] = [
    [
      "этот", "эта", "это", "эти", "эту", "этой", "этого", "этому", "этим", "этом", "этих", "этими",
    ],
    ["тот", "та", "то", "те", "ту", "той", "того", "тому", "тем", "том", "тех", "теми"],
    [
      "весь", "вся", "всё", "все", "всю", "всей", "всего", "всему", "всем", "всём", "всех", "всеми",
    ],
    [
      "сам", "сама", "само", "сами", "саму", "самой", "самого", "самому", "самим", "самом", "самих",
      "самими",
    ],
    [
      "один", "одна", "одно", "одни", "одну", "одной", "одного", "одному", "одним", "одном",
      "одних",
      "одними",
    ],
    [
      "наш", "наша", "наше", "наши", "нашу", "нашей", "нашего", "нашему", "нашим", "нашем", "наших",
      "нашими",
    ],
    [
      "ваш", "ваша", "ваше", "ваши", "вашу", "вашей", "вашего", "вашему", "вашим", "вашем", "ваших",
      "вашими",
    ],
    ["мой", "моя", "моё", "мои", "мою", "моей", "моего", "моему", "моим", "моём", "моих", "моими"],
    [
      "твой", "твоя", "твоё", "твои", "твою", "твоей", "твоего", "твоему", "твоим", "твоём",
      "твоих",
      "твоими",
    ],
    [
      "свой", "своя", "своё", "свои", "свою", "своей", "своего", "своему", "своим", "своём",
      "своих",
      "своими",
    ],
  ]
}
