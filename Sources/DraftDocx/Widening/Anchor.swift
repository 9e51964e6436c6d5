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
  init(_ tag: Tag, in story: Story, source: SourceText) {
    unit = story.unit(at: tag.span.lowerBound)
    let holder = story.units[unit]
    let span =
      tag.span.lowerBound
      - holder.offset..<min(
        tag.span.upperBound - holder.offset, holder.text.utf8.count)
    ranges = holder.text.sourceRanges(of: span)
    firstLeaf = holder.leaf(at: span.lowerBound)
    lastLeaf = holder.leaf(at: max(span.upperBound - 1, span.lowerBound))
    var first = tag.inner.lowerBound
    while first < tag.inner.upperBound, Anchor.isSpace(source.text, first) { first += 1 }
    let local = min(first - holder.offset, max(span.upperBound - 1, 0))
    siteLeaf = holder.leaf(at: local)
    site = holder.text.sourceRange(of: local..<local + 1).lowerBound
  }

  /// White space that may precede an expression; of a no-break space the first byte.
  private static func isSpace(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    return byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0xC2 || byte == 0xA0
  }
}
