import Testing

@testable import Draft

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("A thread for a task")
struct WorkThreadTests {
  @Test("A task stays on its thread, whatever it waits for, and no other task does")
  func stays() async throws {
    let threads = try (0..<4).map { _ in try #require(WorkThread()) }
    defer { for thread in threads { thread.end() } }
    let counter = Counter()
    let seen = await withTaskGroup { group in
      for thread in threads {
        group.addTask(executorPreference: thread) {
          var ids: Set<UInt> = []
          for step in 0..<50 {
            ids.insert(Self.threadID())
            await counter.add()
            ids.insert(Self.threadID())
            if step % 10 == 0 { try? await Task.sleep(for: .microseconds(50)) }
            await Task.yield()
          }
          return ids
        }
      }
      return await group.reduce(into: [Set<UInt>]()) { $0.append($1) }
    }
    #expect(seen.allSatisfy { $0.count == 1 })
    #expect(Set(seen.flatMap(\.self)).count == 4)
    #expect(await counter.count == 200)
  }

  @Test("A thread that has ended lets go of itself")
  func ends() async throws {
    weak var ended: WorkThread?
    do {
      let thread = try #require(WorkThread())
      ended = thread
      await Task(executorPreference: thread) {}.value
      thread.end()
    }
    for _ in 0..<2000 where ended != nil { try await Task.sleep(for: .milliseconds(5)) }
    #expect(ended == nil)
  }

  @Test("A deep call has the room of a first thread")
  func hasRoom() async throws {
    let thread = try #require(WorkThread())
    defer { thread.end() }
    let depth = await Task(executorPreference: thread) { Self.descend(20_000) }.value
    #expect(depth == 20_000)
  }

  /// Takes more than 100 bytes a call, which the caller needs afterwards.
  @inline(never) private static func descend(_ depth: Int) -> Int {
    if depth == 0 { return 0 }
    var pad = InlineArray<16, Int>(repeating: depth)
    pad[depth % 16] = descend(depth - 1)
    return pad[depth % 16] + pad[(depth + 1) % 16] / depth
  }

  private static func threadID() -> UInt {
    #if canImport(Darwin)
      UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }

  private actor Counter {
    var count = 0
    func add() { count += 1 }
  }
}
