/// A list of words that is looked up without regard to ё.
struct RussianWordList {
  private let words: Set<Substring>

  /// Reads words separated by spaces or line ends, in small letters and without ё.
  init(_ text: String) {
    words = Set(text.split { $0 == " " || $0 == "\n" })
  }

  /// Whether a word in small letters and without ё is listed.
  func contains(_ word: some StringProtocol) -> Bool { words.contains(Substring(word)) }

  /// Whether a word is listed or ends in a listed one of five letters or more, so that compounds
  /// («субаренда») follow their last part; shorter words end too many others.
  func containsEnd(of word: String) -> Bool {
    if words.contains(word[...]) { return true }
    var rest = word.dropFirst()
    while rest.count >= 5 {
      if words.contains(rest) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension String {
  /// The word with every ё made е.
  var withoutYo: String {
    guard contains("ё") else { return self }
    return String(map { $0 == "ё" ? "е" : $0 })
  }
}
