#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread on which one task of a batch does all its work: what it reads, draws and lets go of stays in the
/// memory of one processor. The threads of Swift's own pool take turns at the tasks.
@safe final class WorkThread: TaskExecutor, @unchecked Sendable {
  /// What one function may need for all that it calls, in bytes: as on the first thread of a process.
  private static let stackSize = 8 << 20

  // Both stay where they are; the rest is touched under the lock.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let news: UnsafeMutablePointer<pthread_cond_t>
  private var jobs: [UnownedJob] = []
  private var isEnded = false

  /// Begins a thread, which goes on until ``end()``; nil where the system gives no more of them.
  init?() {
    unsafe lock = .allocate(capacity: 1)
    unsafe news = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(news, nil)
    if !begin() { return nil }
  }

  deinit {
    unsafe pthread_cond_destroy(news)
    unsafe pthread_mutex_destroy(lock)
    unsafe news.deallocate()
    unsafe lock.deallocate()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    unsafe pthread_mutex_lock(lock)
    jobs.append(job)
    unsafe pthread_cond_signal(news)
    unsafe pthread_mutex_unlock(lock)
  }

  /// Ends the thread when it has done what it was given; it may be given no more.
  func end() {
    unsafe pthread_mutex_lock(lock)
    isEnded = true
    unsafe pthread_cond_signal(news)
    unsafe pthread_mutex_unlock(lock)
  }

  private func begin() -> Bool {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    unsafe pthread_attr_init(attributes)
    defer {
      unsafe pthread_attr_destroy(attributes)
      unsafe attributes.deallocate()
    }
    unsafe pthread_attr_setstacksize(attributes, Self.stackSize)
    unsafe pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    let own = unsafe Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = unsafe pthread_create(
        &thread, attributes,
        { own in
          unsafe Unmanaged<WorkThread>.fromOpaque(own).takeRetainedValue().run()
          return nil
        }, own.toOpaque())
    #else
      var thread = pthread_t()
      let code = unsafe pthread_create(
        &thread, attributes,
        { own in
          if let own = unsafe own {
            unsafe Unmanaged<WorkThread>.fromOpaque(own).takeRetainedValue().run()
          }
          return nil
        }, own.toOpaque())
    #endif
    if code != 0 { unsafe own.release() }
    return code == 0
  }

  private func run() {
    while let job = next() { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Waits for something to do; nil when there will be nothing more.
  private func next() -> UnownedJob? {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while jobs.isEmpty {
      if isEnded { return nil }
      unsafe pthread_cond_wait(news, lock)
    }
    return jobs.removeFirst()
  }
}
