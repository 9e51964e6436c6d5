/// Counts the paragraphs of lists in the order of the document, as Word does.
///
/// Lists of one `w:abstractNum` share their counters. A level that is used takes the levels above it
/// that were never used to their first numbers, and begins those below it anew.
struct ListCounter {
  /// What counting needs of a list, by level.
  private struct Rule {
    var counters: Int
    var starts: [Int]
    /// Whether the list begins at a number of its own (`w:startOverride`).
    var begins: [Bool]
    /// The level, counted from 1, whose use makes this one begin anew.
    var restarts: [Int]

    init(_ list: ListDefinitions.List) {
      let levels = 0..<ListDefinitions.levelCount
      counters = list.counters
      starts = levels.map(list.start)
      begins = levels.map { list.starts[$0] != nil }
      restarts = levels.map { list.levels[$0]?.restart ?? ListDefinitions.levelCount }
    }
  }

  private var rules: [Int: Rule] = [:]
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
    let rule = rules[id] ?? Rule(list)
    rules[id] = rule
    var numbers = counts[rule.counters] ?? Array(repeating: nil, count: ListDefinitions.levelCount)
    if rule.begins[level], begun.insert([id, level]).inserted { numbers[level] = nil }
    for above in 0..<level where numbers[above] == nil { numbers[above] = rule.starts[above] }
    numbers[level] = numbers[level].map { $0 &+ 1 } ?? rule.starts[level]
    for below in level + 1..<ListDefinitions.levelCount where level < rule.restarts[below] {
      numbers[below] = nil
    }
    counts[rule.counters] = numbers
    return numbers[...level].map { $0 ?? 0 }
  }
}
