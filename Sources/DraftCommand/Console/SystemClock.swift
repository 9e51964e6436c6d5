import DraftCasework

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one place that asks what day it is.
enum SystemClock {
  /// Today where the user is; nil when the machine's clock shows no day of the calendar.
  static var today: CaseDate? {
    var now = time_t()
    unsafe time(&now)
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil else { return nil }
    return unsafe CaseDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
