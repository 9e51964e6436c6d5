/// Writes the words of a name in a case and collects what is doubtful about them.
struct RussianNameWriter {
  private var parts: RussianNameParts
  private var grammaticalCase: GrammaticalCase
  private var isFeminine: Bool
  private var isSureOfGender: Bool
  private var output: [UInt8] = []
  private var found: [Doubt] = []
  /// The surname is written without the first name.
  private var isAlone = false

  /// A writer for one name; a gender that is not given is told from the name, and masculine
  /// forms stand, with a doubt where it matters, when it cannot be told.
  init(_ parts: RussianNameParts, case: GrammaticalCase, gender: Gender?) {
    self.parts = parts
    grammaticalCase = `case`
    if let gender {
      isFeminine = gender == .feminine
      isSureOfGender = true
    } else {
      let finding = parts.gender
      isFeminine = finding.gender == .feminine
      isSureOfGender = finding.gender != nil && finding.isSure
    }
  }

  /// The whole name, with everything between its words as it was.
  mutating func whole() -> String {
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(parts.bytes.count + 16)
    var written = 0
    for index in parts.tokens.indices {
      let range = parts.tokens[index].range
      copy(written..<range.lowerBound)
      write(index)
      written = range.upperBound
    }
    copy(written..<parts.bytes.count)
    return String(decoding: output, as: UTF8.self)
  }

  /// The surname alone, with its particles.
  mutating func surname() -> String {
    output.removeAll(keepingCapacity: true)
    isAlone = true
    for index in parts.tokens.indices where isSurname(index) {
      if !output.isEmpty { output += [0xC2, 0xA0] }
      write(index)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func isSurname(_ index: Int) -> Bool {
    switch parts.tokens[index].role {
    case .surname: return true
    case .kept:
      // A particle stands before its surname, perhaps with another between them.
      var next = index + 1
      while next < parts.tokens.count, parts.tokens[next].role == .kept { next += 1 }
      return next < parts.tokens.count && parts.tokens[next].role == .surname
        && !parts.isKinPhrase(index)
    default: return false
    }
  }

  /// The doubts, or one for the whole when nothing of it is in Cyrillic.
  func doubts(name: String, form: String) -> [Doubt] {
    if found.count > 1, found.allSatisfy({ $0.reason == .notCyrillic }),
      parts.words.allSatisfy({ $0.isForeign })
    {
      return [Doubt(word: name, form: form, reason: .notCyrillic)]
    }
    if parts.isEastAsian, !isAlone { return [Doubt(word: name, form: form, reason: .foreignName)] }
    // One warning for a person: the gender settles every word of the name.
    if found.filter({ $0.reason == .undecidedGender }).count > 1 {
      return [Doubt(word: name, form: form, reason: .undecidedGender)]
        + found.filter { $0.reason != .undecidedGender }
    }
    return found
  }

  // MARK: Tokens

  private mutating func copy(_ range: Range<Int>) {
    if !range.isEmpty { output.append(contentsOf: parts.bytes[range]) }
  }

  private mutating func write(_ index: Int) {
    let token = parts.tokens[index]
    let start = output.count
    var doubt: Doubt.Reason?
    var dependsOnGender = false
    var written = token.range.lowerBound
    let isFixed = parts.isEastAsian && index < parts.tokens.count - 1 && !isAlone
    if token.role == .kept || token.role == .initials || grammaticalCase == .nominative || isFixed {
      copy(token.range)
      return
    }
    for position in token.words.indices {
      let word = parts.words[position]
      copy(written..<word.range.lowerBound)
      written = word.range.upperBound
      if word.isForeign {
        copy(word.range)
        doubt = .notCyrillic
        continue
      }
      let declension = declension(token, position, feminine: isFeminine)
      if !isSureOfGender, !dependsOnGender {
        let other = self.declension(token, position, feminine: !isFeminine)
        dependsOnGender = !declension.agrees(with: other, in: grammaticalCase)
      }
      write(word, declension)
      doubt = doubt ?? declension.doubt
    }
    copy(written..<token.range.upperBound)
    if dependsOnGender { doubt = .undecidedGender }
    if let doubt {
      let form = String(decoding: output[start...], as: UTF8.self)
      found.append(Doubt(word: parts.text(token.range), form: form, reason: doubt))
    }
  }

  private func declension(
    _ token: RussianNameParts.Token, _ position: Int, feminine: Bool
  ) -> RussianNameDeclension {
    let word = parts.words[position]
    let isLast = position == token.words.upperBound - 1
    switch token.role {
    case .surname:
      if !isLast {
        if RussianNameSurnameList.prefixes.contains(word) { return .fixed }
        if endsInKinWord(token) { return .fixed }
      }
      return RussianNameSurname.declension(word, feminine: feminine)
    case .first:
      if !isLast {
        if !feminine || endsInKinWord(token) { return .fixed }
        if RussianNameLetter.isConsonant(word.last()) { return .fixed }
      }
      return RussianNameFirst.declension(word, feminine: feminine)
    case .patronymic:
      return isLast ? RussianNameFirst.patronymic(word) : .fixed
    case .initials, .kept:
      return .fixed
    }
  }

  /// «Гасан-оглы», «Ахмед-заде».
  private func endsInKinWord(_ token: RussianNameParts.Token) -> Bool {
    guard let last = parts.lastWord(of: token) else { return false }
    return RussianNameFirst.kinWordGender(last) != nil || last.count == 4 && last.ends("заде")
  }

  // MARK: Letters

  /// Letters that stay keep their case; added ones are small unless the whole word is in capitals.
  private mutating func write(_ word: RussianNameWord, _ declension: RussianNameDeclension) {
    guard let pattern = declension.pattern, let ending = pattern[grammaticalCase] else {
      copy(word.range)
      return
    }
    // Every letter that is dropped is Cyrillic and takes two bytes.
    copy(word.range.lowerBound..<word.range.upperBound - 2 * declension.drop)
    append(declension.stem, upper: word.isUpper)
    append(ending, upper: word.isUpper)
  }

  private mutating func append(_ letters: String, upper: Bool) {
    if !upper {
      output.append(contentsOf: letters.utf8)
      return
    }
    var lead: UInt8 = 0
    for byte in letters.utf8 {
      if byte >= 0xC0 {
        lead = byte
      } else if lead == 0xD0 {
        // а…п become А…П.
        output.append(0xD0)
        output.append(byte >= 0xB0 ? byte - 0x20 : byte)
      } else {
        // р…я become Р…Я.
        output.append(0xD0)
        output.append(byte + 0x20)
      }
    }
  }
}
