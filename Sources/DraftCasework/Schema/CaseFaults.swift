internal import Draft

extension IdentifierFault {
  /// A value of another kind than the field holds.
  static func wrongKind(_ kind: CaseKind, _ value: Value) -> IdentifierFault {
    let wanted = kind.name
    let hint: Message?
    switch (kind, value) {
    case (.money, .string(let text)), (.number, .string(let text)), (.whole, .string(let text)):
      let digits = text.filter { $0.isASCII && $0.isNumber }
      hint =
        digits.isEmpty
        ? nil
        : Message(
          en: "write a bare number without quotes and spaces: \(digits)",
          ru: "пишите число без кавычек и пробелов: \(digits)",
          kk: "санды тырнақшасыз және бос орынсыз жазыңыз: \(digits)")
    case (.list, _):
      hint = Message(
        en: "begin each item with a hyphen: `- …`", ru: "начинайте каждый пункт с дефиса: `- …`",
        kk: "әр тармақты дефистен бастаңыз: `- …`")
    default: hint = nil
    }
    return IdentifierFault(
      code: "wrong-kind",
      Message(
        en: "\(wanted.en) is needed here", ru: "здесь нужно: \(wanted.ru)",
        kk: "мұнда керегі: \(wanted.kk)"), hint: hint)
  }

  /// A sum or a number that is not above zero.
  static var notPositive: IdentifierFault {
    IdentifierFault(
      code: "not-positive",
      Message(
        en: "the number must be above zero", ru: "число должно быть больше нуля",
        kk: "сан нөлден үлкен болуы керек"))
  }

  /// A word that is not of the list.
  static func unknownWord(_ word: String, among words: [String]) -> IdentifierFault {
    let list = words.joined(separator: ", ")
    let near = NearestName.find(word, among: words)
    return IdentifierFault(
      code: "unknown-word",
      Message(
        en: "there is no «\(word)» here", ru: "такого значения нет: «\(word)»",
        kk: "мұндай мән жоқ: «\(word)»"),
      hint: near.map {
        Message(
          en: "did you mean `\($0)`?", ru: "может быть, `\($0)`?", kk: "мүмкін, `\($0)` шығар?")
      } ?? Message(en: "one of: \(list)", ru: "одно из: \(list)", kk: "мыналардың бірі: \(list)"))
  }

  /// A key that is nearly one that the tool knows.
  static func unknownKey(_ key: String, near: String) -> IdentifierFault {
    IdentifierFault(
      .warning, code: "unknown-key",
      Message(
        en: "no document knows the field `\(key)`", ru: "поля `\(key)` нет в схеме дела",
        kk: "істің үлгісінде `\(key)` өрісі жоқ"),
      hint: Message(
        en: "did you mean `\(near)`?", ru: "может быть, `\(near)`?", kk: "мүмкін, `\(near)` шығар?")
    )
  }

  /// A Latin letter inside a Cyrillic word.
  static func mixedLetters(_ word: MixedWord) -> IdentifierFault {
    IdentifierFault(
      .warning, code: "mixed-letters",
      Message(
        en: "the word «\(word.word)» has the Latin letter «\(word.letter)» in it",
        ru: "в слове «\(word.word)» латинская буква «\(word.letter)»",
        kk: "«\(word.word)» сөзінде латынша «\(word.letter)» әрпі бар"),
      hint: Message(
        en: "type it again on the Kazakh or Russian keyboard: searches will not find it as it is",
        ru: "наберите её в казахской или русской раскладке: иначе слово не найдёт поиск",
        kk: "оны қазақ немесе орыс пернетақтасында қайта теріңіз: әйтпесе іздеу бұл сөзді таппайды")
    )
  }
}

/// A Cyrillic word with a Latin letter in it, such as `i` for `і`.
struct MixedWord {
  var word: String
  var letter: Character

  /// The first such word of a text; nil when there is none.
  static func first(in text: String) -> MixedWord? {
    var before: UInt8 = 0
    var beforeThat: UInt8 = 0
    var suspects: UInt8?
    for byte in text.utf8 {
      // Cyrillic letters are two bytes, the first of them D0 to D3.
      if (0xD0...0xD3).contains(byte), isLetter(before), suspects != nil { return find(text) }
      suspects = isLetter(byte) && (0xD0...0xD3).contains(beforeThat) ? byte : nil
      beforeThat = before
      before = byte
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func find(_ text: String) -> MixedWord? {
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      let letters = Array(word)
      for index in letters.indices.dropFirst().dropLast()
      where letters[index].isASCII && !letters[index - 1].isASCII && !letters[index + 1].isASCII {
        return MixedWord(word: String(word), letter: letters[index])
      }
    }
    return nil
  }
}

extension CaseKind {
  /// What a value of the kind is called.
  var name: Message {
    switch self {
    case .text: Message(en: "a text", ru: "текст", kk: "мәтін")
    case .localised:
      Message(
        en: "a text, or `{kk: …, ru: …}`", ru: "текст или `{kk: …, ru: …}`",
        kk: "мәтін немесе `{kk: …, ru: …}`")
    case .money:
      Message(
        en: "a sum in tenge, with two decimals at most",
        ru: "сумма в тенге, не больше двух знаков после точки",
        kk: "теңгемен сома, нүктеден кейін екі таңбадан аспайды")
    case .number: Message(en: "a number", ru: "число", kk: "сан")
    case .whole: Message(en: "a whole number", ru: "целое число", kk: "бүтін сан")
    case .flag: Message(en: "true or false", ru: "true или false", kk: "true немесе false")
    case .choice(let words):
      Message(
        en: "one of \(words.joined(separator: ", "))",
        ru: "одно из: \(words.joined(separator: ", "))",
        kk: "мыналардың бірі: \(words.joined(separator: ", "))")
    case .identifier: Message(en: "a text", ru: "текст", kk: "мәтін")
    case .powers:
      Message(
        en: "a list of powers, or `full`", ru: "список полномочий или `full`",
        kk: "өкілеттіктер тізімі немесе `full`")
    case .term:
      Message(
        en: "a term such as `{working_days: 10}`", ru: "срок вида `{working_days: 10}`",
        kk: "`{working_days: 10}` түріндегі мерзім")
    case .list: Message(en: "a list", ru: "список", kk: "тізім")
    case .record: Message(en: "a group of fields", ru: "группа полей", kk: "өрістер тобы")
    }
  }
}
