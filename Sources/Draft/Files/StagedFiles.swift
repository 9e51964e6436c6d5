#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files of one task that are to get their names later. They are kept in memory until there are enough of
/// them, and made together: see ``StagingDisk``.
final class StagedFiles {
  /// How many bytes may be kept in memory before files are made of them.
  private static let room = 4 << 20

  private let disk: StagingDisk
  /// How many may be waited for at once: each is an open file.
  private let most: Int
  private var unmade: [(bytes: [UInt8], path: String)] = []
  /// How many bytes those are.
  private var size = 0
  private var made: [StagedFile] = []

  /// Room for some files.
  ///
  /// - Parameters:
  ///   - disk: where they go.
  ///   - most: how many may be open at once, at least 1; the others are put down on the disk first.
  init(on disk: StagingDisk, most: Int) {
    self.disk = disk
    self.most = most
  }

  /// Adds a file, readable by its owner alone, which ``take()`` has yet to make.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: a path at which nothing stands, on the file system of its final name.
  func add(_ bytes: [UInt8], at path: String) throws(FileSystem.Failure) {
    if made.count + unmade.count == most { try synchronize() }
    unmade.append((bytes, path))
    size += bytes.count
    if size >= Self.room { try make() }
  }

  /// Makes the files and gives those that are not on the disk yet, for ``StagingDisk/synchronize(_:with:)``;
  /// none where nothing is gained by waiting for them together.
  func take() throws(FileSystem.Failure) -> [StagedFile] {
    if disk.isShared { try make() } else { try synchronize() }
    defer { made = [] }
    return made
  }

  private func make() throws(FileSystem.Failure) {
    let files = unmade
    (unmade, size) = ([], 0)
    if !files.isEmpty { made += try disk.make(files) }
  }

  private func synchronize() throws(FileSystem.Failure) {
    try make()
    try disk.synchronize(made)
    made = []
  }
}
