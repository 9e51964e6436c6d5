extension Diagnostic {
  static func unknownStatement(_ source: SourceText, _ tag: Tag) -> Diagnostic {
    let place = source.place(tag.span)
    if tag.keyword.isEmpty {
      return Diagnostic(
        code: "unknown-statement",
        Message(
          en: "the tag names no statement", ru: "в теге нет инструкции", kk: "тегте нұсқау жоқ"),
        at: place)
    }
    var hints: [Message] = []
    if ["p", "tr", "tc", "r"].contains(tag.keyword) {
      hints.append(
        Message(
          en: "write `{%\(tag.keyword)` without a space after `{%`",
          ru: "пишите `{%\(tag.keyword)` без пробела после `{%`",
          kk: "`{%` белгісінен кейін бос орынсыз `{%\(tag.keyword)` деп жазыңыз"))
    } else if let near = NearestName.find(tag.keyword, among: Keyword.all) {
      hints.append(.didYouMean(near))
    } else {
      hints.append(
        Message(
          en: "to print a value write `{{ \(tag.keyword) }}`",
          ru: "чтобы вывести значение, пишите `{{ \(tag.keyword) }}`",
          kk: "мәнді шығару үшін `{{ \(tag.keyword) }}` деп жазыңыз"))
    }
    return Diagnostic(
      code: "unknown-statement",
      Message(
        en: "there is no statement `\(tag.keyword)`", ru: "нет инструкции `\(tag.keyword)`",
        kk: "`\(tag.keyword)` деген нұсқау жоқ"),
      at: place, hints: hints)
  }

  static func refusedStatement(_ source: SourceText, _ tag: Tag) -> Diagnostic {
    var hints: [Message] = []
    switch tag.keyword {
    case "import", "from":
      hints.append(
        Message(
          en: "write the macro in this template, or use `include`",
          ru: "напишите макрос в этом же шаблоне или используйте `include`",
          kk: "макросты осы үлгінің ішінде жазыңыз немесе `include` қолданыңыз"))
    case "extends", "block", "endblock":
      hints.append(
        Message(
          en: "a document has no page layout to inherit; use `include` or `if`",
          ru: "у документа нет наследуемого макета; используйте `include` или `if`",
          kk: "құжатта мұраланатын макет жоқ; `include` немесе `if` қолданыңыз"))
    default: break
    }
    return Diagnostic(
      code: "unsupported-statement",
      Message(
        en: "`\(tag.keyword)` is not supported",
        ru: "инструкция `\(tag.keyword)` не поддерживается",
        kk: "`\(tag.keyword)` нұсқауы қолдау таппайды"),
      at: source.place(tag.span), hints: hints)
  }

  static func unclosedBlock(_ source: SourceText, _ tag: Tag, before end: Tag?) -> Diagnostic {
    Diagnostic(
      code: "unclosed-block",
      Message(
        en: "`\(tag.keyword)` is never closed: `{% end\(tag.keyword) %}` is missing",
        ru: "блок `\(tag.keyword)` не закрыт: нет `{% end\(tag.keyword) %}`",
        kk: "`\(tag.keyword)` блогы жабылмаған: `{% end\(tag.keyword) %}` жоқ"),
      at: source.place(tag.span),
      notes: end.map {
        [
          Note(
            Message(
              en: "it should be closed before this tag", ru: "он должен закрыться до этого тега",
              kk: "ол осы тегке дейін жабылуы тиіс"),
            at: source.place($0.span))
        ]
      } ?? [])
  }

  static func strayTag(_ source: SourceText, _ tag: Tag, opener: String?) -> Diagnostic {
    let names = opener.map { "`\($0)`" } ?? "`if`, `for`"
    return Diagnostic(
      code: "stray-tag",
      Message(
        en: "`\(tag.keyword)` without a block: no \(names) is open here",
        ru: "`\(tag.keyword)` вне блока: здесь не открыт \(names)",
        kk: "`\(tag.keyword)` блоксыз тұр: мұнда \(names) ашылмаған"),
      at: source.place(tag.span))
  }

  static func wrongEnd(_ source: SourceText, _ tag: Tag, opener: Tag) -> Diagnostic {
    Diagnostic(
      code: "stray-tag",
      Message(
        en: "`\(tag.keyword)` closes nothing; `\(opener.keyword)` is open here",
        ru: "`\(tag.keyword)` ничего не закрывает; здесь открыт `\(opener.keyword)`",
        kk: "`\(tag.keyword)` ештеңені жаппайды; мұнда `\(opener.keyword)` ашық"),
      at: source.place(tag.span), notes: [openedHere(source, opener)],
      hints: [.didYouMean("end" + opener.keyword)])
  }

  static func crossedBlocks(_ source: SourceText, _ tag: Tag, open: Tag) -> Diagnostic {
    Diagnostic(
      code: "crossed-blocks",
      Message(
        en: "`\(tag.keyword)` crosses the block `\(open.keyword)`, which is still open",
        ru: "`\(tag.keyword)` пересекает блок `\(open.keyword)`, который ещё не закрыт",
        kk: "`\(tag.keyword)` әлі жабылмаған `\(open.keyword)` блогымен қиылысады"),
      at: source.place(tag.span), notes: [openedHere(source, open)])
  }

  static func misplacedBranch(_ source: SourceText, _ tag: Tag, inside: Tag) -> Diagnostic {
    Diagnostic(
      code: "stray-tag",
      Message(
        en: "`\(tag.keyword)` cannot stand inside `\(inside.keyword)`",
        ru: "`\(tag.keyword)` не может стоять внутри `\(inside.keyword)`",
        kk: "`\(tag.keyword)` нұсқауы `\(inside.keyword)` ішінде тұра алмайды"),
      at: source.place(tag.span), notes: [openedHere(source, inside)])
  }

  static func branchAfterElse(_ source: SourceText, _ tag: Tag, after: Tag) -> Diagnostic {
    Diagnostic(
      code: "stray-tag",
      Message(
        en: "`\(tag.keyword)` stands after `else`", ru: "`\(tag.keyword)` стоит после `else`",
        kk: "`\(tag.keyword)` нұсқауы `else` нұсқауынан кейін тұр"),
      at: source.place(tag.span),
      notes: [
        Note(
          Message(en: "`else` is here", ru: "`else` здесь", kk: "`else` осында"),
          at: source.place(after.span))
      ])
  }

  static func blocksTooDeep(_ source: SourceText, _ tag: Tag) -> Diagnostic {
    Diagnostic(
      code: "nesting-too-deep",
      Message(
        en: "blocks are nested too deeply", ru: "слишком глубокая вложенность блоков",
        kk: "блоктардың кірістірілуі тым терең"),
      at: source.place(tag.span))
  }

  static func openedHere(_ source: SourceText, _ tag: Tag) -> Note {
    Note(
      Message(en: "opened here", ru: "открыт здесь", kk: "осында ашылған"),
      at: source.place(tag.span))
  }
}

extension Message {
  /// The hint that a name was probably meant to be another one.
  public static func didYouMean(_ name: String) -> Message {
    Message(
      en: "did you mean `\(name)`?", ru: "возможно, имелось в виду `\(name)`?",
      kk: "`\(name)` дегіңіз келді ме?")
  }
}
