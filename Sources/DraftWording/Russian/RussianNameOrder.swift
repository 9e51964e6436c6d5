/// Telling the parts of a full name.
extension RussianNameParts {
  /// Tokens that go together: a particle and its surname, a father's name and «оглы».
  private struct Unit {
    var tokens: Range<Int>
    var patronymic: Gender?
  }

  /// Gives every token but initials and particles the same role.
  mutating func assignAll(_ role: Role) {
    for unit in units() {
      let kept = unit.tokens.count > 1 && tokens[unit.tokens].contains { isKin($0) }
      for index in unit.tokens where tokens[index].role != .initials {
        tokens[index].role = kept || isParticle(index) ? .kept : role
      }
      if role == .patronymic { patronymicGender = patronymicGender ?? unit.patronymic }
      if kept, role != .first { patronymicGender = patronymicGender ?? unit.patronymic }
    }
  }

  /// Gives the tokens of a full name their roles, by the order that is given or by the rules.
  mutating func assign(order: NameOrder?, gender: Gender?) {
    let all = units()
    let hasInitials = tokens.contains { $0.role == .initials }
    let named =
      hasInitials ? all.filter { tokens[$0.tokens.lowerBound].role != .initials } : all
    guard let first = named.first else { return }
    if named.count == 1 {
      let role = named.count < all.count ? Role.surname : roleOfLone(first, gender: gender)
      give(named[...], role)
      return
    }
    if named.count < all.count {
      // «Иванов Иван И.»: the initials stand for the patronymic.
      assignPair(named, order: order == .fps || order == .fs ? .fs : order.map { _ in .sf })
      return
    }
    var patronymic = order == .sf || order == .fs ? nil : position(ofPatronymicIn: named)
    if named.count > 2, patronymic == nil, order != nil {
      patronymic = position(ofPatronymicIn: named)
    }
    if let order, named.count > 2, patronymic == nil {
      switch order {
      case .sfp: patronymic = named.count - 1
      case .fps: patronymic = 1
      case .sf, .fs: break
      }
    }
    if order == .sfp, named.count > 2 { patronymic = named.count - 1 }
    guard let patronymic, named.count > 2 || order == nil || isListedFirst(named[0]) else {
      assignPair(named, order: order)
      return
    }
    give(named[patronymic...patronymic], .patronymic)
    if patronymic < named.count - 1 {
      give(named[..<patronymic], .first)
      give(named[(patronymic + 1)...], .surname)
    } else if order == nil, isFirstSurnameKin(named) {
      give(named[..<1], .first)
      give(named[1..<2], .surname)
    } else {
      // «Алиев Гейдар оглы» lacks the first name.
      let lacksFirst = named.count == 2 && order == nil && surnameScore(named[0]) > 3
      give(named[(patronymic - 1)..<patronymic], lacksFirst ? .surname : .first)
      give(named[..<(patronymic - 1)], .surname)
    }
  }

  // MARK: Units

  private func units() -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(4)
    var index = 0
    while index < tokens.count {
      var end = index + 1
      while end < tokens.count, isParticle(end - 1) { end += 1 }
      var patronymic = lastWord(of: tokens[end - 1]).flatMap {
        RussianNameFirst.patronymicGender($0)
      }
      if end < tokens.count, index > 0 || tokens.count == 2, isKin(tokens[end]) {
        patronymic = lastWord(of: tokens[end]).flatMap { RussianNameFirst.kinWordGender($0) }
        end += 1
      } else if let kin = lastWord(of: tokens[end - 1]), tokens[end - 1].words.count > 1,
        let gender = RussianNameFirst.kinWordGender(kin)
      {
        patronymic = gender
      }
      while end < tokens.count, tokens[end].isBracketed { end += 1 }
      units.append(Unit(tokens: index..<end, patronymic: patronymic))
      index = end
    }
    return units
  }

  private func isKin(_ token: Token) -> Bool {
    guard token.words.count == 1, let word = firstWord(of: token) else { return false }
    return RussianNameFirst.kinWordGender(word) != nil
  }

  private func isParticle(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].words.count == 1,
      let word = firstWord(of: tokens[index]), word.count <= 5
    else { return false }
    if word.isCapitalized { return Self.capitalParticles.contains(word) }
    return Self.particles.contains(word)
  }

  private static let particles = RussianNameTable(
    """
    фон ван де дер ден ди да до дос дас дю ла ле лос дель делла дела ибн аль эль ал эл бин бен
    бинт цу цур тер ас ад аш ар ан ат оф и фан
    """)
  private static let capitalParticles = RussianNameTable("фон дер ден ибн дель дю де")

  private mutating func give(_ units: ArraySlice<Unit>, _ role: Role) {
    for unit in units {
      let kept = unit.tokens.count > 1 && tokens[unit.tokens].contains { isKin($0) }
      for index in unit.tokens {
        tokens[index].role = kept || isParticle(index) ? .kept : role
      }
      if role == .patronymic || kept { patronymicGender = patronymicGender ?? unit.patronymic }
    }
  }

  // MARK: Rules

  /// «Азиза Ахмедова Рустам кызы»: the order of the Caucasus, with the surname in the middle.
  private func isFirstSurnameKin(_ units: [Unit]) -> Bool {
    guard units.count == 3, units[2].tokens.count > 1, surnameScore(units[0]) < 3,
      let middle = lastWord(of: tokens[units[1].tokens.lowerBound])
    else { return false }
    return middle.ends("ов") || middle.ends("ев") || middle.ends("ова") || middle.ends("ева")
  }

  /// The place of the patronymic: never the first; in the middle before at the end, since a
  /// surname may look like one («Анна Петровна Гуревич»).
  private func position(ofPatronymicIn units: [Unit]) -> Int? {
    var found: Int?
    for index in units.indices.dropFirst() where units[index].patronymic != nil {
      if index < units.count - 1 { return index }
      found = index
    }
    guard let found, units.count == 2 else { return found }
    // «Анна Гуревич» is a first name and a surname, «Анна Петровна» and «Иван Ильич» are not.
    let first = RussianNameGender.ofFirst(words(of: tokens[units[0].tokens.lowerBound]))
    if units[found].patronymic == .masculine, first.gender == .feminine { return nil }
    return found
  }

  /// Two parts or more without a patronymic: first names are known from the lists, surnames from
  /// their endings; what neither tells stands as surname, first name.
  private mutating func assignPair(_ units: [Unit], order: NameOrder?) {
    let surnameFirst: Bool
    let woman = order == nil ? womanAmongMen(units) : nil
    switch order {
    case .sf, .sfp: surnameFirst = true
    case .fs, .fps: surnameFirst = false
    case nil where isEastAsian(units):
      surnameFirst = true
      isGuessedOrder = false
    case nil where woman != nil:
      surnameFirst = woman == 1
    case nil:
      let start = surnameScore(units[0])
      let end = surnameScore(units[units.count - 1])
      surnameFirst = start >= end
      isGuessedOrder = start == end
    }
    if surnameFirst {
      // «Гарсия Маркес Габриэль» when the order is given, else «Ким Анна Мария».
      let split = order != nil && units.count > 2 ? units.count - 1 : 1
      give(units[..<split], .surname)
      give(units[split...], .first)
      isEastAsian = units.count > 2 && isEastAsian(units)
    } else {
      let split = order != nil ? 1 : units.count - 1
      give(units[..<split], .first)
      give(units[split...], .surname)
    }
  }

  /// «Си Цзиньпин», «Ким Ён Хи»: a short surname before a first name that no list has.
  private func isEastAsian(_ units: [Unit]) -> Bool {
    guard let surname = lastWord(of: tokens[units[0].tokens.lowerBound]),
      RussianNameSurnameList.eastAsian.contains(surname)
    else { return false }
    return !units.dropFirst().contains { isListedFirst($0) }
  }

  /// «Айгүл Серік», «Болат Асель»: of a woman's first name and a man's the man's is the surname. The
  /// place of the woman's name, if there is one of each.
  private func womanAmongMen(_ units: [Unit]) -> Int? {
    guard units.count == 2,
      let first = lastWord(of: tokens[units[0].tokens.lowerBound]),
      let second = lastWord(of: tokens[units[1].tokens.lowerBound])
    else { return nil }
    switch (bearerOfOneName(first), bearerOfOneName(second)) {
    case (.woman, .man): return 0
    case (.man, .woman): return 1
    default: return nil
    }
  }

  /// Who bears a first name; an unlisted one in a consonant may show a woman by its last element.
  private func bearerOfOneName(_ word: RussianNameWord) -> RussianNameFirstNames.Bearer? {
    if let bearer = RussianNameFirstNames.bearer(of: word) { return bearer }
    guard RussianNameLetter.isConsonant(word.last()) || word.last() == RussianNameLetter.soft,
      !Self.isSurnameLike(word)
    else { return nil }
    return RussianNameGender.ofFirst([word]).gender == .feminine ? .woman : nil
  }

  /// How much a unit is like a surname: an unlisted word with the ending of one is most.
  private func surnameScore(_ unit: Unit) -> Int {
    if unit.tokens.count > 1 { return 5 }
    guard let word = lastWord(of: tokens[unit.tokens.lowerBound]) else { return 2 }
    let listed = RussianNameFirstNames.bearer(of: word) != nil
    return (listed ? 0 : 2) + (Self.isSurnameLike(word) ? listed ? 1 : 2 : 0)
  }

  private func isListedFirst(_ unit: Unit) -> Bool {
    lastWord(of: tokens[unit.tokens.lowerBound]).flatMap {
      RussianNameFirstNames.bearer(of: $0)
    } != nil
  }

  private func roleOfLone(_ unit: Unit, gender: Gender?) -> Role {
    guard let word = lastWord(of: tokens[unit.tokens.lowerBound]) else { return .surname }
    if RussianNameFirstNames.bearer(of: word) != nil { return .first }
    if let own = unit.patronymic { return gender == nil || gender == own ? .patronymic : .surname }
    return .surname
  }

  /// The endings of rule 4.
  static func isSurnameLike(_ word: RussianNameWord) -> Bool {
    switch word.last() {
    case RussianNameLetter.v, RussianNameLetter.n:
      return RussianNameSurname.isPossessive(word) || word.ends("ян")
    case RussianNameLetter.a: return RussianNameSurname.isPossessiveFeminine(word)
    case RussianNameLetter.ya: return word.count > 3 && word.ends("ая")
    case RussianNameLetter.shortI: return word.ends("ский") || word.ends("цкий") || word.ends("ой")
    case RussianNameLetter.o: return word.ends("ко")
    case RussianNameLetter.k: return word.ends("ук") || word.ends("юк") || word.ends("чик")
    case RussianNameLetter.ch: return word.ends("ич")
    case RussianNameLetter.kh: return RussianNameSurname.isIndeclinablePlural(word)
    case RussianNameLetter.ts: return word.ends("ец") || word.ends("янц")
    case RussianNameLetter.e: return word.ends("дзе")
    case RussianNameLetter.i: return word.ends("швили")
    default: return false
    }
  }
}
