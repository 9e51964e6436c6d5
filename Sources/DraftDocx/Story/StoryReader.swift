internal import DraftXML

/// Reads a part into a ``Story``.
struct StoryReader {
  /// What kind of part it is.
  enum Kind: Sendable {
    /// Paragraphs: body, header, footer, notes, comments.
    case story
    /// Document properties: the text of each childless element.
    case properties
    /// Relationships: the targets of hyperlinks.
    case relationships
  }

  /// Stands for a line break in a paragraph's text, as in Word's own plain text.
  static let lineBreak = "\u{0B}"
  /// Stands for a thing that is no text.
  static let object = "\u{FFFC}"

  /// The languages of paragraph styles by style id; see ``StyleLanguages``.
  var styleLanguages: [String: String]

  /// Reads the part.
  func read(_ tree: XMLTree, as kind: Kind) -> Story {
    var story = Story(tree)
    switch kind {
    case .story: readParagraphs(&story)
    case .properties: readProperties(&story)
    case .relationships: readTargets(&story)
    }
    var offset = 0
    for index in story.units.indices {
      // A line feed inside a text is white space to Word and would break the unit in two.
      if story.units[index].text.holdsLineFeeds {
        story.units[index].text.replace("\n", with: " ")
      }
      story.units[index].offset = offset
      offset += story.units[index].text.utf8.count + 1
    }
    return story
  }

  private func readParagraphs(_ story: inout Story) {
    let tree = story.tree
    story.contents = ContentsField.all(in: tree)
    let isDocument = story.words.contains(.body)
    let entries =
      !isDocument
      ? []
      : story.contents.filter(\.isRenewable).compactMap { $0.entries?.elements(in: tree) }
    story.units.reserveCapacity(tree.elements.count / 16)
    var owner = [Int32](repeating: -1, count: tree.elements.count)
    var instructions: [Int: Story.Unit] = [:]
    var attributes: [Story.Unit] = []
    for index in tree.elements.indices {
      let element = tree.elements[index]
      let word = story.word(index)
      var unit = element.parent < 0 ? -1 : owner[Int(element.parent)]
      // What a table of contents lists is made from the headings, tags and all.
      if !entries.isEmpty, entries.contains(where: { $0.contains(index) }) { unit = -1 }
      switch word {
      case .paragraph:
        unit = Int32(story.units.count)
        story.paragraphUnits[index] = unit
        story.units.append(
          Story.Unit(kind: .paragraph, element: index, language: language(of: index, in: story)))
      case .textBoxContent, .movedFrom, .deleted: unit = -1
      case .text, .mathText:
        if unit >= 0 { add(text: index, to: &story.units[Int(unit)], in: tree) }
      case .tab where story.parent(index).map(story.word) == .run:
        if unit >= 0 { add("\t", for: index, to: &story.units[Int(unit)], in: tree) }
      case .lineBreak, .carriageReturn:
        if unit >= 0 {
          let isPlain = (tree.attribute(named: "type", of: index) ?? "")
            .isEmpty
          add(
            isPlain ? StoryReader.lineBreak : StoryReader.object, for: index,
            to: &story.units[Int(unit)], in: tree)
        }
      case .noBreakHyphen:
        if unit >= 0 { add("\u{2011}", for: index, to: &story.units[Int(unit)], in: tree) }
      case .softHyphen:
        if unit >= 0 { add("\u{AD}", for: index, to: &story.units[Int(unit)], in: tree) }
      case .object:
        if unit >= 0 {
          add(StoryReader.object, for: index, to: &story.units[Int(unit)], in: tree, isEmpty: true)
        }
      case .instruction:
        if unit >= 0 {
          let paragraph = story.units[Int(unit)].element
          var instruction =
            instructions[paragraph] ?? Story.Unit(kind: .instruction, element: paragraph)
          add(text: index, to: &instruction, in: tree)
          instructions[paragraph] = instruction
        }
      case .drawingProperties:
        for name in ["descr", "title"] {
          if let range = tree.attributeRange(name, uri: nil, of: index), mayHoldTag(range, tree) {
            attributes.append(attribute(range, of: index, in: tree))
          }
        }
      default: break
      }
      owner[index] = unit
    }
    markRepeated(&story)
    story.units += instructions.sorted { $0.key < $1.key }.map(\.value)
    story.units += attributes
  }

  /// Marks the paragraphs of `mc:Fallback`, so that a mistake is reported once.
  private func markRepeated(_ story: inout Story) {
    guard story.words.contains(.fallback) else { return }
    for index in story.units.indices
    where story.ancestor(story.units[index].element, .fallback) != nil {
      story.units[index].isRepeated = true
    }
  }

  private func readProperties(_ story: inout Story) {
    for index in story.tree.elements.indices
    where story.tree.firstChild(of: index) == nil
      && mayHoldTag(
        story.tree.elements[index].content, story.tree)
    {
      var unit = Story.Unit(kind: .property, element: index)
      add(text: index, to: &unit, in: story.tree)
      story.units.append(unit)
    }
  }

  private func readTargets(_ story: inout Story) {
    let tree = story.tree
    for index in tree.elements.indices
    where tree.attribute("Type", uri: nil, of: index)?.hasSuffix("/hyperlink") == true {
      guard let range = tree.attributeRange("Target", uri: nil, of: index) else { continue }
      let unit = attribute(percentDecoding: range, of: index, in: tree)
      if unit.text.utf8.contains(UInt8(ascii: "{")) { story.units.append(unit) }
    }
  }

  private func language(of paragraph: Int, in story: Story) -> String? {
    guard !styleLanguages.isEmpty,
      let properties = story.child(of: paragraph, .paragraphProperties),
      let style = story.child(of: properties, .paragraphStyle),
      let id = story.tree.attribute(named: "val", of: style)
    else { return nil }
    return styleLanguages[id]
  }

  private func add(text element: Int, to unit: inout Story.Unit, in tree: XMLTree) {
    // Most paragraphs have a few texts or one.
    if unit.leaves.isEmpty { unit.leaves.reserveCapacity(4) }
    unit.leaves.append(Story.Unit.Leaf(start: unit.text.utf8.count, element: element))
    unit.text.append(tree.bytes, in: tree.elements[element].content)
  }

  private func add(
    _ text: String, for element: Int, to unit: inout Story.Unit, in tree: XMLTree,
    isEmpty: Bool = false
  ) {
    unit.leaves.append(Story.Unit.Leaf(start: unit.text.utf8.count, element: element))
    let range = tree.elements[element].range
    unit.text.append(
      text, standingFor: isEmpty ? range.lowerBound..<range.lowerBound : range)
  }

  private func attribute(_ range: Range<Int>, of element: Int, in tree: XMLTree) -> Story.Unit {
    var unit = Story.Unit(kind: .attribute, element: element)
    unit.leaves.append(Story.Unit.Leaf(start: 0, element: element))
    unit.text.append(tree.bytes, in: range)
    return unit
  }

  /// The target of a hyperlink as its author typed it: Word percent-encodes the braces of a tag.
  private func attribute(percentDecoding range: Range<Int>, of element: Int, in tree: XMLTree)
    -> Story.Unit
  {
    let plain = attribute(range, of: element, in: tree)
    guard plain.text.utf8.contains(UInt8(ascii: "%")) else { return plain }
    var unit = Story.Unit(kind: .attribute, element: element)
    unit.leaves.append(Story.Unit.Leaf(start: 0, element: element))
    let bytes = plain.text.utf8
    var index = 0
    var pending: [UInt8] = []
    var pendingStart = 0
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        if pending.isEmpty { pendingStart = index }
        pending.append(high << 4 | low)
        index += 3
        // One scalar at a time, so that positions stay exact.
        if let text = String(validating: pending, as: UTF8.self) {
          unit.text.append(
            text,
            standingFor: plain.text.sourceRange(of: pendingStart..<index))
          pending = []
        }
      } else {
        pending = []
        unit.text.append(
          String(decoding: bytes[index..<index + 1], as: UTF8.self),
          standingFor: plain.text.sourceRange(of: index..<index + 1))
        index += 1
      }
    }
    return unit
  }

  private func mayHoldTag(_ range: Range<Int>, _ tree: XMLTree) -> Bool {
    tree.bytes[range].contains(UInt8(ascii: "{")) || tree.bytes[range].contains(UInt8(ascii: "&"))
  }
}
