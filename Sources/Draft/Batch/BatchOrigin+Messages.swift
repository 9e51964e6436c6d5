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

  private static func otherDocuments(_ message: Message, _ hint: Message? = nil) -> Diagnostic {
    let others = Message(
      en: "give another folder with -o, or draw into this one with --force",
      ru: "дайте другую папку через -o или составьте в эту с ключом --force",
      kk: "-o арқылы басқа қалта беріңіз немесе --force кілтімен осы қалтаға жасаңыз")
    return Diagnostic(
      code: "other-documents", message, hints: [hint, others].compactMap(\.self))
  }
}
