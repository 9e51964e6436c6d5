#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, standard output and standard error.
enum StandardStreams {
  /// Takes the places of those that were closed before the start: the first files that are opened would
  /// stand there, and be read and written for the streams.
  static func reserve() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The wrong way round, so that nothing is lost without a word.
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
