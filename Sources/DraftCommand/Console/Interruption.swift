#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Requests to end, kept until the work at hand can be stopped without a loss.
///
/// Make it before the first thread: threads inherit what waits.
struct Interruption {
  private static let signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]
  private var before = sigset_t()

  /// From now on requests to end wait, and writing into a pipe that nobody reads is an error.
  init() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for signal in Self.signals + [SIGPIPE] { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  /// Whether the process has been asked to end.
  var isRequested: Bool {
    var pending = sigset_t()
    unsafe sigpending(&pending)
    return Self.signals.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  /// Lets requests through again; one that waits ends the process here.
  mutating func end() { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }

  /// Waits for a moment: a twentieth of the time that has passed, 0.2 to 10 ms.
  static func pause(after time: Duration) {
    let twentieth = Int(time / .microseconds(20))
    usleep(UInt32(max(200, min(10_000, twentieth))))
  }
}
