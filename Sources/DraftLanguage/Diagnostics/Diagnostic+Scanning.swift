extension Diagnostic {
  static func unclosedTag(_ source: SourceText, _ span: Range<Int>, _ kind: Tag.Kind) -> Diagnostic
  {
    let (open, close) =
      switch kind {
      case .expression: ("{{", "}}")
      case .statement: ("{%", "%}")
      case .comment: ("{#", "#}")
      }
    return Diagnostic(
      code: "unclosed-tag",
      Message(
        en: "the tag is not closed: `\(close)` is missing",
        ru: "тег не закрыт: нет `\(close)`",
        kk: "тег жабылмаған: `\(close)` жоқ"),
      at: source.place(span),
      hints: [
        Message(
          en: "close it with `\(close)` in the same paragraph, or write `\(open.first ?? "{")` "
            + "alone if no tag is meant",
          ru:
            "закройте его знаком `\(close)` в том же абзаце; если тег не нужен, уберите `\(open)`",
          kk:
            "оны сол абзацта `\(close)` белгісімен жабыңыз; тег керек болмаса, `\(open)` белгісін алып тастаңыз"
        )
      ])
  }

  static func strayDelimiter(_ source: SourceText, _ span: Range<Int>) -> Diagnostic {
    let mark = source.string(span)
    return Diagnostic(
      .warning, code: "stray-delimiter",
      Message(
        en: "`\(mark)` closes no tag and stays in the text",
        ru: "`\(mark)` не закрывает никакого тега и останется в тексте",
        kk: "`\(mark)` ешбір тегті жаппайды және мәтінде қалады"),
      at: source.place(span),
      hints: [
        Message(
          en: "a tag opens with two marks without a space between them: `{{` or `{%`",
          ru: "тег открывается двумя знаками без пробела между ними: `{{` или `{%`",
          kk: "тег арасында бос орынсыз екі белгімен ашылады: `{{` немесе `{%`")
      ])
  }
}
