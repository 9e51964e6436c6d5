internal import CFiles
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The disk to which all tasks of a batch write.
///
/// Files are written down to it together: for each of them alone, the file system would write its journal
/// anew, or have the disk empty its memory. Meanwhile no task makes files: the file system would keep it
/// waiting at one after the other, and what it has made would be waited for as well.
final class StagingDisk: Sendable {
  /// As many are worth writing down the whole file system for.
  private static let fewest = 4
  /// Who has waited longer has waited for what other programs write: even a slow disk takes less for a group.
  private static let patience = Duration.seconds(3)

  /// Shared while files are made, held alone while the file system is written down.
  private let turn = SharedLock()
  /// Whether the file system may be written down as a whole.
  private let areTogether = Atomic(true)

  /// Whether files of several tasks are written down sooner together than by each task its own.
  var isShared: Bool { areTogether.load(ordering: .relaxed) }

  /// Makes files, readable by their owner alone.
  ///
  /// - Parameter files: what they hold, and paths at which nothing stands.
  func make(
    _ files: [(bytes: [UInt8], path: String)]
  ) throws(FileSystem.Failure) -> [StagedFile] {
    try turn.sharing { () throws(FileSystem.Failure) in
      var made: [StagedFile] = []
      for file in files {
        made.append(StagedFile(try FileSystem.create(file.bytes, at: file.path), at: file.path))
      }
      return made
    }
  }

  /// Waits until files are on the disk.
  ///
  /// - Parameter other: a file on the same file system, of which what was written is to be there as well.
  func synchronize(
    _ files: [StagedFile], with other: GrowingFile? = nil
  ) throws(FileSystem.Failure) {
    let isWrittenDown = isShared && files.count >= Self.fewest && writeDown(files[0])
    if !isWrittenDown {
      // The later ones are written while the first are waited for. Only a wish.
      for file in files { _ = draft_begin_writing(file.descriptor) }
    }
    for file in files { try file.finish(isWrittenDown: isWrittenDown) }
    try other?.synchronize(isWrittenDown: isWrittenDown)
  }

  /// Writes the whole file system down; gives whether that was done.
  private func writeDown(_ any: StagedFile) -> Bool {
    turn.alone {
      let start = ContinuousClock.now
      // Nothing was begun before: of what it writes at once, the kernel makes fewer requests. What fails here
      // may be another program's.
      let isDone = draft_write_down(any.descriptor) == 0
      let isSoon = start.duration(to: .now) < Self.patience
      areTogether.store(isDone && isSoon, ordering: .relaxed)
      return isDone
    }
  }
}

/// A file that is to get its name later and may not be on the disk yet. It is open until it is put down
/// there, or until nobody holds it.
final class StagedFile: Sendable {
  /// Its descriptor.
  let descriptor: Int32
  private let path: String
  private let isOpen = Atomic(true)

  fileprivate init(_ descriptor: Int32, at path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { if isOpen.load(ordering: .relaxed) { close(descriptor) } }

  /// Has it put down on the disk, and closes it; if that fails, it is removed.
  fileprivate func finish(isWrittenDown: Bool) throws(FileSystem.Failure) {
    isOpen.store(false, ordering: .relaxed)
    try FileSystem.finish(descriptor, at: path, isWrittenDown: isWrittenDown)
  }
}
