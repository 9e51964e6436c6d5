internal import CFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that are to get their names later, written down to the disk together: for each of them alone, the
/// file system would write its journal anew, or have the disk empty its memory.
///
/// It belongs to one thread.
final class StagedFiles {
  /// As many are worth writing down the whole file system for.
  private static let fewest = 4
  /// Who has waited longer has waited for what other programs write: even a slow disk takes less for a group.
  private static let patience = Duration.seconds(3)

  /// How many are waited for at once: each is an open file.
  private let most: Int
  private var open: [(descriptor: Int32, path: String)] = []
  /// Whether they may be written down together.
  private var areTogether = true

  /// Room for some files.
  ///
  /// - Parameter most: how many may be open at once; the others are written down first.
  init(most: Int) { self.most = most }

  deinit { for file in open { close(file.descriptor) } }

  /// Writes a file, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: a path at which nothing stands, on the file system of its final name, the same for all files.
  func add(_ bytes: [UInt8], at path: String) throws(FileSystem.Failure) {
    if open.count == most { try synchronize() }
    let descriptor = try FileSystem.create(bytes, at: path)
    open.append((descriptor, path))
    // What is left of it when all are waited for is less. Only a wish.
    _ = draft_begin_writing(descriptor)
  }

  /// Waits until all files are on the disk.
  func synchronize() throws(FileSystem.Failure) {
    if areTogether, open.count >= Self.fewest {
      let start = ContinuousClock.now
      areTogether = try synchronizeTogether() && start.duration(to: .now) < Self.patience
    }
    while let file = open.popLast() {
      try FileSystem.finish(file.descriptor, at: file.path)
    }
  }

  /// Writes all files down at once; gives false, with files left, where that cannot be done.
  private func synchronizeTogether() throws(FileSystem.Failure) -> Bool {
    for (index, file) in open.enumerated() {
      // An error is told once: nobody else would hear of it.
      let code = draft_end_writing(file.descriptor)
      if [ENOTSUP, ENOSYS, EINVAL, EPERM].contains(code) { return false }
      if code != 0 {
        open.remove(at: index)
        try FileSystem.end(file.descriptor, at: file.path, after: code)
      }
    }
    // What fails now may be another program's.
    guard let any = open.first, draft_write_down(any.descriptor) == 0 else { return false }
    while let file = open.popLast() {
      try FileSystem.end(file.descriptor, at: file.path, after: 0)
    }
    return true
  }
}
