internal import DraftLanguage
internal import DraftXML

/// Where a tag stands in the bytes of the part.
struct Anchor: Sendable {
  /// The unit that holds the tag.
  var unit: Int
  /// The bytes of the tag, without the markup between them.
  var ranges: [Range<Int>]
  /// The element that holds the first byte.
  var firstLeaf: Int
  /// The element that holds the last byte.
  var lastLeaf: Int
  /// The element that holds the first character of the expression.
  var siteLeaf: Int
  /// The byte at which that character starts: there the value is emitted.
  var site: Int

  /// The offset of the first byte.
  var start: Int { ranges.first?.lowerBound ?? site }
  /// The offset just past the last byte.
  var end: Int { ranges.last?.upperBound ?? site }

  /// Finds a tag of the source in the bytes of the story.
  static func find(_ tag: Tag, in story: Story, source: SourceText) -> Anchor {
    let unit = story.unit(at: tag.span.lowerBound)
    let offset = story.units[unit].offset
    let length = story.units[unit].text.utf8.count
    let span = tag.span.lowerBound - offset..<min(tag.span.upperBound - offset, length)
    var first = tag.inner.lowerBound
    while first < tag.inner.upperBound, isSpace(source.text, first) { first += 1 }
    let local = min(first - offset, max(span.upperBound - 1, 0))
    return Anchor(
      unit: unit, ranges: story.units[unit].text.sourceRanges(of: span),
      firstLeaf: story.units[unit].leaf(at: span.lowerBound),
      lastLeaf: story.units[unit].leaf(at: max(span.upperBound - 1, span.lowerBound)),
      siteLeaf: story.units[unit].leaf(at: local),
      site: story.units[unit].text.sourceRange(of: local..<local + 1).lowerBound)
  }

  /// White space that may precede an expression; of a no-break space the first byte.
  private static func isSpace(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    return byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0xC2 || byte == 0xA0
  }
}
