internal import DraftLanguage

extension BatchLedger {
  /// A document that a person has worked on since it was drawn.
  static func edited(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "edited-document",
      Message(
        en: "«\(name)» was changed by hand since it was drawn, and is left as it is",
        ru: "документ «\(name)» после составления правили, он не тронут",
        kk: "«\(name)» құжаты жасалғаннан кейін қолмен өзгертілген, ол сол күйінде қалды"),
      hints: [
        Message(
          en: "move it away to have the row drawn anew, or replace it with --force",
          ru: "уберите его в другую папку, чтобы составить заново, или замените ключом --force",
          kk: "жолды қайта жасау үшін оны басқа қалтаға көшіріңіз не --force кілтімен ауыстырыңыз")
      ])
  }

  /// A file that stands where a document belongs, and that no batch has made.
  static func foreign(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "file-exists",
      Message(
        en: "«\(name)» is there already and is left as it is",
        ru: "файл «\(name)» уже есть, он не тронут",
        kk: "«\(name)» файлы бар, ол өзгертілген жоқ"),
      hints: [
        Message(
          en: "give another folder with -o, or replace it with --force",
          ru: "дайте другую папку через -o или замените файл ключом --force",
          kk: "-o арқылы басқа қалта беріңіз немесе --force кілтімен ауыстырыңыз")
      ])
  }

  /// A number that the list gives to a second row.
  static func numberTaken(_ number: String, _ path: String) -> Diagnostic {
    Diagnostic(
      code: "number-taken",
      Message(
        en: "the number «\(number)» was given to another row",
        ru: "номер «\(number)» уже дан другой строке", kk: "«\(number)» нөмірі басқа жолға берілген"
      ),
      dataPath: path)
  }
}
