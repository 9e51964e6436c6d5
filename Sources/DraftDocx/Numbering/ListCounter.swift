/// Counts the paragraphs of lists in the order of the document, as Word does.
///
/// Lists of one `w:abstractNum` share their counters. A level that is used takes the levels above it
/// that were never used to their first numbers, and begins those below it anew.
struct ListCounter {
  private var counts: [Int: [Int?]] = [:]
  /// Levels whose own start (`w:startOverride`) has had its effect, by list.
  private var begun: Set<[Int]> = []

  /// Counts one paragraph.
  ///
  /// - Parameters:
  ///   - id: the `w:numId`.
  ///   - list: what it means.
  ///   - level: 0 to 8.
  /// - Returns: the numbers of the levels from the first to this one.
  mutating func count(_ id: Int, _ list: ListDefinitions.List, level: Int) -> [Int] {
    var numbers = counts[list.counters] ?? Array(repeating: nil, count: ListDefinitions.levelCount)
    if list.starts[level] != nil, begun.insert([id, level]).inserted { numbers[level] = nil }
    for above in 0..<level where numbers[above] == nil { numbers[above] = list.start(of: above) }
    numbers[level] = numbers[level].map { $0 &+ 1 } ?? list.start(of: level)
    for below in level + 1..<ListDefinitions.levelCount {
      let restart = list.levels[below]?.restart ?? ListDefinitions.levelCount
      if level < restart { numbers[below] = nil }
    }
    counts[list.counters] = numbers
    return numbers[...level].map { $0 ?? 0 }
  }
}
