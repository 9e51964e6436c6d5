/// A name taken apart: tokens between spaces, each with its part in the name.
struct RussianNameParts {
  /// What a token is in the name.
  enum Role: Sendable {
    case surname
    case first
    case patronymic
    /// «И.», «И.И.», «К.-Ж.»
    case initials
    /// A particle or a word like «оглы» with the father's name before it: never declines.
    case kept
  }

  /// What stands between two spaces.
  struct Token {
    /// Its place in the bytes of the name.
    var range: Range<Int>
    /// Its parts between hyphens, in ``RussianNameParts/words``; empty for initials.
    var words: Range<Int>
    /// Its part in the name.
    var role: Role
    /// The token is in brackets and belongs to the one before.
    var isBracketed: Bool
  }

  /// The UTF-8 of the name, with й and ё in one scalar.
  var bytes: [UInt8]
  /// The words of all tokens, in the order of the name.
  var words: [RussianNameWord] = []
  /// The tokens in the order of the name.
  var tokens: [Token] = []
  /// The order had to be guessed against no evidence.
  var isGuessedOrder = false
  /// A name of East Asia in three words or more («Ким Чен Ир»), of which the last alone declines.
  var isEastAsian = false
  /// What a patronymic, with its «оглы» if it is of two words, says.
  var patronymicGender: Gender?

  /// Takes a name apart.
  init(_ name: String, kind: NameKind?, gender: Gender?, order: NameOrder?) {
    bytes = Array(name.utf8)
    if bytes.contains(0xCC) { bytes = Self.composed(name) }
    words.reserveCapacity(4)
    tokens.reserveCapacity(4)
    readTokens()
    switch kind {
    case .surname: assignAll(.surname)
    case .first: assignAll(.first)
    case .patronymic: assignAll(.patronymic)
    case .full, nil: assign(order: order, gender: gender)
    }
  }

  // MARK: Tokens

  private mutating func readTokens() {
    var index = 0
    while index < bytes.count {
      let space = Self.spaceLength(bytes, index)
      if space > 0 {
        index += space
        continue
      }
      let start = index
      var dot: Int?
      while index < bytes.count, Self.spaceLength(bytes, index) == 0 {
        if bytes[index] == 0x2E { dot = index }
        index += 1
      }
      if let dot, Self.isInitials(bytes, start..<dot + 1) {
        // «И.И.Иванов» without a space is initials and a surname; «И.И» lacks its last dot.
        if Self.isInitials(bytes, start..<index) {
          appendInitials(start..<index)
        } else {
          appendInitials(start..<dot + 1)
          appendToken(dot + 1..<index)
        }
      } else {
        appendToken(start..<index)
      }
    }
  }

  private mutating func appendInitials(_ range: Range<Int>) {
    let none = words.count..<words.count
    tokens.append(Token(range: range, words: none, role: .initials, isBracketed: false))
  }

  private mutating func appendToken(_ range: Range<Int>) {
    let first = words.count
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let hyphen = Self.hyphenLength(bytes, index)
      if hyphen > 0 {
        appendWord(start..<index)
        index += hyphen
        start = index
      } else {
        index += 1
      }
    }
    appendWord(start..<index)
    tokens.append(
      Token(
        range: range, words: first..<words.count, role: .kept,
        isBracketed: bytes[range.lowerBound] == 0x28))
  }

  private mutating func appendWord(_ range: Range<Int>) {
    if range.isEmpty { return }
    let word = RussianNameWord(bytes, range)
    if word.count > 0 { words.append(word) }
  }

  /// Space, tab, line end, no-break space, narrow no-break space.
  private static func spaceLength(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF:
      return 3
    default: return 0
    }
  }

  /// Hyphen-minus, hyphen, no-break hyphen, en dash.
  private static func hyphenLength(_ bytes: [UInt8], _ index: Int) -> Int {
    if bytes[index] == 0x2D { return 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    let last = bytes[index + 2]
    return last == 0x90 || last == 0x91 || last == 0x93 ? 3 : 0
  }

  /// Letters by one or two, each with its dot (the last may lack it): «И.», «К.-Ж.», «Дж.Р.».
  private static func isInitials(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var letters = 0
    var dots = 0
    for byte in bytes[range] {
      if byte == 0x2E {
        if letters == 0 { return false }
        dots += 1
        letters = 0
      } else if byte & 0xC0 != 0x80, byte != 0x2D {
        letters += 1
        if letters > 2 { return false }
      }
    }
    return dots > 0 && (letters == 0 || letters == 1)
  }

  /// й and ё that come as a letter and a mark, in one scalar.
  private static func composed(_ name: String) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      var replacement: Unicode.Scalar?
      switch (scalars.last, scalar.value) {
      case ("и", 0x306): replacement = "й"
      case ("И", 0x306): replacement = "Й"
      case ("е", 0x308): replacement = "ё"
      case ("Е", 0x308): replacement = "Ё"
      default: break
      }
      if let replacement {
        scalars.removeLast()
        scalars.append(replacement)
      } else {
        scalars.append(scalar)
      }
    }
    return Array(String(scalars).utf8)
  }

  // MARK: Access

  /// The text of a range of the name.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words of a token.
  func words(of token: Token) -> ArraySlice<RussianNameWord> { words[token.words] }

  /// The first word of a token.
  func firstWord(of token: Token) -> RussianNameWord? {
    token.words.isEmpty ? nil : words[token.words.lowerBound]
  }

  /// The last word of a token.
  func lastWord(of token: Token) -> RussianNameWord? {
    token.words.isEmpty ? nil : words[token.words.upperBound - 1]
  }

  /// What the name says about the gender: patronymic, then surname, then first name.
  var gender: RussianNameGender.Finding {
    if let patronymicGender { return .init(gender: patronymicGender, isSure: true) }
    let first = firstNameFinding
    for token in tokens where token.role == .surname {
      if let gender = RussianNameGender.ofSurname(words(of: token)) {
        let contradicted = first.isSure && first.gender != nil && first.gender != gender
        return .init(gender: gender, isSure: !contradicted)
      }
    }
    return first
  }

  /// What the first name says: its last word that says anything.
  private var firstNameFinding: RussianNameGender.Finding {
    var result = RussianNameGender.Finding.nothing
    for token in tokens where token.role == .first {
      let finding = RussianNameGender.ofFirst(words(of: token))
      if finding.gender != nil || result.gender == nil { result = finding }
    }
    return result
  }
}
