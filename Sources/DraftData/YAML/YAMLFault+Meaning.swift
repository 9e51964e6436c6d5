internal import DraftLanguage

/// Errors about YAML that is well-formed but says something we do not take.
extension YAMLFault {
  static func ambiguousWord(_ word: String, at place: Place) -> Diagnostic {
    let truth = ["yes", "on"].contains(word.lowercased()) ? "true" : "false"
    return Diagnostic(
      code: "ambiguous-word",
      Message(
        en: "without quotes this word means yes or no to some programs, text to others",
        ru: "без кавычек это слово одни программы понимают как да или нет, другие как текст",
        kk: "тырнақшасыз бұл сөзді бір бағдарламалар иә не жоқ деп, басқалары мәтін деп түсінеді"),
      at: place,
      hints: [
        Message(
          en: "write `\(truth)`, or put it in quotes if it is text",
          ru: "пишите `\(truth)` или возьмите слово в кавычки, если это текст",
          kk: "`\(truth)` деп жазыңыз немесе мәтін болса, тырнақшаға алыңыз")
      ])
  }

  static func unusableKey(at place: Place, isTemplateTag: Bool = false) -> Diagnostic {
    Diagnostic(
      code: "unusable-key",
      Message(
        en: "a field's name must be a word or a number, not a list, a mapping or nothing",
        ru: "имя поля должно быть словом или числом, а не списком, набором полей или пустым",
        kk: "өріс атауы тізім, өрістер жиыны не бос емес, сөз не сан болуы керек"),
      at: place, hints: isTemplateTag ? [noTags, quote] : [quote])
  }

  static func badMerge(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "unusable-key",
      Message(
        en: "`<<` takes in the fields of a mapping, and this is none",
        ru: "`<<` вставляет набор полей, а здесь не он",
        kk: "`<<` өрістер жиынын қосады, ал бұл ондай емес"),
      at: place)
  }

  static func tag(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "yaml-tag",
      Message(
        en: "type marks that start with `!` are not used in case data",
        ru: "пометки типа, начинающиеся с `!`, в данных дела не используются",
        kk: "іс деректерінде `!` белгісінен басталатын тип белгілері қолданылмайды"),
      at: place,
      hints: [
        Message(
          en: "remove the mark, or put the text in quotes",
          ru: "уберите пометку или возьмите текст в кавычки",
          kk: "белгіні алып тастаңыз немесе мәтінді тырнақшаға алыңыз")
      ])
  }

  static func controlCharacter(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "invalid-yaml",
      Message(
        en: "an invisible control character stands here",
        ru: "здесь стоит невидимый управляющий знак",
        kk: "бұл жерде көрінбейтін басқару таңбасы тұр"),
      at: place,
      hints: [Message(en: "remove it", ru: "уберите его", kk: "оны алып тастаңыз")])
  }
}
