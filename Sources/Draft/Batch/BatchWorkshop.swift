#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder inside a batch's folder that holds its lock and its unfinished files.
///
/// The lock is the system's (flock), so that it goes with the process however that ends.
final class BatchWorkshop {
  /// Its path.
  let path: String
  private let descriptor: Int32

  /// Locks a folder, and clears away what a killed batch left unfinished; nil when another batch is at
  /// work there.
  init?(in folder: String) throws(FileSystem.Failure) {
    path = Paths.join(folder, ".draft-batch")
    let lock = path + "/lock"
    while true {
      try FileSystem.makeFolder(path)
      let descriptor = unsafe open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor < 0 {
        // Another batch may have removed the folder at its end in this moment.
        if errno == ENOENT { continue }
        throw FileSystem.Failure(.write, lock, code: errno)
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        close(descriptor)
        if code == EWOULDBLOCK { return nil }
        throw FileSystem.Failure(.write, lock, code: code)
      }
      // A lock on a file that is no longer there locks nobody out.
      var held = stat()
      var found = stat()
      if unsafe fstat(descriptor, &held) == 0, unsafe stat(lock, &found) == 0,
        held.st_ino == found.st_ino
      {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    for name in FileSystem.names(in: path) where name != "lock" {
      FileSystem.remove(path + "/" + name)
    }
  }

  deinit {
    for name in FileSystem.names(in: path) { FileSystem.remove(path + "/" + name) }
    unsafe _ = rmdir(path)
    close(descriptor)
  }
}
