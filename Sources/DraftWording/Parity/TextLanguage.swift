/// Tells Kazakh text from Russian, and says nothing where it cannot be sure.
///
/// Names, titles in quotation marks, abbreviations and short cells tell nothing.
public enum TextLanguage {
  /// How much in a stretch of text speaks for each language.
  struct Evidence {
    var kazakh = 0
    var russian = 0
    var words = 0
  }

  /// A sentence in the other language.
  ///
  /// - Parameters:
  ///   - text: static text; what is no letter parts words.
  ///   - language: what the text should be, `kk` or `ru`.
  /// - Returns: its range in UTF-8 offsets of the text; nil when everything may be right.
  public static func foreign(in text: String, expected language: String) -> Range<Int>? {
    for sentence in sentences(text) {
      let evidence = sentence.evidence
      guard evidence.words > 2 else { continue }
      if language == "kk", evidence.kazakh == 0, evidence.russian > 1,
        evidence.russian * 4 >= evidence.words
      {
        return sentence.range
      }
      if language == "ru", evidence.kazakh > 1, evidence.russian == 0,
        evidence.kazakh * 3 >= evidence.words
      {
        return sentence.range
      }
    }
    return nil
  }

  /// The language of a text, `kk` or `ru`; nil when it does not show.
  public static func of(_ text: String) -> String? {
    var all = Evidence()
    for sentence in sentences(text) {
      all.kazakh += sentence.evidence.kazakh
      all.russian += sentence.evidence.russian
    }
    if all.kazakh > 0, all.kazakh > 3 * all.russian { return "kk" }
    if all.russian > 0, all.kazakh == 0 { return "ru" }
    return nil
  }

  private typealias Sentence = (range: Range<Int>, evidence: Evidence)

  /// Cuts at the ends of sentences and leaves out what stands in quotation marks.
  private static func sentences(_ text: String) -> [Sentence] {
    let letters = Array(text.unicodeScalars)
    let isShouted = !letters.contains { KazakhLetter.isCyrillic($0) && !isCapital($0) }
    var sentences: [Sentence] = []
    var evidence = Evidence()
    var word: [Unicode.Scalar] = []
    var quotes = 0
    var first: Int?
    var last = 0
    var offset = 0
    func finishWord() {
      if quotes == 0 { weigh(word, isShouted, &evidence) }
      word = []
    }
    func finishSentence() {
      finishWord()
      if let start = first { sentences.append((start..<last, evidence)) }
      first = nil
      evidence = Evidence()
    }
    for letter in letters {
      let width = UTF8.width(letter)
      if KazakhLetter.isCyrillic(letter) || letter == "i" && !word.isEmpty {
        if first == nil { first = offset }
        word.append(letter)
        last = offset + width
      } else {
        finishWord()
        switch letter {
        case "«", "„", "“": quotes += 1
        case "»", "”": quotes = max(0, quotes - 1)
        case ".", ";", ":", "!", "?": if quotes == 0 { finishSentence() }
        default: break
        }
      }
      offset += width
    }
    finishSentence()
    return sentences
  }

  private static func isCapital(_ letter: Unicode.Scalar) -> Bool {
    KazakhLetter.isCyrillic(letter) && KazakhLetter.isCapital(letter)
  }

  private static func weigh(
    _ word: [Unicode.Scalar], _ isShouted: Bool, _ evidence: inout Evidence
  ) {
    guard let first = word.first else { return }
    // Names and abbreviations tell nothing, but where everything is in capitals.
    if !isShouted, isCapital(first) { return }
    if isShouted, word.count < 4 { return }
    var view = String.UnicodeScalarView()
    for letter in word { view.append(KazakhLetter.lower(letter)) }
    let text = String(view)
    evidence.words += 1
    if text.unicodeScalars.contains(where: isKazakh) || kazakhWords.contains(text) {
      evidence.kazakh += 1
    } else if russianWords.contains(text) || isRussian(text) {
      evidence.russian += 1
    }
  }

  private static func isKazakh(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і", "i": true
    default: false
    }
  }

  private static func isRussian(_ word: String) -> Bool {
    guard word.count > 5 else { return false }
    return russianEndings.contains { word.hasSuffix($0) }
  }

  private static let kazakhWords: Set<String> = [
    "мен", "пен", "бен", "және", "бойынша", "туралы", "немесе", "емес", "деп", "осы", "бар", "жоқ",
    "болып", "болса", "егер", "оның", "сондай", "кейін", "дейін", "арасында", "жасалды", "аталады",
    "табылады", "саналады",
  ]

  private static let russianWords: Set<String> = [
    "и", "в", "во", "на", "по", "от", "с", "со", "для", "или", "не", "что", "при", "из", "за", "о",
    "об", "к", "ко", "если", "его", "её", "их", "это", "также", "либо", "как", "без", "до", "после",
    "которые", "который", "которая", "вправе", "обязан", "между", "является", "являются",
    "настоящий",
  ]

  private static let russianEndings = [
    "ого", "его", "ому", "ему", "ться", "тся", "ение", "ения", "ению", "ением", "ание", "ания",
    "анию", "анием", "ность", "ности", "ностью", "ый", "ая", "ое", "ых", "ыми", "ими", "ает",
    "яет", "ует", "ать", "ить", "ются", "ами", "ями",
  ]
}
