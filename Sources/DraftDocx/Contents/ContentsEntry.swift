internal import DraftXML

/// An entry of a table of contents as it stands in the document.
struct ContentsEntry {
  /// The paragraph.
  let paragraph: Int
  /// The number of the heading, a tab and its text.
  let title: String
  /// The number of the page; empty where none is known.
  let page: String
  /// The bookmark that it points to; nil when it is no link.
  let bookmark: String?
  /// The level by its style, 1 to 9; nil when the style is another.
  let level: Int?
  /// What the entry says: the bytes between the separator or the properties of the paragraph and the end
  /// of either.
  let content: Range<Int>
  /// The properties of the paragraph; nil when it has none.
  let properties: Int?
  /// The properties of the runs of the text.
  let textProperties: Range<Int>?
  /// The properties of the runs of the page number.
  let pageProperties: Range<Int>?

  /// The entries of a table of contents.
  static func all(
    of entries: ContentsField.Entries, in tree: XMLTree, styles: StyleSheet, reader: HeadingReader
  ) -> [ContentsEntry] {
    let last = Int(tree.elements[entries.end].parent)
    var paragraphs: [ContentsEntry] = []
    var next: Int? = Int(tree.elements[entries.separator].parent)
    while let paragraph = next, paragraph <= last {
      next = tree.nextSibling(of: paragraph)
      guard WordName(tree.name(of: paragraph)) == .paragraph else { continue }
      let entry = ContentsEntry(paragraph, of: entries, in: tree, styles: styles, reader: reader)
      if !entry.title.isEmpty { paragraphs.append(entry) }
    }
    return paragraphs
  }

  private init(
    _ paragraph: Int, of entries: ContentsField.Entries, in tree: XMLTree, styles: StyleSheet,
    reader: HeadingReader
  ) {
    self.paragraph = paragraph
    properties = tree.child("pPr", of: paragraph)
    let element = tree.elements[paragraph]
    var lower = properties.map { Int(tree.elements[$0].end) } ?? Int(element.contentStart)
    var upper = Int(element.contentEnd)
    if tree.elements[entries.separator].parent == paragraph {
      lower = Int(tree.elements[entries.separator].end)
    }
    if tree.elements[entries.end].parent == paragraph {
      upper = Int(tree.elements[entries.end].start)
    }
    content = lower..<max(lower, upper)
    let name = styles.style(ofParagraph: properties, of: tree).flatMap { styles.name(of: $0) } ?? ""
    level = name.hasPrefix("toc ") ? Int(name.dropFirst("toc ".count)) : nil
    let text = reader.text(of: paragraph)
    let tab = text.lastIndex(of: "\t")
    let tail = tab.map { text[text.index(after: $0)...] } ?? ""
    if let tab, !tail.isEmpty, tail.allSatisfy({ $0.isNumber || "ivxlcdmIVXLCDM".contains($0) }) {
      title = String(text[..<tab])
      page = String(tail)
    } else {
      title = text
      page = ""
    }
    var bookmark: String?
    var textProperties: Range<Int>?
    var pageProperties: Range<Int>?
    for index in paragraph..<Int(element.subtreeEnd)
    where content.contains(Int(tree.elements[index].start)) {
      switch WordName(tree.name(of: index)) {
      case .hyperlink: bookmark = bookmark ?? tree.wordAttribute("anchor", of: index)
      case .run:
        let properties = tree.child("rPr", of: index).map { tree.elements[$0].range }
        if tree.child("instrText", of: index) != nil {
          let words = tree.text(of: tree.child("instrText", of: index) ?? index).split(
            whereSeparator: \.isWhitespace)
          if words.first == "PAGEREF", words.count > 1 { bookmark = bookmark ?? String(words[1]) }
          pageProperties = pageProperties ?? properties
        } else if tree.child("t", of: index) != nil {
          textProperties = textProperties ?? properties
        }
      default: break
      }
    }
    self.bookmark = bookmark
    self.textProperties = textProperties
    self.pageProperties = pageProperties ?? textProperties
  }
}
