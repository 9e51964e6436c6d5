/// Finds figures that words in brackets follow.
struct FigureScanner {
  /// A figure with the words after it.
  struct Hit {
    /// The figure and the bracket, in UTF-8 offsets.
    var range: Range<Int>
    var figure: String
    /// The whole parts that the figure may mean: 1 500, or 500 after something else that ends in 1.
    var wholes: [Int]
    var millionths: Int
    /// The number below the stroke of a common fraction: «1/2».
    var denominator: Int?
    /// «%» or «процентов» makes the fraction matter.
    var isPercent: Bool
    /// «млн» between figure and words; 1 otherwise.
    var scale: Int
    /// What stands in the bracket, as it is.
    var content: String
    /// The words in the bracket up to the first mark, small and with е for ё.
    var words: [String]
    /// The bracket has a range or a list: «пять-десять».
    var isList: Bool
    /// The two words before the figure, small.
    var before: [String]
    /// The words after the bracket up to a mark, three at most, small.
    var after: [String]
  }

  private let letters: [Unicode.Scalar]
  private var at = 0
  private var offset = 0

  /// Looks through a text.
  init(_ text: String) {
    letters = Array(text.unicodeScalars)
  }

  /// The next figure with words in brackets; nil at the end.
  mutating func next() -> Hit? {
    while at < letters.count {
      guard KazakhLetter.isDigit(letters[at]) else {
        advance(to: at + 1)
        continue
      }
      let start = at
      let startOffset = offset
      var figure = figure(from: start)
      readDenominator(of: &figure)
      let hit =
        isApart(start, afterEnding(figure.end)) ? words(after: figure, from: start) : nil
      advance(to: figure.end)
      guard var hit else { continue }
      var length = 0
      for letter in letters[start..<hit.end] { length += UTF8.width(letter) }
      hit.hit.range = startOffset..<(startOffset + length)
      return hit.hit
    }
    return nil
  }

  private mutating func advance(to end: Int) {
    while at < end {
      offset += UTF8.width(letters[at])
      at += 1
    }
  }

  private struct Figure {
    var end: Int
    var groups: [(value: Int, digits: Int)]
    var millionths: Int
    var denominator: Int?
  }

  /// Takes «/2» after a figure of one or two digits.
  private func readDenominator(of figure: inout Figure) {
    var end = figure.end
    guard figure.groups.count == 1, figure.groups[0].digits < 3, figure.millionths == 0,
      end + 1 < letters.count, letters[end] == "/"
    else { return }
    end += 1
    var value = 0
    while end < letters.count, end < figure.end + 5, KazakhLetter.isDigit(letters[end]) {
      value = value * 10 + Int(letters[end].value) - 0x30
      end += 1
    }
    guard value > 1 else { return }
    (figure.end, figure.denominator) = (end, value)
  }

  /// Digits in groups of three, and the decimals after a comma.
  private func figure(from start: Int) -> Figure {
    var end = start
    var groups: [(value: Int, digits: Int)] = []
    func digits() -> (value: Int, digits: Int) {
      var value = 0
      var count = 0
      while end < letters.count, KazakhLetter.isDigit(letters[end]) {
        if count < 15 { value = value * 10 + Int(letters[end].value) - 0x30 }
        count += 1
        end += 1
      }
      return (value, count)
    }
    groups.append(digits())
    while groups[0].digits < 4, groups.count < 5, end + 3 < letters.count,
      KazakhLetter.isSpace(letters[end]), letters[end].value > 0x0D,
      letters[(end + 1)...(end + 3)].allSatisfy(KazakhLetter.isDigit),
      end + 4 >= letters.count || !KazakhLetter.isDigit(letters[end + 4])
    {
      end += 1
      groups.append(digits())
    }
    var millionths = 0
    if end + 1 < letters.count, letters[end] == ",", KazakhLetter.isDigit(letters[end + 1]) {
      end += 1
      var place = 100_000
      while end < letters.count, KazakhLetter.isDigit(letters[end]) {
        millionths += (Int(letters[end].value) - 0x30) * place
        place /= 10
        end += 1
      }
    }
    return Figure(end: end, groups: groups, millionths: millionths)
  }

  /// False inside dates, clause numbers, ranges, codes.
  private func isApart(_ start: Int, _ end: Int) -> Bool {
    if start > 0 {
      switch letters[start - 1] {
      case ".", ",", ":", "/", "-", "–", "—", "−", "№", "§": return false
      case let letter where KazakhLetter.isCyrillic(letter) || KazakhLetter.isLatin(letter):
        return false
      default: break
      }
    }
    if end < letters.count {
      switch letters[end] {
      case ".", ",", ":", "/", "-": return false
      default: break
      }
    }
    return true
  }

  /// The place after «-х» or «-ти», as some write a cardinal: «2-х (двух) экземплярах».
  private func afterEnding(_ place: Int) -> Int {
    guard place + 1 < letters.count, letters[place] == "-", let word = word(at: place + 1),
      ["х", "ух", "ех", "ти", "и", "ми", "мя", "м"].contains(word.text)
    else { return place }
    return word.end
  }

  private func words(after figure: Figure, from start: Int) -> (hit: Hit, end: Int)? {
    var place = skipSpaces(afterEnding(figure.end))
    var isPercent = false
    var scale = 1
    if place < letters.count, letters[place] == "%" {
      isPercent = true
      place = skipSpaces(place + 1)
    }
    // «1,5 млн (…)», «150 000 тенге (…)».
    for _ in 0..<2 {
      guard let word = word(at: place), let meaning = Self.between(word.text) else { break }
      scale *= meaning
      place = word.end
      if place < letters.count, letters[place] == "." { place += 1 }
      place = skipSpaces(place)
    }
    guard place < letters.count, letters[place] == "(" else { return nil }
    guard
      let close = letters[place...].prefix(240).firstIndex(of: ")"),
      !letters[(place + 1)..<close].contains("(")
    else { return nil }
    let inside = letters[(place + 1)..<close]
    var content = String.UnicodeScalarView()
    content.append(contentsOf: inside)
    let split = Self.split(inside)
    guard !split.words.isEmpty else { return nil }
    let hit = Hit(
      range: 0..<0, figure: text(start..<figure.end), wholes: Self.wholes(figure),
      millionths: figure.millionths, denominator: figure.denominator,
      isPercent: isPercent || split.words.contains { $0.hasPrefix("процент") || $0 == "пайыз" },
      scale: scale, content: String(content), words: split.words, isList: split.isList,
      before: wordsBefore(start), after: wordsAfter(close + 1))
    return (hit, close + 1)
  }

  /// What a group of figures may mean: all of it, or what is left when the first groups belong to
  /// something else («пункт 5 150 (сто пятьдесят)»).
  private static func wholes(_ figure: Figure) -> [Int] {
    figure.groups.indices.map { first in
      figure.groups[first...].reduce(0) { $0 * ($1.digits < 4 ? 1000 : 1) + $1.value }
    }
  }

  /// A word that may stand between figure and bracket: its factor.
  private static func between(_ word: String) -> Int? {
    switch word {
    case "тыс", "мың": 1000
    case "млн": 1_000_000
    case "млрд": 1_000_000_000
    case "тенге", "теңге", "тг", "рубль", "рубля", "рублей", "доллар", "доллара", "долларов",
      "доллары", "сша", "ақш", "евро", "еуро", "процент", "процента", "процентов", "пайыз":
      1
    default: nil
    }
  }

  private func skipSpaces(_ start: Int) -> Int {
    var place = start
    while place < letters.count, KazakhLetter.isSpace(letters[place]) { place += 1 }
    return place
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[range])
    return String(view)
  }

  private func word(at start: Int) -> (text: String, end: Int)? {
    var end = start
    var view = String.UnicodeScalarView()
    while end < letters.count, KazakhLetter.isCyrillic(letters[end]) {
      view.append(Self.plain(letters[end]))
      end += 1
    }
    return end > start ? (String(view), end) : nil
  }

  private func wordsBefore(_ start: Int) -> [String] {
    var result: [String] = []
    var place = start
    while result.count < 2 {
      while place > 0, KazakhLetter.isSpace(letters[place - 1]) { place -= 1 }
      var first = place
      while first > 0, KazakhLetter.isCyrillic(letters[first - 1]) { first -= 1 }
      if first == place {
        if place > 0, letters[place - 1] == "№" || letters[place - 1] == "." {
          result.append(String(Character(letters[place - 1])))
        }
        break
      }
      if let word = word(at: first) { result.append(word.text) }
      place = first
    }
    return result.reversed()
  }

  private func wordsAfter(_ start: Int) -> [String] {
    var result: [String] = []
    var place = start
    while result.count < 3 {
      let next = skipSpaces(place)
      guard next > place, let word = word(at: next) else { break }
      result.append(word.text)
      place = word.end
    }
    return result
  }

  /// The words up to the first comma or other mark; «-» between words makes a list.
  private static func split(
    _ letters: ArraySlice<Unicode.Scalar>
  ) -> (words: [String], isList: Bool) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isList = false
    func finishWord() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    loop: for letter in letters {
      switch letter {
      // Old texts have a Latin i in Kazakh words.
      case _ where KazakhLetter.isCyrillic(letter) || letter == "i": word.append(plain(letter))
      case _ where KazakhLetter.isDigit(letter) || KazakhLetter.isSpace(letter): finishWord()
      case "-", "–", "—":
        isList = true
        finishWord()
      default:
        isList = isList || letter == "," || letter == "/"
        break loop
      }
    }
    finishWord()
    if words.contains(where: { $0 == "или" || $0 == "немесе" }) { isList = true }
    return (words, isList)
  }

  private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    let small = KazakhLetter.lower(letter)
    switch small {
    case "ё": return "е"
    case "i": return "і"
    default: return small
    }
  }
}
