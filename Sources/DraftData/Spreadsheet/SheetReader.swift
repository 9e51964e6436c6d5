internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

/// Reads the rows of one sheet out of the archive as a stream.
final class SheetReader {
  private let book: Workbook
  private let file: String?
  private let options: RowOptions
  private let events: XMLStream
  private var merges: [MergedRange] = []
  /// How many rows below the header hold a cell.
  private(set) var count = 0
  private(set) var columns: RowColumns?
  private var number = 0
  private var lastRow = 0

  init(_ bytes: [UInt8], file: String?, options: RowOptions) throws(Diagnostics) {
    self.file = file
    self.options = options
    let book = try Workbook(bytes, file: file, options: options)
    self.book = book
    do {
      let stream = try book.package.stream(book.sheet)
      events = try XMLStream(namespaces: Workbook.namespaces) { try stream.next() }
      try lookThrough()
    } catch {
      throw Workbook.fault(error, file: file)
    }
  }

  /// Counts the rows, and finds the merged ranges, which a sheet lists after its rows.
  private func lookThrough() throws {
    let stream = try book.package.stream(book.sheet)
    let events = try XMLStream(namespaces: Workbook.namespaces) { try stream.next() }
    var holdsSomething = false
    var line = 0
    while let event = try events.read() {
      switch event {
      case .start("row", let attributes):
        line = attributes.first { $0.name == "r" }.flatMap { Int($0.value) } ?? line + 1
        holdsSomething = false
      case .start("v", _), .start("is", _): holdsSomething = true
      case .end("row"): if holdsSomething, line >= options.headerRow ?? 1 { count += 1 }
      case .start("mergeCell", let attributes):
        guard let text = attributes.first(where: { $0.name == "ref" })?.value,
          let range = MergedRange(text)
        else { continue }
        merges.append(range)
        if merges.count > options.limits.merges {
          throw PackageError(.entryTooLarge, entry: book.sheet, "the sheet merges too many cells")
        }
      default: continue
      }
    }
    count = max(0, count - 1)
    // From the top down the last of them is the first.
    merges.sort { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  /// Cuts off the next row; nil at the end. Rows with nothing in them are passed over.
  func next() throws(Diagnostics) -> UnreadRow? {
    do {
      while let (line, cells) = try readRow() {
        if cells.allSatisfy({ if case .empty = $0 { true } else { false } }) { continue }
        guard let columns else {
          if let wanted = options.headerRow, line != wanted {
            if line < wanted { continue } else { break }
          }
          try readHeader(cells, line)
          continue
        }
        number += 1
        return UnreadRow(number: number) { [number, cells = marked(cells, line)] in
          columns.row(cells, number: number, line: line)
        }
      }
      if columns == nil {
        if let wanted = options.headerRow, lastRow >= wanted {
          throw Diagnostics([RowFault.emptyHeader(file: file, line: wanted)])
        }
        throw Diagnostics([
          RowFault.noHeader(file: file, wanted: options.headerRow, last: lastRow)
        ])
      }
      return nil
    } catch {
      throw Workbook.fault(error, file: file)
    }
  }

  private func readHeader(_ cells: [CellContent], _ line: Int) throws(Diagnostics) {
    if let merged = merges.first(where: { $0.rows.contains(line) }) {
      throw Diagnostics([RowFault.mergedHeader(merged.text, file: file, line: line)])
    }
    let headers = cells.map { cell in
      switch cell {
      case .text(let text), .value(_, let text): text
      case .empty, .fault: ""
      }
    }
    columns = try RowColumns(headers, file: file, line: line, options: options)
  }

  /// The cells of a row, with those marked that belong to another one.
  private func marked(_ cells: [CellContent], _ line: Int) -> [CellContent] {
    while let last = merges.last, last.rows.upperBound < line { merges.removeLast() }
    var cells = cells
    for merged in merges.reversed() {
      if merged.rows.lowerBound > line { break }
      guard merged.rows.contains(line) else { continue }
      for column in merged.columns where column < max(columns?.count ?? 0, cells.count) {
        if line == merged.rows.lowerBound, column == merged.columns.lowerBound { continue }
        while cells.count <= column { cells.append(.empty) }
        cells[column] = .fault(
          Message(
            en: "the cell is merged with others (\(merged.text))",
            ru: "ячейка объединена с другими (\(merged.text))",
            kk: "ұяшық басқалармен біріктірілген (\(merged.text))"))
      }
    }
    return cells
  }

  // MARK: Events

  /// The next row element: its number and its cells by column.
  private func readRow() throws -> (line: Int, cells: [CellContent])? {
    while let event = try events.read() {
      guard case .start("row", let attributes) = event else { continue }
      let line = attributes.first { $0.name == "r" }.flatMap { Int($0.value) } ?? lastRow + 1
      guard line > lastRow else {
        throw PackageError(
          .corruptData, entry: book.sheet, "row \(line) stands after row \(lastRow)")
      }
      lastRow = line
      return (line, try readCells())
    }
    return nil
  }

  private func readCells() throws -> [CellContent] {
    var cells: [CellContent] = []
    var next = 0
    while let event = try events.read() {
      switch event {
      case .end("row"): return cells
      case .start("c", let attributes):
        let reference = attributes.first { $0.name == "r" }.map(\.value)
        let column = reference.flatMap { CellReference($0)?.column } ?? next
        guard column >= next, column < options.limits.columns else {
          throw PackageError(
            .corruptData, entry: book.sheet, "cell \(reference ?? "") stands where it cannot")
        }
        next = column + 1
        let content = try readCell(attributes)
        if case .empty = content { continue }
        while cells.count < column { cells.append(.empty) }
        cells.append(content)
      default: continue
      }
    }
    return cells
  }

  private func readCell(_ attributes: [XMLStream.Attribute]) throws -> CellContent {
    let type = attributes.first { $0.name == "t" }?.value ?? "n"
    let style = attributes.first { $0.name == "s" }.flatMap { Int($0.value) } ?? 0
    var value: String?
    var inline = TextCollector()
    var isInValue = false
    var hasFormula = false
    while let event = try events.read() {
      switch event {
      case .end("c"):
        if type == "inlineStr" { return SheetReader.text(inline.text) }
        // Of a formula without a value some programs write an empty one; an empty text is marked so.
        if hasFormula, value == nil || (value?.isEmpty == true && type != "str") {
          return .fault(SheetReader.notComputed)
        }
        return value.map { content($0, type, style) } ?? .empty
      case .start("v", _):
        isInValue = true
        value = ""
      case .end("v"): isInValue = false
      case .start("f", _): hasFormula = true
      case .text(let piece) where isInValue: value? += piece
      default: inline.take(event)
      }
    }
    return .empty
  }

  // MARK: Values

  private func content(_ raw: String, _ type: String, _ style: Int) -> CellContent {
    switch type {
    case "s":
      guard let text = Int(raw).flatMap({ book.texts[$0] }) else {
        return .fault(SheetReader.unreadable)
      }
      return SheetReader.text(text)
    case "str":
      return SheetReader.text(raw)
    case "b": return .value(.bool(raw == "1"), raw == "1" ? "TRUE" : "FALSE")
    case "e":
      return .fault(DamagedCell.shownError(raw))
    case "d":
      let day = raw.prefix(10)
      return .value(.string(String(day)), String(day))
    default: return number(raw, book.formats.meaning(ofStyle: style))
    }
  }

  private func number(_ raw: String, _ meaning: CellFormats.Meaning) -> CellContent {
    if raw.isEmpty { return .empty }
    guard let digits = CellNumber.digits(raw), let value = CellNumber.value(digits) else {
      return .fault(SheetReader.unreadable)
    }
    if CellNumber.isTooLong(digits) { return .fault(SheetReader.tooLong) }
    switch meaning {
    case .number: return .value(value, digits)
    case .digits(let width):
      // A code of a fixed length, as the cell shows it.
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return .value(value, digits)
      }
      let text = String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      return .value(.string(text), text)
    case .duration:
      guard let text = Double(raw).flatMap({ SerialDate.duration($0) }) else {
        return .fault(SheetReader.unreadable)
      }
      return .value(.string(text), text)
    case .date(let hasDate, let hasTime):
      guard
        let text = Double(raw).flatMap({
          SerialDate.text($0, is1904: book.is1904, hasDate: hasDate, hasTime: hasTime)
        })
      else {
        return .fault(
          Message(
            en: "\(digits) is no day of the calendar", ru: "\(digits) — не день календаря",
            kk: "\(digits) — күнтізбе күні емес"))
      }
      return .value(.string(text), text)
    }
  }

  private static func text(_ text: String) -> CellContent {
    CellReading.isBlank(text) ? .empty : .text(text)
  }

  private static let notComputed = Message(
    en: "the formula has no computed value: open the workbook in Excel and save it",
    ru: "у формулы нет вычисленного значения: откройте книгу в Excel и сохраните её",
    kk: "формуланың есептелген мәні жоқ: кітапты Excel-де ашып, сақтаңыз")

  private static let tooLong = Message(
    en: "a workbook keeps 15 digits of a number, and this one has more: write it as text",
    ru: "книга хранит 15 цифр числа, а в этом их больше: запишите его текстом",
    kk: "кітап санның 15 цифрын сақтайды, ал мұнда одан көп: оны мәтін түрінде жазыңыз")

  private static let unreadable = Message(
    en: "the cell cannot be read", ru: "ячейку не удаётся прочитать", kk: "ұяшықты оқу мүмкін емес")
}
