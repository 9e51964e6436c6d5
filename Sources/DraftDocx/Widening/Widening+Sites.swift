internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// The number of the place of emission at a tag's first expression character.
  ///
  /// The values of one run or paragraph come one after the other, or by turns in two columns, so that a
  /// site is looked for in the last two only; to look further back costs more than to keep a site twice.
  mutating func newSite(for tag: Int) -> Int32 {
    let anchor = anchors[tag]
    switch story.units[anchor.unit].kind {
    case .attribute: return number(of: .attribute)
    case .property, .instruction: return number(of: .plain)
    case .paragraph: break
    }
    guard let outline = outline(for: tag) else { return number(of: .plain) }
    switch tags[tag].form {
    case .row where tags[tag].kind == .expression: return number(of: .row)
    case .cell where tags[tag].kind == .expression: return number(of: .cell)
    default: break
    }
    for index in lastOutlines.indices.reversed() where isAlike(outline, lastOutlines[index].outline)
    {
      return lastOutlines[index].site
    }
    let run = runSite(outline)
    let site = Int32(sites.count)
    sites.append(outline.isParagraph ? .paragraph(run) : .run(run))
    if lastOutlines.count == 2 { lastOutlines.removeFirst() }
    lastOutlines.append((outline, site))
    return site
  }

  private mutating func number(of site: Site) -> Int32 {
    if sites.last != site {
      sites.append(site)
    }
    return Int32(sites.count - 1)
  }

  /// What a site in a run is made of, as places in the part.
  struct Outline: Sendable {
    var leaf: Int
    var run: Int
    /// `w:rPr`; nil when the run has none.
    var runProperties: Int?
    /// The paragraph; nil when there is none.
    var paragraph: Int?
    /// `w:pPr` of the paragraph; nil when there is none.
    var paragraphProperties: Int?
    var canEndParagraph: Bool
    var isParagraph: Bool
  }

  private func outline(for tag: Int) -> Outline? {
    let leaf = anchors[tag].siteLeaf
    guard story.word(leaf) == .text, let run = story.parent(leaf), story.word(run) == .run else {
      return nil
    }
    let paragraph = story.ancestor(leaf, .paragraph)
    return Outline(
      leaf: leaf, run: run, runProperties: story.child(of: run, .runProperties),
      paragraph: paragraph,
      paragraphProperties: paragraph.flatMap { story.child(of: $0, .paragraphProperties) },
      canEndParagraph: paragraph != nil && story.parent(run) == paragraph,
      isParagraph: tags[tag].form == .paragraph && tags[tag].kind == .expression)
  }

  /// Whether two outlines make the same site.
  private func isAlike(_ one: Outline, _ other: Outline) -> Bool {
    let elements = story.tree.elements
    func areAlike(_ left: Int?, _ right: Int?) -> Bool {
      guard let left, let right else { return left == right }
      return left == right
        || XMLBytes.areEqual(elements[left].range, elements[right].range, in: story.bytes)
    }
    /// The marks of a paragraph's number are its own.
    func isMarked(_ outline: Outline) -> Bool {
      outline.paragraph.map { numberMarks[$0] != nil } ?? false
    }
    guard one.paragraph == other.paragraph || !isMarked(one) && !isMarked(other) else {
      return false
    }
    return one.canEndParagraph == other.canEndParagraph && one.isParagraph == other.isParagraph
      && elements[one.leaf].name == elements[other.leaf].name
      && elements[one.run].name == elements[other.run].name
      && areAlike(one.runProperties, other.runProperties)
      && areAlike(one.paragraphProperties, other.paragraphProperties)
  }

  private func runSite(_ outline: Outline) -> RunSite {
    RunSite(
      prefix: story.prefix(outline.leaf),
      leaf: story.qualifiedName(outline.leaf),
      runProperties: outline.runProperties.map {
        Array(story.bytes[story.tree.elements[$0].range])
      } ?? [],
      paragraphProperties: markedProperties(outline),
      canEndParagraph: outline.canEndParagraph, run: story.qualifiedName(outline.run))
  }

  /// The properties of an outline's paragraph as a value repeats them.
  private func markedProperties(_ outline: Outline) -> [UInt8] {
    guard let paragraph = outline.paragraph, let properties = outline.paragraphProperties else {
      return []
    }
    return markedProperties(
      of: paragraph, bytes(of: properties, without: .sectionProperties),
      at: story.tree.elements[properties].range.lowerBound)
  }

  /// The bytes of an element without its children of one meaning.
  func bytes(of element: Int, without word: WordName) -> [UInt8] {
    let whole = story.tree.elements[element].range
    guard story.child(of: element, word) != nil else { return Array(story.bytes[whole]) }
    var bytes: [UInt8] = []
    var cursor = whole.lowerBound
    for child in story.tree.children(of: element) where story.word(child) == word {
      let range = story.tree.elements[child].range
      bytes += story.bytes[cursor..<range.lowerBound]
      cursor = range.upperBound
    }
    return bytes + story.bytes[cursor..<whole.upperBound]
  }

  /// Makes Word keep the white space at the ends of a text that a value joins.
  mutating func keepSpace(of leaf: Int) {
    let element = story.tree.elements[leaf]
    guard !isSpaced[leaf], story.word(leaf) == .text || story.word(leaf) == .instruction,
      !element.isSelfClosing
    else { return }
    isSpaced[leaf] = true
    let tag = element.startTag
    // Nearly all such tags are written alike.
    if let spacedTag, XMLBytes.areEqual(tag, spacedTag, in: story.bytes) { return }
    let xml = "http://www.w3.org/XML/1998/namespace"
    if let range = story.tree.attributeRange("space", uri: xml, of: leaf) {
      if XMLBytes.range(range, of: story.bytes, is: "preserve") {
        spacedTag = tag
        return
      }
      return edits.replace(range, with: [.bytes(Array("preserve".utf8))], order: 0)
    }
    edits.insert(
      [.bytes(Array(" xml:space=\"preserve\"".utf8))], at: Int(element.contentStart) - 1, order: 0)
  }
}
