internal import CFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A program that is started, waited for and, when it takes too long, ended with all it has started.
///
/// It calls posix_spawn itself. With swift-subprocess it was tried and given up, though that costs a
/// start next to nothing: its `run` comes to its end only when the pool of Swift's tasks has a thread
/// free, and an engine that waits, as this one does, hangs as soon as each core waits for a program of
/// its own; and it lets go of what a program has started as soon as the program itself is gone, while
/// LibreOffice is a script that starts another.
package struct ChildProcess {
  /// How a program ended.
  package enum Outcome: Sendable, Hashable {
    /// It ended by itself with an exit code; a signal counts as 128 and its number.
    case exited(Int32)
    /// It was ended because the time was up.
    case timedOut
    /// It was ended because this process is asked to end, which it does as soon as it can.
    case interrupted
    /// It could not be started; the system's reason.
    case notStarted(String)
  }

  /// The signals that ask this process to end.
  private static let requests: [Int32] = [SIGINT, SIGTERM, SIGHUP]

  /// The program's path.
  var program: String
  /// Its arguments, without its name.
  var arguments: [String]
  /// Its environment, `NAME=value`.
  var environment: [String]
  /// The file that takes what it prints.
  var log: String

  /// A program that is to be started.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: its arguments, without its name.
  ///   - environment: all of its variables, each `NAME=value`.
  ///   - log: the file that takes what it prints and complains of.
  package init(program: String, arguments: [String], environment: [String], log: String) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.log = log
  }

  /// Runs the program to its end.
  ///
  /// - Parameter timeLimit: after which it is asked to end, and two seconds later made to.
  package func run(timeLimit: Duration) -> Outcome {
    // While the child runs, requests to end wait until it is gone and its files can be removed.
    var asked = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&asked)
    for signal in ChildProcess.requests { unsafe sigaddset(&asked, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &asked, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }

    var child: pid_t = 0
    let code = spawn(&child)
    if code != 0 { return .notStarted(unsafe String(cString: strerror(code))) }
    let clock = ContinuousClock()
    let deadline = clock.now + timeLimit
    while true {
      if let status = ChildProcess.status(of: child) {
        // Who ends us with all that we have started has ended it before us.
        return status != 0 && ChildProcess.isAskedToEnd() ? .interrupted : .exited(status)
      }
      let isAsked = ChildProcess.isAskedToEnd()
      if isAsked || clock.now >= deadline {
        ChildProcess.end(child, clock)
        return isAsked ? .interrupted : .timedOut
      }
      usleep(10_000)
    }
  }

  /// Starts the program in a process group of its own; zero, or the system's error.
  private func spawn(_ child: inout pid_t) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
    // What another part of this process has open at the moment is not the program's: it would keep
    // sockets and pipes alive, and a script that is just being written could not be run.
    let code = unsafe draft_close_others(&actions, &attributes)
    if code != 0 { return code }
    return unsafe ChildProcess.withStrings([program] + arguments) { argv in
      unsafe ChildProcess.withStrings(environment) { envp in
        unsafe posix_spawn(&child, program, &actions, &attributes, argv, envp)
      }
    }
  }

  /// Strings as C wants them, a null at the end.
  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (pointers + index).initialize(to: strdup(string))
    }
    unsafe (pointers + strings.count).initialize(to: nil)
    defer {
      for index in strings.indices { unsafe free(pointers[index]) }
      unsafe pointers.deallocate()
    }
    return unsafe body(pointers)
  }

  /// The exit code of a child; nil while it runs.
  private static func status(of child: pid_t) -> Int32? {
    var status: Int32 = 0
    let result = unsafe waitpid(child, &status, WNOHANG)
    if result == 0 || result < 0 && errno == EINTR { return nil }
    if result < 0 { return 255 }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Whether this process has been sent a signal to end.
  private static func isAskedToEnd() -> Bool {
    var pending = sigset_t()
    unsafe sigpending(&pending)
    return requests.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  /// Ends a child and its process group: no other process is in that group.
  private static func end(_ child: pid_t, _ clock: ContinuousClock) {
    kill(-child, SIGTERM)
    let deadline = clock.now + .seconds(2)
    var isGone = false
    while clock.now < deadline {
      if !isGone { isGone = status(of: child) != nil }
      if isGone, kill(-child, 0) != 0 { return }
      usleep(10_000)
    }
    kill(-child, SIGKILL)
    if !isGone {
      var status: Int32 = 0
      unsafe _ = waitpid(child, &status, 0)
    }
  }
}
