/// Capital and small letters of a phrase or a name, Russian or Kazakh.
public enum SentenceCase {
  /// Makes the first letter a capital, past opening quotes and brackets: `«ромашка»` → `«Ромашка»`.
  ///
  /// Text that begins with a digit stays.
  public static func upperFirst(_ text: String) -> String {
    guard let index = text.firstIndex(where: { !isOpening($0) }) else { return text }
    return replaceCharacter(at: index, of: text, with: text[index].uppercased())
  }

  /// Makes the first letter small, for a position in mid-sentence: `Главный врач` → `главный врач`.
  ///
  /// Text whose first word is all capitals of two letters or more (`ТОО`, `ИП`), or that begins
  /// with a quote or a digit, stays.
  public static func lowerFirst(_ text: String) -> String {
    guard let first = text.first, first.isLetter else { return text }
    let word = text.prefix { $0.isLetter }
    if word.count > 1, word.allSatisfy({ $0.isUppercase }) { return text }
    return replaceCharacter(at: text.startIndex, of: text, with: first.lowercased())
  }

  /// All letters capital.
  public static func upper(_ text: String) -> String { text.uppercased() }

  /// All letters small.
  public static func lower(_ text: String) -> String { text.lowercased() }

  /// Every part of a name with one capital: `КАСЫМ-ЖОМАРТ` → `Касым-Жомарт`.
  ///
  /// So too `и.и. иванов` → `И.И. Иванов` and `о'коннор` → `О'Коннор`. `оглы`, `кызы`, `улы` that
  /// stand alone and particles (`фон`, `де`, `ибн`) are written small.
  public static func titleName(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var word = ""
    for character in text {
      if character.isWhitespace {
        result += titleWord(word)
        result.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    return result + titleWord(word)
  }

  private static func titleWord(_ word: String) -> String {
    let lower = word.lowercased()
    if isParticle(lower) { return lower }
    var result = ""
    var startsPart = true
    var letters = 0
    for character in lower {
      if character.isLetter {
        result += startsPart ? character.uppercased() : String(character)
        startsPart = false
        letters += 1
      } else {
        // An apostrophe begins a part only after one letter: О'Коннор, but Григор'ев.
        let apostrophe = character == "'" || character == "\u{2019}"
        startsPart = apostrophe ? letters == 1 : true
        letters = apostrophe ? letters : 0
        result.append(character)
      }
    }
    return result
  }

  private static func isParticle(_ word: String) -> Bool {
    switch word {
    case "оглы", "оғлы", "кызы", "қызы", "гызы", "улы", "ұлы", "уулу", "кизи": true
    case "фон", "де", "дер", "дю", "ибн", "бин": true
    default: false
    }
  }

  private static func isOpening(_ character: Character) -> Bool {
    switch character {
    case "«", "„", "“", "\"", "'", "‘", "(", "[", "{", " ", "\u{A0}": true
    default: false
    }
  }

  private static func replaceCharacter(
    at index: String.Index, of text: String, with replacement: String
  ) -> String {
    var result = String(text[..<index])
    result += replacement
    result += text[text.index(after: index)...]
    return result
  }
}
