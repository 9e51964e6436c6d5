internal import CFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// Writes a file that is to get its name later, down to the disk; it is readable by its owner alone.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: a path on the same file system at which nothing stands.
  static func stage(_ bytes: [UInt8], at path: String) throws(Failure) {
    try finish(try create(bytes, at: path), at: path)
  }

  /// Writes a new file, readable by its owner alone; gives its descriptor.
  static func create(_ bytes: [UInt8], at path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(.write, path, code: errno) }
    do throws(Failure) { try write(bytes, descriptor: descriptor, name: path) } catch {
      close(descriptor)
      unsafe _ = unlink(path)
      throw error
    }
    return descriptor
  }

  /// Has a new file written down to the disk, and closes it; a file for which that fails is removed.
  ///
  /// - Parameter isWrittenDown: as for ``synchronize(_:isWrittenDown:)``.
  static func finish(
    _ descriptor: Int32, at path: String, isWrittenDown: Bool = false
  ) throws(Failure) {
    try end(
      descriptor, at: path, after: synchronize(descriptor, isWrittenDown: isWrittenDown))
  }

  /// Has what was written of a file put down on the disk, where it is one that can be; 0, or the code of an
  /// error.
  ///
  /// - Parameter isWrittenDown: whether the whole file system was put down since, so that there may only be
  ///   an error to hear of.
  static func synchronize(_ descriptor: Int32, isWrittenDown: Bool = false) -> Int32 {
    if isWrittenDown {
      let code = draft_end_writing(descriptor)
      // Where nothing can be heard in this way, it is told once more in the other.
      if ![ENOTSUP, ENOSYS, EINVAL, EPERM].contains(code) { return code }
    }
    return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
  }

  /// Closes a new file; one for which that fails, or for which something has failed before, is removed.
  ///
  /// - Parameter code: the code of what has failed; 0 for nothing.
  static func end(_ descriptor: Int32, at path: String, after code: Int32) throws(Failure) {
    var code = code
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 {
      unsafe _ = unlink(path)
      throw Failure(.write, path, code: code)
    }
  }

  /// Gives a staged file its name.
  ///
  /// - Parameter overwrite: whether a file of that name may be replaced; if not, it is never touched.
  static func place(_ staged: String, at path: String, overwrite: Bool) throws(Failure) {
    let code = take(staged, path, overwrite: overwrite)
    if code != 0 { throw Failure(.write, path, code: code) }
  }

  /// Has the names in a folder written down to the disk, where the file system can do that.
  static func synchronizeFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unsafe _ = unlink(path) }
}
