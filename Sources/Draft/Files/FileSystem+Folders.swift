internal import CFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// Removes a folder with all that is in it, as far as that can be done; links are not followed.
  static func removeFolder(_ path: String) {
    for name in names(in: path) { removeItem(path + "/" + name) }
    unsafe _ = rmdir(path)
  }

  /// Removes a file, a link, or a folder with all that is in it, as far as that can be done.
  static func removeItem(_ path: String) {
    var status = stat()
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      removeFolder(path)
    } else {
      remove(path)
    }
  }

  /// Whether a path is a program that may be run.
  static func isProgram(_ path: String) -> Bool {
    if isFolder(path) { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// How many threads the machine runs at once for this process; at least 1.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Lets this process, and programs that it starts, have more files open at once than `ulimit -n` says, as far
  /// as the system allows. A batch keeps documents open until the disk has them.
  public static func allowOpenFiles(_ count: Int) {
    draft_allow_open_files(UInt32(clamping: count))
  }

  /// How many files this process may have open at once (`ulimit -n`); 1,024 where that is not limited.
  static var mostOpenFiles: Int {
    let count = sysconf(Int32(_SC_OPEN_MAX))
    return count > 0 ? count : 1024
  }
}
