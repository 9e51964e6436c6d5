internal import DraftData
internal import DraftLanguage

extension RowSource {
  /// Refuses options that say nothing about rows of a format, as a sheet of a CSV file.
  ///
  /// - Throws: ``Diagnostics`` with `misplaced-option`.
  func checkOptions(for format: Format) throws(Diagnostics) {
    let isTable = format == .csv || format == .xlsx
    let misplaced =
      [
        (options.sheet != nil && format != .xlsx, "--sheet"),
        (options.headerRow != nil && !isTable, "--header-row"),
        (!options.mapping.isEmpty && !isTable, "--map"),
      ].first { $0.0 }
    guard let (_, option) = misplaced else { return }
    throw Diagnostics([
      Diagnostic(
        code: "misplaced-option",
        Message(
          en: "`\(option)` says nothing about rows in the form «\(format.rawValue)»",
          ru: "`\(option)` не относится к строкам вида «\(format.rawValue)»",
          kk: "`\(option)` «\(format.rawValue)» түріндегі жолдарға қатысты емес"),
        hints: [
          option == "--sheet"
            ? Message(
              en: "only a workbook has sheets: leave it out, or give the .xlsx file",
              ru: "листы есть только у книги: уберите ключ или дайте файл .xlsx",
              kk: "парақтар тек кітапта болады: кілтті алып тастаңыз не .xlsx файлын беріңіз")
            : Message(
              en: "only tables have headers; these rows name their fields themselves",
              ru: "заголовки есть только у таблиц; эти строки сами называют свои поля",
              kk: "тақырып тек кестелерде болады; бұл жолдар өрістерін өздері атайды")
        ])
    ])
  }
}
