extension Message {
  static func expected(_ what: String, found: Token) -> Message {
    if case .end = found.kind {
      return Message(
        en: "the tag ends where \(what) is expected", ru: "тег кончился, а ожидается \(what)",
        kk: "тег аяқталды, ал \(what) күтілген")
    }
    return Message(
      en: "expected \(what), found \(found.quoted)",
      ru: "ожидается \(what), а стоит \(found.quoted)",
      kk: "\(what) күтілген, ал \(found.quoted) тұр")
  }

  static func expectedValue(found: Token) -> Message {
    phrase(("a value", "значение", "мән"), found)
  }

  static func expectedAttribute(found: Token) -> Message {
    phrase(("a name after the dot", "имя после точки", "нүктеден кейін атау"), found)
  }

  static func expectedFilterName(found: Token) -> Message {
    phrase(
      (
        "the name of a filter after `|`", "имя фильтра после `|`",
        "`|` белгісінен кейін сүзгі атауы"
      ),
      found)
  }

  static func expectedTestName(found: Token) -> Message {
    phrase(
      (
        "the name of a test after `is`", "имя проверки после `is`",
        "`is` сөзінен кейін тексеру атауы"
      ),
      found)
  }

  static func expectedVariable(found: Token) -> Message {
    phrase(("the name of a variable", "имя переменной", "айнымалы атауы"), found)
  }

  static func expectedWord(_ word: String, found: Token) -> Message {
    phrase(("`\(word)`", "`\(word)`", "`\(word)`"), found)
  }

  private static func phrase(_ what: (String, String, String), _ found: Token) -> Message {
    if case .end = found.kind {
      return Message(
        en: "the tag ends where \(what.0) is expected", ru: "тег кончился, а ожидается \(what.1)",
        kk: "тег аяқталды, ал \(what.2) күтілген")
    }
    return Message(
      en: "expected \(what.0), found \(found.quoted)",
      ru: "ожидается \(what.1), а стоит \(found.quoted)",
      kk: "\(what.2) күтілген, ал \(found.quoted) тұр")
  }

  static func unexpectedToken(_ token: Token) -> Message {
    Message(
      en: "unexpected \(token.quoted)", ru: "здесь не может стоять \(token.quoted)",
      kk: "бұл жерде \(token.quoted) тұра алмайды")
  }

  static var tooDeep: Message {
    Message(
      en: "the expression is nested too deeply", ru: "слишком глубокая вложенность выражения",
      kk: "өрнектің кірістірілуі тым терең")
  }

  static var chainedTests: Message {
    Message(
      en: "tests cannot be chained with `is`", ru: "проверки `is` нельзя ставить цепочкой",
      kk: "`is` тексерулерін тізбектеуге болмайды")
  }

  static var noSpread: Message {
    Message(
      en: "`*` and `**` arguments are not supported", ru: "аргументы `*` и `**` не поддерживаются",
      kk: "`*` және `**` аргументтері қолдау таппайды")
  }

  static var positionalAfterNamed: Message {
    Message(
      en: "an argument without a name stands after one with a name",
      ru: "аргумент без имени стоит после аргумента с именем",
      kk: "атаусыз аргумент атаулы аргументтен кейін тұр")
  }
}

extension Diagnostic {
  static func unexpectedCharacter(
    _ source: SourceText, _ span: Range<Int>, _ scalar: Unicode.Scalar
  ) -> Diagnostic {
    let shown = scalar.value < 0x20 ? "U+" + String(scalar.value, radix: 16) : String(scalar)
    return Diagnostic(
      code: "unexpected-character",
      Message(
        en: "`\(shown)` has no meaning inside a tag",
        ru: "знак `\(shown)` внутри тега не имеет смысла",
        kk: "тег ішінде `\(shown)` белгісінің мағынасы жоқ"),
      at: source.place(span))
  }

  static func unclosedString(_ source: SourceText, _ span: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "unclosed-string",
      Message(
        en: "the text in quotes is not closed", ru: "кавычки не закрыты", kk: "тырнақша жабылмаған"),
      at: source.place(span))
  }

  static func numberTooLarge(_ source: SourceText, _ span: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "number-too-large",
      Message(
        en: "the number is too large", ru: "слишком большое число", kk: "сан тым үлкен"),
      at: source.place(span))
  }
}

extension Message {
  static func expectedLanguage(found: Token) -> Message {
    Message(
      en: "`lang` needs a language: `kk` or `ru`", ru: "`lang` требует языка: `kk` или `ru`",
      kk: "`lang` үшін тіл керек: `kk` немесе `ru`")
  }

  static var expectedLanguages: Message {
    Message(
      en:
        "`languages` needs codes: `{% languages kk, ru %}` or `{% languages kk, ru default ru %}`",
      ru:
        "`languages` требует кодов: `{% languages kk, ru %}` или `{% languages kk, ru default ru %}`",
      kk:
        "`languages` үшін кодтар керек: `{% languages kk, ru %}` не `{% languages kk, ru default ru %}`"
    )
  }

  static func expectedClauseName(found: Token) -> Message {
    Message(
      en: "`clause` needs a name", ru: "`clause` требует имени", kk: "`clause` үшін атау керек")
  }

  static func reservedName(_ name: String) -> Message {
    Message(
      en: "`\(name)` cannot be the name of a variable",
      ru: "`\(name)` не может быть именем переменной",
      kk: "`\(name)` айнымалы атауы бола алмайды")
  }

  static var expectedCall: Message {
    Message(
      en: "`call` needs the call of a macro: `{% call name() %}`",
      ru: "`call` требует вызова макроса: `{% call name() %}`",
      kk: "`call` үшін макрос шақыруы керек: `{% call name() %}`")
  }

  static var includeNeedsName: Message {
    Message(
      en: "`include` needs the name of a template in quotes",
      ru: "`include` требует имени шаблона в кавычках",
      kk: "`include` үшін тырнақшадағы үлгі атауы керек")
  }
}

extension Diagnostic {
  static func emptyTag(_ source: SourceText, _ tag: Tag) -> Diagnostic {
    Diagnostic(
      code: "empty-tag",
      Message(
        en: "the tag is empty", ru: "тег пуст", kk: "тег бос"), at: source.place(tag.span),
      hints: [
        Message(
          en: "write the name of a field between the braces",
          ru: "напишите имя поля между скобками", kk: "жақшалардың арасына өріс атауын жазыңыз")
      ])
  }

  static func onlyInCell(_ source: SourceText, _ tag: Tag) -> Diagnostic {
    Diagnostic(
      code: "unsupported-statement",
      Message(
        en: "`\(tag.keyword)` stands only in a table cell of a DOCX template",
        ru: "`\(tag.keyword)` стоит только в ячейке таблицы шаблона DOCX",
        kk: "`\(tag.keyword)` тек DOCX үлгісінің кесте ұяшығында тұрады"),
      at: source.place(tag.span))
  }
}
