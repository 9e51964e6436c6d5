internal import Dispatch
internal import Draft
internal import Synchronization

extension Work {
  /// TEMPLATE ROWS FOLDER JOBS: a batch to files, from a template compiled before; each time into a new
  /// folder below FOLDER.
  static func batch(_ arguments: [String]) throws -> Work {
    guard arguments.count == 4, let jobs = Int(arguments[3]) else {
      throw Unusable(message: "batch TEMPLATE ROWS FOLDER JOBS")
    }
    let rows = RowSource(arguments[1])
    let batch = Batch([try BatchTemplate(contentsOf: arguments[0])], jobs: jobs)
    var count = 0
    return Work(about: "") {
      count += 1
      let folder = "\(arguments[2])/\(count)"
      let summary = try waiting { try await batch.run(rows, into: folder) }
      guard summary.failed == 0 else { throw Unusable(message: "\(summary.failed) rows failed") }
    }
  }

  /// Waits for what a task gives; the calling thread does no work meanwhile.
  private static func waiting<Value: Sendable>(
    for body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    Task {
      do { outcome.set(.success(try await body())) } catch { outcome.set(.failure(error)) }
    }
    return try outcome.get()
  }
}

/// What a task gives, for a thread that waits.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  func set(_ result: Result<Value, any Error>) {
    self.result.withLock { $0 = result }
    isDone.signal()
  }

  func get() throws -> Value {
    isDone.wait()
    guard let result = result.withLock({ $0 }) else { throw Work.Unusable(message: "no outcome") }
    return try result.get()
  }
}
