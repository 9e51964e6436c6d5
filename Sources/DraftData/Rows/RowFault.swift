internal import DraftLanguage

/// Errors of tables and their rows.
enum RowFault {
  /// The letters that a spreadsheet gives to a column, counted from 0.
  static func columnName(_ index: Int) -> String {
    var name = ""
    var left = index
    while left >= 0 {
      name = String(Character(Unicode.Scalar(UInt8(0x41 + left % 26)))) + name
      left = left / 26 - 1
    }
    return name
  }

  static func duplicateHeader(_ header: String, at place: Place, first: Int) -> Diagnostic {
    Diagnostic(
      code: "duplicate-header",
      Message(
        en: "two columns fill the same field: «\(header)»",
        ru: "два столбца задают одно и то же поле: «\(header)»",
        kk: "екі баған бір өрісті береді: «\(header)»"),
      at: place,
      notes: [
        Diagnostic.Note(
          Message(
            en: "the first is column \(columnName(first - 1))",
            ru: "первый — столбец \(columnName(first - 1))",
            kk: "біріншісі — \(columnName(first - 1)) бағаны"))
      ])
  }

  static func conflictingHeader(_ header: String, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "header-conflict",
      Message(
        en: "«\(header)» and another column fill a field both as one value and as a group",
        ru: "«\(header)» и другой столбец задают поле и одним значением, и группой полей",
        kk: "«\(header)» пен басқа баған өрісті бір мән ретінде де, өрістер тобы ретінде де береді"),
      at: place)
  }

  static func unknownHeader(
    _ name: String, file: String?, line: Int, among headers: [String]
  ) -> Diagnostic {
    let list = headers.map { "«\($0)»" }.joined(separator: ", ")
    return Diagnostic(
      code: "unknown-header",
      Message(
        en: "no column is called «\(name)», which --map names",
        ru: "нет столбца «\(name)», который назван в --map",
        kk: "--map атаған «\(name)» бағаны жоқ"),
      at: Place(file: file, line: line, column: 1),
      hints: [Message(en: "there are: \(list)", ru: "есть: \(list)", kk: "бар бағандар: \(list)")])
  }

  /// - Parameters:
  ///   - wanted: the row that `--header-row` names; nil for the first that holds something.
  ///   - last: the last row of the table; 0 when it has none.
  static func noHeader(file: String?, wanted: Int?, last: Int) -> Diagnostic {
    guard let wanted, last > 0 else {
      return noHeader(
        Message(
          en: "the table has no header: its first row must name the fields",
          ru: "у таблицы нет заголовка: первая строка должна называть поля",
          kk: "кестенің тақырыбы жоқ: бірінші жол өрістерді атауы керек"),
        at: Place(file: file, line: wanted ?? 1, column: 1),
        Message(
          en: "write field paths such as `client.name` into the first row, or name them with --map",
          ru:
            "впишите в первую строку пути полей, например `client.name`, или задайте их через --map",
          kk:
            "бірінші жолға өріс жолдарын жазыңыз, мысалы `client.name`, немесе --map арқылы беріңіз"
        ))
    }
    return noHeader(
      Message(
        en: "the table has no row \(wanted) to be its header: row \(last) is its last",
        ru: "в таблице нет строки \(wanted), которая названа заголовком: последняя — \(last)",
        kk: "кестеде тақырып деп аталған \(wanted)-жол жоқ: соңғысы — \(last)-жол"),
      at: Place(file: file, line: wanted, column: 1), headerRow)
  }

  /// That the row that should be the header holds nothing.
  static func emptyHeader(file: String?, line: Int) -> Diagnostic {
    noHeader(
      Message(
        en: "row \(line) is to be the header of the table, and it is empty",
        ru: "строка \(line) названа заголовком таблицы, но она пуста",
        kk: "\(line)-жол кестенің тақырыбы деп аталған, бірақ ол бос"),
      at: Place(file: file, line: line, column: 1), headerRow)
  }

  private static func noHeader(_ message: Message, at place: Place, _ hint: Message) -> Diagnostic {
    Diagnostic(code: "no-header", message, at: place, hints: [hint])
  }

  private static let headerRow = Message(
    en: "give --header-row the number of the row that names the columns",
    ru: "укажите в --header-row номер строки, в которой названы столбцы",
    kk: "--header-row кілтінде бағандар аталған жолдың нөмірін беріңіз")

  static func mergedHeader(_ range: String, file: String?, line: Int) -> Diagnostic {
    Diagnostic(
      code: "merged-header",
      Message(
        en: "the header has merged cells (\(range)), so that columns have no name of their own",
        ru: "в заголовке есть объединённые ячейки (\(range)): у столбцов нет своих имён",
        kk: "тақырыпта біріктірілген ұяшықтар бар (\(range)): бағандардың өз атауы жоқ"),
      at: Place(file: file, line: line, column: 1),
      hints: [
        Message(
          en: "take the merging away and give each column its own header",
          ru: "снимите объединение и дайте каждому столбцу свой заголовок",
          kk: "біріктіруді алып тастап, әр бағанға өз тақырыбын беріңіз"),
        Message(
          en: "if this is a title, name the row of the header: --header-row \(line + 1)",
          ru: "если это название списка, укажите строку заголовка: --header-row \(line + 1)",
          kk: "бұл тізімнің атауы болса, тақырып жолын көрсетіңіз: --header-row \(line + 1)"),
      ])
  }

  static func badCell(_ name: String, _ message: Message, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bad-cell",
      Message(
        en: "«\(name)»: \(message.en)", ru: "«\(name)»: \(message.ru)",
        kk: "«\(name)»: \(message.kk)"), at: place)
  }

  /// - Parameters:
  ///   - header: the row of the header.
  ///   - perhaps: the row that may be the header in its place; nil for none.
  static func nameless(
    _ column: String, at place: Place, header: Int, perhaps: Int?
  ) -> Diagnostic {
    Diagnostic(
      code: "bad-cell",
      Message(
        en: "column \(column) holds something but has no header",
        ru: "в столбце \(column) что-то есть, а заголовка у него нет",
        kk: "\(column) бағанында дерек бар, бірақ тақырыбы жоқ"),
      at: place, hints: perhaps.map { [title(in: header, header: $0)] } ?? [])
  }

  /// - Parameters:
  ///   - last: the line that the row ends in.
  ///   - header: the row of the header, when it has one cell only.
  ///   - perhaps: the row that may be the header in its place; nil for none.
  static func ragged(
    _ count: Int, expected: Int, at place: Place, through last: Int, header: Int, perhaps: Int?
  ) -> Diagnostic {
    let quotes = Message(
      en: "put a cell that holds the separator or a line end between double quotes, "
        + "or save the table as XLSX",
      ru: "ячейку с разделителем или переводом строки возьмите в двойные кавычки "
        + "или сохраните таблицу как XLSX",
      kk: "бөлгіші не жол үзілімі бар ұяшықты қос тырнақшаға алыңыз "
        + "не кестені XLSX түрінде сақтаңыз")
    return Diagnostic(
      code: "ragged-row",
      Message(
        en: "the row has \(count) cells, the header has \(expected)",
        ru: "ячеек в строке: \(count), а в заголовке: \(expected)",
        kk: "жолда \(count) ұяшық, ал тақырыпта \(expected)"),
      at: place,
      hints: (last > place.line ? [lines(place.line, last)] : []) + [quotes]
        + (perhaps.map { [title(in: header, header: $0)] } ?? []))
  }

  /// Which lines a row takes, because a cell of it has line ends.
  private static func lines(_ first: Int, _ last: Int) -> Message {
    Message(
      en: "the row is made of the lines \(first)–\(last): is a quote not closed?",
      ru: "строку составляют строки файла \(first)–\(last): кавычка не закрыта?",
      kk: "жол файлдың \(first)–\(last)-жолдарынан тұрады: тырнақша жабылмаған ба?")
  }

  /// That a title stands where the header is looked for.
  private static func title(in row: Int, header: Int) -> Message {
    Message(
      en: "if row \(row) is a title, and row \(header) names the columns, "
        + "add --header-row \(header)",
      ru: "если в строке \(row) название списка, а столбцы названы в строке \(header), "
        + "добавьте --header-row \(header)",
      kk: "\(row)-жолда тізім атауы, ал бағандар \(header)-жолда аталған болса, "
        + "--header-row \(header) қосыңыз")
  }

  static func noList(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "no-rows",
      Message(
        en: "a JSON file of rows is a list of mappings: [{…}, {…}]",
        ru: "файл JSON со строками — это список: [{…}, {…}]",
        kk: "жолдары бар JSON файлы — тізім: [{…}, {…}]"),
      at: place)
  }

  static func textAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bad-csv",
      Message(
        en: "text follows the closing quote of a cell",
        ru: "после закрывающей кавычки ячейки стоит текст",
        kk: "ұяшықтың жабатын тырнақшасынан кейін мәтін тұр"),
      at: place,
      hints: [
        Message(
          en: "a quote inside of a quoted cell is written twice: \"\"",
          ru: "кавычка внутри ячейки в кавычках пишется дважды: \"\"",
          kk: "тырнақшадағы ұяшық ішіндегі тырнақша екі рет жазылады: \"\"")
      ])
  }

  /// - Parameter last: the last line that the cell takes.
  static func joinedRows(through last: Int, at place: Place) -> Diagnostic {
    let first = place.line
    return Diagnostic(
      code: "bad-csv",
      Message(
        en: "the lines \(first)–\(last) are in one cell: is a quote not closed?",
        ru: "строки \(first)–\(last) в одной ячейке: кавычка не закрыта?",
        kk: "\(first)–\(last)-жолдар бір ұяшықта: тырнақша жабылмаған ба?"),
      at: place,
      hints: [
        Message(
          en: "close the quote in line \(first) or take it away; one inside of a quoted cell is "
            + "written twice: \"\". If these lines do belong into one cell, save the table as XLSX",
          ru: "закройте кавычку в строке \(first) или уберите её; внутри ячейки в кавычках она "
            + "пишется дважды: \"\". Если эти строки и правда одна ячейка, сохраните таблицу как XLSX",
          kk: "\(first)-жолдағы тырнақшаны жабыңыз не алып тастаңыз; тырнақшадағы ұяшық ішінде ол "
            + "екі рет жазылады: \"\". Бұл жолдар шынымен бір ұяшық болса, кестені XLSX түрінде "
            + "сақтаңыз"
        )
      ])
  }

  static func openQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bad-csv",
      Message(
        en: "a quote that opens in this row is never closed",
        ru: "кавычка, открытая в этой строке, нигде не закрыта",
        kk: "осы жолда ашылған тырнақша еш жерде жабылмаған"), at: place)
  }

  static func rowTooLong(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "data-limit",
      Message(
        en: "the row is longer than \(limit >> 20) MiB", ru: "строка длиннее \(limit >> 20) МиБ",
        kk: "жол \(limit >> 20) МиБ-тан ұзын"), at: place)
  }

  static func tooManyColumns(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "data-limit",
      Message(
        en: "the table has more than \(limit) columns", ru: "в таблице больше \(limit) столбцов",
        kk: "кестеде \(limit) бағаннан көп"), at: place)
  }

  static func notText(file: String?, line: Int) -> Diagnostic {
    Diagnostic(
      code: "data-encoding",
      Message(
        en: "this row is not UTF-8 text, though the rows before it are",
        ru: "эта строка не в UTF-8, хотя строки до неё — в UTF-8",
        kk: "бұл жол UTF-8-де емес, ал оның алдындағы жолдар UTF-8-де"),
      at: Place(file: file, line: line, column: 1),
      hints: [
        Message(
          en: "save the table again as CSV UTF-8", ru: "сохраните таблицу заново как CSV UTF-8",
          kk: "кестені CSV UTF-8 түрінде қайта сақтаңыз")
      ])
  }

  static func lateEncoding(file: String?, line: Int) -> Diagnostic {
    Diagnostic(
      code: "data-encoding",
      Message(
        en: "from here on the rows are not UTF-8 text, though those before are; reading stops",
        ru: "отсюда строки не в UTF-8, хотя строки до них — в UTF-8; чтение прекращено",
        kk: "осы жерден бастап жолдар UTF-8-де емес, ал алдыңғылары UTF-8-де; оқу тоқтатылды"),
      at: Place(file: file, line: line, column: 1),
      hints: [
        Message(
          en: "send the table as UTF-8, or give it as a file: of a file more is looked at before "
            + "the encoding is told",
          ru: "передайте таблицу в UTF-8 или дайте её файлом: у файла кодировка определяется "
            + "по большей части текста",
          kk: "кестені UTF-8-де жіберіңіз не файл ретінде беріңіз: файлдың кодтауы мәтіннің "
            + "үлкенірек бөлігі бойынша анықталады")
      ])
  }

  static func unknownEncoding(file: String?) -> Diagnostic {
    Diagnostic(
      code: "data-encoding",
      Message(
        en: "the rows are text neither in UTF-8 nor in UTF-16, Windows-1251 or Mac Cyrillic",
        ru: "строки — не текст в UTF-8, UTF-16, Windows-1251 или Mac Cyrillic",
        kk: "жолдар UTF-8, UTF-16, Windows-1251 не Mac Cyrillic мәтіні емес"),
      at: Place(file: file, line: 1, column: 1),
      hints: [
        Message(
          en: "save the table as CSV UTF-8 or as XLSX",
          ru: "сохраните таблицу как CSV UTF-8 или как XLSX",
          kk: "кестені CSV UTF-8 не XLSX түрінде сақтаңыз")
      ])
  }

  static func foreignEncoding(_ encoding: CyrillicEncoding, file: String?) -> Diagnostic {
    Diagnostic(
      .warning, code: encoding == .windows1251 ? "windows-1251" : "mac-cyrillic",
      Message(
        en: "the file is read as \(encoding.name), which lacks the Kazakh letters ә ғ қ ң ө ұ ү һ",
        ru: "файл прочитан как \(encoding.name), где нет казахских букв ә ғ қ ң ө ұ ү һ",
        kk: "файл \(encoding.name) ретінде оқылды, онда қазақтың ә ғ қ ң ө ұ ү һ әріптері жоқ"),
      at: Place(file: file, line: 1, column: 1),
      hints: [
        Message(
          en: "check the names, or save the table as CSV UTF-8 or as XLSX",
          ru: "проверьте имена или сохраните таблицу как CSV UTF-8 или XLSX",
          kk: "аттарды тексеріңіз не кестені CSV UTF-8 не XLSX түрінде сақтаңыз")
      ])
  }
}
