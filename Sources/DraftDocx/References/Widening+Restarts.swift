internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// The lists that begin anew at each turn of a loop: pairs of a `for` and a `w:numId`.
  ///
  /// It is so with a list that lies wholly in the body of the loop and of which a turn may have several
  /// items of the highest level in use. A list of which each turn makes one item is made by the loop
  /// and goes on. Of several loops it is the innermost.
  func restartingLists(_ body: BodyNumbers) -> [(loop: Int, list: Int)] {
    let loops = blocks.indices.filter { blocks[$0].keyword == "for" }
    guard !loops.isEmpty, !body.labels.isEmpty else { return [] }
    let regions = loops.map { (loop: $0, range: region(of: $0)) }
    let lists = Set(body.labels.values.filter { !$0.isBullet }.map(\.list))
    var found: [(loop: Int, list: Int)] = []
    for list in lists.sorted() {
      guard let definition = body.numbers.definitions.lists[list] else { continue }
      let own = body.labels.filter { $0.value.list == list }
      guard let top = own.values.map(\.level).min() else { continue }
      // Lists of one definition count together, unless one of them begins by itself.
      let together =
        definition.starts[top] != nil
        ? own
        : body.labels.filter {
          body.numbers.definitions.lists[$0.value.list]?.counters == definition.counters
        }
      let starts = together.keys.map { Int(story.tree.elements[$0].start) }
      let items = own.filter { $0.value.level == top }.keys.map {
        Int(story.tree.elements[$0].start)
      }
      let around = regions.filter { region in starts.allSatisfy(region.range.contains) }
        .sorted { $0.range.count < $1.range.count }
      if let region = around.first(where: { itemsInTurn(of: $0.loop, items) > 1 }) {
        found.append((region.loop, list))
      }
    }
    return found
  }

  /// The bytes that a loop repeats.
  private func region(of block: Int) -> Range<Int> {
    let (open, close) = (blocks[block].open, blocks[block].close)
    let word: WordName? =
      tags[open].form == .row ? .row : tags[open].form == .cell ? .cell : nil
    if let word, let holder = story.ancestor(story.units[anchors[open].unit].element, word),
      story.ancestor(story.units[anchors[close].unit].element, word) == holder
    {
      return story.tree.elements[holder].range
    }
    let lower = anchors[open].end
    return lower..<max(lower, anchors[close].start)
  }

  /// How many of some paragraphs one turn of a loop may have, 2 for any greater number.
  private func itemsInTurn(of loop: Int, _ items: [Int]) -> Int {
    count(items.filter(region(of: loop).contains), in: loop)
  }

  private func count(_ items: [Int], in block: Int) -> Int {
    let inner = blocks.indices.filter { blocks[$0].parent == block }
    var rest = items
    var total = 0
    for child in inner {
      let range = region(of: child)
      let inside = rest.filter(range.contains)
      guard !inside.isEmpty else { continue }
      rest.removeAll(where: range.contains)
      switch blocks[child].keyword {
      case "for": total += 2
      case "if":
        let edges = ([blocks[child].open] + blocks[child].branches).map { anchors[$0].start }
        let branches = Dictionary(grouping: inside) { item in edges.filter { $0 < item }.count }
        total += branches.values.map { count($0, in: child) }.max() ?? 0
      default: total += count(inside, in: child)
      }
    }
    return min(total + rest.count, 2)
  }
}
