internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// `{%-` at the start of a paragraph joins it to the one before, `-%}` at the end to the one after.
  mutating func joinParagraphs() {
    for tag in tags.indices where levels[tag] == .inline {
      let unit = anchors[tag].unit
      guard story.units[unit].kind == .paragraph else { continue }
      let paragraph = story.units[unit].element
      if tags[tag].trimsBefore, isAtStart(tag), let before = story.previousSibling(of: paragraph) {
        join(before, paragraph)
      }
      if tags[tag].trimsAfter, isAtEnd(tag), let after = story.tree.nextSibling(of: paragraph) {
        join(paragraph, after)
      }
    }
  }

  /// `{%-` and `-%}` within a line take the spaces beside them, as in Jinja.
  mutating func trimText() {
    for tag in tags.indices
    where levels[tag] == .inline && !tags[tag].isCellTag
      && (tags[tag].trimsBefore || tags[tag].trimsAfter || texts[tag] != nil)
    {
      let unit = story.units[anchors[tag].unit]
      guard unit.kind == .paragraph else { continue }
      let lower = tags[tag].span.lowerBound - unit.offset
      let upper = (texts[tag]?.end ?? tags[tag].span.upperBound) - unit.offset
      if tags[tag].trimsBefore, !isAtStart(tag) {
        let spaces = unit.text.utf8[..<lower].reversed().prefix { $0 == 0x20 }.count
        remove(lower - spaces..<lower, of: unit)
      }
      if (texts[tag].map { _ in trimsAfterText(tag) } ?? tags[tag].trimsAfter), !isAtEnd(tag) {
        let spaces = unit.text.utf8[upper...].prefix { $0 == 0x20 }.count
        remove(upper..<upper + spaces, of: unit)
      }
    }
  }

  /// Whether the tag that closes a captured text trims what follows it.
  private func trimsAfterText(_ open: Int) -> Bool {
    blockOf[open] >= 0 && tags[blocks[blockOf[open]].close].trimsAfter
  }

  private mutating func remove(_ span: Range<Int>, of unit: Story.Unit) {
    guard !span.isEmpty else { return }
    for range in unit.text.sourceRanges(of: span) { edits.remove(range) }
  }

  private mutating func join(_ first: Int, _ second: Int) {
    guard story.word(first) == .paragraph, story.word(second) == .paragraph,
      !story.tree.elements[first].isSelfClosing, !story.tree.elements[second].isSelfClosing,
      joinedParagraphs.insert(second).inserted
    else { return }
    var start = Int(story.tree.elements[second].contentStart)
    if let properties = story.child(of: second, .paragraphProperties) {
      // A section must not vanish with the paragraph mark that carries it.
      if story.child(of: properties, .sectionProperties) != nil { return }
      start = story.tree.elements[properties].range.upperBound
    }
    edits.remove(Int(story.tree.elements[first].contentEnd)..<start)
  }

  private func isAtStart(_ tag: Int) -> Bool {
    let unit = story.units[anchors[tag].unit]
    let lower = tags[tag].span.lowerBound - unit.offset
    return unit.text.utf8[..<lower].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func isAtEnd(_ tag: Int) -> Bool {
    let unit = story.units[anchors[tag].unit]
    let upper = tags[tag].span.upperBound - unit.offset
    return unit.text.utf8[upper...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
