internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

extension DocumentReader {
  /// What is wrong with the archive, for people.
  static func diagnostic(_ error: PackageError, file: String?) -> Diagnostic {
    let (ru, kk, hint) = words(for: error.code)
    let entry = error.entry.map { " («\($0)»)" } ?? ""
    return Diagnostic(
      code: error.code.rawValue,
      Message(en: error.message + entry, ru: ru + entry, kk: kk + entry),
      at: file.map { Place(file: $0, line: error.line ?? 1, column: 1) },
      hints: hint.map { [$0] } ?? [])
  }

  /// What is wrong with a part's XML, for people.
  static func diagnostic(_ error: XMLError, part: String, file: String?) -> Diagnostic {
    Diagnostic(
      code: "malformed-xml",
      Message(
        en: "the part «\(part)» is not valid XML: \(error.message)",
        ru: "часть «\(part)» повреждена (ошибка XML: \(error.message))",
        kk: "«\(part)» бөлігі бүлінген (XML қатесі: \(error.message))"),
      at: Place(file: file, part: part, line: error.line, column: error.column),
      hints: [
        Message(
          en: "open the file in Word and save it again",
          ru: "откройте файл в Word и сохраните заново",
          kk: "файлды Word-та ашып, қайта сақтаңыз")
      ])
  }

  private static func words(for code: PackageError.Code) -> (ru: String, kk: String, Message?) {
    switch code {
    case .encryptedDocument:
      return (
        "файл защищён паролем или сохранён в старом формате .doc",
        "файл құпиясөзбен қорғалған немесе ескі .doc пішімінде сақталған",
        Message(
          en: "take the password off in Word, or save the file as .docx",
          ru: "снимите пароль в Word или сохраните файл как .docx",
          kk: "Word-та құпиясөзді алып тастаңыз немесе файлды .docx етіп сақтаңыз")
      )
    case .notAZip, .missingContentTypes:
      return (
        "это не файл .docx", "бұл .docx файлы емес",
        Message(
          en: "a template is a .docx file saved by Word, or a text file",
          ru: "шаблон — файл .docx, сохранённый в Word, или текстовый файл",
          kk: "үлгі — Word-та сақталған .docx файлы немесе мәтіндік файл")
      )
    case .truncated, .inconsistentArchive, .overlappingEntries, .crcMismatch, .corruptData:
      return (
        "файл повреждён: он неполон или не сходится контрольная сумма",
        "файл бүлінген: ол толық емес немесе бақылау сомасы сәйкес келмейді",
        Message(
          en: "get the file again from where it came",
          ru: "возьмите файл заново из источника", kk: "файлды түпнұсқасынан қайта алыңыз")
      )
    case .encryptedEntry:
      return ("часть файла зашифрована", "файлдың бөлігі шифрланған", nil)
    case .tooManyEntries, .entryTooLarge, .totalTooLarge, .ratioTooHigh, .zip64:
      return (
        "файл больше допустимого или упакован подозрительно плотно",
        "файл рұқсат етілгеннен үлкен немесе күдікті тығыз қапталған", nil
      )
    case .duplicateEntry, .invalidName, .unsupportedCompression, .malformedContentTypes,
      .malformedRelationships, .noSuchEntry:
      return ("пакет .docx составлен неправильно", ".docx бумасы дұрыс құрылмаған", nil)
    case .cannotWrite:
      return ("документ не удалось собрать", "құжатты құрастыру мүмкін болмады", nil)
    }
  }
}
