/// A set of words of names, built once from a literal and asked by packed letters.
struct RussianNameTable: Sendable {
  private var keys: Set<UInt128>

  /// The words of a literal, separated by spaces or line ends. With `plain` the table does not
  /// tell the spelling traditions of Kazakh apart.
  init(_ words: String, plain: Bool = false) {
    keys = []
    for word in words.split(whereSeparator: \.isWhitespace) {
      let letters = RussianNameLetter.codes(of: String(word))
      let key = plain ? RussianNameWord.plainKey(of: letters) : RussianNameWord.key(of: letters)
      if let key { keys.insert(key) }
    }
  }

  /// Whether the word, as a key made in the same way, is in the table.
  func contains(_ key: UInt128?) -> Bool {
    guard let key else { return false }
    return keys.contains(key)
  }

  /// Whether the word is in a table that is not `plain`.
  func contains(_ word: RussianNameWord) -> Bool { contains(word.key) }
}
