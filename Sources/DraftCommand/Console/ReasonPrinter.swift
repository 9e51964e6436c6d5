import Draft

/// Why rows of a batch failed or have warnings, a line a reason, so that a thousand rows with the same one
/// can be read.
struct ReasonPrinter {
  /// The list as it was named.
  let list: String
  let language: InterfaceLanguage
  /// The columns that fill nothing.
  let strangers: [WantedFields.Column]
  /// The field that `--number` would fill; nil when it is given.
  let numberPath: String?

  /// The columns whose field was told as the one that was probably meant.
  private(set) var explained: Set<String> = []

  init(
    list: String, language: InterfaceLanguage, strangers: [WantedFields.Column],
    numberPath: String?
  ) {
    self.list = list
    self.language = language
    self.strangers = strangers
    self.numberPath = numberPath
  }

  /// The reasons, and what to do about fields that no row has.
  mutating func lines(_ reasons: BatchReasons, _ summary: Batch.Summary) -> [String] {
    var lines: [String] = []
    var said: Set<String> = []
    // What is to be done about fields that no row has is said once, below all of them.
    let absent = reasons.items.filter { isLacking($0, in: summary) && near($0) == nil }
    let others = reasons.items.filter { !isLacking($0, in: summary) || near($0) != nil }
    for reason in others + absent {
      let diagnostic = reason.diagnostic
      let isInName = isInName(diagnostic)
      lines.append(
        "\(place(of: reason)): \(diagnostic.severity.rawValue)[\(diagnostic.code)]: "
          + (isInName ? "--name: " : "") + diagnostic.message.text(in: language)
          + (isInName ? "" : column(of: diagnostic, summary)))
      if isLacking(reason, in: summary), let path = diagnostic.dataPath, let near = near(reason) {
        lines.append(hint(misspelt(near.header, for: path)))
        explained.insert(near.header)
        continue
      }
      let isNumber = !isInName && self.isNumber(diagnostic)
      for hint in diagnostic.hints + (isNumber ? [Self.counted] : [])
      where said.insert(hint.en).inserted {
        lines.append(self.hint(hint))
      }
    }
    if !absent.isEmpty { lines.append(hint(lacking(summary.headers))) }
    if reasons.unlistedCount > 0 {
      let more = reasons.unlistedCount
      lines.append(
        Message(
          en: "… and \(more) more rows: see the manifest",
          ru: "… и ещё строк: \(more), см. манифест",
          kk: "… және тағы \(more) жол: манифестті қараңыз"
        ).text(in: language))
    }
    return lines
  }

  // MARK: Rows

  /// `clients.csv:3`, or `clients.csv:2–1001 (1000 rows)`.
  private func place(of reason: BatchReasons.Reason) -> String {
    let places = reason.spans.map { span in
      span.first == span.last ? name(span.first) : name(span.first) + "–" + name(span.last)
    }
    var text = places.joined(separator: ", ")
    if reason.shownCount < reason.count { text += ", …" }
    if let first = reason.spans.first?.first, first.source == nil {
      text = list + (first.line == nil ? " #" : ":") + text
    }
    let count = reason.count
    if count == 1 { return text }
    return text + " "
      + Message(en: "(\(count) rows)", ru: "(строк: \(count))", kk: "(\(count) жол)")
      .text(in: language)
  }

  /// The file of a row of a folder, or the line of a table.
  private func name(_ place: BatchReasons.Place) -> String {
    place.source.map { Paths.join(list, $0) } ?? String(place.line ?? place.row)
  }

  // MARK: Columns

  /// Where the value that is wrong stands in the list, or which field it is; nothing where the sentence
  /// says that itself. What the cell holds is the client's, and stays in the list.
  private func column(of diagnostic: Diagnostic, _ summary: Batch.Summary) -> String {
    guard let path = diagnostic.dataPath else { return "" }
    let field = diagnostic.message.en.contains(path) ? "" : ": `\(path)`"
    let places = [diagnostic.place] + diagnostic.notes.map(\.place)
    let file = list == "-" ? "<stdin>" : list
    guard let index = summary.columnFields?.firstIndex(of: path),
      let header = summary.headers?[index],
      let column = places.compactMap(\.self).first(where: { $0.file == file })?.column
    else { return field }
    let name = RowReader.columnName(column)
    return field
      + Message(
        en: ", column \(name) «\(header)»", ru: ", столбец \(name) «\(header)»",
        kk: ", \(name) бағаны «\(header)»"
      ).text(in: language)
  }

  // MARK: Fields that no row has

  /// Whether a reason is about the name of the row's file; its place says nothing about the row.
  private func isInName(_ diagnostic: Diagnostic) -> Bool { diagnostic.place?.file == "--name" }

  /// The column whose field was probably meant.
  private func near(_ reason: BatchReasons.Reason) -> WantedFields.Column? {
    guard let path = reason.diagnostic.dataPath else { return nil }
    return strangers.first { WantedFields.isNear($0.field, to: path) }
  }

  /// Whether a reason is that of all rows: a field that the list does not have.
  private func isLacking(_ reason: BatchReasons.Reason, in summary: Batch.Summary) -> Bool {
    guard reason.diagnostic.code == "unknown-field", !isInName(reason.diagnostic),
      let path = reason.diagnostic.dataPath
    else { return false }
    // A header says what no row can have, whatever else is wrong with some of them.
    guard let fields = summary.columnFields else {
      return reason.count == summary.rows && reason.count > 1
    }
    let wanted = FieldKinds.general(path)
    return !fields.map(FieldKinds.general).contains {
      $0 == wanted || $0.hasPrefix(wanted + ".") || $0.hasPrefix(wanted + "[")
        || wanted.hasPrefix($0 + ".") || wanted.hasPrefix($0 + "[")
    }
  }

  /// Whether a reason is that there is no number, which `--number` could give.
  private func isNumber(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == "unknown-field" && numberPath != nil && diagnostic.dataPath == numberPath
  }

  private static let counted = Message(
    en: "to have the rows numbered, give the first number: --number 101/2026",
    ru: "чтобы строки получили номера по порядку, задайте первый: --number 101/2026",
    kk: "жолдар рет-ретімен нөмірленуі үшін бірінші нөмірді беріңіз: --number 101/2026")

  private func hint(_ message: Message) -> String {
    let word = Message(en: "hint", ru: "подсказка", kk: "кеңес")
    return "  = \(word.text(in: language)): \(message.text(in: language))"
  }

  private func misspelt(_ header: String, for path: String) -> Message {
    let option = "--map '\(header)=\(path)'"
    return Message(
      en: "no row has it, but there is a column «\(header)»: \(option)",
      ru: "его нет ни в одной строке, но есть столбец «\(header)»: \(option)",
      kk: "ол бірде-бір жолда жоқ, бірақ «\(header)» бағаны бар: \(option)")
  }

  private func lacking(_ headers: [String]?) -> Message {
    guard let headers else {
      return Message(
        en: "no row has these fields: add them, or give what all rows share with --case",
        ru: "этих полей нет ни в одной строке: добавьте их или дайте общее для всех через --case",
        kk:
          "бұл өрістер бірде-бір жолда жоқ: оларды қосыңыз не бәріне ортағын --case арқылы беріңіз"
      )
    }
    let names = WantedFields.list(headers)
    return Message(
      en: "no row has these fields; the columns are \(names): name columns for fields by "
        + "--map 'column=field', or give what all rows share with --case",
      ru: "этих полей нет ни в одной строке; столбцы: \(names). Укажите столбцы полей через "
        + "--map 'столбец=поле' или дайте общее для всех строк через --case",
      kk: "бұл өрістер бірде-бір жолда жоқ; бағандар: \(names). Өрістердің бағандарын "
        + "--map 'баған=өріс' арқылы көрсетіңіз не барлық жолға ортағын --case арқылы беріңіз")
  }
}
