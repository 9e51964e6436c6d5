internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

/// The parts of a workbook that one sheet needs.
struct Workbook {
  /// SpreadsheetML, transitional and strict.
  static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// The archive.
  let package: Package
  /// The part of the sheet.
  let sheet: String
  /// The sheet's name.
  let sheetName: String
  /// Whether days are counted from 1904.
  let is1904: Bool
  /// What numbers are.
  let formats: CellFormats
  /// The texts that cells share.
  let texts: SharedTexts

  /// Opens a workbook and finds a sheet.
  init(_ bytes: [UInt8], file: String?, options: RowOptions) throws(Diagnostics) {
    do {
      try self.init(reading: bytes, file: file, options: options)
    } catch {
      throw Workbook.fault(error, file: file)
    }
  }

  private init(reading bytes: [UInt8], file: String?, options: RowOptions) throws {
    // A sheet is read as a stream, so it may be far larger than a part of a document.
    let package = try Package(
      bytes, limits: PackageLimits(entryBytes: 4 << 30 - 1, totalBytes: 8 << 30))
    let type = { (relation: Relationship, name: String) in
      relation.type.hasSuffix("/relationships/" + name)
    }
    guard
      let book = try package.relationships(of: nil).first(where: { type($0, "officeDocument") })?
        .part
    else { throw Diagnostics([Workbook.notAWorkbook(file: file)]) }
    let relations = try package.relationships(of: book)
    let tree = try XMLTree(try package.read(book))
    guard Workbook.namespaces.contains(tree.name(of: 0).uri ?? "") else {
      throw Diagnostics([Workbook.notAWorkbook(file: file)])
    }
    var found: [(name: String, part: String, isHidden: Bool)] = []
    var counts1904 = false
    for element in tree.elements.indices {
      switch tree.name(of: element).local {
      case "workbookPr":
        let value = tree.attribute("date1904", uri: nil, of: element)
        counts1904 = value == "1" || value == "true"
      case "sheet":
        let id = tree.attributes(of: element).first { $0.local == "id" && $0.uri != nil }?.value
        guard let relation = relations.first(where: { $0.id == id }),
          type(relation, "worksheet"), let part = relation.part
        else { continue }
        let state = tree.attribute("state", uri: nil, of: element)
        found.append(
          (
            tree.attribute("name", uri: nil, of: element) ?? "", part,
            state == "hidden" || state == "veryHidden"
          ))
      default: break
      }
    }
    // Names of sheets that differ in case alone are one for Excel.
    let chosen =
      options.sheet.map { name in found.first { $0.name.lowercased() == name.lowercased() } }
      ?? found.first { !$0.isHidden } ?? found.first
    guard let chosen else {
      throw Diagnostics([Workbook.noSheet(options.sheet, among: found.map(\.name), file: file)])
    }
    self.package = package
    sheet = chosen.part
    sheetName = chosen.name
    is1904 = counts1904
    let styles = relations.first { type($0, "styles") }?.part
    formats = try styles.map { CellFormats(try XMLTree(try package.read($0))) } ?? CellFormats()
    let shared = relations.first { type($0, "sharedStrings") }?.part
    texts =
      try shared.map { try SharedTexts(package.stream($0), limit: options.limits.sharedBytes) }
      ?? SharedTexts()
  }

  /// What went wrong, as a person reads it.
  static func fault(_ error: any Error, file: String?) -> Diagnostics {
    switch error {
    case let diagnostics as Diagnostics: return diagnostics
    case let error as PackageError where error.code == .encryptedDocument:
      return Diagnostics([
        Diagnostic(
          code: "bad-workbook",
          Message(
            en: "the file is an old workbook (.xls) or has a password",
            ru: "это старая книга Excel (.xls) или книга с паролем",
            kk: "бұл Excel-дің ескі кітабы (.xls) не құпиясөзі бар кітап"),
          at: Place(file: file, line: 1, column: 1),
          hints: [
            Message(
              en: "save it as an Excel workbook (.xlsx) without a password",
              ru: "сохраните её как книгу Excel (.xlsx) без пароля",
              kk: "оны құпиясөзсіз Excel кітабы (.xlsx) ретінде сақтаңыз")
          ])
      ])
    case let error as PackageError where error.code == .missingContentTypes:
      return Diagnostics([notAWorkbook(file: file)])
    case let error as PackageError: return damaged(error.description, file: file)
    case let error as XMLError: return damaged(error.description, file: file)
    default: return damaged("\(error)", file: file)
    }
  }

  private static func damaged(_ reason: String, file: String?) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "bad-workbook",
        Message(
          en: "the workbook is damaged: \(reason)", ru: "книга Excel повреждена: \(reason)",
          kk: "Excel кітабы зақымдалған: \(reason)"),
        at: Place(file: file, line: 1, column: 1))
    ])
  }

  private static func notAWorkbook(file: String?) -> Diagnostic {
    Diagnostic(
      code: "bad-workbook",
      Message(
        en: "the file is no Excel workbook", ru: "файл — не книга Excel",
        kk: "файл Excel кітабы емес"),
      at: Place(file: file, line: 1, column: 1),
      hints: [
        Message(
          en: "save the table as an Excel workbook (.xlsx) or as CSV UTF-8",
          ru: "сохраните таблицу как книгу Excel (.xlsx) или как CSV UTF-8",
          kk: "кестені Excel кітабы (.xlsx) не CSV UTF-8 түрінде сақтаңыз")
      ])
  }

  private static func noSheet(_ name: String?, among names: [String], file: String?) -> Diagnostic {
    let list = names.map { "«\($0)»" }.joined(separator: ", ")
    return Diagnostic(
      code: "no-such-sheet",
      Message(
        en: "the workbook has no sheet «\(name ?? "")»", ru: "в книге нет листа «\(name ?? "")»",
        kk: "кітапта «\(name ?? "")» парағы жоқ"),
      at: Place(file: file, line: 1, column: 1),
      hints: [Message(en: "there are: \(list)", ru: "есть: \(list)", kk: "бар парақтар: \(list)")])
  }
}
