internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// The number of the place of emission at a tag's first expression character.
  mutating func newSite(for tag: Int) -> Int32 {
    let site = makeSite(for: tag)
    // The values of one run or paragraph come one after the other; to look further back costs more
    // than to keep a site twice.
    if let known = sites.suffix(4).lastIndex(of: site) { return Int32(known) }
    sites.append(site)
    return Int32(sites.count - 1)
  }

  private func makeSite(for tag: Int) -> Site {
    let anchor = anchors[tag]
    switch story.units[anchor.unit].kind {
    case .attribute: return .attribute
    case .property, .instruction: return .plain
    case .paragraph: break
    }
    let leaf = anchor.siteLeaf
    guard story.word(leaf) == .text, let run = story.parent(leaf), story.word(run) == .run else {
      return .plain
    }
    let site = runSite(leaf: leaf, run: run)
    switch tags[tag].form {
    case .paragraph where tags[tag].kind == .expression: return .paragraph(site)
    case .row where tags[tag].kind == .expression: return .row
    case .cell where tags[tag].kind == .expression: return .cell
    default: return .run(site)
    }
  }

  private func runSite(leaf: Int, run: Int) -> RunSite {
    let name = story.tree.name(of: leaf)
    let paragraph = story.ancestor(leaf, .paragraph)
    var paragraphProperties: [UInt8] = []
    if let paragraph, let properties = story.child(of: paragraph, .paragraphProperties) {
      paragraphProperties = markedProperties(
        of: paragraph, bytes(of: properties, without: .sectionProperties),
        at: story.tree.elements[properties].range.lowerBound)
    }
    return RunSite(
      prefix: name.prefix.map { $0 + ":" } ?? "", leaf: name.qualified,
      runProperties: story.child(of: run, .runProperties).map {
        Array(story.bytes[story.tree.elements[$0].range])
      } ?? [],
      paragraphProperties: paragraphProperties,
      canEndParagraph: paragraph != nil && story.parent(run) == paragraph,
      run: story.tree.name(of: run).qualified)
  }

  /// The bytes of an element without its children of one meaning.
  func bytes(of element: Int, without word: WordName) -> [UInt8] {
    var bytes: [UInt8] = []
    var cursor = story.tree.elements[element].range.lowerBound
    for child in story.tree.children(of: element) where story.word(child) == word {
      let range = story.tree.elements[child].range
      bytes += story.bytes[cursor..<range.lowerBound]
      cursor = range.upperBound
    }
    return bytes + story.bytes[cursor..<story.tree.elements[element].range.upperBound]
  }

  /// Makes Word keep the white space at the ends of a text that a value joins.
  mutating func keepSpace(of leaf: Int) {
    let element = story.tree.elements[leaf]
    guard story.word(leaf) == .text || story.word(leaf) == .instruction, !element.isSelfClosing,
      spacedLeaves.insert(leaf).inserted
    else { return }
    let xml = "http://www.w3.org/XML/1998/namespace"
    if let range = story.tree.attributeRange("space", uri: xml, of: leaf) {
      if story.bytes[range].elementsEqual("preserve".utf8) { return }
      return edits.replace(range, with: [.bytes(Array("preserve".utf8))], order: 0)
    }
    edits.insert(
      [.bytes(Array(" xml:space=\"preserve\"".utf8))], at: Int(element.contentStart) - 1, order: 0)
  }
}
