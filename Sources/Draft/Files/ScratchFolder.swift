#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder below `$TMPDIR`, else `/tmp`, that nobody else can look into, and that goes with its last use.
///
/// A process that is killed leaves its folder behind, with case data in it. The next one to make a folder
/// removes it: each holds the system's lock (flock) on its own, which goes with the process however that
/// ends. Nothing is removed but what bears the mark of such a folder.
final class ScratchFolder {
  /// Its path.
  let path: String
  private let descriptor: Int32
  /// The name of the file that tells that a folder was locked from the first.
  private static let mark = ".draft-scratch"

  /// Makes an empty folder, and clears away those that killed processes left.
  init() throws(FileSystem.Failure) {
    let place = FileSystem.environment("TMPDIR") ?? "/tmp"
    ScratchFolder.removeLeftovers(in: place)
    let pattern = Paths.join(place, "draft-XXXXXX")
    var bytes = Array(pattern.utf8CString)
    let isMade = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard isMade else { throw FileSystem.Failure(.makeFolder, pattern, code: errno) }
    path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    descriptor = ScratchFolder.lock(path)
    // Where the system has no locks, nobody could tell whether it is in use.
    if descriptor >= 0 { try? FileSystem.write([], to: path + "/" + Self.mark, overwrite: false) }
  }

  deinit {
    ScratchFolder.remove(path)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens and locks a folder of this user; -1 where that cannot be done, or another process has locked it.
  private static func lock(_ path: String) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0 { return -1 }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else {
      close(descriptor)
      return -1
    }
    return descriptor
  }

  private static func removeLeftovers(in place: String) {
    for name in FileSystem.names(in: place) where name.hasPrefix("draft-") {
      let path = Paths.join(place, name)
      guard FileSystem.exists(path + "/" + mark) else { continue }
      let descriptor = lock(path)
      if descriptor < 0 { continue }
      remove(path)
      close(descriptor)
    }
  }

  /// Removes a folder, its mark last: what is left when that is broken off is still found by it.
  private static func remove(_ path: String) {
    for name in FileSystem.names(in: path) where name != mark {
      FileSystem.removeItem(path + "/" + name)
    }
    FileSystem.removeFolder(path)
  }
}
