/// The endings of adjectives, participles, ordinals and nouns of adjectival form.
enum RussianAdjective {
  /// What an adjective agrees with; no gender means the plural.
  struct Target {
    var gender: Gender?
    var animate: Bool
  }

  /// Declines an adjective given in the masculine nominative (`-ый -ий -ой`, also `-ийся`).
  static func decline(
    masculine word: String, _ russian: RussianNounCase, _ target: Target
  ) -> String {
    let reflexive = word.endsIn("ся")
    let plain = reflexive ? word.withoutLast(2) : word[...]
    let stem = plain.withoutLast(2)
    guard let last = stem.lastLetter else { return word }
    let stressed = plain.endsIn("ой")
    let softness: Softness
    if word == "третий" {
      softness = .possessive
    } else if plain.endsIn("ий"), !"гкх".has(last) {
      softness = "жшчщ".has(last) ? .hissing : .soft
    } else {
      softness = "гкхжшчщ".has(last) ? .velar : .hard
    }
    return stem + ending(softness, russian, target, stressed: stressed) + (reflexive ? "ся" : "")
  }

  /// Declines an adjective or pronoun given in any nominative («трудовая», «трудовые»).
  ///
  /// Nil when the ending is not that of such a form.
  static func decline(
    nominative word: String, _ russian: RussianNounCase, _ target: Target
  ) -> String? {
    if let pronoun = RussianPronoun.decline(word, russian, target) { return pronoun }
    guard let masculine = masculine(of: word) else { return nil }
    return decline(masculine: masculine, russian, target)
  }

  /// The gender and number that the ending of a nominative shows: nil for a word that cannot be an
  /// adjective, `.some(nil)` for a plural.
  static func agreement(of word: String) -> Gender?? {
    let plain = word.endsIn("ся") ? word.withoutLast(2) : word[...]
    guard plain.utf8.count > 6 else { return .none }
    switch plain.lastLetter {
    case "й":
      if plain.endsIn("ый") || plain.endsIn("ий") || plain.endsIn("ой") { return .some(.masculine) }
    case "я":
      if plain.endsIn("ая") || plain.endsIn("яя") || plain == "третья" { return .some(.feminine) }
    case "е":
      if plain.endsIn("ое") || plain.endsIn("ее") || plain == "третье" { return .some(.neuter) }
      if plain.endsIn("ые") || plain.endsIn("ие") { return .some(.none) }
    case "и":
      if plain == "третьи" { return .some(.none) }
    default: break
    }
    return .none
  }

  /// The masculine nominative of an adjective given in another gender or in the plural.
  private static func masculine(of word: String) -> String? {
    guard let shown = agreement(of: word) else { return nil }
    if shown == .masculine { return word }
    if word.utf8.count == 12, word.hasPrefix("треть") { return "третий" }
    let reflexive = word.endsIn("ся")
    let plain = reflexive ? word.withoutLast(2) : word[...]
    let stem = plain.withoutLast(2)
    guard let last = stem.lastLetter else { return nil }
    let ending: String
    if plain.endsIn("яя") || plain.endsIn("ее") || plain.endsIn("ие") {
      ending = "гкх".has(last) || !isStressedHissing(stem) ? "ий" : "ой"
    } else if "гкхжшчщ".has(last) {
      ending = "гкх".has(last) || !isStressedHissing(stem) ? "ий" : "ой"
    } else {
      ending = "ый"
    }
    return stem + ending + (reflexive ? "ся" : "")
  }

  /// «Большой», «чужой» and their kind, whose ending is stressed after a hissing letter.
  private static func isStressedHissing(_ stem: Substring) -> Bool {
    switch stem {
    case "больш", "чуж", "меньш", "небольш": true
    default: false
    }
  }

  /// The row of endings that a stem takes.
  private enum Softness {
    /// «новый», «правовой».
    case hard
    /// «городской», «большой»: и for ы.
    case velar
    /// «общий», «рабочий»: и for ы, е for о.
    case hissing
    /// «последний».
    case soft
    /// «третий».
    case possessive
  }

  private static func ending(
    _ softness: Softness, _ russian: RussianNounCase, _ target: Target, stressed: Bool
  ) -> String {
    let soft = softness == .soft || softness == .hissing || softness == .possessive
    let sign = softness == .possessive ? "ь" : ""
    let thin = softness != .hard
    switch target.gender {
    case .feminine?:
      switch russian {
      case .nominative:
        return softness == .possessive ? "ья" : softness == .soft ? "яя" : "ая"
      case .accusative:
        return softness == .possessive ? "ью" : softness == .soft ? "юю" : "ую"
      default: return sign + (soft ? "ей" : "ой")
      }
    case nil:
      switch russian.resolved(animate: target.animate) {
      case .nominative, .accusative:
        return softness == .possessive ? "ьи" : thin ? "ие" : "ые"
      case .genitive, .prepositional: return sign + (thin ? "их" : "ых")
      case .dative: return sign + (thin ? "им" : "ым")
      case .instrumental: return sign + (thin ? "ими" : "ыми")
      }
    case .masculine?, .neuter?:
      let masculine = target.gender == .masculine
      switch russian.resolved(animate: target.animate && masculine) {
      case .nominative, .accusative:
        if !masculine { return softness == .possessive ? "ье" : soft ? "ее" : "ое" }
        return stressed ? "ой" : softness == .hard ? "ый" : "ий"
      case .genitive: return sign + (soft ? "его" : "ого")
      case .dative: return sign + (soft ? "ему" : "ому")
      case .instrumental: return sign + (thin ? "им" : "ым")
      case .prepositional: return sign + (soft ? "ем" : "ом")
      }
    }
  }
}
