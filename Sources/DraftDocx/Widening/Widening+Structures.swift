internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// Places the tags that take paragraphs, rows or cells with them.
  mutating func placeStructures() {
    checkContainers()
    var taken: [Int: [Int]] = [:]
    for tag in tags.indices {
      guard let holder = holder(of: tag) else { continue }
      switch levels[tag] {
      case .paragraph, .row, .cell: taken[holder, default: []].append(tag)
      case .around: placeAround(holder, tag)
      default: break
      }
    }
    removedElements.formUnion(taken.keys)
    for (holder, members) in taken.sorted(by: { $0.key < $1.key }) { take(holder, members) }
  }

  /// The paragraph, row or cell that a tag takes or stands around.
  private func holder(of tag: Int) -> Int? {
    let paragraph = story.units[anchors[tag].unit].element
    switch levels[tag] {
    case .paragraph: return paragraph
    case .row: return story.ancestor(paragraph, .row)
    case .cell: return story.ancestor(paragraph, .cell)
    case .around: return story.ancestor(paragraph, tags[tag].form == .cell ? .cell : .row)
    case .inline, .captured: return nil
    }
  }

  /// Both ends of a block must lie in one container, or in containers that are reached by equal steps.
  private mutating func checkContainers() {
    for block in blocks.indices {
      let open = blocks[block].open
      guard texts[open] == nil,
        levels[open] == .paragraph || levels[open] == .row || levels[open] == .cell,
        let first = holder(of: open).flatMap(story.parent)
      else { continue }
      for tag in members(of: block).dropFirst() {
        guard let next = holder(of: tag).flatMap(story.parent), areParallel(first, next) else {
          refuseCrossing(block, at: tag)
          break
        }
      }
    }
  }

  /// A block whose ends stand in one row or cell goes around it.
  private mutating func placeAround(_ holder: Int, _ tag: Int) {
    let range = story.tree.elements[holder].range
    let isClose = blockOf[tag] >= 0 && blocks[blockOf[tag]].close == tag
    edits.insert(
      [piece(tag)], at: isClose ? range.upperBound : range.lowerBound, order: tag)
    for range in anchors[tag].ranges { edits.remove(range) }
    if story.word(holder) == .cell { changesGrid = true }
    needsMending = true
  }

  /// Puts tags in the place of the paragraph, row or cell that they fill.
  private mutating func take(_ holder: Int, _ members: [Int]) {
    let element = story.tree.elements[holder]
    var content: [Insert] = []
    for tag in members where tags[tag].kind != .comment {
      if let text = texts[tag] {
        content += text.content
      } else if tags[tag].kind == .expression {
        if let turn = numberMarks[holder]?.turn {
          content.append(.piece(.mark(Int32(turn.place), loop: turn.loop)))
        }
        content.append(piece(tag, site: newSite(for: tag)))
      } else {
        content.append(piece(tag))
      }
    }
    let marks = rangeMarks(in: holder)
    let closes = members.first.map { blockOf[$0] >= 0 && blocks[blockOf[$0]].open != $0 } ?? false
    content = closes ? content + marks : marks + content
    if story.word(holder) == .paragraph {
      let section = sectionBreak(of: holder)
      content = closes ? content + section : section + content
    }
    edits.replace(element.range, with: content, order: members[0])
    if let parent = story.parent(holder),
      story.word(parent).needsParagraph || story.word(parent) == .table
        || story.word(parent) == .row || story.word(parent) == .contentControlContent
    {
      needsMending = true
    }
  }

  /// Bookmarks and other marks that begin or end in what is taken out.
  func rangeMarks(in holder: Int) -> [Insert] {
    guard story.word(holder) == .paragraph else { return [] }
    return (holder + 1..<max(holder + 1, Int(story.tree.elements[holder].subtreeEnd)))
      .filter { story.word($0).isRangeMark }
      .map { .source(story.tree.elements[$0].range) }
  }

  /// The section break of a paragraph that goes moves to the paragraph before it, or to an empty one.
  mutating func sectionBreak(of paragraph: Int) -> [Insert] {
    guard let properties = story.child(of: paragraph, .paragraphProperties),
      let section = story.child(of: properties, .sectionProperties)
    else { return [] }
    let range = story.tree.elements[section].range
    let prefix = story.prefix(paragraph)
    if let before = story.previousSibling(of: paragraph), story.word(before) == .paragraph,
      !removedElements.contains(before), !story.tree.elements[before].isSelfClosing
    {
      guard let own = story.child(of: before, .paragraphProperties) else {
        edits.insert(
          [
            .bytes(Array("<\(prefix)pPr>".utf8)), .source(range),
            .bytes(Array("</\(prefix)pPr>".utf8)),
          ], at: Int(story.tree.elements[before].contentStart), order: 0)
        return []
      }
      if story.child(of: own, .sectionProperties) == nil,
        !story.tree.elements[own].isSelfClosing
      {
        // Only a change mark may follow the section (ECMA-376 part 1, § 17.3.1.26).
        let change = story.tree.children(of: own).first {
          story.tree.name(of: $0).local == "pPrChange"
        }
        let place =
          change.map { Int(story.tree.elements[$0].start) }
          ?? Int(story.tree.elements[own].contentEnd)
        edits.insert([.source(range)], at: place, order: 0)
        return []
      }
    }
    return [
      .bytes(Array("<\(prefix)p><\(prefix)pPr>".utf8)), .source(range),
      .bytes(Array("</\(prefix)pPr></\(prefix)p>".utf8)),
    ]
  }
}
