/// The records that earlier runs have left, and which of their rows this run has met: nine bytes each.
struct KnownRecords {
  private let keys: [UInt64]
  private var isMet: [Bool]
  private var missingCount: Int

  /// Records of which none has been met.
  ///
  /// - Parameter keys: theirs, in ascending order.
  init(_ keys: [UInt64]) {
    self.keys = keys
    isMet = [Bool](repeating: false, count: keys.count)
    missingCount = keys.count
  }

  /// Whether some have not been met.
  var hasMissing: Bool { missingCount > 0 }

  /// The keys of those that have not been met.
  var missing: [UInt64] { zip(keys, isMet).compactMap { $1 ? nil : $0 } }

  /// Notes that a row has been met; one without a record is passed over.
  mutating func meet(_ key: UInt64) {
    let index = keys.ascendingIndex(of: key)
    guard index < keys.count, keys[index] == key, !isMet[index] else { return }
    isMet[index] = true
    missingCount -= 1
  }
}
