/// Values by hashes, in little more memory than they take themselves: a batch keeps some for each row of a
/// list that may have any length.
///
/// Most stand in sorted arrays; what came last, or was removed, in a small dictionary that is merged into
/// them now and then.
struct HashTable<Value> {
  private var hashes: [UInt64] = []
  private var values: [Value] = []
  /// What differs from the arrays; nil for what was removed.
  private var recent: [UInt64: Value?] = [:]

  /// The value of a hash; nil for none.
  subscript(hash: UInt64) -> Value? {
    get {
      if let value = recent[hash] { return value }
      let index = hashes.ascendingIndex(of: hash)
      return index < hashes.count && hashes[index] == hash ? values[index] : nil
    }
    set {
      recent[hash] = .some(newValue)
      // So that all merges together take a few steps for each value.
      if recent.count >= max(1024, hashes.count / 64) { merge() }
    }
  }

  /// All hashes with their values, in the order of the hashes.
  var elements: [(hash: UInt64, value: Value)] {
    var merged = self
    merged.merge()
    return Array(zip(merged.hashes, merged.values).map { ($0, $1) })
  }

  /// Takes what came last into the arrays, from their ends, so that no copy of them is needed.
  private mutating func merge() {
    let changes = recent.sorted { $0.key < $1.key }
    recent.removeAll(keepingCapacity: true)
    var old = hashes.count
    for (hash, value) in changes {
      guard let value else { continue }
      // Only to make room: each place is written below.
      hashes.append(hash)
      values.append(value)
    }
    var place = hashes.count
    for (hash, value) in changes.reversed() {
      while old > 0, hashes[old - 1] > hash {
        (old, place) = (old - 1, place - 1)
        hashes[place] = hashes[old]
        values[place] = values[old]
      }
      if old > 0, hashes[old - 1] == hash { old -= 1 }
      guard let value else { continue }
      place -= 1
      hashes[place] = hash
      values[place] = value
    }
    // What was replaced or removed has left a gap.
    hashes.removeSubrange(old..<place)
    values.removeSubrange(old..<place)
  }
}
