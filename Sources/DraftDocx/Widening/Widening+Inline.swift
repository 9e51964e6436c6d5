internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// Places the tags that take nothing but their own characters.
  mutating func placeInline() {
    markSolidPoints()
    trimText()
    for tag in tags.indices where levels[tag] == .inline {
      for range in texts[tag]?.ranges ?? anchors[tag].ranges { edits.remove(range) }
      let anchor = anchors[tag]
      keepSpace(of: anchor.firstLeaf)
      if anchor.lastLeaf != anchor.firstLeaf { keepSpace(of: anchor.lastLeaf) }
      if anchor.siteLeaf != anchor.firstLeaf { keepSpace(of: anchor.siteLeaf) }
    }
    for tag in tags.indices
    where levels[tag] == .inline && blockOf[tag] < 0 && !tags[tag].isCellTag {
      switch tags[tag].kind {
      case .comment: break
      case .expression:
        let site = newSite(for: tag)
        edits.insert(piece(tag, site: site), at: anchors[tag].site, order: tag)
      case .statement:
        let cut = runCut(anchors[tag].firstLeaf, anchors[tag].start)
        let offset = cut.flatMap { $0.closing.isEmpty ? $0.offset : nil } ?? anchors[tag].start
        edits.insert(piece(tag), at: offset, order: tag)
      }
    }
    for (tag, text) in texts where levels[tag] == .inline {
      edits.insert(text.content, at: anchors[tag].start, order: tag)
    }
    for block in blocks.indices
    where levels[blocks[block].open] == .inline && texts[blocks[block].open] == nil {
      placeInline(block: block)
    }
    removeEmptiedRuns()
  }

  /// Where a value or a block that stays inside a text begins or ends, that text must stay.
  private mutating func markSolidPoints() {
    for tag in tags.indices where levels[tag] == .inline && tags[tag].kind == .expression {
      solidPoints.append(anchors[tag].site)
    }
    for (tag, _) in texts where levels[tag] == .inline { solidPoints.append(anchors[tag].start) }
    for block in blocks.indices
    where levels[blocks[block].open] == .inline && texts[blocks[block].open] == nil
      && textLeaf(of: block) != nil
    {
      for tag in members(of: block) { solidPoints.append(textOffset(of: tag, in: block)) }
    }
    solidPoints.sort()
  }

  /// The text element that holds all cuts of a block; nil when they lie in several.
  private func textLeaf(of block: Int) -> Int? {
    let leaf = anchors[blocks[block].open].lastLeaf
    let unit = anchors[blocks[block].open].unit
    let isWithin = members(of: block).dropFirst().allSatisfy {
      anchors[$0].firstLeaf == leaf && anchors[$0].unit == unit
        && ($0 == blocks[block].close || anchors[$0].lastLeaf == leaf)
    }
    return isWithin ? leaf : nil
  }

  /// Where a tag of a block is cut: after a tag that opens, before one that closes.
  private func textOffset(of tag: Int, in block: Int) -> Int {
    tag == blocks[block].close ? anchors[tag].start : anchors[tag].end
  }

  private mutating func placeInline(block: Int) {
    if textLeaf(of: block) != nil {
      for tag in members(of: block) {
        edits.insert(piece(tag), at: textOffset(of: tag, in: block), order: tag)
      }
      return
    }
    let members = members(of: block)
    var cuts: [Cut] = []
    for tag in members {
      let leaf = tag == blocks[block].close ? anchors[tag].firstLeaf : anchors[tag].lastLeaf
      guard let cut = runCut(leaf, textOffset(of: tag, in: block)) else {
        return refuseCrossing(block, at: tag)
      }
      cuts.append(cut)
    }
    if !areParallel(cuts) { cuts = cuts.map(hoisted) }
    for (tag, cut) in zip(members, cuts).dropFirst() where !areParallel([cuts[0], cut]) {
      return refuseCrossing(block, at: tag)
    }
    for (tag, cut) in zip(members, cuts) {
      edits.insert(
        [.bytes(cut.closing), piece(tag), .bytes(cut.opening)], at: cut.offset, order: tag)
      if let paragraph = story.ancestor(cut.container, .cell), story.word(paragraph) == .cell {
        needsMending = needsMending || cuts[0].container != cut.container
      }
    }
  }

  /// A cut that falls between runs: beside the run if nothing of its text lies on that side.
  func runCut(_ leaf: Int, _ offset: Int) -> Cut? {
    guard let run = story.parent(leaf), story.word(run) == .run || story.word(run) == .mathRun,
      let container = story.parent(run)
    else { return nil }
    let element = story.tree.elements[run]
    let text = story.tree.elements[leaf]
    let siblings = story.tree.children(of: run).filter {
      story.word($0) != .runProperties && story.word($0) != .lastRenderedPageBreak
        && story.tree.name(of: $0).local != "rPr"
    }
    let place = siblings.firstIndex(of: leaf) ?? 0
    if siblings[..<place].allSatisfy({ isGone($0) }), isGone(Int(text.contentStart)..<offset),
      !isSolid(offset)
    {
      return Cut(container: container, offset: Int(element.start), neighbour: run)
    }
    if siblings[(place + 1)...].allSatisfy({ isGone($0) }), isGone(offset..<Int(text.contentEnd)) {
      return Cut(container: container, offset: Int(element.end), neighbour: run)
    }
    guard
      story.word(leaf) == .text || story.word(leaf) == .mathText
        || story.word(leaf) == .instruction
    else { return nil }
    let leafName = story.qualifiedName(leaf)
    let runName = story.qualifiedName(run)
    var opening = Array("<\(runName)>".utf8)
    for child in story.tree.children(of: run) where story.tree.name(of: child).local == "rPr" {
      opening += story.bytes[story.tree.elements[child].range]
    }
    opening += Array("<\(leafName) xml:space=\"preserve\">".utf8)
    return Cut(
      container: container, offset: offset, closing: Array("</\(leafName)></\(runName)>".utf8),
      opening: opening)
  }

  /// Whether a block that stays inside a text begins just here: what follows it must not go before it.
  private func isSolid(_ offset: Int) -> Bool {
    var low = 0
    var high = solidPoints.count
    while low < high {
      let middle = (low + high) / 2
      if solidPoints[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < solidPoints.count && solidPoints[low] == offset
  }

  /// Whether a range of a text is made of bytes of tags alone, with no point that must stay.
  private func isGone(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    var first = 0
    var past = solidPoints.count
    while first < past {
      let middle = (first + past) / 2
      if solidPoints[middle] < range.lowerBound { first = middle + 1 } else { past = middle }
    }
    if first < solidPoints.count, solidPoints[first] < range.upperBound { return false }
    // The bytes of inline tags that touch the range, in order.
    var tag = firstTag(endingAfter: range.lowerBound)
    var cursor = range.lowerBound
    while tag < anchors.count, anchors[tag].start < range.upperBound {
      if levels[tag] == .inline || levels[tag] == .captured {
        for removed in anchors[tag].ranges
        where removed.overlaps(range) && removed.upperBound > cursor {
          if removed.lowerBound > cursor { return false }
          cursor = removed.upperBound
          if cursor >= range.upperBound { return true }
        }
      }
      tag += 1
    }
    return cursor >= range.upperBound
  }

  /// The first tag whose last byte lies past an offset.
  private func firstTag(endingAfter offset: Int) -> Int {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether all that an element of a run shows is made of bytes of tags.
  private func isGone(_ element: Int) -> Bool {
    story.word(element) == .lastRenderedPageBreak
      || (story.word(element) == .text && isGone(story.tree.elements[element].content))
      || isGone(story.tree.elements[element].range)
  }

  /// The cut moved out of hyperlinks and other wrappers that it stands at the edge of.
  private func hoisted(_ cut: Cut) -> Cut {
    var cut = cut
    while let neighbour = cut.neighbour, story.word(cut.container).isInlineWrapper,
      let outer = story.parent(cut.container)
    {
      let children = story.tree.children(of: cut.container)
      let element = story.tree.elements[cut.container]
      if children.first == neighbour, cut.offset == Int(story.tree.elements[neighbour].start) {
        cut.offset = Int(element.start)
      } else if children.last == neighbour, cut.offset == Int(story.tree.elements[neighbour].end) {
        cut.offset = Int(element.end)
      } else {
        break
      }
      cut.neighbour = cut.container
      cut.container = outer
    }
    return cut
  }

  /// Whether all cuts lie at the same depth of the same structure, so that what lies between any two
  /// of them can be left out or repeated.
  func areParallel(_ cuts: [Cut]) -> Bool {
    guard let first = cuts.first else { return true }
    return cuts.dropFirst().allSatisfy { areParallel(first.container, $0.container) }
  }

  /// Whether two elements are reached from their nearest common ancestor by equal steps.
  func areParallel(_ left: Int, _ right: Int) -> Bool {
    if left == right { return true }
    let leftPath = story.path(left)
    let rightPath = story.path(right)
    guard leftPath.count == rightPath.count else { return false }
    let common = zip(leftPath, rightPath).prefix { $0 == $1 }.count
    for (one, other) in zip(leftPath, rightPath).dropFirst(common) {
      guard story.tree.elements[one].name == story.tree.elements[other].name else { return false }
      switch story.word(one) {
      case .paragraph, .row, .cell, .table, .hyperlink, .inserted, .smartTag: continue
      default: return false
      }
    }
    return true
  }

  mutating func refuseCrossing(_ block: Int, at tag: Int) {
    diagnostics.append(
      Diagnostic(
        code: "block-crosses-structure",
        Message(
          en:
            "`\(tags[tag].keyword)` stands in another structure (table, cell, text box, link) than its `\(blocks[block].keyword)`",
          ru:
            "`\(tags[tag].keyword)` стоит в другой части документа (таблице, ячейке, надписи, ссылке), чем его `\(blocks[block].keyword)`",
          kk:
            "`\(tags[tag].keyword)` құжаттың басқа бөлігінде (кестеде, ұяшықта, жазбада, сілтемеде) тұр, оның `\(blocks[block].keyword)` тегі басқа жерде"
        ),
        at: place(tag), notes: [Widening.openedHere(place(blocks[block].open))],
        hints: [
          Message(
            en:
              "move one of the two tags so that both stand in the same cell, or both outside the table",
            ru: "переставьте один из тегов: оба в одной ячейке или оба вне таблицы",
            kk:
              "тегтердің бірін ауыстырыңыз: екеуі де бір ұяшықта немесе екеуі де кестеден тыс болсын"
          )
        ]))
  }

  /// Whether a run held a text, and nothing but bytes of tags.
  private func isEmptied(_ run: Int) -> Bool {
    var holdsText = false
    var next = story.tree.firstChild(of: run)
    while let child = next {
      let word = story.word(child)
      if word != .runProperties {
        guard isGone(child) else { return false }
        holdsText = holdsText || word == .text
      }
      next = story.tree.nextSibling(of: child)
    }
    return holdsText
  }

  /// Takes out runs that held nothing but bytes of tags.
  private mutating func removeEmptiedRuns() {
    var isSeen = [Bool](repeating: false, count: story.tree.elements.count)
    for tag in tags.indices where levels[tag] == .inline || levels[tag] == .captured {
      let unit = anchors[tag].unit
      guard story.units[unit].kind == .paragraph else { continue }
      let offset = story.units[unit].offset
      let first = tags[tag].span.lowerBound - offset
      let last = tags[tag].span.upperBound - offset - 1
      var leaf = story.units[unit].firstLeaf(reaching: first)
      // A leaf with text before its first tag stays.
      if leaf < story.units[unit].leaves.count, story.units[unit].leaves[leaf].start < first {
        leaf += 1
      }
      while leaf < story.units[unit].leaves.count, story.units[unit].leaves[leaf].start <= last {
        let element = story.units[unit].leaves[leaf].element
        leaf += 1
        guard let run = story.parent(element), !isSeen[run], story.word(run) == .run else {
          continue
        }
        isSeen[run] = true
        if isEmptied(run) { edits.replace(story.tree.elements[run].range, with: [], order: 0) }
      }
    }
  }
}
