internal import DraftLanguage

/// A file that an earlier run has left of a row, and how it stands to what was recorded of it.
struct OldFile {
  let file: BatchRecord.File
  let state: FileState

  init(_ file: BatchRecord.File, in folder: String) {
    self.file = file
    state = FileState(of: file, in: folder)
  }

  /// The SHA-256 of what stands there, if that is the batch's own; nil when it is not, or is missing.
  var standing: String? {
    switch state {
    case .same: file.sha256
    case .waiting: file.replaces
    case .missing, .edited: nil
    }
  }
}

/// A row whose files wait for their names until its line is written.
struct BatchEntry {
  /// A file of the row.
  private struct New {
    var file: BatchRecord.File
    var staged: String
    /// How what stands under its name is related to it.
    var state: FileState
  }

  /// A file under a name that the row no longer has, kept until the new one is in place.
  private struct Aside {
    var old: BatchRecord.File
    var path: String
  }

  var record: BatchRecord
  private let old: [OldFile]
  private var new: [New] = []
  private var aside: [Aside] = []
  /// How many of the files are in place.
  private var placedCount = 0

  init(record: BatchRecord, old: [OldFile] = []) {
    self.record = record
    self.old = old
  }

  /// The files that are to be put in place.
  var newFiles: [BatchRecord.File] { new.map(\.file) }

  /// Adds a file that is written at a path.
  mutating func add(_ file: BatchRecord.File, from staged: String, in folder: String) {
    var file = file
    let state = FileState(of: file, in: folder)
    // What stands there now is known by this when the run ends before the file is in place.
    file.replaces = old.first { $0.file.name == file.name }?.standing
    new.append(New(file: file, staged: staged, state: state))
  }

  /// Why the files may not be written where they belong; nil when they may.
  var refusal: Diagnostic? {
    if let edited = old.first(where: { $0.state == .edited }) {
      return BatchLedger.edited(edited.file.name)
    }
    let foreign = new.first { item in
      item.state == .edited && !old.contains { $0.file.name == item.file.name }
    }
    return foreign.map { BatchLedger.foreign($0.file.name) }
  }

  /// Takes files away whose names the row no longer has. Files of endings that it does not write stay.
  ///
  /// - Throws: ``Diagnostics`` with `write-failed` when one cannot be taken; then all are where they were.
  mutating func setAside(in folder: String) throws(Diagnostics) {
    let endings = Set(new.map { Paths.ending(of: $0.file.name) })
    for item in old where item.state != .missing {
      let name = item.file.name
      guard endings.contains(Paths.ending(of: name)), !new.contains(where: { $0.file.name == name })
      else { continue }
      // Beside the unfinished file, under its name and another ending.
      let path = "\(new[0].staged).old-\(aside.count)"
      do throws(FileSystem.Failure) {
        try FileSystem.place(Paths.join(folder, name), at: path, overwrite: true)
      } catch {
        putBack(in: folder)
        throw Diagnostics([BatchLedger.unwritten(error, name)])
      }
      aside.append(Aside(old: item.file, path: path))
    }
  }

  /// Removes what was written for the row.
  mutating func discard() {
    for item in new { FileSystem.remove(item.staged) }
    new = []
  }

  /// Puts the files in place.
  ///
  /// - Throws: ``FileSystem/Failure`` when one of them cannot be put there; ``withdraw(_:from:)`` is next.
  mutating func place(in folder: String) throws(FileSystem.Failure) {
    for item in new[placedCount...] {
      try FileSystem.place(
        item.staged, at: Paths.join(folder, item.file.name), overwrite: item.state != .missing)
      placedCount += 1
    }
    for item in aside { FileSystem.remove(item.path) }
    aside = []
  }

  /// Leaves what is not in place as it was before; gives the record of that.
  mutating func withdraw(_ failure: FileSystem.Failure, from folder: String) -> BatchRecord {
    guard placedCount < new.count else { return record }
    let name = new[placedCount].file.name
    let placed = new[..<placedCount].map(\.file)
    let endings = Set(placed.map { Paths.ending(of: $0.name) })
    aside.removeAll { endings.contains(Paths.ending(of: $0.old.name)) }
    putBack(in: folder)
    for item in new[placedCount...] { FileSystem.remove(item.staged) }
    new = []
    record.status = .failed
    record.inputs = ""
    record.diagnostics = [
      failure.alreadyExists ? BatchLedger.foreign(name) : BatchLedger.unwritten(failure, name)
    ]
    record.files =
      placed + old.map(\.file).filter { !endings.contains(Paths.ending(of: $0.name)) }
    return record
  }

  /// Leaves all as it was before, when none of the files is in place.
  mutating func undo(in folder: String) {
    putBack(in: folder)
    discard()
  }

  /// Gives files that were taken away their names again.
  private mutating func putBack(in folder: String) {
    for item in aside {
      try? FileSystem.place(item.path, at: Paths.join(folder, item.old.name), overwrite: false)
    }
    aside = []
  }
}
