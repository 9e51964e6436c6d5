internal import DraftLanguage

/// `manifest.jsonl`: a line a row. New lines are added at the end; of several lines of one row the last
/// counts, until the end of a run leaves each row one.
///
/// Of a row it holds nothing in memory: tables in files tell where its line stands, which is read when it
/// is asked for.
final class BatchManifest {
  private let path: String
  private let file: GrowingFile
  private let reader: FilePieces
  /// The folder of the tables.
  private let workshop: String
  /// The last line of a key.
  private let lines: HashTable
  /// The key of the row of a number, as the last run left it.
  private let keys: HashTable
  /// All numbers that were given.
  private let numbers: TextSet
  /// How many records are of rows that this run has not met.
  private var unmetCount = 0
  /// A record of each kind: of each origin, with files of each set of formats.
  private var kinds: [BatchRecord] = []
  /// Whether some line no longer counts, or they are out of order.
  private var isUntidy = false
  private var lastPlace = (isGone: false, row: 0)

  /// The names of all files of all rows.
  var names: FileNames

  /// Opens the manifest of a folder, or begins it.
  ///
  /// - Parameters:
  ///   - workshop: where the tables and an unfinished manifest may lie.
  ///   - noting: is told each number that was given.
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with `manifest-damaged`.
  init(in folder: String, workshop: String, noting: (String) -> Void) throws {
    path = Paths.join(folder, "manifest.jsonl")
    file = try GrowingFile(path)
    reader = try FilePieces(path)
    self.workshop = workshop
    lines = HashTable("lines", in: workshop)
    keys = HashTable("rows", in: workshop)
    numbers = TextSet("numbers", in: workshop)
    names = FileNames(in: workshop)
    var length = 0
    var buffer: [UInt8] = []
    var count = 0
    while let piece = try reader.next() {
      buffer += piece
      var start = 0
      while let end = buffer[start...].firstIndex(of: 0x0A) {
        count += 1
        let line = Array(buffer[start..<end])
        if !(try read(line, at: length, noting: noting)) {
          throw damaged(line: count, Self.nothingDrawn)
        }
        length += line.count + 1
        start = end + 1
      }
      buffer.removeFirst(start)
    }
    // What follows the last line end is whole, or a line that was being written.
    if !buffer.isEmpty, try read(buffer, at: length, noting: noting) {
      try file.cut(at: length + buffer.count)
      file.append(line: "")
      try file.write()
    } else {
      try file.cut(at: length)
    }
  }

  /// Takes a line in; gives whether it is one. An empty one is nothing.
  private func read(_ line: [UInt8], at place: Int, noting: (String) -> Void) throws -> Bool {
    let text = Self.trimmed(line)
    if text.count < line.count { isUntidy = true }
    if text.isEmpty { return true }
    guard let record = BatchRecord(line: line) else { return false }
    // A run that did not come to its end has left the line that this one takes the place of.
    let former = record.formerKey.map(RowKeys.hash) ?? record.keyHash
    if let earlier = try self.record(of: former) { try release(earlier) }
    if former != record.keyHash { try forget(former) }
    try note(record, at: place, isMet: false)
    if record.status != .gone { try keys.set(UInt64(record.row), record.keyHash) }
    for number in record.numbers { noting(number) }
    return true
  }

  /// A line without what an editor has put around it: spaces, a carriage return, a mark of UTF-8.
  private static func trimmed(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var text = line[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    while let last = text.last, last == 0x20 || last == 0x0D { text.removeLast() }
    return text
  }

  private func note(_ record: BatchRecord, at place: Int, isMet: Bool) throws {
    let key = record.keyHash
    if try has(key) || record.isBefore(lastPlace) { isUntidy = true }
    try set(
      ManifestLine(
        place: place, hasFiles: !record.files.isEmpty, isGone: record.status == .gone, isMet: isMet),
      of: key)
    lastPlace = record.place
    for number in record.numbers { try numbers.insert(number) }
    if !record.files.isEmpty, !kinds.contains(where: record.isOfKind) { kinds.append(record) }
    for file in record.files { try names.take(file.name, for: key) }
  }

  private func set(_ line: ManifestLine?, of key: UInt64) throws {
    let old = try lines.value(of: key).map(ManifestLine.init(bits:))
    if let old, !old.isMet { unmetCount -= 1 }
    if let line, !line.isMet { unmetCount += 1 }
    try lines.set(key, line?.bits)
  }

  /// The last record of a key; nil when there is none.
  func record(of key: UInt64) throws -> BatchRecord? {
    guard let line = try lines.value(of: key).map(ManifestLine.init(bits:)) else { return nil }
    return try record(at: line.place)
  }

  /// The record of the line that begins at a place.
  ///
  /// - Throws: ``Diagnostics`` with `manifest-damaged` when somebody has written into it since it was
  ///   opened.
  private func record(at place: Int) throws -> BatchRecord {
    if let record = BatchRecord(line: try text(at: place)) { return record }
    var line = 1
    var offset = 0
    while offset < place,
      let piece = try reader.read(at: offset, most: min(1 << 16, place - offset))
    {
      line += piece.count { $0 == 0x0A }
      offset += piece.count
    }
    throw damaged(line: line, Self.leftAlone)
  }

  /// The key that the row of a number had in the last run; nil when there was none.
  func key(ofRow row: Int) throws -> UInt64? {
    guard let key = try keys.value(of: UInt64(row)), try has(key) else { return nil }
    return key
  }

  /// Whether there is a record of a key.
  func has(_ key: UInt64) throws -> Bool { try lines.value(of: key) != nil }

  /// Notes that this run has met a row; one without a record is passed over.
  func meet(_ key: UInt64) throws {
    guard var line = try lines.value(of: key).map(ManifestLine.init(bits:)), !line.isMet else {
      return
    }
    line.isMet = true
    try set(line, of: key)
  }

  /// Whether there are records of rows that this run has not met.
  var hasUnmet: Bool { unmetCount > 0 }

  /// The keys of those.
  func unmet() throws -> [UInt64] {
    var keys: [UInt64] = []
    if hasUnmet {
      try lines.forEach { key, bits in if !ManifestLine(bits: bits).isMet { keys.append(key) } }
    }
    return keys
  }

  /// How many rows of the last list have documents.
  func drawnCount() throws -> Int {
    var count = 0
    try lines.forEach { _, bits in
      let line = ManifestLine(bits: bits)
      if line.hasFiles, !line.isGone { count += 1 }
    }
    return count
  }

  /// A record with documents that may not be replaced; nil when there is none.
  ///
  /// - Parameter isOther: whether documents are such.
  func document(where isOther: (BatchRecord) -> Bool) throws -> BatchRecord? {
    // Lines that count no longer are among the kinds; the records tell.
    guard kinds.contains(where: isOther) else { return nil }
    var found: BatchRecord?
    try lines.forEach { _, bits in
      let line = ManifestLine(bits: bits)
      guard found == nil, line.hasFiles, !line.isGone else { return }
      let record = try record(at: line.place)
      if isOther(record) { found = record }
    }
    return found
  }

  private func text(at place: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try reader.read(at: place + bytes.count) {
      if let end = piece.firstIndex(of: 0x0A) { return bytes + piece[..<end] }
      bytes += piece
    }
    return bytes
  }

  /// Whether a number was given to some row.
  func hasGiven(_ number: String) throws -> Bool { try numbers.contains(number) }

  /// Notes a number before its row has a line.
  func reserve(_ number: String) throws { try numbers.insert(number) }

  /// Adds the line of a record, which ``write()`` has yet to write.
  ///
  /// - Parameter replacing: the record that it takes the place of, when that has another key.
  func append(
    _ record: BatchRecord, replacing old: BatchRecord?, in language: InterfaceLanguage
  ) throws {
    var record = record
    if let old {
      try release(old)
      if old.key != record.key {
        try forget(old.keyHash)
        // The line of the old key stands there until the end of the run.
        record.formerKey = old.key
      }
    }
    try note(record, at: file.append(line: record.json(in: language)), isMet: true)
  }

  /// Writes the lines that were added; ``synchronize(with:on:)`` has yet to put them down on the disk.
  func write() throws(FileSystem.Failure) { try file.write() }

  /// Has the lines put down on the disk together with documents: one that a power cut leaves under its name
  /// must have its line, or its number would be given again.
  func synchronize(
    with files: [StagedFile] = [], on disk: StagingDisk
  ) throws(FileSystem.Failure) {
    try disk.synchronize(files, with: file)
  }

  /// The names of a row's files are free again.
  func release(_ record: BatchRecord) throws {
    for file in record.files { try names.release(file.name, of: record.keyHash) }
  }

  /// Takes the record of a key out.
  func forget(_ key: UInt64) throws {
    guard try has(key) else { return }
    try set(nil, of: key)
    isUntidy = true
  }

  /// Leaves each row one line, in the order of the rows, behind them those that are gone, and has it all
  /// written down to the disk.
  func finish() throws {
    try file.synchronize()
    guard isUntidy else { return }
    let order = try order()
    let temporary = workshop + "/manifest"
    let tidy = try GrowingFile(temporary)
    try order.forEach { _, place in
      var record = try record(at: Int(place))
      if record.formerKey == nil {
        let line = Self.trimmed(try text(at: Int(place)))
        tidy.append(line: String(decoding: line, as: UTF8.self))
      } else {
        record.formerKey = nil
        tidy.append(line: record.json(in: .en))
      }
      try tidy.write()
    }
    try tidy.synchronize()
    try FileSystem.place(temporary, at: path, overwrite: true)
  }

  /// Where the lines that count begin, in the order in which they belong.
  private func order() throws -> HashTable {
    let order = HashTable("order", in: workshop)
    try lines.forEach { _, bits in
      let place = ManifestLine(bits: bits).place
      let record = try record(at: place)
      var position = record.status == .gone ? UInt64(1) << 63 : 0
      position |= UInt64(record.row) << 20
      // Lists of several runs may have left records of the same row.
      while try order.value(of: position) != nil { position += 1 }
      try order.set(position, UInt64(place))
    }
    return order
  }
}

// MARK: Messages

extension BatchManifest {
  /// What follows when a line cannot be read at the beginning.
  private static let nothingDrawn = Message(
    en: "nothing was drawn", ru: "ничего не составлено", kk: "ештеңе жасалған жоқ")

  /// What follows when one can no longer be read.
  private static let leftAlone = Message(
    en: "the manifest is left as it is", ru: "манифест оставлен как есть",
    kk: "манифест сол күйінде қалды")

  private func damaged(line: Int, _ result: Message) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "manifest-damaged",
        Message(
          en: "a line of the manifest cannot be read; \(result.en)",
          ru: "строка манифеста не читается; \(result.ru)",
          kk: "манифест жолы оқылмайды; \(result.kk)"),
        at: Place(file: path, line: line, column: 1),
        hints: [
          Message(
            en:
              "put the line right; a row whose line is taken out is a new one, and its number may "
              + "be given again unless --number begins behind it",
            ru: "исправьте её; если её удалить, строка списка станет новой, а её номер может быть "
              + "дан ещё раз, если не начать --number после него",
            kk: "оны түзетіңіз; алып тасталса, тізімдегі жол жаңа болып саналады, ал --number одан "
              + "кейінгі нөмірден басталмаса, нөмірі қайта берілуі мүмкін")
        ])
    ])
  }
}
