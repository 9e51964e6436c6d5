/// Where bytes were seen last, by four of them: the search in what no plan foresees.
struct Anchors {
  /// How many places are remembered.
  private static let count = 1 << 13
  /// The fewest bytes of a match that is looked for.
  static let shortest = 4

  private var places = [Int32](repeating: -1, count: count)

  /// Forgets all places.
  mutating func removeAll() {
    for index in places.indices { places[index] = -1 }
  }

  /// The slot of four bytes.
  static func slot(_ bytes: [UInt8], _ position: Int) -> Int {
    let word =
      UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8
      | UInt32(bytes[position + 2]) << 16 | UInt32(bytes[position + 3]) << 24
    return Int((word &* 0x9E37_79B1) >> 19)
  }

  /// The place in a slot; -1 for none.
  subscript(slot: Int) -> Int {
    get { Int(places[slot]) }
    set { places[slot] = Int32(truncatingIfNeeded: newValue) }
  }
}
