internal import DraftXML

/// Writes the entries of tables of contents, and the bookmarks in headings that they point to.
struct ContentsWriter {
  /// The changes to the body.
  private(set) var edits = EditList()
  private let tree: XMLTree
  private let styles: StyleSheet
  /// The prefix of WordprocessingML with its colon.
  private let w: String
  private var nextID = 1
  private var names: Set<String> = []
  /// The new bookmarks of headings, by paragraph.
  private var bookmarks: [Int: String] = [:]

  init(_ tree: XMLTree, styles: StyleSheet) {
    self.tree = tree
    self.styles = styles
    w = tree.name(of: 0).prefix.map { $0 + ":" } ?? ""
    for element in tree.elements.indices {
      let word = WordName(tree.name(of: element))
      guard word.isRangeMark else { continue }
      if let id = tree.wordAttribute("id", of: element).flatMap(XMLTree.number) {
        nextID = max(nextID, id + 1)
      }
      if let name = tree.wordAttribute("name", of: element) { names.insert(name) }
    }
  }

  /// Puts the headings in the place of the entries of a table of contents.
  mutating func write(
    _ headings: [Heading], to entries: ContentsField.Entries, as switches: ContentsSwitches,
    _ reader: HeadingReader
  ) {
    let all = ContentsEntry.all(of: entries, in: tree, styles: styles, reader: reader)
    // What is neither a link nor has a page is a word to the author, such as "update this field".
    let old = all.filter { $0.bookmark != nil || !$0.page.isEmpty }
    // Word's entries stay as they are while they say what the headings say.
    let isSame =
      headings.count == all.count && all.count == old.count
      && zip(headings, old).allSatisfy(Self.agree)
    if isSame { return }
    var result: [UInt8] = []
    var kept: [Range<Int>] = []
    var isFirst = true
    for heading in headings {
      let known = old.first { Self.agree(heading, $0) }
      if isFirst {
        isFirst = false
        setProperties(of: Int(tree.elements[entries.separator].parent), heading.level, old)
      } else {
        result += Array("</\(w)p><\(w)p>".utf8) + properties(heading.level, old)
      }
      if let known {
        kept.append(known.content)
        result += tree.bytes[known.content]
      } else {
        let page = old.first { $0.bookmark.map(heading.bookmarks.contains) ?? false }?.page ?? ""
        result += entry(heading, bookmark(of: heading), page, old, switches)
      }
    }
    let range =
      Int(tree.elements[entries.separator].end)..<Int(tree.elements[entries.end].start)
    let last = Int(tree.elements[entries.end].parent)
    let holdsEntry = all.contains { $0.paragraph == last }
    if tree.elements[entries.separator].parent != tree.elements[entries.end].parent, !holdsEntry {
      // The end of the field has a paragraph of its own.
      result += Array("</\(w)p>".utf8) + tree.bytes[tree.elements[last].startTag]
      if let own = tree.child("pPr", of: last) { result += tree.bytes[tree.elements[own].range] }
    }
    edits.replace(range, with: [.bytes(marks(in: entries, outside: kept) + result)], order: 0)
  }

  private static func agree(_ heading: Heading, _ entry: ContentsEntry) -> Bool {
    heading.title == entry.title && entry.bookmark.map(heading.bookmarks.contains) ?? false
  }

  /// The marks between the entries that do not stand in those that stay: none may lose its other end.
  private func marks(in entries: ContentsField.Entries, outside kept: [Range<Int>]) -> [UInt8] {
    entries.elements(in: tree).filter { element in
      WordName(tree.name(of: element)).isRangeMark
        && !kept.contains { $0.contains(Int(tree.elements[element].start)) }
    }.flatMap { tree.bytes[tree.elements[$0].range] }
  }

  // MARK: - Paragraphs

  private mutating func setProperties(of paragraph: Int, _ level: Int, _ old: [ContentsEntry]) {
    let new = properties(level, old)
    if let own = tree.child("pPr", of: paragraph) {
      if !tree.bytes[tree.elements[own].range].elementsEqual(new) {
        edits.replace(tree.elements[own].range, with: [.bytes(new)], order: 0)
      }
    } else {
      edits.insert([.bytes(new)], at: Int(tree.elements[paragraph].contentStart), order: 0)
    }
  }

  /// The properties of an entry: those of the first one of its level, else of the style of the level.
  private func properties(_ level: Int, _ old: [ContentsEntry]) -> [UInt8] {
    if let like = old.first(where: { $0.level == level }), let own = like.properties {
      return Array(tree.bytes[tree.elements[own].range])
    }
    let style = styles.style(named: "toc \(level)")
    var content = style.map { "<\(w)pStyle \(w)val=\"\($0)\"/>" } ?? ""
    if styles.properties(of: style).hasEndTab != true {
      content +=
        "<\(w)tabs><\(w)tab \(w)val=\"right\" \(w)leader=\"dot\" \(w)pos=\"\(textWidth)\"/></\(w)tabs>"
    }
    return Array("<\(w)pPr>\(content)</\(w)pPr>".utf8)
  }

  /// The width of the text on the last pages, in twentieths of a point.
  private var textWidth: Int {
    guard let section = tree.elements.indices.last(where: { tree.name(of: $0).local == "sectPr" }),
      let size = tree.child("pgSz", of: section),
      let width = tree.wordAttribute("w", of: size).flatMap(XMLTree.number)
    else { return 9000 }
    let margins = tree.child("pgMar", of: section)
    func margin(_ name: String) -> Int {
      margins.flatMap { tree.wordAttribute(name, of: $0) }.flatMap(XMLTree.number) ?? 1440
    }
    return width - margin("left") - margin("right")
  }

  // MARK: - Entries

  private func entry(
    _ heading: Heading, _ bookmark: String, _ page: String, _ old: [ContentsEntry],
    _ switches: ContentsSwitches
  ) -> [UInt8] {
    let like = old.first { $0.level == heading.level } ?? old.first
    let text = like?.textProperties.map { Array(tree.bytes[$0]) } ?? []
    let number = like?.pageProperties.map { Array(tree.bytes[$0]) } ?? []
    var bytes: [UInt8] = []
    for (index, piece) in heading.title.split(separator: "\t", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { bytes += run("<\(w)tab/>", text) }
      if !piece.isEmpty { bytes += run(Self.text(String(piece), w), text) }
    }
    if switches.withoutPages?.contains(heading.level) != true {
      let separator = switches.separator
      bytes += run(separator == "\t" ? "<\(w)tab/>" : Self.text(separator, w), number)
      func character(_ kind: String) -> String { "<\(w)fldChar \(w)fldCharType=\"\(kind)\"/>" }
      bytes += run(character("begin"), number)
      bytes += run(
        "<\(w)instrText xml:space=\"preserve\"> PAGEREF \(bookmark) \\h </\(w)instrText>", number)
      bytes += run(character("separate"), number)
      if !page.isEmpty { bytes += run(Self.text(page, w), number) }
      bytes += run(character("end"), number)
    }
    guard switches.isLinked else { return bytes }
    return Array("<\(w)hyperlink \(w)anchor=\"\(bookmark)\" \(w)history=\"1\">".utf8) + bytes
      + Array("</\(w)hyperlink>".utf8)
  }

  private func run(_ content: String, _ properties: [UInt8]) -> [UInt8] {
    Array("<\(w)r>".utf8) + properties + Array("\(content)</\(w)r>".utf8)
  }

  private static func text(_ text: String, _ w: String) -> String {
    var escaped: [UInt8] = []
    XMLText.escape(text, into: &escaped, attribute: false)
    return "<\(w)t xml:space=\"preserve\">\(String(decoding: escaped, as: UTF8.self))</\(w)t>"
  }

  // MARK: - Bookmarks

  /// The bookmark of a heading, which it gets if it has none.
  private mutating func bookmark(of heading: Heading) -> String {
    if let name = heading.bookmarks.first ?? bookmarks[heading.paragraph] { return name }
    var number = bookmarks.count + 1
    while !names.insert(Self.name(number)).inserted { number += 1 }
    let (name, id) = (Self.name(number), nextID)
    nextID += 1
    bookmarks[heading.paragraph] = name
    let element = tree.elements[heading.paragraph]
    let start =
      tree.child("pPr", of: heading.paragraph).map { Int(tree.elements[$0].end) }
      ?? Int(element.contentStart)
    edits.insert(
      [.bytes(Array("<\(w)bookmarkStart \(w)id=\"\(id)\" \(w)name=\"\(name)\"/>".utf8))],
      at: start, order: 0)
    edits.insert(
      [.bytes(Array("<\(w)bookmarkEnd \(w)id=\"\(id)\"/>".utf8))], at: Int(element.contentEnd),
      order: 0)
    return name
  }

  /// The name that Word gives to such bookmarks: `_Toc` and nine digits.
  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return "_Toc" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
