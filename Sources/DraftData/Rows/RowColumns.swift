internal import DraftLanguage

/// What a cell of a table holds.
enum CellContent {
  /// Nothing: the case below keeps its value.
  case empty
  /// Text, to be read as its field needs it.
  case text(String)
  /// A value with a type of its own, and how it is shown.
  case value(Value, String)
  /// Something that cannot be used.
  case fault(Message)
}

/// The columns of a table: which field each of them fills.
struct RowColumns {
  private struct Column {
    var header: String
    var fields: [Field] = []
  }

  private struct Field {
    var path: DataPath
    var kind: FieldKind?
  }

  /// The columns in the order of the fields, as the tree that a row makes.
  private indirect enum Slot {
    case field(Int)
    case object([(key: String, slot: Slot)])
    case list([(index: Int, slot: Slot)])
  }

  private var columns: [Column?] = []
  private var root = Slot.object([])
  private let file: String?
  /// The line or row of the header.
  let line: Int
  private var fieldCount = 0

  /// How many columns the header has.
  var count: Int { columns.count }
  /// The cells of the header that are not empty, one as often as it fills fields.
  var headers: [String] {
    columns.compactMap(\.self).flatMap { Array(repeating: $0.header, count: $0.fields.count) }
  }

  /// The fields that they fill, in their order.
  var fields: [String] { columns.compactMap(\.self).flatMap { $0.fields.map(\.path.text) } }

  /// Reads the header.
  ///
  /// - Throws: ``Diagnostics`` with all headers that cannot be used together.
  init(
    _ headers: [String], file: String?, line: Int, options: RowOptions
  ) throws(Diagnostics) {
    self.file = file
    self.line = line
    var errors: [Diagnostic] = []
    let mapping = Dictionary(
      options.mapping.map { (RowColumns.trimmed($0), $1) }, uniquingKeysWith: +)
    var unused = mapping
    var seen: [DataPath: Int] = [:]
    for (index, cell) in headers.enumerated() {
      let header = RowColumns.trimmed(cell)
      let place = Place(
        file: file, line: line, column: index + 1, text: header, highlight: 0..<header.count)
      guard !CellReading.isBlank(header) else {
        columns.append(nil)
        continue
      }
      var column = Column(header: header)
      unused[header] = nil
      for name in mapping[header] ?? [header] {
        // A header that is no path is the name of a field all the same.
        let path = DataPath(name) ?? DataPath(steps: [.key(name)])
        if let first = seen[path] {
          if first == index + 1 { continue }
          errors.append(RowFault.duplicateHeader(header, at: place, first: first))
        }
        seen[path] = index + 1
        column.fields.append(Field(path: path, kind: options.kind?(path.text)))
        if let joined = RowColumns.inserting(fieldCount, path.steps[...], into: root) {
          root = joined
        } else if errors.isEmpty {
          errors.append(RowFault.conflictingHeader(header, at: place))
        }
        fieldCount += 1
      }
      columns.append(column)
    }
    for name in unused.keys.sorted() {
      errors.append(
        RowFault.unknownHeader(
          name, file: file, line: line, among: columns.compactMap { $0?.header }))
    }
    if seen.isEmpty { errors.append(RowFault.emptyHeader(file: file, line: line)) }
    if !errors.isEmpty { throw Diagnostics(errors) }
  }

  private static func inserting(
    _ field: Int, _ steps: ArraySlice<DataPath.Step>, into slot: Slot?
  ) -> Slot? {
    guard let step = steps.first else { return slot == nil ? .field(field) : nil }
    switch (step, slot ?? (isIndex(step) ? .list([]) : .object([]))) {
    case (.key(let key), .object(var pairs)):
      let place = pairs.firstIndex { $0.key == key }
      guard let inner = inserting(field, steps.dropFirst(), into: place.map { pairs[$0].slot })
      else { return nil }
      if let place { pairs[place].slot = inner } else { pairs.append((key, inner)) }
      return .object(pairs)
    case (.index(let index), .list(var items)):
      let place = items.firstIndex { $0.index == index }
      guard let inner = inserting(field, steps.dropFirst(), into: place.map { items[$0].slot })
      else { return nil }
      if let place { items[place].slot = inner } else { items.append((index, inner)) }
      items.sort { $0.index < $1.index }
      return .list(items)
    default: return nil
    }
  }

  private static func isIndex(_ step: DataPath.Step) -> Bool {
    if case .index = step { true } else { false }
  }

  private static func trimmed(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  /// A row of cells, as many of them as there are columns.
  func row(_ cells: [CellContent], number: Int, line: Int) -> DataRow {
    var known: [RowCells.Cell] = []
    var values: [Value?] = []
    values.reserveCapacity(fieldCount)
    var errors: [Diagnostic] = []
    for (index, cell) in cells.enumerated() {
      let column = index < columns.count ? columns[index] : nil
      let place = Place(file: file, line: line, column: index + 1)
      switch cell {
      case .empty: for _ in column?.fields ?? [] { values.append(nil) }
      case .fault(let message):
        let name = column?.header ?? RowFault.columnName(index)
        errors.append(RowFault.badCell(name, message, at: place))
      case .text(let text), .value(_, let text):
        guard let column else {
          errors.append(
            RowFault.nameless(
              RowFault.columnName(index), at: place, header: self.line,
              perhaps: number == 1 ? line : nil))
          continue
        }
        for field in column.fields {
          let value: Value
          // A truth value may be a number in a workbook, as in a text.
          if case .value(let own, _) = cell, field.kind != .boolean {
            value = own
          } else {
            value = CellReading.value(CellReading.trimmed(text), as: field.kind)
          }
          if let fault = CellReading.fault(in: value, as: field.kind) {
            errors.append(RowFault.badCell(column.header, fault, at: place))
          }
          values.append(value)
          known.append(
            RowCells.Cell(path: field.path, header: column.header, column: index + 1, text: text))
        }
      }
    }
    while values.count < fieldCount { values.append(nil) }
    if !errors.isEmpty { return DataRow(number: number, line: line, errors: errors) }
    var object = ObjectValue([])
    if case .object(let made)? = RowColumns.value(of: root, values) { object = made }
    return DataRow(
      number: number, line: line,
      data: DataFile(root: object, cells: RowCells(file: file, line: line, cells: known)))
  }

  /// The value of a slot; nil when nothing in it is given.
  private static func value(of slot: Slot, _ values: [Value?]) -> Value? {
    switch slot {
    case .field(let index): return values[index]
    case .object(let pairs):
      var made: [(key: String, value: Value)] = []
      for (key, slot) in pairs {
        if let value = value(of: slot, values) { made.append((key, value)) }
      }
      return made.isEmpty ? nil : .object(ObjectValue(made))
    case .list(let items):
      let made = items.compactMap { value(of: $0.slot, values) }
      return made.isEmpty ? nil : .list(made)
    }
  }
}
