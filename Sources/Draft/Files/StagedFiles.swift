#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that are to get their names later, written down to the disk together: for each of them alone, the
/// file system would write its journal anew.
///
/// It belongs to one thread.
final class StagedFiles {
  /// How many are waited for at once: each is an open file.
  private let most: Int
  private var open: [(descriptor: Int32, path: String)] = []

  /// Room for some files.
  ///
  /// - Parameter most: how many may be open at once; the others are written down first.
  init(most: Int) { self.most = most }

  deinit { for file in open { close(file.descriptor) } }

  /// Writes a file, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: a path at which nothing stands, on the file system of its final name.
  func add(_ bytes: [UInt8], at path: String) throws(FileSystem.Failure) {
    if open.count == most { try synchronize() }
    open.append((try FileSystem.create(bytes, at: path), path))
  }

  /// Waits until all files are on the disk.
  func synchronize() throws(FileSystem.Failure) {
    while let file = open.popLast() {
      try FileSystem.finish(file.descriptor, at: file.path)
    }
  }
}
