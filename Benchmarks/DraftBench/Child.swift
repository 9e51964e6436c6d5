#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs other programs, so that their time and memory can be had.
enum Child {
  /// `RUSAGE_CHILDREN`, which the systems type differently.
  static let all: Int32 = -1

  /// Runs a program with its output thrown away; its peak of memory in bytes.
  ///
  /// The peak is never below that of this process, which the child is until it becomes the program.
  static func run(_ command: [String]) throws(Work.Unusable) -> Int {
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...1 {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var process = pid_t()
    guard unsafe posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw Work.Unusable(message: "cannot run \(command[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    guard status == 0 else { throw Work.Unusable(message: "\(command) failed") }
    return peak(usage)
  }

  private static func peak(_ usage: rusage) -> Int {
    #if canImport(Darwin)
      usage.ru_maxrss
    #else
      usage.ru_maxrss * 1024
    #endif
  }
}
