/// A phrase taken apart: `[agreeing modifiers] HEAD [tail]`, once or more when heads are coordinated.
struct RussianPhraseReading {
  /// A word of the phrase with what surrounds it.
  struct Token {
    /// Brackets and quotes before the word.
    var lead: Substring
    var core: String
    /// Commas and the like after the word.
    var trail: Substring
    /// The white space after it.
    var space: Substring
    var lower: String
    var role = Role.fixed
  }

  /// What a word does when the phrase is inflected.
  enum Role {
    case fixed
    /// Agrees with the head of the group.
    case modifier(group: Int)
    /// «1-й» before a head.
    case ordinal(group: Int, number: Int)
    case head(group: Int)
  }

  /// A head and the words that agree with it.
  struct Group {
    var head: RussianPhraseHead
    /// The gender that the modifiers show («мировой судья»); no gender means the plural.
    var gender: Gender?
  }

  private(set) var tokens: [Token]
  private(set) var groups: [Group] = []
  private(set) var doubts: [Doubt] = []
  /// Whether the phrase was taken for a plural by its first word, which may be a singular in another
  /// case: «договора».
  let isPluralGuessed: Bool
  private let plural: Bool
  private let gender: Gender?
  private let allCapitals: Bool

  /// Reads a phrase in the nominative.
  ///
  /// `plural` says that it is in the plural, `gender` what the caller knows of a head that its ending
  /// leaves open.
  init(_ phrase: String, plural: Bool, gender: Gender?) {
    tokens = Self.tokens(of: phrase)
    isPluralGuessed = !plural && gender == nil && Self.mayBePlural(tokens)
    self.plural = plural || isPluralGuessed || Self.showsPlural(tokens)
    self.gender = gender
    allCapitals = !RussianPhraseLetter.hasSmall(phrase)
    read(from: 0, plural: self.plural)
  }

  /// Whether the first word can only be a plural, so that the caller need not say so: «персональные
  /// данные», «проценты».
  private static func showsPlural(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first(where: { !$0.lower.isWord("не") }), first.lead.isEmpty else {
      return false
    }
    return RussianPluralShape.shows(first.lower)
  }

  /// Whether the first word is a colloquial plural in -а or the genitive of the same noun.
  private static func mayBePlural(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, first.lead.isEmpty else { return false }
    return RussianNounForm.mayBePlural(first.lower.withoutYo)
  }

  /// Whether the first word is a singular for certain, so that a plural asked for is to be made:
  /// «генеральный директор», «акт».
  static func showsSingular(_ phrase: String) -> Bool {
    guard let first = tokens(of: phrase).first(where: { !$0.lower.isWord("не") }),
      first.lead.isEmpty,
      !first.core.endsIn("."), let last = first.lower.lastLetter
    else { return false }
    if let shown = RussianPronoun.agreement(of: first.lower) { return shown != nil }
    if let shown = RussianAdjective.agreement(of: first.lower) {
      return shown != nil || first.lower.endsIn("ие") && !RussianPluralShape.shows(first.lower)
    }
    return "бвгджзйклмнопрстфхцчшщь".has(last)
  }

  // MARK: Groups

  /// Reads modifiers and a head from a word on, and what may be coordinated with them.
  private mutating func read(from start: Int, plural: Bool) {
    var index = start
    var modifiers: [(index: Int, gender: Gender?)] = []
    while index < tokens.count {
      let token = tokens[index]
      if !token.lead.isEmpty || token.core.isEmpty { break }
      if token.lower.isWord("не"), modifiers.isEmpty, index + 1 < tokens.count,
        agreement(tokens[index + 1].lower) != nil
      {
        index += 1
        continue
      }
      if RussianPhraseWords.isFunctionWord(token.lower), index > start || tokens.count > 1 { break }
      if token.core.endsIn(".") {
        if RussianPhraseWords.isNounShortening(token.lower) || modifiers.isEmpty && index > start {
          return
        }
        index += 1
        continue
      }
      if let ordinal = Self.ordinal(token.lower) {
        modifiers.append((index, plural ? nil : ordinal.gender))
        tokens[index].role = .ordinal(group: groups.count, number: ordinal.number)
        index += 1
        continue
      }
      if let shown = agreement(token.lower), (shown == nil) == plural,
        modifiers.isEmpty || modifiers[0].gender == shown,
        !isGoverned(index, modifiers, plural: plural)
      {
        modifiers.append((index, shown))
        if !token.trail.isEmpty { break }
        index += 1
        continue
      }
      if isAdverbBeforeAdjective(index, plural: plural) {
        index += 1
        continue
      }
      break
    }
    if modifiers.isEmpty || isNounHead(index, modifiers, plural: plural) {
      takeNoun(at: index, modifiers, plural: plural)
    } else if let agent = nounAfterAgent(index, modifiers, plural: plural)
      ?? nounAfterTail(index, modifiers, plural: plural)
    {
      takeNoun(at: agent, modifiers, plural: plural)
    } else if let last = modifiers.last, tokens[last.index].lower.isWord("простой") {
      // «Простой оборудования» is the noun.
      takeNoun(at: last.index, Array(modifiers.dropLast()), plural: plural)
    } else if let last = modifiers.last, !isOrdinal(last.index) {
      let head = RussianPhraseHead(adjective: tokens[last.index].lower, gender: last.gender)
      take(head, at: last.index, gender: last.gender, modifiers.dropLast())
    }
  }

  private func agreement(_ word: String) -> Gender?? {
    if let pronoun = RussianPronoun.agreement(of: word) { return pronoun }
    guard !RussianPhraseWords.isNounLikeAdjective(word),
      let shown = RussianAdjective.agreement(of: word)
    else { return .none }
    // In the singular -ие is a noun («предприятие»).
    if shown == nil, !plural, word.endsIn("ие"), groups.isEmpty { return .none }
    return shown
  }

  private func isOrdinal(_ index: Int) -> Bool {
    if case .ordinal = tokens[index].role { return true }
    return false
  }

  /// «1-й», «2-я»: the number and gender, if the word is an ordinal in digits in the nominative.
  private static func ordinal(_ word: String) -> (number: Int, gender: Gender)? {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let parts = word.split(separator: "-")
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    switch parts[1] {
    case "й", "ый", "ой", "ий": return (number, .masculine)
    case "я", "ая", "ья": return (number, .feminine)
    case "е", "ое", "ье": return (number, .neuter)
    default: return nil
    }
  }

  /// «Заведующий кафедрой»: after a participle that governs, a word in -ой is an adjective only when
  /// a noun that it agrees with follows («ведущий правовой консультант»).
  private func isGoverned(
    _ index: Int, _ modifiers: [(index: Int, gender: Gender?)], plural: Bool
  ) -> Bool {
    guard let last = modifiers.last, tokens[index].lower.endsIn("ой"),
      RussianPhraseWords.governs(tokens[last.index].lower)
    else { return false }
    var next = index + 1
    while next < tokens.count, agreement(tokens[next].lower) == last.gender { next += 1 }
    return !isNounHead(next, [(index, last.gender)], plural: plural)
      || RussianPhraseWords.looksInstrumental(tokens[next].lower)
  }

  /// «Вступивший в законную силу судебный акт»: after a past participle and its tail the modifiers go
  /// on to a noun that they agree with.
  private mutating func nounAfterTail(
    _ index: Int, _ modifiers: [(index: Int, gender: Gender?)], plural: Bool
  ) -> Int? {
    guard let last = modifiers.last, !plural, index < tokens.count,
      RussianPhraseWords.isFunctionWord(tokens[index].lower),
      tokens[last.index].lower.contains("вш")
    else { return nil }
    for next in index..<tokens.count
    where agreement(tokens[next].lower) == .some(last.gender)
      && !tokens[next].lower.endsIn("ой")
      && isNounHead(next + 1, [(next, last.gender)], plural: plural)
    {
      tokens[next].role = .modifier(group: groups.count)
      return next + 1
    }
    return nil
  }

  private func isAdverbBeforeAdjective(_ index: Int, plural: Bool) -> Bool {
    guard index + 1 < tokens.count, RussianPhraseWords.isAdverb(tokens[index].lower) else {
      return false
    }
    let next = tokens[index + 1].lower
    if let shown = agreement(next) { return (shown == nil) == plural }
    return isAdverbBeforeAdjective(index + 1, plural: plural)
  }

  /// Whether the word after the modifiers is a noun that they agree with.
  private func isNounHead(
    _ index: Int, _ modifiers: [(index: Int, gender: Gender?)], plural: Bool
  ) -> Bool {
    guard index < tokens.count, let last = modifiers.last, last.index < index else { return false }
    let token = tokens[index]
    guard token.lead.isEmpty, !token.core.endsIn("."),
      !RussianPhraseWords.isFunctionWord(token.lower)
    else { return false }
    if isAbbreviation(token) { return true }
    let before = tokens[last.index].lower
    if RussianPhraseWords.governs(before), RussianPhraseWords.looksInstrumental(token.lower) {
      return false
    }
    if plural {
      guard let letter = token.lower.lastLetter, "ыиаяе".has(letter) else { return false }
      return !token.lower.endsIn("ами") && !token.lower.endsIn("ями")
        && !(RussianPhraseWords.governs(before) && token.lower.endsIn("а"))
    }
    // A feminine modifier settles what «банка» is, and which part of «счёт-фактура» it follows.
    let isSettled = token.lower.utf8.contains(0x2D) || last.gender == .feminine
    let head = RussianPhraseHead(
      noun: token.lower, plural: false, gender: isSettled ? last.gender : nil)
    guard let shown = last.gender else { return head.gender == nil }
    guard let own = head.gender else { return false }
    if shown == .feminine, own == .masculine { return head.animate && token.lower.endsIn("а") }
    if case .nouns(let parts) = head.kind, let noun = parts.last?.noun,
      noun.kind == .softFeminine
        || noun.kind == .soft, !noun.certain
    {
      return shown != .neuter
    }
    if case .nouns(let parts) = head.kind, parts.last?.noun?.kind == .indeclinable {
      return head.certain
    }
    return shown == own || RussianNounPersons.isMan(token.lower.withoutYo) && shown != .neuter
  }

  /// «Гарантированная государством юридическая помощь»: after a passive participle and its agent the
  /// modifiers go on to a noun that they agree with.
  private mutating func nounAfterAgent(
    _ index: Int, _ modifiers: [(index: Int, gender: Gender?)], plural: Bool
  ) -> Int? {
    guard let last = modifiers.last, last.index + 1 == index, index < tokens.count else {
      return nil
    }
    let participle = tokens[last.index].lower.withoutLast(2)
    guard participle.endsIn("нн") || participle.endsIn("ем") || participle.endsIn("им"),
      RussianPhraseWords.looksInstrumental(tokens[index].lower)
    else { return nil }
    var more: [Int] = []
    var next = index + 1
    while next < tokens.count, let shown = agreement(tokens[next].lower), shown == last.gender {
      more.append(next)
      next += 1
    }
    guard next < tokens.count, isNounHead(next, [(next - 1, last.gender)], plural: plural) else {
      return nil
    }
    for position in more { tokens[position].role = .modifier(group: groups.count) }
    return next
  }

  private func isAbbreviation(_ token: Token) -> Bool {
    guard token.core.utf8.count > 2, !RussianPhraseLetter.hasSmall(token.core),
      token.core.unicodeScalars.contains(where: RussianPhraseLetter.isLetter)
    else { return false }
    return !allCapitals || RussianPhraseWords.isAbbreviation(token.core)
  }

  // MARK: Heads

  private mutating func takeNoun(
    at index: Int, _ modifiers: [(index: Int, gender: Gender?)], plural: Bool
  ) {
    guard index < tokens.count else { return }
    let token = tokens[index]
    guard token.lead.isEmpty, !token.core.isEmpty else { return }
    let shown = modifiers.last.map(\.gender)
    if isAbbreviation(token) {
      // «Настоящее ТОО»: the modifiers change, the abbreviation stays.
      let head = RussianPhraseHead(adjective: "-", gender: shown ?? .neuter)
      take(head, at: index, gender: shown ?? .neuter, modifiers)
      tokens[index].role = .fixed
      return
    }
    guard token.lower.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) else {
      if token.lower.contains(where: { $0.isLetter }) {
        doubts.append(Doubt(word: token.core, form: token.core, reason: .notCyrillic))
      }
      return
    }
    let known = shown ?? gender
    let head = RussianPhraseHead(noun: token.lower, plural: plural, gender: known)
    take(head, at: index, gender: shown ?? head.gender, modifiers)
  }

  private mutating func take(
    _ head: RussianPhraseHead, at index: Int, gender: Gender?,
    _ modifiers: some Sequence<(index: Int, gender: Gender?)>
  ) {
    let group = groups.count
    groups.append(Group(head: head, gender: gender))
    for modifier in modifiers where !isOrdinal(modifier.index) {
      tokens[modifier.index].role = .modifier(group: group)
    }
    tokens[index].role = .head(group: group)
    readCoordinated(after: index, group: group)
  }

  /// After a head: «истец и ответчик», «фамилия, имя», «лицо, обратившееся …», and further on «и
  /// генеральный директор».
  private mutating func readCoordinated(after index: Int, group: Int) {
    guard index + 1 < tokens.count else { return }
    let next = index + 1
    if tokens[index].trail.first == "," {
      let next = tokens[next].lower.isWord("не") && next + 1 < tokens.count ? next + 1 : next
      if let shown = agreement(tokens[next].lower), shown == groups[group].gender,
        tokens[next].lead.isEmpty
      {
        tokens[next].role = .modifier(group: group)
      } else if isDirect(next) {
        read(from: next, plural: looksPlural(tokens[next].lower))
      }
      return
    }
    guard tokens[index].trail.isEmpty else { return }
    if isConjunction(tokens[next].lower), next + 1 < tokens.count, isDirect(next + 1) {
      read(from: next + 1, plural: looksPlural(tokens[next + 1].lower))
      return
    }
    var open = false
    for position in next..<tokens.count {
      if !tokens[position].lead.isEmpty { open = true }
      if !open, isConjunction(tokens[position].lower), position + 1 < tokens.count,
        startsNominative(position + 1)
      {
        read(from: position + 1, plural: plural)
        return
      }
      if !tokens[position].trail.isEmpty { open = tokens[position].trail.first == "," && open }
    }
  }

  private func isConjunction(_ word: String) -> Bool { word.isWord("и") || word.isWord("или") }

  private func isDirect(_ index: Int) -> Bool {
    tokens[index].lead.isEmpty && !RussianPhraseWords.isFunctionWord(tokens[index].lower)
      && !tokens[index].core.endsIn(".")
  }

  /// In a coordination the second head may be a plural beside a singular: «порядок и сроки».
  private func looksPlural(_ word: String) -> Bool {
    if plural { return word.lastLetter.map { "ыиаяе".has($0) } ?? true }
    if let shown = RussianAdjective.agreement(of: word) {
      return shown == nil && (word.endsIn("ые") || RussianPhraseWords.governs(word))
    }
    guard let last = word.lastLetter else { return false }
    return last == "ы" || last == "и" && !RussianNoun(word).certain
  }

  /// Whether a word far from its head can only be a nominative: «… и генеральный директор».
  private func startsNominative(_ index: Int) -> Bool {
    guard !plural, isDirect(index) else { return false }
    let word = tokens[index].lower
    if !RussianPhraseWords.isNounLikeAdjective(word), let shown = agreement(word) {
      return shown == .masculine && !word.endsIn("ой") || shown == .feminine
    }
    let noun = RussianNoun(word)
    return noun.kind == .hard && noun.animate && !word.endsIn("ом") && !word.endsIn("ем")
  }
}
