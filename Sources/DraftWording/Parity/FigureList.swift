/// The figures of a text, brought to one form so that two languages can be compared: `1 000` is
/// 1000, «45-бап» is 45, VІ is 6, «15 мамыр» is «15 мая» is 15.05.
public struct FigureList: Sendable, Hashable {
  /// One figure.
  public struct Figure: Sendable, Hashable {
    /// Its value: digits with a point, or `month 5`.
    public var value: String
    /// As it stands.
    public var text: String
    /// In UTF-8 offsets of the text.
    public var range: Range<Int>
    /// Whether it is a percentage.
    public var isPercent = false
    /// What it counts, when it is a period.
    public var unit: PeriodUnit?
  }

  /// The figures in the order of the text, and number words that count a period.
  public private(set) var figures: [Figure] = []
  /// The values of all number words, ordinals too; they may stand for a figure of the other text.
  public private(set) var words: Set<String> = []

  private enum Kind {
    case number
    case word
    case mark
  }

  private struct Token {
    var kind: Kind
    var letters: ArraySlice<Unicode.Scalar>
    var range: Range<Int>
    /// Small, with е for ё; empty for what is no word.
    var word = ""
    var followsSpace: Bool
  }

  /// Nothing.
  public init() {}

  /// Reads a text.
  ///
  /// - Parameter language: `kk` or `ru`, for number words.
  public init(_ text: String, language: String) {
    let tokens = Self.tokens(text)
    var at = 0
    while at < tokens.count {
      switch tokens[at].kind {
      case .number: at = readNumber(tokens, at)
      case .word: at = readWord(tokens, at, language)
      case .mark: at += 1
      }
    }
  }

  /// Adds the figures of a text that follows.
  public mutating func append(_ other: FigureList, offset: Int) {
    for var figure in other.figures {
      figure.range = figure.range.lowerBound + offset..<figure.range.upperBound + offset
      figures.append(figure)
    }
    words.formUnion(other.words)
  }

  // MARK: Numbers

  private mutating func readNumber(_ tokens: [Token], _ start: Int) -> Int {
    if let next = readDate(tokens, start) { return next }
    var at = start + 1
    var digits = Self.text(tokens[start].letters)
    if digits.utf8.count < 4, digits.utf8.first != 0x30 {
      while at < tokens.count, tokens[at].kind == .number, tokens[at].letters.count == 3,
        tokens[at].range.lowerBound - tokens[at - 1].range.upperBound < 4,
        tokens[at].followsSpace
      {
        digits += Self.text(tokens[at].letters)
        at += 1
      }
    }
    while at + 1 < tokens.count, Self.isMark(tokens[at], ".") || Self.isMark(tokens[at], ","),
      tokens[at + 1].kind == .number, !tokens[at].followsSpace, !tokens[at + 1].followsSpace
    {
      digits += "." + Self.text(tokens[at + 1].letters)
      at += 2
    }
    var value = Self.withoutZeros(digits)
    let end = at
    // The Roman year of an act: «176-VI».
    if at + 1 < tokens.count, Self.isMark(tokens[at], "-"), !tokens[at].followsSpace,
      !tokens[at + 1].followsSpace, let roman = RomanNumeral.value(tokens[at + 1].letters)
    {
      add(value, tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound, tokens, start)
      add(String(roman), tokens[at + 1].range, tokens, at + 1)
      return at + 2
    }
    if at < tokens.count, let places = Self.places(tokens[at].word) {
      value = Self.shifted(value, by: places)
      at += 1
      if at < tokens.count, Self.isMark(tokens[at], ".") { at += 1 }
    }
    var figure = Figure(
      value: value, text: "",
      range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound)
    figure.text = Self.text(tokens, start, end)
    let after = Self.pastBracket(tokens, at)
    figure.isPercent = Self.isPercent(tokens, at) || Self.isPercent(tokens, after)
    figure.unit = Self.unit(tokens, after)
    figures.append(figure)
    return at
  }

  /// «15.05.2019».
  private mutating func readDate(_ tokens: [Token], _ at: Int) -> Int? {
    guard at + 4 < tokens.count, tokens[at].letters.count < 3, tokens[at + 2].letters.count == 2,
      tokens[at + 4].letters.count == 4, tokens[at + 2].kind == .number,
      tokens[at + 4].kind == .number, Self.isMark(tokens[at + 1], "."),
      Self.isMark(tokens[at + 3], "."),
      tokens[at].range.lowerBound + tokens[at].letters.count + 8 == tokens[at + 4].range.upperBound
    else { return nil }
    add(Self.withoutZeros(Self.text(tokens[at].letters)), tokens[at].range, tokens, at)
    let month = Self.withoutZeros(Self.text(tokens[at + 2].letters))
    add("month " + month, tokens[at + 2].range, tokens, at + 2)
    add(Self.text(tokens[at + 4].letters), tokens[at + 4].range, tokens, at + 4)
    return at + 5
  }

  private mutating func add(_ value: String, _ range: Range<Int>, _ tokens: [Token], _ at: Int) {
    figures.append(Figure(value: value, text: Self.text(tokens[at].letters), range: range))
  }

  // MARK: Words

  private mutating func readWord(_ tokens: [Token], _ at: Int, _ language: String) -> Int {
    let token = tokens[at]
    if token.letters.count > 1, RomanNumeral.isMade(of: token.letters),
      let roman = RomanNumeral.value(token.letters)
    {
      add(String(roman), token.range, tokens, at)
      return at + 1
    }
    if let month = MonthNames.month(token.word), Self.isDated(tokens, at) {
      add("month \(month)", token.range, tokens, at)
      return at + 1
    }
    if let ordinal = OrdinalWords.value(token.word) { words.insert(String(ordinal)) }
    let run = Self.words(tokens, at)
    let reading =
      language == "kk" ? KazakhNumberReader.read(run) : RussianNumberReader.read(run)
    guard let reading, reading.used > 0, !reading.isBroken else { return at + 1 }
    words.insert(String(reading.whole))
    let end = at + reading.used
    if reading.whole > 1, !reading.isOrdinal, reading.millionths == 0,
      at == 0 || !Self.isMark(tokens[at - 1], "("),
      let unit = Self.unit(tokens, Self.pastBracket(tokens, end))
    {
      figures.append(
        Figure(
          value: String(reading.whole), text: Self.text(tokens, at, end),
          range: token.range.lowerBound..<tokens[end - 1].range.upperBound, unit: unit))
    }
    return end
  }

  /// Whether a month is one: «мая» after 15, «мамыр» after «жылғы», «май» before 2019.
  private static func isDated(_ tokens: [Token], _ at: Int) -> Bool {
    var before = at - 1
    while before >= 0, tokens[before].kind == .mark, at - before < 3 { before -= 1 }
    if before >= 0, tokens[before].kind == .number || tokens[before].word == "жылғы" { return true }
    return at + 1 < tokens.count && tokens[at + 1].kind == .number
      && tokens[at + 1].letters.count == 4
  }
}

// MARK: - Tokens

extension FigureList {
  private static func tokens(_ text: String) -> [Token] {
    let letters = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var at = 0
    var offset = 0
    var followsSpace = false
    while at < letters.count {
      let letter = letters[at]
      if letter.properties.isWhitespace {
        followsSpace = true
        offset += UTF8.width(letter)
        at += 1
        continue
      }
      let kind: Kind =
        KazakhLetter.isDigit(letter) ? .number : letter.properties.isAlphabetic ? .word : .mark
      var end = at + 1
      switch kind {
      case .number: while end < letters.count, KazakhLetter.isDigit(letters[end]) { end += 1 }
      case .word: while end < letters.count, letters[end].properties.isAlphabetic { end += 1 }
      // Control characters stand for tags; a tag is one mark.
      case .mark:
        while end < letters.count, letter.value < 0x20, letters[end] == letter { end += 1 }
      }
      let width = letters[at..<end].reduce(0) { $0 + UTF8.width($1) }
      var token = Token(
        kind: kind, letters: letters[at..<end], range: offset..<offset + width,
        followsSpace: followsSpace)
      if kind == .word { token.word = small(letters[at..<end]) }
      tokens.append(token)
      followsSpace = false
      offset += width
      at = end
    }
    return tokens
  }

  private static func small(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for letter in letters {
      let small = KazakhLetter.lower(letter)
      view.append(small == "ё" ? "е" : small == "i" ? "і" : small)
    }
    return String(view)
  }

  private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  private static func text(_ tokens: [Token], _ start: Int, _ end: Int) -> String {
    var result = ""
    for index in start..<end {
      if index > start, tokens[index].followsSpace { result += " " }
      result += text(tokens[index].letters)
    }
    return result
  }

  private static func isMark(_ token: Token, _ mark: Unicode.Scalar) -> Bool {
    token.kind == .mark && token.letters.first == mark
  }

  /// The words from a place up to a mark or figure.
  private static func words(_ tokens: [Token], _ start: Int) -> [String] {
    tokens[min(start, tokens.count)...].prefix(12).prefix { $0.kind == .word }.map(\.word)
  }

  /// Past «(пять)» after a figure.
  private static func pastBracket(_ tokens: [Token], _ start: Int) -> Int {
    guard start < tokens.count, isMark(tokens[start], "("),
      let end = tokens[start...].prefix(16).firstIndex(where: { isMark($0, ")") })
    else { return start }
    return end + 1
  }

  private static func isPercent(_ tokens: [Token], _ at: Int) -> Bool {
    guard at < tokens.count else { return false }
    return isMark(tokens[at], "%") || tokens[at].word.hasPrefix("процент")
      || tokens[at].word.hasPrefix("пайыз")
  }

  private static func unit(_ tokens: [Token], _ at: Int) -> PeriodUnit? {
    var at = at
    // «30-дневный», «5-жылдық»
    if at + 1 < tokens.count, isMark(tokens[at], "-"), !tokens[at].followsSpace { at += 1 }
    return PeriodUnit(words: words(tokens, at)[...])
  }

  private static func withoutZeros(_ digits: String) -> String {
    guard !digits.contains(".") else { return digits }
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  private static func places(_ word: String) -> Int? {
    switch word {
    case "тыс", "тысяч", "тысяча", "тысячи", "мың": 3
    case "млн", "миллион", "миллиона", "миллионов": 6
    case "млрд", "миллиард", "миллиарда", "миллиардов": 9
    default: nil
    }
  }

  private static func shifted(_ value: String, by places: Int) -> String {
    let parts = value.split(separator: ".", maxSplits: 1)
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    guard decimals.utf8.count <= places, !decimals.contains(".") else { return value }
    let zeros = String(repeating: "0", count: places - decimals.utf8.count)
    return withoutZeros(String(parts[0]) + decimals + zeros)
  }
}
