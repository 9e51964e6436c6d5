#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The clocks of the benchmarks.
enum Clock {
  /// The time on the wall.
  case wall
  /// The CPU time of this process, user and system.
  case cpu
  /// The CPU time of all child processes that have ended.
  case children

  /// Nanoseconds since some moment.
  var now: Int {
    if self == .children {
      var usage = rusage()
      unsafe getrusage(Child.all, &usage)
      return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000_000
        + Int(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000
    }
    var time = timespec()
    let clock = self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
