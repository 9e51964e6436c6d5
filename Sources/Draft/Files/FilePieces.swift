internal import DraftData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read piece by piece; `-` is standard input.
final class FilePieces {
  private static let pieceSize = 1 << 16
  private let path: String
  private let descriptor: Int32
  /// Whether what a pipe has not got yet is told, and not waited for.
  private let tellsPauses: Bool

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - waits: whether reading waits for what a pipe, a terminal or a socket has not got yet; otherwise
  ///     ``next()`` throws ``InputPending``.
  init(_ path: String, waits: Bool = true) throws(FileSystem.Failure) {
    self.path = path
    var options = O_RDONLY | O_CLOEXEC
    #if os(Linux)
      // Opening a named pipe waits for whoever writes into it.
      if !waits { options |= O_NONBLOCK }
    #endif
    let descriptor = path == "-" ? 0 : unsafe open(path, options)
    guard descriptor >= 0 else { throw FileSystem.Failure(.read, path, code: errno) }
    self.descriptor = descriptor
    tellsPauses = !waits && FileSystem.isStream(descriptor)
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// How many bytes a file has, at most 1 GiB; 0 for a pipe.
  var size: Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return 0 }
    return min(max(0, Int(status.st_size)), 1 << 30)
  }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``InputPending`` where that was asked for.
  func next() throws -> [UInt8]? {
    if tellsPauses {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&request, 1, 0) == 0 { throw InputPending() }
    }
    return try read(from: nil, most: FilePieces.pieceSize)
  }

  /// Bytes at an offset; nil past the end.
  ///
  /// - Parameter most: how many; fewer come only from the end of a file.
  func read(at offset: Int, most: Int = 1 << 12) throws -> [UInt8]? {
    try read(from: offset, most: most)
  }

  private func read(from offset: Int?, most: Int) throws -> [UInt8]? {
    while true {
      var code: Int32 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
        var got = 0
        if let offset {
          got = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        } else {
          got = unsafe FileSystem.systemRead(descriptor, buffer.baseAddress, buffer.count)
        }
        if got < 0 { code = errno }
        count = max(0, got)
      }
      if code == EINTR { continue }
      if code == EAGAIN, tellsPauses { throw InputPending() }
      if code != 0 { throw FileSystem.Failure(.read, path, code: code) }
      return bytes.isEmpty ? nil : bytes
    }
  }
}
