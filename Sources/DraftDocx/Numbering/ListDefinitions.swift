internal import DraftXML

/// The lists of a document (ECMA-376 part 1, § 17.9), with links and overrides resolved.
struct ListDefinitions: Sendable {
  /// What a `w:num` means.
  struct List: Sendable {
    /// The `w:abstractNum` whose counters it shares with all other lists of that one.
    var counters: Int
    /// Levels by `w:ilvl`.
    var levels: [Int: ListLevel]
    /// Numbers that levels begin at in this list alone (§ 17.9.26, w:startOverride).
    var starts: [Int: Int] = [:]

    /// The number that a level begins at.
    func start(of level: Int) -> Int { starts[level] ?? levels[level]?.start ?? 1 }
  }

  /// How many levels a list may have.
  static let levelCount = 9

  /// Lists by `w:numId`.
  private(set) var lists: [Int: List] = [:]

  private struct Abstract {
    var levels: [Int: ListLevel] = [:]
    /// The numbering style that this definition belongs to (§ 17.9.27, w:styleLink).
    var style: String?
    /// The numbering style that has the levels (§ 17.9.21, w:numStyleLink).
    var link: String?
  }

  /// Reads `word/numbering.xml`; without it there are no lists.
  init(_ tree: XMLTree?, styles: StyleSheet) {
    guard let tree else { return }
    var abstracts: [Int: Abstract] = [:]
    var nums: [(id: Int, abstract: Int, element: Int)] = []
    for element in tree.children(of: 0) {
      switch tree.name(of: element).local {
      case "abstractNum":
        guard
          let id = tree.wordAttribute("abstractNumId", of: element).flatMap(XMLTree.number)
        else { continue }
        abstracts[id] = ListDefinitions.abstract(element, of: tree)
      case "num":
        guard let id = tree.wordAttribute("numId", of: element).flatMap(XMLTree.number),
          let abstract = tree.number("abstractNumId", of: element)
        else { continue }
        nums.append((id, abstract, element))
      default: break
      }
    }
    let abstractOfNum = Dictionary(nums.map { ($0.id, $0.abstract) }) { first, _ in first }
    for (id, abstract, element) in nums where lists[id] == nil {
      let resolved = ListDefinitions.resolve(
        abstract, in: abstracts, nums: abstractOfNum, styles: styles)
      guard let levels = abstracts[resolved]?.levels else { continue }
      var list = List(counters: resolved, levels: levels)
      ListDefinitions.override(&list, with: element, of: tree)
      lists[id] = list
    }
  }

  /// The definition that has the levels: that of the numbering style if this one is only a link.
  private static func resolve(
    _ id: Int, in abstracts: [Int: Abstract], nums: [Int: Int], styles: StyleSheet
  ) -> Int {
    var id = id
    // A file may link in a circle.
    for _ in 0..<8 {
      guard let abstract = abstracts[id], abstract.levels.isEmpty, let link = abstract.link else {
        break
      }
      if let num = styles.properties(of: link).list, let next = nums[num], next != id {
        id = next
      } else if let next = abstracts.filter({ $0.value.style == link }).keys.min(), next != id {
        id = next
      } else {
        break
      }
    }
    return id
  }

  private static func abstract(_ element: Int, of tree: XMLTree) -> Abstract {
    var abstract = Abstract()
    abstract.style = tree.value("styleLink", of: element)
    abstract.link = tree.value("numStyleLink", of: element)
    for child in tree.children(of: element) where tree.name(of: child).local == "lvl" {
      guard let level = level(of: child, in: tree) else { continue }
      abstract.levels[level] = ListLevel(child, of: tree)
    }
    return abstract
  }

  /// Applies `w:lvlOverride` (§ 17.9.8).
  private static func override(_ list: inout List, with num: Int, of tree: XMLTree) {
    for child in tree.children(of: num) where tree.name(of: child).local == "lvlOverride" {
      guard let level = level(of: child, in: tree) else { continue }
      if let start = tree.number("startOverride", of: child) { list.starts[level] = start }
      if let replacement = tree.child("lvl", of: child) {
        list.levels[level] = ListLevel(replacement, of: tree)
      }
    }
  }

  private static func level(of element: Int, in tree: XMLTree) -> Int? {
    guard let level = tree.wordAttribute("ilvl", of: element).flatMap(XMLTree.number),
      0..<levelCount ~= level
    else { return nil }
    return level
  }
}
