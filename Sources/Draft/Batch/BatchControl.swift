internal import Synchronization

/// Watches a batch from another thread, and stops it.
public final class BatchControl: Sendable {
  private let stopped = Atomic(false)
  private let doneCount = Atomic(0)
  private let failedCount = Atomic(0)
  private let totalCount = Atomic(-1)

  /// Whether somebody wants to know how many rows there are, for which a list may be read once more.
  let isWatched: Bool

  /// A control for one batch.
  ///
  /// - Parameter countsRows: whether ``total`` is wanted; a list that does not tell it is read once
  ///   more, beside the drawing.
  public init(countsRows: Bool = false) { isWatched = countsRows }

  /// Asks the batch to stop as soon as the rows at hand are done.
  public func stop() { stopped.store(true, ordering: .relaxed) }

  /// Whether the batch was asked to stop.
  public var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Ends the reading of a list ahead of its rows when the batch was asked to stop.
  func checkStop() throws(CancellationError) { if isStopped { throw CancellationError() } }

  /// How many rows are done, failed ones among them.
  public var done: Int { doneCount.load(ordering: .relaxed) }
  /// How many rows have failed.
  public var failed: Int { failedCount.load(ordering: .relaxed) }

  /// How many rows there are; nil when that is not known.
  public var total: Int? {
    let count = totalCount.load(ordering: .relaxed)
    return count < 0 ? nil : count
  }

  func finishRow(failed: Bool) {
    doneCount.add(1, ordering: .relaxed)
    if failed { failedCount.add(1, ordering: .relaxed) }
  }

  func setTotal(_ count: Int) { totalCount.store(count, ordering: .relaxed) }
}
