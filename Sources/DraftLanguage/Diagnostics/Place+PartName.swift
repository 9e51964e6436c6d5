extension Place {
  /// The part in the words of a language, with the number it may have: «header 1» is
  /// «верхний колонтитул 1»; nil in a text file.
  public func partName(in language: InterfaceLanguage) -> String? {
    part.map { Self.translated($0, language) }
  }

  private static func translated(_ part: String, _ language: InterfaceLanguage) -> String {
    let links = "links of "
    if part.hasPrefix(links) {
      let inner = translated(String(part.dropFirst(links.count)), language)
      return Message(
        en: links + inner, ru: "гиперссылки: " + inner, kk: "гиперсілтемелер: " + inner
      )
      .text(in: language)
    }
    let words = part.split(separator: " ").map(String.init)
    let number = words.count > 1 && words.last?.allSatisfy(\.isNumber) == true ? words.last : nil
    let name = number == nil ? part : words.dropLast().joined(separator: " ")
    guard let message = names[name] else { return part }
    return message.text(in: language) + (number.map { " " + $0 } ?? "")
  }

  private static let names: [String: Message] = [
    "body": Message(en: "body", ru: "текст", kk: "мәтін"),
    "header": Message(en: "header", ru: "верхний колонтитул", kk: "жоғарғы колонтитул"),
    "footer": Message(en: "footer", ru: "нижний колонтитул", kk: "төменгі колонтитул"),
    "footnotes": Message(en: "footnotes", ru: "сноски", kk: "сілтемелер"),
    "endnotes": Message(en: "endnotes", ru: "концевые сноски", kk: "соңғы сілтемелер"),
    "comments": Message(en: "comments", ru: "примечания", kk: "түсініктемелер"),
    "styles": Message(en: "styles", ru: "стили", kk: "мәнерлер"),
    "properties": Message(en: "properties", ru: "свойства", kk: "сипаттар"),
    "custom properties": Message(
      en: "custom properties", ru: "дополнительные свойства", kk: "қосымша сипаттар"),
  ]
}
