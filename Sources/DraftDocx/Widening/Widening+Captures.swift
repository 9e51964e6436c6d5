internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// Blocks that capture what they hold: within one paragraph they capture its text, so that how Word
  /// split the runs cannot change what they say; taken as paragraphs, rows or cells they capture
  /// markup.
  mutating func captureText() {
    for block in blocks.indices {
      let open = blocks[block].open
      let close = blocks[block].close
      guard isCapture(block), levels[open] != .captured else { continue }
      if anchors[open].unit == anchors[close].unit, levels[open] == .inline {
        captureText(from: open, to: close)
      }
    }
  }

  /// Whether what a block holds becomes a value; a loop that calls itself gives one to each call.
  private func isCapture(_ block: Int) -> Bool {
    let keyword = blocks[block].keyword
    return ["macro", "call", "filter", "set"].contains(keyword)
      || (keyword == "for" && isRecursive(block))
  }

  private func isRecursive(_ block: Int) -> Bool {
    let words = source.string(tags[blocks[block].open].inner).split(whereSeparator: \.isWhitespace)
    return words.last == "recursive"
  }

  /// What a block that takes structure captures; called when the levels are known.
  mutating func captureMarkup() {
    for block in blocks.indices where isCapture(block) && texts[blocks[block].open] == nil {
      let open = blocks[block].open
      let level: MarkupLevel
      switch levels[open] {
      case .captured: continue
      case .paragraph: level = .paragraph
      case .row: level = .row
      case .cell: level = .cell
      case .inline, .around:
        diagnostics.append(
          Diagnostic(
            code: "capture-crosses",
            Message(
              en:
                "`\(blocks[block].keyword)` must begin and end in one paragraph, or stand alone in its paragraphs",
              ru:
                "`\(blocks[block].keyword)` должен начинаться и кончаться в одном абзаце или занимать отдельные абзацы",
              kk:
                "`\(blocks[block].keyword)` бір абзацта басталып, аяқталуы не жеке абзацтарда тұруы керек"
            ),
            at: place(blocks[block].close), notes: [Widening.openedHere(place(open))]))
        continue
      }
      for tag in members(of: block) { captures[tag] = level }
    }
  }

  private mutating func captureText(from open: Int, to close: Int) {
    let unit = story.units[anchors[open].unit]
    let offset = unit.offset
    let span = tags[open].span.lowerBound - offset..<tags[close].span.upperBound - offset
    // Tags of this unit between the two, in the order of the text.
    let inside = tagsOfUnit[anchors[open].unit]
      .filter { open...close ~= $0 }
      .sorted { tags[$0].span.lowerBound < tags[$1].span.lowerBound }
    let site = newSite(for: open)
    var content: [Insert] = []
    var cursor = span.lowerBound
    var trims = false
    for tag in inside {
      let lower = tags[tag].span.lowerBound - offset
      if cursor < lower {
        var text = unit.text.utf8[cursor..<lower]
        if trims { text = text.drop { $0 == 0x20 } }
        while tags[tag].trimsBefore, text.last == 0x20 { text.removeLast() }
        content.append(.bytes(plain(text)))
      }
      trims = tags[tag].trimsAfter
      cursor = tags[tag].span.upperBound - offset
      levels[tag] = .captured
      if tags[tag].kind != .comment { content.append(piece(tag, site: site)) }
    }
    levels[open] = .inline
    let keyword = tags[open].keyword
    if keyword == "for" {
      // The first turn is a text too, to be escaped with all that the calls gave.
      content =
        [statement("filter", "filter string", for: open, site: site)] + content
        + [statement("endfilter", "endfilter", for: open)]
    }
    texts[open] = CapturedText(
      content: content, ranges: unit.text.sourceRanges(of: span),
      end: tags[close].span.upperBound, isSilent: keyword == "macro" || keyword == "set")
  }

  /// The text as values have it: a line feed for a break.
  private func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { $0 == 0x0B ? 0x0A : $0 }
  }
}
