/// The tags of each unit of a story, in the order of their bytes.
struct UnitTags: Sendable {
  /// The tags, unit after unit.
  private var tags: [Int]
  /// Where the tags of each unit start, and where those of the last end.
  private var starts: [Int]

  /// Sorts tags by units.
  ///
  /// - Parameters:
  ///   - anchors: where the tags stand, by tag.
  ///   - unitCount: how many units the story has.
  init(_ anchors: [Anchor], unitCount: Int) {
    starts = [Int](repeating: 0, count: unitCount + 1)
    for tag in anchors.indices { starts[anchors[tag].unit + 1] += 1 }
    for unit in 0..<unitCount { starts[unit + 1] += starts[unit] }
    var next = starts
    tags = [Int](repeating: 0, count: anchors.count)
    for tag in anchors.indices {
      let unit = anchors[tag].unit
      tags[next[unit]] = tag
      next[unit] += 1
    }
  }

  /// The tags of a unit.
  subscript(unit: Int) -> ArraySlice<Int> { tags[starts[unit]..<starts[unit + 1]] }
}
