/// Values by hashes, in a file: a batch keeps some for each row of a list that may have any length, and
/// its memory is to be the same for all of them.
///
/// The file has them in the order of the hashes, in pages that are read when they are asked for. What
/// came last, or was removed, stands in memory until there is so much of it that the file is written
/// anew. A short table has no file.
final class HashTable {
  private static let entrySize = 16
  private static let pageSize = 256

  /// The files, in turn: one is read while the other is written.
  private let paths: [String]
  private var turn = 0
  private var file: FilePieces?
  private var fileCount = 0
  /// The first hash of each page of the file.
  private var pages: [UInt64] = []
  /// What differs from the file; nil for what was removed.
  private var recent: [UInt64: UInt64?] = [:]

  /// An empty table.
  ///
  /// - Parameters:
  ///   - name: another one for each table of a folder.
  ///   - folder: where its files may lie; whoever owns the folder removes them.
  init(_ name: String, in folder: String) {
    paths = (0...1).map { "\(folder)/\(name).\($0)" }
  }

  /// The value of a hash; nil for none.
  func value(of hash: UInt64) throws -> UInt64? {
    if let value = recent[hash] { return value }
    let index = pages.ascendingIndex(of: hash)
    let page = index < pages.count && pages[index] == hash ? index : index - 1
    if page < 0 { return nil }
    let entries = try entries(ofPage: page)
    let place = (0..<entries.count).partitioningIndex { entries[$0].hash >= hash }
    return place < entries.count && entries[place].hash == hash ? entries[place].value : nil
  }

  /// Gives a hash a value; nil removes it.
  func set(_ hash: UInt64, _ value: UInt64?) throws {
    recent[hash] = .some(value)
    // So that writing the file anew takes the same time for each value, however many there are.
    if recent.count >= max(1024, fileCount / 256) { try merge() }
  }

  /// Goes through all hashes in ascending order; the table must not be changed meanwhile.
  func forEach(_ visit: (_ hash: UInt64, _ value: UInt64) throws -> Void) throws {
    var changes = recent.sorted { $0.key < $1.key }[...]
    func visitChanges(upTo hash: UInt64) throws {
      while let change = changes.first, change.key <= hash {
        changes.removeFirst()
        if let value = change.value { try visit(change.key, value) }
      }
    }
    for page in pages.indices {
      let entries = try entries(ofPage: page)
      for index in 0..<entries.count {
        let entry = entries[index]
        try visitChanges(upTo: entry.hash)
        if recent[entry.hash] == nil { try visit(entry.hash, entry.value) }
      }
    }
    try visitChanges(upTo: .max)
  }

  /// Some entries as they stand in the file.
  private struct Entries {
    let bytes: [UInt8]
    var count: Int { bytes.count / entrySize }

    subscript(index: Int) -> (hash: UInt64, value: UInt64) {
      let place = index * entrySize
      return unsafe (
        bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self),
        bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      )
    }
  }

  private func entries(ofPage page: Int) throws -> Entries {
    let size = HashTable.pageSize * HashTable.entrySize
    let first = page * HashTable.pageSize
    let bytes = try file?.read(at: page * size, most: size) ?? []
    guard bytes.count == min(HashTable.pageSize, fileCount - first) * HashTable.entrySize else {
      throw FileSystem.Failure(damaged: paths[turn])
    }
    return Entries(bytes: bytes)
  }

  /// Writes the file anew with what came last.
  private func merge() throws {
    let path = paths[1 - turn]
    FileSystem.remove(path)
    let new = try GrowingFile(path)
    var count = 0
    var first: [UInt64] = []
    try forEach { hash, value in
      if count % HashTable.pageSize == 0 {
        first.append(hash)
        try new.write()
      }
      new.append(hash)
      new.append(value)
      count += 1
    }
    try new.write()
    if file != nil { FileSystem.remove(paths[turn]) }
    file = try FilePieces(path)
    turn = 1 - turn
    (pages, fileCount) = (first, count)
    recent.removeAll(keepingCapacity: true)
  }
}
