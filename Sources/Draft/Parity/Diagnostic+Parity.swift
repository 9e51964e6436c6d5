internal import DraftWording

/// What `draft check` says of two texts that should say the same.
extension Diagnostic {
  static func missingPassage(
    _ side: ParityChecker.Side, at place: Place, gap: Place?
  ) -> Diagnostic {
    let isKazakh = side.language == "kk"
    return Diagnostic(
      .warning, code: "parity-missing",
      Message(
        en: "this stands only in the \(isKazakh ? "Kazakh" : "Russian") text",
        ru: "это есть только в \(isKazakh ? "казахском" : "русском") тексте",
        kk: "бұл тек \(isKazakh ? "қазақша" : "орысша") мәтінде бар"),
      at: place,
      notes: gap.map {
        [
          Note(
            Message(
              en: "here the \(isKazakh ? "Russian" : "Kazakh") text is empty",
              ru: "здесь \(isKazakh ? "русский" : "казахский") текст пуст",
              kk: "мұнда \(isKazakh ? "орысша" : "қазақша") мәтін бос"), at: $0)
        ]
      } ?? [],
      hints: [
        Message(
          en: "translate it, or take it away", ru: "переведите это или уберите",
          kk: "мұны аударыңыз немесе алып тастаңыз")
      ])
  }

  static func fieldsDiffer(
    _ paths: [String], on side: ParityChecker.Side, at place: Place, other: Place
  ) -> Diagnostic {
    let isKazakh = side.language == "kk"
    let names = list(paths)
    let isOne = paths.count == 1
    return Diagnostic(
      .warning, code: "parity-fields",
      Message(
        en: "only the \(isKazakh ? "Kazakh" : "Russian") text has \(names)",
        ru: "\(names) есть только в \(isKazakh ? "казахском" : "русском") тексте",
        kk: "\(names) тек \(isKazakh ? "қазақша" : "орысша") мәтінде бар"),
      at: place, notes: [otherText(isKazakh ? "ru" : "kk", other)],
      hints: [
        Message(
          en:
            "put the field\(isOne ? "" : "s") there too, or take \(isOne ? "it" : "them") away here",
          ru: "добавьте \(isOne ? "поле" : "поля") и туда или уберите здесь",
          kk: "\(isOne ? "өрісті" : "өрістерді") онда да қосыңыз немесе мұнда алып тастаңыз")
      ], dataPath: paths.first)
  }

  static func conditionsDiffer(
    _ paths: [String], on side: ParityChecker.Side, at place: Place, other: Place
  ) -> Diagnostic {
    let isKazakh = side.language == "kk"
    let names = list(paths)
    return Diagnostic(
      .warning, code: "mixed-conditions",
      Message(
        en: "only the \(isKazakh ? "Kazakh" : "Russian") text depends on \(names)",
        ru: "от \(names) зависит только \(isKazakh ? "казахский" : "русский") текст",
        kk: "\(names) шартына тек \(isKazakh ? "қазақша" : "орысша") мәтін байланысты"),
      at: place, notes: [otherText(isKazakh ? "ru" : "kk", other)],
      hints: [
        Message(
          en: "put the same condition round the same words in both texts",
          ru: "поставьте одно и то же условие в обоих текстах",
          kk: "екі мәтінде де бірдей шарт қойыңыз")
      ], dataPath: paths.first)
  }

  /// - Parameter figures: what only the Kazakh and what only the Russian text has.
  static func figuresDiffer(
    _ figures: (kazakh: [FigureList.Figure], russian: [FigureList.Figure]), at place: Place,
    other: Place, otherSide: ParityChecker.Side
  ) -> Diagnostic {
    let kazakh = list(figures.kazakh.map(\.text))
    let russian = list(figures.russian.map(\.text))
    let message =
      if figures.russian.isEmpty {
        Message(
          en: "only the Kazakh text has \(kazakh)", ru: "\(kazakh) есть только в казахском тексте",
          kk: "\(kazakh) тек қазақша мәтінде бар")
      } else if figures.kazakh.isEmpty {
        Message(
          en: "only the Russian text has \(russian)", ru: "\(russian) есть только в русском тексте",
          kk: "\(russian) тек орысша мәтінде бар")
      } else {
        Message(
          en: "the Kazakh text has \(kazakh), the Russian \(russian)",
          ru: "в казахском тексте \(kazakh), в русском \(russian)",
          kk: "қазақша мәтінде \(kazakh), орысша мәтінде \(russian)")
      }
    return Diagnostic(
      .warning, code: "parity-figures", message, at: place,
      notes: [otherText(otherSide.language, other)], hints: [.makeFiguresEqual])
  }

  static func measuresDiffer(_ figure: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .warning, code: "parity-figures",
      Message(
        en: "\(figure) counts different things in the two texts",
        ru: "\(figure) в двух текстах означает разные единицы",
        kk: "\(figure) екі мәтінде әртүрлі бірлікті білдіреді"),
      at: place, notes: [otherText(other.language ?? "", other)], hints: [.makeFiguresEqual])
  }

  static func unitsDiffer(_ path: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .warning, code: "parity-figures",
      Message(
        en: "`\(path)` counts different things in the two texts",
        ru: "`\(path)` в двух текстах считает разные единицы",
        kk: "`\(path)` екі мәтінде әртүрлі бірлікті санайды"),
      at: place, notes: [otherText(other.language ?? "", other)], hints: [.makeFiguresEqual],
      dataPath: path)
  }

  static func otherLanguage(_ language: String, at place: Place) -> Diagnostic {
    let isKazakh = language == "kk"
    return Diagnostic(
      .warning, code: "parity-language",
      Message(
        en:
          "\(isKazakh ? "Russian" : "Kazakh") words stand in the \(isKazakh ? "Kazakh" : "Russian") text",
        ru: isKazakh ? "в казахском тексте русские слова" : "в русском тексте казахские слова",
        kk: isKazakh ? "қазақша мәтінде орысша сөздер тұр" : "орысша мәтінде қазақша сөздер тұр"),
      at: place,
      hints: [
        Message(
          en: "translate them, or give the paragraph the style of its language",
          ru: "переведите их или дайте абзацу стиль его языка",
          kk: "оларды аударыңыз немесе абзацқа өз тілінің стилін беріңіз")
      ])
  }

  static func latinLetter(_ finding: LookAlike.Finding, at place: Place, more: Int) -> Diagnostic {
    let letter = finding.letter
    let position = finding.position
    var notes: [Note] = []
    if more > 0 {
      notes.append(
        Note(
          Message(
            en: "there are \(more) more such words in this paragraph",
            ru: "в этом абзаце таких слов ещё \(more)",
            kk: "бұл абзацта мұндай сөз тағы \(more)")))
    }
    return Diagnostic(
      .warning, code: "latin-i",
      Message(
        en: "letter \(position) of «\(finding.word)» is a Latin \(letter)",
        ru: "буква \(position) в «\(finding.word)» — латинская \(letter)",
        kk: "«\(finding.word)» сөзінің \(position)-әрпі — латынша \(letter)"),
      at: place, notes: notes,
      hints: [
        Message(
          en: "write «\(finding.corrected)», with the Cyrillic \(finding.meant)",
          ru: "напишите «\(finding.corrected)» с кириллической \(finding.meant)",
          kk: "«\(finding.corrected)» деп, кирилл \(finding.meant) әрпімен жазыңыз")
      ])
  }

  private static func otherText(_ language: String, _ place: Place) -> Note {
    let (en, ru, kk) =
      switch language {
      case "kk": ("the Kazakh text", "казахский текст", "қазақша мәтін")
      case "ru": ("the Russian text", "русский текст", "орысша мәтін")
      default: ("the other text", "другой текст", "екінші мәтін")
      }
    return Note(Message(en: en, ru: ru, kk: kk), at: place)
  }

  private static func list(_ items: [String]) -> String {
    items.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (items.count > 5 ? ", …" : "")
  }
}

extension Message {
  fileprivate static let makeFiguresEqual = Message(
    en: "one of the two texts is wrong: make them agree",
    ru: "один из двух текстов неверен: приведите их в соответствие",
    kk: "екі мәтіннің бірі қате: оларды сәйкестендіріңіз")
}
