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

  /// That a folder holds documents in other languages.
  ///
  /// - Parameter codes: as ``BatchOrigin/languages``.
  static func otherLanguages(_ codes: String, in folder: String) -> Diagnostic {
    let (en, ru, kk) =
      codes.isEmpty
      ? ("drawn without --lang", "составленные без --lang", "--lang кілтінсіз жасалған")
      : (
        "drawn with --lang \(codes)", "составленные с --lang \(codes)",
        "--lang \(codes) кілтімен жасалған"
      )
    return otherDocuments(
      Message(
        en: "«\(folder)» holds documents in other languages, \(en)",
        ru: "в «\(folder)» лежат документы на других языках, \(ru)",
        kk: "«\(folder)» ішінде басқа тілдердегі құжаттар бар, олар \(kk)"))
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
