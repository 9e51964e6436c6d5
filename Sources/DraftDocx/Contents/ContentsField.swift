internal import DraftXML

/// A table of contents: the field `TOC` (ECMA-376 part 1, § 17.16.5.68).
struct ContentsField: Sendable {
  /// Where the entries stand: after one run and before another.
  struct Entries: Sendable {
    /// The run that ends with the separator of the field.
    var separator: Int
    /// The run that begins with the end of the field.
    var end: Int
  }

  /// The elements that make fields (ECMA-376 part 1, § 17.16), by local name.
  private enum Word: String {
    case character = "fldChar"
    case instruction = "instrText"
    case simple = "fldSimple"
  }

  /// The `w:fldChar` that begins it, or the `w:fldSimple` that it is.
  let begin: Int
  /// Its code: `TOC \o "1-3" \h`.
  let code: String
  /// Its entries; nil where they do not stand as Word writes them, each a paragraph of its own.
  let entries: Entries?

  /// The tables of contents of a part, in order; those inside of another are part of it.
  static func all(in tree: XMLTree) -> [ContentsField] {
    let words = tree.names.map { Word(rawValue: $0.local) }
    guard words.contains(.instruction) || words.contains(.simple) else { return [] }
    struct Open {
      var begin: Int
      var code = ""
      var separator: Int?
    }
    var open: [Open] = []
    var found: [ContentsField] = []
    for element in tree.elements.indices {
      switch words[Int(tree.elements[element].name)] {
      case .character:
        switch tree.wordAttribute("fldCharType", of: element) {
        case "begin": open.append(Open(begin: element))
        case "separate": if !open.isEmpty { open[open.count - 1].separator = element }
        case "end":
          guard let field = open.popLast(), isContents(field.code) else { continue }
          found.removeAll { $0.begin > field.begin }
          let entries = field.separator.flatMap { Self.entries($0, element, in: tree) }
          found.append(ContentsField(begin: field.begin, code: field.code, entries: entries))
        default: break
        }
      case .instruction:
        guard let field = open.indices.last, open[field].separator == nil else { continue }
        open[field].code += tree.text(of: element)
      case .simple:
        if let code = tree.wordAttribute("instr", of: element), isContents(code) {
          found.append(ContentsField(begin: element, code: code, entries: nil))
        }
      case nil: break
      }
    }
    return found
  }

  /// Whether the entries can be made anew from the headings.
  var isRenewable: Bool { entries != nil && ContentsSwitches(code) != nil }

  private static func isContents(_ code: String) -> Bool {
    code.split(whereSeparator: \.isWhitespace).first?.uppercased() == "TOC"
  }

  /// The runs around the entries, if these are paragraphs beside each other with nothing between them
  /// but marks.
  private static func entries(_ separator: Int, _ end: Int, in tree: XMLTree) -> Entries? {
    func word(_ element: Int) -> WordName { WordName(tree.name(of: element)) }
    func run(of character: Int) -> (run: Int, paragraph: Int)? {
      let run = Int(tree.elements[character].parent)
      guard run > 0, word(run) == .run else { return nil }
      let paragraph = Int(tree.elements[run].parent)
      return word(paragraph) == .paragraph ? (run, paragraph) : nil
    }
    guard let first = run(of: separator), let last = run(of: end), first.run != last.run,
      tree.elements[first.paragraph].parent == tree.elements[last.paragraph].parent,
      tree.children(of: first.run).last == separator,
      tree.children(of: last.run).first(where: { word($0) != .runProperties }) == end
    else { return nil }
    var next: Int? = first.paragraph
    while let sibling = next, sibling <= last.paragraph {
      guard word(sibling) == .paragraph || word(sibling).isRangeMark,
        !tree.children(of: sibling).contains(where: {
          word($0) == .paragraphProperties && tree.child("sectPr", of: $0) != nil
        })
      else { return nil }
      next = tree.nextSibling(of: sibling)
    }
    return Entries(separator: first.run, end: last.run)
  }
}

extension ContentsField.Entries {
  /// The elements between the two runs.
  func elements(in tree: XMLTree) -> Range<Int> {
    Int(tree.elements[separator].subtreeEnd)..<end
  }
}
