internal import DraftXML

/// Reads the blocks of a part: what a reader of the document sees, in order.
///
/// Insertions are shown, deletions and hidden text are not; of a field its result is shown.
struct BlockReader {
  let tree: XMLTree
  let words: [WordName]
  let numbers: ListNumbers
  let tableStyles: TableStyles
  /// The notes referred to so far, over all parts.
  var notes: NoteMarks
  /// Numbers and bullets by paragraph.
  let labels: [Int: ListNumbers.Label]
  var fields = FieldStack()
  /// Whether the marks of footnotes and endnotes stand in the text.
  var showsNotes = true
  /// Whether a new page begins after each section of the part, in order.
  private var breaks: [Bool] = []
  private var section = 0
  /// A paragraph whose mark is gone: its text goes on in the next one.
  private var unfinished: TextParagraph?

  /// A reader of a part.
  init(_ tree: XMLTree, numbers: ListNumbers, tableStyles: TableStyles, notes: NoteMarks) {
    self.tree = tree
    self.numbers = numbers
    self.tableStyles = tableStyles
    self.notes = notes
    words = tree.names.map(WordName.init)
    labels = numbers.labels(of: tree)
    let sections = tree.elements.indices.filter {
      words[Int(tree.elements[$0].name)] == .sectionProperties
    }
    breaks = sections.dropFirst().map { section in
      !["continuous", "nextColumn"].contains(tree.value("type", of: section) ?? "nextPage")
    }
  }

  /// The meaning of an element.
  func word(_ element: Int) -> WordName { words[Int(tree.elements[element].name)] }

  /// The blocks inside an element.
  mutating func blocks(in element: Int) -> [TextBlock] {
    var blocks: [TextBlock] = []
    read(element, into: &blocks)
    finish(into: &blocks)
    return blocks
  }

  private mutating func read(_ element: Int, into blocks: inout [TextBlock]) {
    var next = tree.firstChild(of: element)
    while let child = next {
      next = tree.nextSibling(of: child)
      switch word(child) {
      case .paragraph: read(paragraph: child, into: &blocks)
      case .table:
        finish(into: &blocks)
        if let table = table(child) { blocks.append(.table(table)) }
      case .deleted, .movedFrom, .contentControlProperties, .sectionProperties: break
      case .alternateContent: if let branch = branch(of: child) { read(branch, into: &blocks) }
      default: read(child, into: &blocks)
      }
    }
  }

  /// The branch of an `mc:AlternateContent` that is read: the first choice, else the fallback.
  func branch(of alternatives: Int) -> Int? {
    tree.child("Choice", of: alternatives) ?? tree.child("Fallback", of: alternatives)
  }

  private mutating func finish(into blocks: inout [TextBlock]) {
    guard let paragraph = unfinished else { return }
    unfinished = nil
    if !paragraph.text.isEmpty { blocks.append(.paragraph(paragraph)) }
  }

  private mutating func read(paragraph element: Int, into blocks: inout [TextBlock]) {
    let own = tree.child("pPr", of: element)
    let style = numbers.styles.style(ofParagraph: own, of: tree)
    var inherited = numbers.styles.defaults
    inherited.apply(numbers.styles.properties(of: style))
    var paragraph = TextParagraph(label: labels[element], style: style)
    paragraph.properties = inherited
    if let label = paragraph.label,
      let level = numbers.definitions.lists[label.list]?.levels[label.level]
    {
      paragraph.properties.apply(level.properties)
    }
    if let own { paragraph.properties.apply(own, of: tree) }
    let isHidden = inherited.isHidden ?? false
    if let unfinished {
      paragraph.text = unfinished.text
      paragraph.textWithoutPages = unfinished.textWithoutPages
      paragraph.label = unfinished.label ?? paragraph.label
      self.unfinished = nil
    }
    var line = InlineText(paragraph: paragraph, isHidden: isHidden)
    read(inline: element, into: &line)
    switch ParagraphMark(own, of: tree, isHidden: isHidden) {
    case .present: append(line.paragraph, to: &blocks)
    case .separator: unfinished = line.paragraph
    case .gone:
      line.paragraph.label = labels[element]
      if ParagraphMark.goesOn(element, of: tree) {
        unfinished = line.paragraph
      } else if !line.paragraph.text.isEmpty {
        append(line.paragraph, to: &blocks)
      }
    }
    blocks += line.boxes
    if let own, tree.child("sectPr", of: own) != nil {
      if section < breaks.count, breaks[section] { blocks.append(.pageBreak) }
      section += 1
    }
  }

  /// Appends a paragraph, in pieces when pages begin inside it.
  private func append(_ paragraph: TextParagraph, to blocks: inout [TextBlock]) {
    if paragraph.properties.beginsPage == true, !blocks.isEmpty { blocks.append(.pageBreak) }
    let pieces = paragraph.text.split(
      separator: InlineText.pageBreak, omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return blocks.append(.paragraph(paragraph)) }
    var label = paragraph.label
    for (index, piece) in pieces.enumerated() {
      if index > 0 { blocks.append(.pageBreak) }
      if piece.isEmpty, label?.text.isEmpty ?? true { continue }
      var part = paragraph
      part.text = String(piece)
      part.textWithoutPages = part.text
      part.label = label
      label = nil
      blocks.append(.paragraph(part))
    }
  }
}
