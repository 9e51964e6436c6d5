public import DraftLanguage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few things the tool asks of the file system, without a framework behind them.
public enum FileSystem {
  /// What the file system refused.
  public struct Failure: Error, Sendable, Hashable {
    /// What was tried.
    public enum Action: String, Sendable, Hashable {
      /// Reading a file.
      case read
      /// Writing a file.
      case write
      /// Making a folder.
      case makeFolder = "make-folder"
    }

    /// What was tried.
    public var action: Action
    /// On which path.
    public var path: String
    /// The reason; in English, and where people seldom meet it in all languages, in the system's own words.
    public var reason: Message
    /// Whether the file is there already and was left alone.
    public var alreadyExists = false
    /// Whether there is no such file.
    public var isMissing = false
    /// Whether nobody reads any more what is written into a pipe.
    public var isReaderGone = false
    /// Whether it concerns that file alone, so that others may be written: it is open elsewhere, may not
    /// be replaced, or has a name that the file system does not take.
    var isOfOneFile = false

    /// The refusal to write over a file that is there.
    public init(alreadyExists path: String) { self.init(.write, path, code: EEXIST) }

    /// A file that holds less than was written to it.
    init(damaged path: String) { self.init(.read, path, code: EIO) }

    /// The refusal to read a file that does not fit into memory.
    init(tooLarge path: String) { self.init(.read, path, code: EFBIG) }

    /// The refusal to make a folder where a file of that name stands.
    init(fileInPlaceOfFolder path: String) {
      self.init(.makeFolder, path, code: ENOTDIR)
      reason = Message(
        en: "a file of that name stands where a folder is wanted",
        ru: "нужна папка, а под этим именем стоит файл", kk: "қалта керек, ал бұл атпен файл тұр")
    }

    /// The refusal to take something else for a folder.
    init(noFolder path: String) {
      self.init(.read, path, code: FileSystem.exists(path) ? ENOTDIR : ENOENT)
    }

    /// The same refusal, told of the file that was asked for.
    init(renaming failure: Failure, to path: String) {
      self = failure
      self.path = path
    }

    init(_ action: Action, _ path: String, code: Int32) {
      self.action = action
      self.path = path
      reason = SystemReason.message(code)
      alreadyExists = code == EEXIST
      isMissing = code == ENOENT || (code == ENOTDIR && action == .read)
      isReaderGone = code == EPIPE
      isOfOneFile = [
        EACCES, EPERM, EBUSY, ETXTBSY, EEXIST, EISDIR, ENOTEMPTY, ENAMETOOLONG, EILSEQ, EINVAL,
      ].contains(code)
    }
  }

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes that are read; more is a failure.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.read, path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw Failure(.read, path, code: EISDIR) }
      bytes.reserveCapacity(min(max(0, Int(status.st_size)), limit))
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe systemRead(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(.read, path, code: errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw Failure(.read, path, code: EFBIG) }
    }
  }

  /// Writes a file whole or not at all: a temporary file beside it, readable by its owner alone, that
  /// takes the final name only when it is complete. Pipes and devices are written into.
  ///
  /// - Parameters:
  ///   - bytes: the file's new content.
  ///   - path: the file.
  ///   - overwrite: whether an existing file may be replaced; if not, it is never touched, not
  ///     even when it appears in the middle of the writing.
  public static func write(_ bytes: [UInt8], to path: String, overwrite: Bool) throws(Failure) {
    if isStream(path) { return try writeInto(path, bytes) }
    if !overwrite, exists(path) { throw Failure(.write, path, code: EEXIST) }
    let temporary = "\(path).\(getpid())-\(temporaryCount()).tmp"
    do throws(Failure) {
      try stage(bytes, at: temporary)
    } catch {
      throw Failure(renaming: error, to: path)
    }
    let code = take(temporary, path, overwrite: overwrite)
    if code != 0 {
      unsafe _ = unlink(temporary)
      throw Failure(.write, path, code: code)
    }
  }

  /// Whether a path is a pipe or a device, which holds no document that could be lost, and which a
  /// rename would take away from everybody.
  public static func isStream(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && isStream(status)
  }

  /// Whether an open file is a pipe, a device or a socket.
  static func isStream(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && isStream(status)
  }

  private static func isStream(_ status: stat) -> Bool {
    [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  private static func writeInto(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.write, path, code: errno) }
    defer { close(descriptor) }
    try write(bytes, descriptor: descriptor, name: path)
  }

  /// Gives the temporary file its final name.
  static func take(_ temporary: String, _ path: String, overwrite: Bool) -> Int32 {
    if !overwrite {
      // A link fails if the name is taken, where a rename would replace.
      if unsafe link(temporary, path) == 0 {
        unsafe _ = unlink(temporary)
        return 0
      }
      if errno == EEXIST { return EEXIST }
      // File systems without links: look once more, then rename.
      if exists(path) { return EEXIST }
    }
    return unsafe rename(temporary, path) == 0 ? 0 : errno
  }

  /// Refuses a standard output that cannot be written to, such as one that was closed at the start.
  public static func checkStandardOutput() throws(Failure) {
    let mode = fcntl(1, F_GETFL)
    if mode < 0 || mode & O_ACCMODE == O_RDONLY { throw Failure(.write, "-", code: EBADF) }
  }

  /// Writes bytes to standard output.
  public static func writeToStandardOutput(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes, descriptor: 1, name: "-")
  }

  /// Writes a text to standard error; there is nobody to tell if that fails.
  public static func writeToStandardError(_ text: String) {
    try? write(Array(text.utf8), descriptor: 2, name: "-")
  }

  static func write(_ bytes: [UInt8], descriptor: Int32, name: String) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(.write, name, code: errno)
      }
      written += count
    }
  }

  /// Whether something stands at a path, a dangling link included.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether a path is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder and those above it that are missing.
  ///
  /// - Parameters:
  ///   - path: the folder; one that is there is left as it is.
  ///   - isPrivate: whether it is open to its owner alone; those above it are not.
  public static func makeFolder(_ path: String, isPrivate: Bool = false) throws(Failure) {
    if path.isEmpty || isFolder(path) { return }
    if let parent = Paths.parent(of: path), parent != path { try makeFolder(parent) }
    if unsafe mkdir(path, isPrivate ? 0o700 : 0o755) == 0 { return }
    let code = errno
    guard code == EEXIST else { throw Failure(.makeFolder, path, code: code) }
    // Another process may have made it in this moment.
    if !isFolder(path) { throw Failure(fileInPlaceOfFolder: path) }
  }

  /// The names in a folder in ascending order; empty when it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of the running program with links resolved; nil when the system does not tell.
  public static func executablePath() -> String? {
    #if os(Linux)
      return resolved("/proc/self/exe")
    #else
      guard let first = CommandLine.arguments.first else { return nil }
      if first.contains("/") { return resolved(first) }
      for folder in (environment("PATH") ?? "").split(separator: ":") {
        if let path = resolved("\(folder)/\(first)") { return path }
      }
      return nil
    #endif
  }

  /// A path without links; nil when nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// A variable of the environment; nil when unset or empty.
  public static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a descriptor (0, 1 or 2) is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many characters a line of the terminal at a descriptor holds; nil when that is not known.
  public static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// A number that two temporary files of one process do not share.
  private static func temporaryCount() -> UInt64 { UInt64.random(in: 0...UInt64.max) }

  static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  )
    -> Int
  {
    #if canImport(Darwin)
      unsafe Darwin.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, buffer, count)
    #else
      unsafe Glibc.read(descriptor, buffer, count)
    #endif
  }

  private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int)
    -> Int
  {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, buffer, count)
    #else
      unsafe Glibc.write(descriptor, buffer, count)
    #endif
  }
}
