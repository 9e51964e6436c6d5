#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is added to at its end. What is added is whole there or, at the very end, torn.
final class GrowingFile {
  private let path: String
  private let descriptor: Int32
  /// Where the next bytes begin.
  private var end = 0
  /// Bytes that are not written yet.
  private var waiting: [UInt8] = []
  /// Whether some of what was written, now or by an earlier process, may not be on the disk.
  private var isUnsynchronized = true

  /// Opens a file or makes it, readable by its owner alone.
  init(_ path: String) throws(FileSystem.Failure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileSystem.Failure(.write, path, code: errno) }
  }

  deinit { close(descriptor) }

  /// Cuts off what stands after some bytes, such as a torn line; more is added from there on.
  func cut(at length: Int) throws(FileSystem.Failure) {
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw FileSystem.Failure(.write, path, code: errno) }
    end = length
  }

  /// Adds a line, which ``write()`` has yet to write; gives where it begins.
  @discardableResult
  func append(line: String) -> Int {
    let start = end
    waiting += line.utf8
    waiting.append(0x0A)
    end += line.utf8.count + 1
    return start
  }

  /// Adds a number of eight bytes, in the order of the processor, which ``write()`` has yet to write.
  func append(_ number: UInt64) {
    unsafe withUnsafeBytes(of: number) { unsafe waiting.append(contentsOf: $0) }
    end += 8
  }

  /// Writes what was added.
  func write() throws(FileSystem.Failure) {
    if waiting.isEmpty { return }
    isUnsynchronized = true
    try FileSystem.write(waiting, descriptor: descriptor, name: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Has what was written before put down on the disk.
  ///
  /// - Parameter isWrittenDown: whether the whole file system was put down since.
  func synchronize(isWrittenDown: Bool = false) throws(FileSystem.Failure) {
    if !isUnsynchronized { return }
    let code = FileSystem.synchronize(descriptor, isWrittenDown: isWrittenDown)
    if code != 0 { throw FileSystem.Failure(.write, path, code: code) }
    isUnsynchronized = false
  }
}
