internal import DraftLanguage

extension Diagnostic {
  static func clauseWithoutNumber(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "clause-without-number",
      Message(
        en: "the clause `\(name)` stands in a paragraph without a number",
        ru: "пункт `\(name)` назван в абзаце без номера",
        kk: "`\(name)` тармағы нөмірі жоқ абзацта аталған"),
      at: place,
      hints: [
        Message(
          en:
            "put the tag into the numbered paragraph itself; the number must be Word's own, not typed",
          ru:
            "поставьте тег в самом нумерованном абзаце; номер должен быть списком Word, а не набран",
          kk: "тегті нөмірленген абзацтың өзіне қойыңыз; нөмір терілмей, Word тізімінен болуы керек"
        )
      ])
  }

  static func clauseOutsideBody(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "clause-outside-body",
      Message(
        en: "the clause `\(name)` stands outside the body; only the body has numbered clauses",
        ru: "пункт `\(name)` назван вне основного текста; нумерованные пункты есть только в нём",
        kk: "`\(name)` тармағы негізгі мәтіннен тыс аталған; нөмірленген тармақтар тек сонда бар"),
      at: place)
  }

  static func clauseTwice(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      code: "clause-twice",
      Message(
        en: "the clause `\(name)` has its name twice in one language",
        ru: "имя `\(name)` дано двум пунктам одного языка",
        kk: "`\(name)` атауы бір тілдегі екі тармаққа берілген"),
      at: place,
      notes: [
        Note(
          Message(en: "the first is here", ru: "первый — здесь", kk: "біріншісі осында"),
          at: first)
      ],
      hints: [
        Message(
          en: "give one of them another name; only branches of one `if` may share it",
          ru: "назовите один из них иначе; общее имя бывает лишь у ветвей одного `if`",
          kk: "біреуін басқаша атаңыз; ортақ атау тек бір `if` тармақтарында болады")
      ])
  }

  static func unknownClause(
    _ name: String, language: String?, at place: Place, known: [String]
  ) -> Diagnostic {
    let language = language.map { " (\($0))" } ?? ""
    return Diagnostic(
      code: "unknown-clause",
      Message(
        en: "there is no clause `\(name)`\(language)",
        ru: "нет пункта с именем `\(name)`\(language)",
        kk: "`\(name)` атты тармақ жоқ\(language)"),
      at: place,
      hints: NearestName.find(name, among: known).map { [.didYouMean($0)] } ?? [
        Message(
          en: "name the clause: put {% clause \(name) %} into its paragraph",
          ru: "назовите пункт: поставьте {% clause \(name) %} в его абзац",
          kk: "тармақты атаңыз: оның абзацына {% clause \(name) %} қойыңыз")
      ])
  }

  static func ambiguousClause(_ name: String, at place: Place, clause: Place) -> Diagnostic {
    Diagnostic(
      code: "ambiguous-clause",
      Message(
        en: "the clause `\(name)` comes out several times; it is not clear which one is meant",
        ru: "пункт `\(name)` выходит несколько раз; неясно, какой из них имеется в виду",
        kk: "`\(name)` тармағы бірнеше рет шығады; қайсысы екені белгісіз"),
      at: place,
      notes: [Note(clauseIsHere, at: clause)],
      hints: [
        Message(
          en: "a clause in a loop can be named from the same turn of that loop only",
          ru: "на пункт внутри цикла можно ссылаться только из того же витка цикла",
          kk: "цикл ішіндегі тармаққа тек сол циклдің сол айналымынан сілтеуге болады")
      ])
  }

  static func removedClause(_ name: String, at place: Place, clauses: [Place]) -> Diagnostic {
    Diagnostic(
      code: "removed-clause",
      Message(
        en: "the clause `\(name)` is not in this document: a condition leaves it out",
        ru: "пункта `\(name)` в этом документе нет: его убрало условие",
        kk: "бұл құжатта `\(name)` тармағы жоқ: оны шарт алып тастады"),
      at: place, notes: clauses.map { Note(clauseIsHere, at: $0) },
      hints: [
        Message(
          en: "put the sentence under the same condition as the clause",
          ru: "поставьте это предложение под то же условие, что и пункт",
          kk: "бұл сөйлемді тармақпен бірдей шартқа қойыңыз")
      ])
  }

  static func noWording(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "wrong-arguments",
      Message(
        en: "`ref` has no words for a case here", ru: "у `ref` здесь нет слов для падежа",
        kk: "мұнда `ref` үшін септік сөздері жоқ"),
      at: place)
  }

  private static var clauseIsHere: Message {
    Message(en: "the clause is here", ru: "пункт — здесь", kk: "тармақ осында")
  }
}
