internal import DraftLanguage

extension BatchLedger {
  /// That a folder holds documents of another template.
  static func otherTemplate(_ name: String, in folder: String) -> Diagnostic {
    otherDocuments(
      Message(
        en: "«\(folder)» holds documents of another template: «\(name)»",
        ru: "в «\(folder)» лежат документы другого шаблона: «\(name)»",
        kk: "«\(folder)» ішінде басқа үлгінің құжаттары бар: «\(name)»"))
  }

  /// That the languages of a folder's documents were chosen in another way.
  ///
  /// - Parameters:
  ///   - codes: as ``BatchOrigin/languages``.
  ///   - selection: what the batch draws.
  static func otherLanguages(
    _ codes: String, in folder: String, now selection: LanguageSelection?
  ) -> Diagnostic {
    // A layout that is asked for alone has both languages.
    let both = "kk,ru"
    let then = codes == both ? ["--lang \(both)", "--layout sequence"] : ["--lang \(codes)"]
    let now = selection.map { selection in
      let languages = selection.languages.joined(separator: ",")
      if selection.layout == .columns { return "--lang \(languages)" }
      return (languages == both ? "" : "--lang \(languages) ") + "--layout sequence"
    }
    let old = chosen(codes.isEmpty ? [] : then)
    let new = chosen(now.map { [$0] } ?? [])
    return otherDocuments(
      Message(
        en: "this batch is drawn \(new.en), and the documents in «\(folder)» were drawn \(old.en)",
        ru: "эта партия составляется \(new.ru), а документы в «\(folder)» составлены \(old.ru)",
        kk: "бұл топтама \(new.kk) жасалады, ал «\(folder)» ішіндегі құжаттар \(old.kk) жасалған"))
  }

  /// With which of the options that choose languages; none is without both.
  private static func chosen(_ options: [String]) -> Message {
    guard !options.isEmpty else {
      return Message(
        en: "without --lang and --layout", ru: "без --lang и --layout",
        kk: "--lang мен --layout кілттерінсіз")
    }
    return Message(
      en: "with " + options.joined(separator: " or "),
      ru: "с " + options.joined(separator: " или "),
      kk: options.joined(separator: " не ") + " кілтімен")
  }

  /// That a folder holds documents in formats that a batch does not write.
  static func otherFormats(
    _ kept: Set<String>, in folder: String, now endings: Set<String>
  ) -> Diagnostic {
    let missing = kept.subtracting(endings).sorted().joined(separator: ", ")
    let all = kept.union(endings).sorted().joined(separator: ",")
    return otherDocuments(
      Message(
        en: "«\(folder)» holds documents in a format that is not asked for now: \(missing)",
        ru: "в «\(folder)» лежат документы в формате, который сейчас не запрошен: \(missing)",
        kk: "«\(folder)» ішінде қазір сұралмаған пішімдегі құжаттар бар: \(missing)"),
      Message(
        en: "draw all formats: --format \(all)", ru: "составьте все форматы: --format \(all)",
        kk: "барлық пішімде жасаңыз: --format \(all)"))
  }

  /// That documents in a folder have numbers, which they would lose.
  ///
  /// - Parameters:
  ///   - number: one of them.
  ///   - field: where they stand; nil where the manifest does not say it.
  static func noNumbers(_ number: String, _ field: String?, in folder: String) -> Diagnostic {
    let option = "--number " + (field.map { $0 + "=…" } ?? "…")
    return otherDocuments(
      Message(
        en: "the documents in «\(folder)» have numbers, such as «\(number)», which they would lose "
          + "without --number",
        ru: "у документов в «\(folder)» есть номера, например «\(number)»; без --number они их "
          + "потеряют",
        kk: "«\(folder)» ішіндегі құжаттардың нөмірлері бар, мысалы «\(number)»; --number болмаса, "
          + "олар нөмірінен айырылады"),
      Message(
        en: "give it again, \(option): rows keep the numbers that they have",
        ru: "задайте его снова, \(option): номера остаются за строками",
        kk: "оны қайта беріңіз, \(option): нөмірлер өз жолдарында қалады"))
  }

  /// That numbers of documents in a folder stand in another field.
  static func otherNumbers(
    _ field: String, in folder: String, now path: String
  ) -> Diagnostic {
    otherDocuments(
      Message(
        en: "the numbers of the documents in «\(folder)» stand in the field `\(field)`, "
          + "not in `\(path)`",
        ru: "номера документов в «\(folder)» стоят в поле `\(field)`, а не в `\(path)`",
        kk: "«\(folder)» ішіндегі құжаттардың нөмірлері `\(path)` емес, `\(field)` өрісінде тұр"),
      Message(
        en: "give that field: --number \(field)=…", ru: "назовите это поле: --number \(field)=…",
        kk: "сол өрісті атаңыз: --number \(field)=…"))
  }

  private static func otherDocuments(_ message: Message, _ hint: Message? = nil) -> Diagnostic {
    let others = Message(
      en: "give another folder with -o, or draw into this one with --force",
      ru: "дайте другую папку через -o или составьте в эту с ключом --force",
      kk: "-o арқылы басқа қалта беріңіз немесе --force кілтімен осы қалтаға жасаңыз")
    return Diagnostic(
      code: "other-documents", message, hints: [hint, others].compactMap(\.self))
  }
}
