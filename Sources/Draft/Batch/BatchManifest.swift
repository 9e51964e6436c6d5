internal import DraftLanguage

/// `manifest.jsonl`: a line a row. New lines are added at the end; of several lines of one row the last
/// counts, until the end of a run leaves each row one.
///
/// Of a row it holds some forty bytes in memory and finds its line in the file when it is asked for.
final class BatchManifest {
  private let path: String
  private let file: LineFile
  private let reader: FilePieces
  /// Where the last line of a key stands.
  private var places = HashTable<Int>()
  /// The key of the row of a number, as the last run left it.
  private var keys = HashTable<UInt64>()
  /// All numbers that were given.
  private var numbers: Set<String> = []
  /// The keys of rows that are no longer in the list.
  private var gone: Set<UInt64> = []
  /// A record of each kind: of each origin, with files of each set of formats.
  private var kinds: [BatchRecord] = []
  /// Whether some line no longer counts, or they are out of order.
  private var isUntidy = false
  private var lastPlace = (isGone: false, row: 0)
  private var unsynchronized = 0

  /// The names of all files of all rows.
  var names = FileNames()

  /// Opens the manifest of a folder, or begins it.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with `manifest-damaged`.
  init(in folder: String) throws {
    path = Paths.join(folder, "manifest.jsonl")
    file = try LineFile(path)
    reader = try FilePieces(path)
    var length = 0
    var buffer: [UInt8] = []
    var line = 0
    while let piece = try reader.next() {
      buffer += piece
      var start = 0
      while let end = buffer[start...].firstIndex(of: 0x0A) {
        line += 1
        guard let record = BatchRecord(line: Array(buffer[start..<end])) else {
          throw Self.damaged(path, line: line)
        }
        // A run that did not come to its end has left the line that this one takes the place of.
        let former = record.formerKey.map(RowKeys.hash) ?? record.keyHash
        if let earlier = try self.record(of: former) { release(earlier) }
        if former != record.keyHash { forget(former) }
        note(record, at: length)
        if record.status != .gone { keys[UInt64(record.row)] = record.keyHash }
        length += end + 1 - start
        start = end + 1
      }
      buffer.removeFirst(start)
    }
    // What follows the last line end is a line that was being written.
    try file.cut(at: length)
  }

  private func note(_ record: BatchRecord, at place: Int) {
    let key = record.keyHash
    if places[key] != nil || record.isBefore(lastPlace) { isUntidy = true }
    places[key] = place
    lastPlace = record.place
    if record.status == .gone { gone.insert(key) } else { gone.remove(key) }
    if let number = record.number { numbers.insert(number) }
    if !record.files.isEmpty, !kinds.contains(where: record.isOfKind) { kinds.append(record) }
    for file in record.files { names.take(file.name, for: key) }
  }

  /// The last record of a key; nil when there is none.
  func record(of key: UInt64) throws -> BatchRecord? {
    guard let place = places[key] else { return nil }
    return BatchRecord(line: try line(at: place))
  }

  /// The key that the row of a number had in the last run; nil when there was none.
  func key(ofRow row: Int) -> UInt64? { keys[UInt64(row)].flatMap { has($0) ? $0 : nil } }

  /// Whether there is a record of a key.
  func has(_ key: UInt64) -> Bool { places[key] != nil }

  /// The keys of all records.
  var recordKeys: [UInt64] { places.elements.map(\.hash) }

  /// How many rows of the last list have documents.
  var drawnCount: Int { names.holders.subtracting(gone).count }

  /// A record with documents that may not be replaced; nil when there is none.
  ///
  /// - Parameter isOther: whether documents are such.
  func document(where isOther: (BatchRecord) -> Bool) throws -> BatchRecord? {
    // Lines that count no longer are among the kinds; the records tell.
    guard kinds.contains(where: isOther) else { return nil }
    for key in recordKeys where !gone.contains(key) {
      if let record = try record(of: key), isOther(record) { return record }
    }
    return nil
  }

  private func line(at place: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try reader.read(at: place + bytes.count) {
      if let end = piece.firstIndex(of: 0x0A) { return bytes + piece[..<end] }
      bytes += piece
    }
    return bytes
  }

  /// Whether a number was given to some row.
  func hasGiven(_ number: String) -> Bool { numbers.contains(number) }

  /// The largest count of a series that was given; nil when none was.
  func largest(of series: RunningNumber, where isOurs: (Int) -> Bool) -> Int? {
    numbers.compactMap { series.count(of: $0) }.filter(isOurs).max()
  }

  /// Notes a number before its row has a line.
  func reserve(_ number: String) { numbers.insert(number) }

  /// Adds the line of a record, which ``write()`` has yet to write.
  ///
  /// - Parameter replacing: the record that it takes the place of, when that has another key.
  func append(
    _ record: BatchRecord, replacing old: BatchRecord?, in language: InterfaceLanguage
  ) {
    var record = record
    if let old {
      release(old)
      if old.key != record.key {
        forget(old.keyHash)
        // The line of the old key stands there until the end of the run.
        record.formerKey = old.key
      }
    }
    note(record, at: file.append(record.json(in: language)))
    unsynchronized += 1
  }

  /// Writes the lines that were added.
  func write() throws(FileSystem.Failure) {
    try file.write()
    if unsynchronized >= 256 {
      try file.synchronize()
      unsynchronized = 0
    }
  }

  private func release(_ record: BatchRecord) {
    for file in record.files { names.release(file.name, of: record.keyHash) }
  }

  /// Takes the record of a key out.
  func forget(_ key: UInt64) {
    gone.remove(key)
    guard places[key] != nil else { return }
    places[key] = nil
    isUntidy = true
  }

  /// Leaves each row one line, in the order of the rows, behind them those that are gone, and has it all
  /// written down to the disk.
  ///
  /// - Parameter folder: where an unfinished file may lie.
  func finish(in folder: String) throws {
    try file.synchronize()
    guard isUntidy else { return }
    var lines: [(isGone: Int, row: Int, place: Int)] = []
    var moved: Set<Int> = []
    for (key, place) in places.elements {
      if let record = try record(of: key) {
        lines.append((record.status == .gone ? 1 : 0, record.row, place))
        if record.formerKey != nil { moved.insert(place) }
      }
    }
    lines.sort(by: <)
    let temporary = folder + "/manifest"
    let tidy = try LineFile(temporary)
    for (_, _, place) in lines {
      let bytes = try line(at: place)
      if moved.contains(place), var record = BatchRecord(line: bytes) {
        record.formerKey = nil
        tidy.append(record.json(in: .en))
      } else {
        tidy.append(String(decoding: bytes, as: UTF8.self))
      }
      try tidy.write()
    }
    try tidy.synchronize()
    try FileSystem.place(temporary, at: path, overwrite: true)
  }

  private static func damaged(_ path: String, line: Int) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "manifest-damaged",
        Message(
          en: "a line of the manifest cannot be read; nothing was drawn",
          ru: "строка манифеста не читается; ничего не составлено",
          kk: "манифест жолы оқылмайды; ештеңе жасалған жоқ"),
        at: Place(file: path, line: line, column: 1),
        hints: [
          Message(
            en:
              "put the line right or take it out; documents of rows without a line are recognised "
              + "by their contents",
            ru: "исправьте или удалите строку; документы строк, которых в манифесте нет, узнаются "
              + "по содержанию",
            kk: "жолды түзетіңіз не алып тастаңыз; манифестте жоқ жолдардың құжаттары мазмұны "
              + "бойынша танылады")
        ])
    ])
  }
}
