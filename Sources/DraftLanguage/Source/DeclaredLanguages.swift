/// The languages that a template says it has: `{% languages kk, ru %}`, or with the language of text
/// that nothing marks: `{% languages kk, ru default ru %}`.
public struct DeclaredLanguages: Sendable, Hashable {
  /// Codes in the order written.
  public var codes: [String]
  /// The language of text without a mark; nil when such text belongs to all.
  public var fallback: String?
  /// Where they are declared.
  public var place: Place

  /// Reads the declaration of a template, which may have one.
  ///
  /// - Parameter sources: the texts of the template with their tags.
  /// - Returns: nil when there is none or it cannot be read, and what is wrong with it; mistakes of
  ///   form are told where the tags are parsed.
  public static func read(
    _ sources: [(source: SourceText, tags: [Tag])]
  ) -> (declared: DeclaredLanguages?, diagnostics: [Diagnostic]) {
    var declared: DeclaredLanguages?
    var diagnostics: [Diagnostic] = []
    for (source, tags) in sources {
      for tag in tags where tag.kind == .statement && tag.keyword == "languages" {
        var parser = Parser(source, Lexer.tokens(source, tag.inner).tokens)
        parser.advance()
        guard let head = try? parser.languagesHead() else { continue }
        let words = head.codes + (head.fallback.map { [$0] } ?? [])
        for word in words where !LanguageSelection.codes.contains(word.name) {
          diagnostics.append(.unknownLanguage(word.name, at: source.place(word.span)))
        }
        if let fallback = head.fallback, !head.codes.contains(where: { $0.name == fallback.name }),
          LanguageSelection.codes.contains(fallback.name)
        {
          diagnostics.append(
            .undeclaredLanguage(
              fallback.name, at: source.place(fallback.span), declared: source.place(tag.span)))
        }
        if let first = declared {
          diagnostics.append(.languagesTwice(at: source.place(tag.span), first: first.place))
        } else {
          declared = DeclaredLanguages(
            codes: head.codes.map(\.name), fallback: head.fallback?.name,
            place: source.place(tag.span))
        }
      }
    }
    return (declared, diagnostics)
  }

  /// What is wrong with the languages of a template and those to be drawn.
  ///
  /// - Parameters:
  ///   - declared: what the template says; nil when it says nothing.
  ///   - marked: the languages of its text with the first place of each.
  ///   - selection: the languages to draw; nil for all.
  public static func mistakes(
    _ declared: DeclaredLanguages?, marked: [(code: String, place: Place)],
    selection: LanguageSelection?
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let declared {
      for mark in marked where !declared.codes.contains(mark.code) {
        diagnostics.append(
          .undeclaredLanguage(mark.code, at: mark.place, declared: declared.place))
      }
    }
    // A template without marks says the same in every language.
    let known = codes(declared, marked: marked)
    for code in selection?.languages ?? [] where !known.isEmpty && !known.contains(code) {
      diagnostics.append(.languageNotInTemplate(code, known: known, declared: declared?.place))
    }
    return diagnostics
  }

  /// All languages of a template: those that it declares, else those that its text is marked with.
  public static func codes(
    _ declared: DeclaredLanguages?, marked: [(code: String, place: Place)]
  ) -> [String] {
    if let declared { return declared.codes }
    var codes: [String] = []
    for mark in marked where !codes.contains(mark.code) { codes.append(mark.code) }
    return codes
  }

  /// The languages that `{% lang %}` blocks name, with their places.
  public static func marked(
    _ tags: [Tag], in source: SourceText
  ) -> [(code: String, place: Place)] {
    tags.filter { $0.kind == .statement && $0.keyword == "lang" }.compactMap { tag in
      guard let code = tag.languageCode(in: source), LanguageSelection.codes.contains(code) else {
        return nil
      }
      return (code, source.place(tag.span))
    }
  }
}

extension Tag {
  /// The word after `lang`; nil when there is none.
  func languageCode(in source: SourceText) -> String? {
    let word = Lexer.tokens(source, inner).tokens.dropFirst().first
    if case .name(let code)? = word?.kind { return code }
    return nil
  }
}

extension Diagnostic {
  /// A code that is none of ``LanguageSelection/codes``.
  public static func unknownLanguage(_ code: String, at place: Place) -> Diagnostic {
    let known = LanguageSelection.codes.joined(separator: ", ")
    return Diagnostic(
      code: "unknown-language",
      Message(
        en: "there is no language `\(code)`; the codes are \(known)",
        ru: "языка `\(code)` нет; коды языков: \(known)",
        kk: "`\(code)` деген тіл жоқ; тіл кодтары: \(known)"),
      at: place,
      hints: NearestName.find(code, among: LanguageSelection.codes).map { [.didYouMean($0)] } ?? [])
  }

  static func undeclaredLanguage(
    _ code: String, at place: Place, declared: Place
  ) -> Diagnostic {
    Diagnostic(
      code: "undeclared-language",
      Message(
        en: "this text is in `\(code)`, a language that the template does not declare",
        ru: "этот текст на языке `\(code)`, который шаблон не объявил",
        kk: "бұл мәтін үлгі жарияламаған `\(code)` тілінде"),
      at: place,
      notes: [
        Diagnostic.Note(
          Message(en: "declared here", ru: "объявлены здесь", kk: "осы жерде жарияланған"),
          at: declared)
      ],
      hints: [
        Message(
          en: "add `\(code)` to `{% languages … %}`, or give the paragraph another style",
          ru: "добавьте `\(code)` в `{% languages … %}` или выберите для абзаца другой стиль",
          kk: "`{% languages … %}` ішіне `\(code)` қосыңыз немесе абзацқа басқа стиль беріңіз")
      ])
  }

  static func languagesTwice(at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      code: "languages-twice",
      Message(
        en: "the languages are declared twice", ru: "языки объявлены дважды",
        kk: "тілдер екі рет жарияланған"),
      at: place,
      notes: [
        Diagnostic.Note(
          Message(
            en: "the first declaration", ru: "первое объявление", kk: "бірінші жариялау"),
          at: first)
      ])
  }

  static func languageNotInTemplate(
    _ code: String, known: [String], declared: Place?
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      code: "language-not-in-template",
      Message(
        en: "the template has no text in `\(code)`; its languages are \(list)",
        ru: "в шаблоне нет текста на языке `\(code)`; его языки: \(list)",
        kk: "үлгіде `\(code)` тіліндегі мәтін жоқ; оның тілдері: \(list)"),
      at: declared)
  }
}
