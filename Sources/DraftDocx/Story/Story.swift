internal import DraftLanguage
internal import DraftXML

/// One part of the document, read as its author reads it: units of text over the bytes of the part.
struct Story: Sendable {
  /// A stretch of text that tags may stand in.
  struct Unit: Sendable {
    /// What the text belongs to.
    enum Kind: Sendable, Hashable {
      /// A paragraph.
      case paragraph
      /// The instructions of the fields of a paragraph (`w:instrText`).
      case instruction
      /// An attribute that people read or follow: an alternative text, the target of a hyperlink.
      case attribute
      /// The text of an element that holds nothing else, as document properties are.
      case property
    }

    /// A stretch of the text that comes from one leaf element.
    struct Leaf: Sendable {
      /// The offset in the unit's text at which it starts.
      var start: Int
      /// The element (`w:t`, `w:tab`, …); for an attribute the element that bears it.
      var element: Int
    }

    /// What the text belongs to.
    var kind: Kind
    /// The paragraph, or the element that bears the text.
    var element: Int
    /// The text with its map to the bytes of the part.
    var text = DecodedText()
    /// The leaves, by where they start.
    var leaves: [Leaf] = []
    /// The language of the paragraph's style; nil when neutral.
    var language: String?
    /// The offset of the text in the source of the part.
    var offset = 0
    /// Whether it stands in a fallback whose text an `mc:Choice` says already.
    var isRepeated = false

    /// The leaf that holds an offset of the text.
    func leaf(at offset: Int) -> Int {
      leaves.isEmpty ? element : leaves[leafIndex(at: offset)].element
    }

    /// The number of the first leaf that holds an offset of the text or begins there; empty leaves
    /// begin where the next does.
    func firstLeaf(reaching offset: Int) -> Int {
      var index = leafIndex(at: offset)
      while index > 0, leaves[index - 1].start == offset { index -= 1 }
      return index
    }

    private func leafIndex(at offset: Int) -> Int {
      var low = 0
      var high = leaves.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if leaves[middle].start <= offset { low = middle } else { high = middle }
      }
      return low
    }
  }

  /// The elements and bytes of the part.
  let tree: XMLTree
  /// The meaning of each of the tree's names.
  let words: [WordName]
  /// Each of the tree's names as it stands in a tag.
  let qualifiedNames: [String]
  /// The tables of contents.
  var contents: [ContentsField] = []
  /// Paragraphs in the order in which they open, then instructions and attributes.
  var units: [Unit] = []
  /// The unit of each element that is a paragraph, by element; -1 for the others.
  var paragraphUnits: [Int32]

  init(_ tree: XMLTree) {
    self.tree = tree
    words = tree.names.map(WordName.init)
    qualifiedNames = tree.names.map(\.qualified)
    paragraphUnits = [Int32](repeating: -1, count: tree.elements.count)
  }

  /// The bytes of the part.
  var bytes: [UInt8] { tree.bytes }

  /// The meaning of an element.
  func word(_ element: Int) -> WordName { words[Int(tree.elements[element].name)] }

  /// The unit of an element that is a paragraph; nil for any other.
  func paragraphUnit(_ element: Int) -> Int? {
    let unit = paragraphUnits[element]
    return unit < 0 ? nil : Int(unit)
  }

  /// The name of an element as it stands in its tag.
  func qualifiedName(_ element: Int) -> String {
    qualifiedNames[Int(tree.elements[element].name)]
  }

  /// The prefix of an element's name with its colon; empty for none.
  func prefix(_ element: Int) -> String {
    tree.name(of: element).prefix.map { $0 + ":" } ?? ""
  }

  /// The parent of an element; nil for the root.
  func parent(_ element: Int) -> Int? {
    let parent = Int(tree.elements[element].parent)
    return parent < 0 ? nil : parent
  }

  /// The nearest ancestor of a meaning; nil when there is none.
  func ancestor(_ element: Int, _ word: WordName) -> Int? {
    var next = parent(element)
    while let candidate = next {
      if self.word(candidate) == word { return candidate }
      next = parent(candidate)
    }
    return nil
  }

  /// The first child of a meaning.
  func child(of element: Int, _ word: WordName) -> Int? {
    var next = tree.firstChild(of: element)
    while let child = next {
      if self.word(child) == word { return child }
      next = tree.nextSibling(of: child)
    }
    return nil
  }

  /// The sibling just before an element; nil for the first.
  func previousSibling(of element: Int) -> Int? {
    guard let parent = parent(element) else { return nil }
    var last: Int?
    var next = tree.firstChild(of: parent)
    while let child = next, child < element {
      last = child
      next = tree.nextSibling(of: child)
    }
    return last
  }

  /// The elements from the root to an element, the element included.
  func path(_ element: Int) -> [Int] {
    var path = [element]
    var next = parent(element)
    while let ancestor = next {
      path.append(ancestor)
      next = parent(ancestor)
    }
    return path.reversed()
  }

  /// The unit that holds an offset of the source of the part.
  func unit(at offset: Int) -> Int {
    var low = 0
    var high = units.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if units[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text of all units, one a line.
  func source(file: String?, part: String?) -> SourceText {
    var text: [UInt8] = []
    text.reserveCapacity(units.last.map { $0.offset + $0.text.utf8.count + 1 } ?? 0)
    for unit in units.indices {
      text.append(contentsOf: units[unit].text.utf8)
      text.append(0x0A)
    }
    var source = SourceText(
      text, lineStarts: units.indices.map { units[$0].offset } + [text.count], file: file,
      part: part)
    if units.contains(where: { $0.language != nil }) {
      source.lineLanguages = units.map(\.language)
    }
    return source
  }
}
