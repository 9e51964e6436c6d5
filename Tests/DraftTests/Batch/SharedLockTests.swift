@testable import Draft
import Synchronization
import Testing

@Suite struct SharedLockTests {
  private final class Counts: Sendable {
    let inside = Atomic(0)
    let disturbed = Atomic(0)
  }

  /// Whoever holds the lock alone sees nobody else at work, while others may be at work together.
  @Test func oneAlone() async {
    let lock = SharedLock()
    let counts = Counts()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<2_000 {
            if (task + round).isMultiple(of: 4) {
              lock.alone {
                if counts.inside.load(ordering: .acquiring) != 0 {
                  counts.disturbed.add(1, ordering: .relaxed)
                }
                counts.inside.store(1_000, ordering: .releasing)
                counts.inside.store(0, ordering: .releasing)
              }
            } else {
              lock.sharing {
                counts.inside.add(1, ordering: .acquiringAndReleasing)
                if counts.inside.load(ordering: .acquiring) >= 1_000 {
                  counts.disturbed.add(1, ordering: .relaxed)
                }
                counts.inside.subtract(1, ordering: .acquiringAndReleasing)
              }
            }
          }
        }
      }
    }
    #expect(counts.disturbed.load(ordering: .relaxed) == 0)
    #expect(counts.inside.load(ordering: .relaxed) == 0)
  }

  /// An error comes out, and the lock is free again.
  @Test func errorsFreeIt() {
    struct Fault: Error {}
    let lock = SharedLock()
    #expect(throws: Fault.self) { try lock.alone { throw Fault() } }
    #expect(throws: Fault.self) { try lock.sharing { throw Fault() } }
    #expect(lock.alone { 1 } == 1)
  }
}
