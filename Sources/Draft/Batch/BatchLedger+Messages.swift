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

  /// That most rows of the folder are no longer in the list.
  static func otherList(_ folder: String, gone: Int, of count: Int) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "other-list",
        Message(
          en: "rows that have documents in «\(folder)»: \(count), not in this list: \(gone); "
            + "other rows stand in their places",
          ru: "строк, документы которых есть в «\(folder)»: \(count), нет в этом списке: \(gone); "
            + "на их местах другие строки",
          kk: "«\(folder)» ішінде құжаты бар жолдар: \(count), бұл тізімде жоғы: \(gone); "
            + "олардың орнында басқа жолдар тұр"),
        hints: [
          Message(
            en: "another list: give it a folder of its own with -o, or name the field that tells "
              + "its rows from others, as in --key client.iin",
            ru: "другой список: дайте ему свою папку через -o или назовите поле, по которому его "
              + "строки отличаются от других, например --key client.iin",
            kk: "басқа тізім болса: оған -o арқылы өз қалтасын беріңіз немесе жолдарын ажырататын "
              + "өрісті атаңыз, мысалы --key client.iin"),
          Message(
            en: "the same list, corrected, with every row in its old place: with --key row each "
              + "row keeps its number and its document by its place in the list",
            ru: "тот же список, исправленный, и все строки на прежних местах: с --key row за "
              + "строкой по её месту в списке остаются номер и документ",
            kk: "сол тізімнің түзетілгені, әрі барлық жол бұрынғы орнында болса: --key row арқылы "
              + "жол өз орны бойынша нөмірі мен құжатын сақтайды"),
        ])
    ])
  }

  /// That rows are known by their places, and stand in others.
  static func moved(_ row: Int, from place: Int) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "rows-moved",
        Message(
          en: "row \(row) is what row \(place) was in the last run, but --key row knows rows by "
            + "their places: documents and numbers would go to other rows; nothing was drawn",
          ru: "строка \(row) — это строка \(place) прошлого запуска, а --key row узнаёт строки по "
            + "месту: документы и номера перешли бы к другим строкам; ничего не составлено",
          kk: "\(row)-жол алдыңғы іске қосуда \(place)-жол болған, ал --key row жолдарды орны "
            + "бойынша таниды: құжаттар мен нөмірлер басқа жолдарға өтіп кетер еді; ештеңе "
            + "жасалған жоқ"),
        hints: [
          Message(
            en: "put the rows back in their places and new ones behind them, or draw the list into "
              + "another folder with -o; --force goes on by the places",
            ru: "верните строки на прежние места, а новые добавляйте в конец, или составьте список "
              + "в другую папку через -o; с --force всё пойдёт по местам",
            kk: "жолдарды бұрынғы орындарына қайтарып, жаңаларын соңына қосыңыз немесе тізімді -o "
              + "арқылы басқа қалтаға жасаңыз; --force кілтімен бәрі орны бойынша жүреді")
        ])
    ])
  }

  /// A field that should tell rows apart, and is the same in two.
  static func keyTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "key-taken",
      Message(
        en: "another row has the same `\(path)`, by which --key tells rows apart",
        ru: "у другой строки то же `\(path)`, по которому --key отличает строки",
        kk: "басқа жолда да осы `\(path)` бар, ал --key жолдарды соның бойынша ажыратады"),
      dataPath: path)
  }

  /// A field that should tell rows apart, and is not given.
  static func keyMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "key-missing",
      Message(
        en: "the row has no `\(path)`, by which --key tells rows apart",
        ru: "в строке нет `\(path)`, по которому --key отличает строки",
        kk: "жолда `\(path)` жоқ, ал --key жолдарды соның бойынша ажыратады"),
      dataPath: path)
  }

  /// That no column fills the field that should tell rows apart.
  static func noKey(_ path: String, among headers: [String]) -> Diagnostics {
    let list = headers.map { "«\($0)»" }.joined(separator: ", ")
    return Diagnostics([
      Diagnostic(
        code: "unknown-header",
        Message(
          en: "no column fills the field `\(path)`, which --key names",
          ru: "ни один столбец не задаёт поле `\(path)`, которое названо в --key",
          kk: "--key атаған `\(path)` өрісін бірде-бір баған бермейді"),
        hints: [Message(en: "there are: \(list)", ru: "есть: \(list)", kk: "бар бағандар: \(list)")]
      )
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
      hints: [
        Message(
          en: "a number stays with the row that had it first, also when that has another one now",
          ru: "номер остаётся за строкой, у которой был первой, даже если теперь у неё другой",
          kk: "нөмір оны алғаш алған жолда қалады, ол жолдың нөмірі қазір басқа болса да")
      ],
      dataPath: path)
  }

  /// A file that cannot be put in its place, where others can.
  static func unwritten(_ failure: FileSystem.Failure, _ name: String) -> Diagnostic {
    Diagnostic(
      code: "write-failed",
      Message(
        en: "cannot write «\(name)»: \(failure.reason.en)",
        ru: "не удаётся записать «\(name)»: \(failure.reason.ru)",
        kk: "«\(name)» жазу мүмкін емес: \(failure.reason.kk)"),
      hints: [
        Message(
          en: "close the document where it is open; the same command draws the row then",
          ru: "закройте документ, если он открыт; затем та же команда составит строку",
          kk: "құжат ашық болса, оны жабыңыз; содан кейін дәл осы команда жолды жасайды")
      ])
  }

  /// The first of some things in a sentence.
  private static func listed(_ first: [String], of count: Int) -> String {
    first.joined(separator: ", ") + (count > first.count ? ", …" : "")
  }

  /// Documents whose rows have been taken for corrected ones, and that have other names for that.
  static func renamed(_ names: [(old: String, new: String)], of count: Int) -> Diagnostic {
    let list = listed(names.map { "«\($0.old)» → «\($0.new)»" }, of: count)
    return Diagnostic(
      .warning, code: "rows-corrected",
      Message(
        en: "documents that have another name since their rows were corrected: \(count) (\(list))",
        ru: "документы, которые после исправления строк называются иначе: \(count) (\(list))",
        kk: "жолдары түзетілгеннен кейін атауы өзгерген құжаттар: \(count) (\(list))"),
      hints: [
        Message(
          en: "if these are other people, name the field that tells them apart, as in "
            + "--key client.iin",
          ru: "если это другие люди, назовите поле, по которому их отличить, например "
            + "--key client.iin",
          kk: "егер бұл басқа адамдар болса, оларды ажырататын өрісті атаңыз, мысалы "
            + "--key client.iin")
      ])
  }

  /// Documents of rows that are no longer in the list.
  ///
  /// - Parameter orUnreadable: whether some of the rows may be among those that cannot be read.
  static func gone(
    _ names: [String], of count: Int, orUnreadable isUnsure: Bool
  ) -> Diagnostic {
    let list = listed(names.map { "«\($0)»" }, of: count)
    return Diagnostic(
      .warning, code: "rows-gone",
      isUnsure
        ? Message(
          en: "documents in the folder whose rows are no longer in the list, or are among those "
            + "that cannot be read: \(count) (\(list))",
          ru: "документы в папке, строк которых в списке больше нет или они среди тех, что не "
            + "читаются: \(count) (\(list))",
          kk: "қалтада жолдары тізімде енді жоқ немесе оқылмайтын жолдардың ішіндегі құжаттар бар: "
            + "\(count) (\(list))")
        : Message(
          en: "documents in the folder whose rows are no longer in the list: \(count) (\(list))",
          ru: "документы в папке, строк которых в списке больше нет: \(count) (\(list))",
          kk: "қалтада жолдары тізімде енді жоқ құжаттар бар: \(count) (\(list))"),
      hints: [
        Message(
          en: "they keep their numbers; take away yourself what is not needed",
          ru: "их номера остаются за ними; ненужные уберите сами",
          kk: "нөмірлері өздерінде қалады; керек емесін өзіңіз алып тастаңыз")
      ])
  }
}
