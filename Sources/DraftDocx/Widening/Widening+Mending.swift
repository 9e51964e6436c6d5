internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// What the output of this part may need, found out once here so that most fills need nothing.
  mutating func mending() -> Mending {
    Mending(
      structures: needsMending && mayEmptyContainers(), grid: changesGrid,
      identifiers: mayRepeatIdentifiers())
  }

  /// The bytes that each block with structure of its own may leave out or repeat.
  private func regions() -> [Range<Int>] {
    blocks.indices.compactMap { block in
      guard levels[blocks[block].open] != .captured, texts[blocks[block].open] == nil else {
        return nil
      }
      let lower = anchors[blocks[block].open].end
      let upper = anchors[blocks[block].close].start
      return lower < upper ? lower..<upper : nil
    }
  }

  /// Whether some cell has no paragraph that is sure to stand at its end, or some table no row.
  private func mayEmptyContainers() -> Bool {
    let regions = regions()
    let holders = aroundHolders
    func holds(_ region: Range<Int>, _ range: Range<Int>) -> Bool {
      region.lowerBound <= range.lowerBound && range.upperBound <= region.upperBound
    }
    let isContainer = story.words.map { $0.needsParagraph || $0 == .table || $0 == .row }
    for element in story.tree.elements.indices
    where isContainer[Int(story.tree.elements[element].name)] {
      let word = story.word(element)
      // Inside a region all of the container comes or goes; only what is in it matters.
      let outer = story.tree.elements[element].range
      func isSure(_ child: Int) -> Bool {
        let range = story.tree.elements[child].range
        return !removedElements.contains(child) && !holders.contains(child)
          && !regions.contains { holds($0, range) && !holds($0, outer) }
      }
      if word.needsParagraph {
        var last: Int?
        var next = story.tree.firstChild(of: element)
        while let child = next {
          let word = story.word(child)
          if !word.isRangeMark, word != .cellProperties, !removedElements.contains(child) {
            last = child
          }
          next = story.tree.nextSibling(of: child)
        }
        guard let last, story.word(last) == .paragraph, isSure(last) else { return true }
      } else {
        let kind: WordName = word == .table ? .row : .cell
        if story.child(of: element, .contentControl) != nil { continue }
        var isHeld = false
        var next = story.tree.firstChild(of: element)
        while let part = next, !isHeld {
          isHeld = story.word(part) == kind && isSure(part)
          next = story.tree.nextSibling(of: part)
        }
        if !isHeld { return true }
      }
    }
    return false
  }

  /// Rows and cells that a block goes around.
  private var aroundHolders: Set<Int> {
    var holders: Set<Int> = []
    for tag in tags.indices where levels[tag] == .around {
      let paragraph = story.units[anchors[tag].unit].element
      if let holder = story.ancestor(paragraph, tags[tag].form == .cell ? .cell : .row) {
        holders.insert(holder)
      }
    }
    return holders
  }

  /// Whether an element with an id stands in a loop or macro.
  private func mayRepeatIdentifiers() -> Bool {
    let repeated = repeatedRanges()
    let bearsIdentifier = zip(story.words, story.tree.names).map { word, name in
      switch word {
      case .bookmarkStart, .bookmarkEnd, .commentRangeStart, .commentRangeEnd,
        .contentControlProperties, .drawingProperties, .permissionStart:
        true
      case .object: name.local == "commentReference"
      default: false
      }
    }
    guard !repeated.isEmpty, bearsIdentifier.contains(true) else { return false }
    return story.tree.elements.contains { element in
      bearsIdentifier[Int(element.name)]
        && repeated.contains { $0.contains(Int(element.start)) }
    }
  }

  /// The bytes that may come out more than once.
  func repeatedRanges() -> [Range<Int>] {
    if isRepeated { return [0..<story.bytes.count] }
    return blocks.indices.compactMap { block in
      guard ["for", "macro", "call"].contains(blocks[block].keyword) else { return nil }
      var lower = anchors[blocks[block].open].start
      var upper = anchors[blocks[block].close].end
      if levels[blocks[block].open] == .around {
        let paragraph = story.units[anchors[blocks[block].open].unit].element
        let word: WordName = tags[blocks[block].open].form == .cell ? .cell : .row
        if let holder = story.ancestor(paragraph, word) {
          lower = story.tree.elements[holder].range.lowerBound
          upper = story.tree.elements[holder].range.upperBound
        }
      }
      return lower < upper ? lower..<upper : nil
    }
  }

  /// Paragraph ids are optional and must be unique ([MS-DOCX] § 2.6.2.3): what a loop repeats has none.
  mutating func dropParagraphIdentifiers() {
    let repeated = repeatedRanges()
    guard !repeated.isEmpty else { return }
    let bearsIdentifier = story.words.map { $0 == .paragraph || $0 == .row }
    for index in story.tree.elements.indices
    where bearsIdentifier[Int(story.tree.elements[index].name)] {
      let element = story.tree.elements[index]
      guard repeated.contains(where: { $0.overlaps(element.range) }),
        !removedElements.contains(index)
      else { continue }
      for attribute in story.tree.attributes(of: index)
      where attribute.local == "paraId" || attribute.local == "textId" {
        // From the space before the name to past the closing quote.
        var lower = attribute.range.lowerBound
        while lower > Int(element.start), story.bytes[lower - 1] != UInt8(ascii: " ") { lower -= 1 }
        edits.remove(lower - 1..<attribute.range.upperBound + 1)
      }
    }
  }
}
