internal import DraftLanguage

/// What spreadsheets leave of a value in a text file that cannot hold or show it.
///
/// A CSV file gets what a cell shows, not what it holds: a number that is shortened, a column that is
/// too narrow, an error. A file in Windows-1251 has a question mark for each letter that it lacks, one in
/// Mac Cyrillic a low line.
enum DamagedCell {
  /// What is wrong with the text of a cell; nil when nothing is.
  ///
  /// - Parameter encoding: the file's encoding when it is one that lacks letters.
  static func fault(in text: String, encoding: CyrillicEncoding?) -> Message? {
    if let encoding, isLossy(text, encoding) {
      let (mark, name) = (encoding.replacement, encoding.name)
      return Message(
        en: "a «\(mark)» may stand for a Kazakh letter, which \(name) lacks: "
          + "save the table as CSV UTF-8 or as XLSX",
        ru: "«\(mark)» может стоять на месте казахской буквы, которой нет в \(name): "
          + "сохраните таблицу как CSV UTF-8 или XLSX",
        kk: "«\(mark)» \(name) кодтауында жоқ қазақ әрпінің орнында тұруы мүмкін: "
          + "кестені CSV UTF-8 не XLSX түрінде сақтаңыз")
    }
    let bytes = Array(text.utf8)
    if isShortened(bytes) {
      return Message(
        en: "the number was shortened to \(text) when the table was saved: "
          + "make the column text, or save as XLSX",
        ru: "при сохранении таблицы число сокращено до \(text): "
          + "сделайте столбец текстовым или сохраните как XLSX",
        kk: "кесте сақталғанда сан \(text) болып қысқарған: "
          + "бағанды мәтіндік етіңіз не XLSX түрінде сақтаңыз")
    }
    guard bytes.first == UInt8(ascii: "#") else { return nil }
    if bytes.count > 2, bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) {
      return Message(
        en: "the column was too narrow when the table was saved: widen it, or save as XLSX",
        ru: "при сохранении таблицы столбец был слишком узким: "
          + "расширьте его или сохраните как XLSX",
        kk: "кесте сақталғанда баған тым тар болған: оны кеңейтіңіз не XLSX түрінде сақтаңыз")
    }
    return errors.contains(text) ? shownError(text) : nil
  }

  /// That a cell shows an error.
  static func shownError(_ error: String) -> Message {
    Message(
      en: "the cell shows the error \(error)", ru: "в ячейке ошибка \(error)",
      kk: "ұяшықта \(error) қатесі")
  }

  /// Whether a letter that the encoding lacks may be gone. A low line stands in addresses of e-mail, too,
  /// but these are Latin.
  private static func isLossy(_ text: String, _ encoding: CyrillicEncoding) -> Bool {
    text.contains(encoding.replacement)
      && (encoding == .windows1251 || text.utf8.contains { $0 >= 0x80 })
  }

  /// A number with an exponent, as spreadsheets show one that is long: `8,80412E+11`.
  private static func isShortened(_ bytes: [UInt8]) -> Bool {
    let digits = { (part: ArraySlice<UInt8>) in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    let number = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard let exponent = number.firstIndex(of: UInt8(ascii: "E")),
      number[exponent...].dropFirst().first == UInt8(ascii: "+")
    else { return false }
    let fraction = number[..<exponent].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    return fraction.count <= 2 && fraction.allSatisfy(digits) && fraction[0].count == 1
      && digits(number[(exponent + 2)...])
  }

  /// The errors of Excel and LibreOffice, in English and in Russian.
  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ЧИСЛО!", "#ПУСТО!", "#ПЕРЕНОС!", "#ВЫЧИСЛ!",
  ]
}
