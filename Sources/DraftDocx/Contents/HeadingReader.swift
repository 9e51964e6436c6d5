internal import DraftXML

/// A heading as a table of contents lists it.
struct Heading {
  /// Its paragraph.
  var paragraph: Int
  /// Its level, 1 to 9.
  var level: Int
  /// Its number, a tab and its text; without a number the text alone.
  var title: String
  /// The bookmarks in it that tables of contents point to.
  var bookmarks: [String]
}

/// Finds the headings of a body that has been drawn.
struct HeadingReader {
  private let tree: XMLTree
  private let styles: StyleSheet
  private let labels: [Int: ListNumbers.Label]
  private let words: [WordName]
  private let reader: BlockReader

  init(_ tree: XMLTree, numbers: ListNumbers) {
    self.tree = tree
    styles = numbers.styles
    words = tree.names.map(WordName.init)
    reader = BlockReader(
      tree, numbers: numbers, tableStyles: TableStyles(nil),
      notes: NoteMarks(settings: nil, document: tree))
    labels = reader.labels
  }

  /// The headings that a table of contents lists, in order.
  ///
  /// - Parameters:
  ///   - switches: what it lists.
  ///   - skipped: elements that are no headings: those of tables of contents.
  func headings(for switches: ContentsSwitches, outside skipped: [Range<Int>]) -> [Heading] {
    var headings: [Heading] = []
    var element = 0
    while element < tree.elements.count {
      switch words[Int(tree.elements[element].name)] {
      case .textBoxContent, .deleted, .movedFrom, .fallback:
        element = Int(tree.elements[element].subtreeEnd)
        continue
      case .paragraph where !skipped.contains(where: { $0.contains(element) }):
        if let heading = heading(element, switches) { headings.append(heading) }
      default: break
      }
      element += 1
    }
    return headings
  }

  private func heading(_ paragraph: Int, _ switches: ContentsSwitches) -> Heading? {
    let properties = tree.child("pPr", of: paragraph)
    guard let level = level(properties, switches) else { return nil }
    let text = text(of: paragraph)
    guard !text.isEmpty else { return nil }
    let number = labels[paragraph].map { $0.isBullet ? "" : $0.text } ?? ""
    let bookmarks = (paragraph..<Int(tree.elements[paragraph].subtreeEnd)).compactMap {
      words[Int(tree.elements[$0].name)] == .bookmarkStart
        ? tree.wordAttribute("name", of: $0) : nil
    }
    return Heading(
      paragraph: paragraph, level: level, title: number.isEmpty ? text : "\(number)\t\(text)",
      bookmarks: bookmarks.filter { $0.hasPrefix("_Toc") })
  }

  private func level(_ properties: Int?, _ switches: ContentsSwitches) -> Int? {
    let style = styles.style(ofParagraph: properties, of: tree)
    let name = style.flatMap { styles.name(of: $0) } ?? ""
    if let level = switches.styles[name] { return level }
    if let range = switches.headings, name.hasPrefix("heading "),
      let level = Int(name.dropFirst("heading ".count)), range.contains(level)
    {
      return level
    }
    guard switches.usesOutline else { return nil }
    var outline = styles.properties(of: style).outline
    if let properties {
      var own = ParagraphProperties()
      own.apply(properties, of: tree)
      outline = own.outline ?? outline
    }
    guard let outline, outline < 9, (switches.headings ?? 1...9).contains(outline + 1) else {
      return nil
    }
    return outline + 1
  }

  /// The text of a paragraph in one line, without the marks of notes.
  func text(of paragraph: Int) -> String {
    var reader = reader
    reader.showsNotes = false
    let style = styles.style(
      ofParagraph: tree.child("pPr", of: paragraph), of: tree)
    var line = InlineText(
      paragraph: TextParagraph(), isHidden: styles.properties(of: style).isHidden ?? false)
    reader.read(inline: paragraph, into: &line)
    let text = line.paragraph.text.map { $0 == "\n" || $0 == InlineText.pageBreak ? " " : $0 }
    var trimmed = text[...]
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }
}
