internal import DraftLanguage

extension JSONFault {
  /// What to do about it.
  var hint: Message? {
    switch kind {
    case .severalValues:
      Message(
        en: "one file holds one case; rows go to `draft batch`",
        ru: "в одном файле одно дело; строки — для `draft batch`",
        kk: "бір файлда бір іс; жолдар `draft batch` үшін")
    case .trailingComma:
      Message(en: "remove the comma", ru: "уберите запятую", kk: "үтірді алып тастаңыз")
    case .missingComma(afterString: true), .unknownEscape:
      Message(
        en: #"inside a text, write `\"` for a quote and `\\` for a backslash, or use « »"#,
        ru: #"внутри текста пишите `\"` вместо кавычки и `\\` вместо косой черты или ставьте « »"#,
        kk: #"мәтін ішінде тырнақшаны `\"`, кері сызықты `\\` деп жазыңыз немесе « » қойыңыз"#)
    case .singleQuotes, .typographicQuotes, .unquotedKey, .foreignWord(.text), .leadingZero,
      .malformedNumber:
      quote
    case .keyInList:
      Message(
        en: "put the fields of an item in braces: `[{…}]`",
        ru: "возьмите поля элемента в фигурные скобки: `[{…}]`",
        kk: "элементтің өрістерін жүйелі жақшаға алыңыз: `[{…}]`")
    case .unusualSpace:
      Message(
        en: "replace it by an ordinary space",
        ru: "замените его обычным пробелом",
        kk: "оны кәдімгі бос орынмен алмастырыңыз")
    case .comment:
      Message(
        en: "remove it, or use YAML, where `#` starts a comment",
        ru: "уберите его или возьмите YAML: там `#` начинает комментарий",
        kk: "оны алып тастаңыз немесе YAML қолданыңыз: онда `#` түсініктеме бастайды")
    case .foreignWord(.truth):
      Message(
        en: "write `true` or `false`", ru: "пишите `true` или `false`",
        kk: "`true` немесе `false` деп жазыңыз")
    case .foreignWord(.nothing), .foreignWord(.notANumber), .missingValue:
      Message(
        en: "write `null` for an empty value", ru: "для пустого значения пишите `null`",
        kk: "бос мән үшін `null` деп жазыңыз")
    case .controlCharacter(0x0A), .controlCharacter(0x0D):
      Message(
        en: #"write `\n` for a line break, or close the quote"#,
        ru: #"перенос строки пишите как `\n` или закройте кавычку"#,
        kk: #"жол ауыстыруды `\n` деп жазыңыз немесе тырнақшаны жабыңыз"#)
    case .controlCharacter(0x09):
      Message(en: #"write `\t`"#, ru: #"пишите `\t`"#, kk: #"`\t` деп жазыңыз"#)
    default: nil
    }
  }

  private var quote: Message {
    Message(
      en: #"put it in straight double quotes: `"…"`"#,
      ru: #"возьмите это в прямые двойные кавычки: `"…"`"#,
      kk: #"мұны тік қос тырнақшаға алыңыз: `"…"`"#)
  }
}
