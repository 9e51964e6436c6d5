import Foundation
import Synchronization

/// Threads that begin at the same moment.
///
/// Not tasks: of those, no more run at once than there are cores.
public enum Threads {
  /// Does something on each of several threads; none begins before all of them are there.
  ///
  /// - Parameters:
  ///   - count: how many threads.
  ///   - body: what each does; it is told which of them it is, from 0.
  /// - Returns: what the threads made, in their order.
  public static func run<Made: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    let made = Mutex<[Int: Made]>([:])
    let (ready, start, done) = (
      DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )
    for index in 0..<count {
      let thread = Thread {
        ready.signal()
        start.wait()
        let one = body(index)
        made.withLock { $0[index] = one }
        done.signal()
      }
      // As much as the first thread has.
      thread.stackSize = 8 << 20
      thread.start()
    }
    for _ in 0..<count { ready.wait() }
    for _ in 0..<count { start.signal() }
    for _ in 0..<count { done.wait() }
    return made.withLock { made in (0..<count).compactMap { made[$0] } }
  }
}
