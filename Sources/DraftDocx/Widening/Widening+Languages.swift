internal import DraftLanguage
internal import DraftXML

/// Drawing some of a template's languages: paragraphs of the others go, and a table of two columns
/// becomes plain paragraphs.
extension Widening {
  /// A table of two columns, each in a language of its own.
  private struct Columns {
    var table: Int
    var languages: [String]
  }

  /// Leaves out what is in languages that are not drawn; called when the levels are known.
  mutating func project(to selection: LanguageSelection, isBody: Bool) {
    guard story.units.contains(where: { !selection.includes($0.language) }) else { return }
    var dropped: Set<Int> = []
    for (index, unit) in story.units.enumerated()
    where unit.kind == .paragraph && !selection.includes(unit.language) {
      // A paragraph that holds only tags goes anyway; what they enclose decides for itself.
      if !isStructural(index) { dropped.insert(index) }
    }
    var kept: Set<Int> = []
    if isBody {
      for columns in twoColumnTables() where columns.languages.filter(selection.includes).count == 1
      {
        unwrap(columns, selection, &dropped)
        kept.insert(columns.table)
      }
    }
    dropTags(of: dropped)
    dropParagraphs(dropped, besides: kept)
  }

  /// Whether a paragraph is taken away whole by the tags that it holds.
  private func isStructural(_ unit: Int) -> Bool {
    let members = tagsOfUnit[unit]
    if members.isEmpty { return false }
    return members.allSatisfy {
      levels[$0] == .paragraph || levels[$0] == .row || levels[$0] == .cell
        || levels[$0] == .captured
    }
      && members.contains { levels[$0] != .captured }
  }

  // MARK: - Tables of two columns

  private func twoColumnTables() -> [Columns] {
    story.tree.elements.indices.compactMap { table in
      guard story.word(table) == .table, let parent = story.parent(table),
        story.word(parent) == .body
          || (story.word(parent) == .contentControlContent && story.ancestor(parent, .table) == nil)
      else { return nil }
      return columns(of: table)
    }
  }

  /// The columns of a table when each of its two has one language and never the other's.
  private func columns(of table: Int) -> Columns? {
    var left: String?
    var right: String?
    for row in story.tree.children(of: table) where story.word(row) == .row {
      let cells = story.tree.children(of: row).filter { story.word($0) == .cell }
      switch cells.count {
      case 0, 1: continue
      case 2:
        for (place, cell) in cells.enumerated() {
          for language in languages(in: cell) {
            let known = place == 0 ? left : right
            guard known == nil || known == language else { return nil }
            if place == 0 { left = language } else { right = language }
          }
        }
      default: return nil
      }
    }
    guard let left, let right, left != right else { return nil }
    return Columns(table: table, languages: [left, right])
  }

  private func languages(in element: Int) -> Set<String> {
    var found: Set<String> = []
    for descendant in element + 1..<Int(story.tree.elements[element].subtreeEnd) {
      if let unit = story.paragraphUnit(descendant), let language = story.units[unit].language {
        found.insert(language)
      }
    }
    return found
  }

  /// Makes the paragraphs of one column stand by themselves.
  private mutating func unwrap(
    _ columns: Columns, _ selection: LanguageSelection, _ dropped: inout Set<Int>
  ) {
    let side = selection.includes(columns.languages[0]) ? 0 : 1
    let rows = story.tree.children(of: columns.table).filter { story.word($0) == .row }
    guard let first = rows.first else { return }
    take(from: story.tree.elements[columns.table].range.lowerBound, to: start(of: first))
    var end = start(of: first)
    for row in rows {
      // Between rows there may be marks, which may stand between paragraphs too.
      let range = story.tree.elements[row].range
      end = range.upperBound
      if isTaken(row) { continue }
      let cells = story.tree.children(of: row).filter { story.word($0) == .cell }
      guard !cells.isEmpty else { continue }
      let cell = cells[cells.count == 2 ? side : 0]
      let content =
        story.child(of: cell, .cellProperties).map { story.tree.elements[$0].range.upperBound }
        ?? Int(story.tree.elements[cell].contentStart)
      take(from: range.lowerBound, to: content)
      take(from: Int(story.tree.elements[cell].contentEnd), to: range.upperBound)
      for other in cells where other != cell {
        for descendant in other + 1..<Int(story.tree.elements[other].subtreeEnd) {
          if let unit = story.paragraphUnit(descendant) { dropped.insert(unit) }
        }
      }
      unwrapped.formUnion(cells)
      for tag in tags.indices where tags[tag].isCellTag && cells.contains(cellOf(tag)) {
        levels[tag] = .captured
      }
    }
    take(from: end, to: story.tree.elements[columns.table].range.upperBound)
  }

  private func cellOf(_ tag: Int) -> Int {
    story.ancestor(story.units[anchors[tag].unit].element, .cell) ?? -1
  }

  private func start(of element: Int) -> Int { story.tree.elements[element].range.lowerBound }

  /// Whether a row goes with the tags that fill it.
  private func isTaken(_ row: Int) -> Bool {
    tags.indices.contains {
      levels[$0] == .row && story.ancestor(story.units[anchors[$0].unit].element, .row) == row
    }
  }

  private mutating func take(from lower: Int, to upper: Int) {
    if lower < upper { edits.replace(lower..<upper, with: [], order: Int.max) }
  }

  // MARK: - Paragraphs

  /// The tags of paragraphs that go, go; a block must do so wholly.
  private mutating func dropTags(of dropped: Set<Int>) {
    for tag in tags.indices
    where dropped.contains(anchors[tag].unit) && levels[tag] == .inline {
      levels[tag] = .captured
      texts[tag] = nil
    }
    for block in blocks.indices {
      let members = members(of: block)
      let gone = members.filter { dropped.contains(anchors[$0].unit) && levels[$0] == .captured }
      guard !gone.isEmpty, gone.count < members.count, texts[blocks[block].open] == nil,
        let odd = members.first(where: { !gone.contains($0) && levels[$0] != .captured })
      else {
        // Structure inside of what goes as a whole.
        if members.allSatisfy({ dropped.contains(anchors[$0].unit) }) {
          for tag in members { levels[tag] = .captured }
        }
        continue
      }
      diagnostics.append(
        Diagnostic(
          code: "block-crosses-languages",
          Message(
            en:
              "`\(tags[odd].keyword)` stands in the text of another language than its `\(blocks[block].keyword)`",
            ru:
              "`\(tags[odd].keyword)` стоит в тексте другого языка, чем его `\(blocks[block].keyword)`",
            kk:
              "`\(tags[odd].keyword)` басқа тілдегі мәтінде тұр, оның `\(blocks[block].keyword)` тегі басқа тілде"
          ),
          at: place(odd), notes: [Widening.openedHere(place(blocks[block].open))],
          hints: [
            Message(
              en:
                "give each language a block of its own, or put both tags in paragraphs of their own",
              ru: "сделайте для каждого языка свой блок или поставьте оба тега в отдельные абзацы",
              kk: "әр тілге өз блогын жасаңыз немесе екі тегті жеке абзацтарға қойыңыз")
          ]))
    }
  }

  private mutating func dropParagraphs(_ dropped: Set<Int>, besides tables: Set<Int>) {
    let paragraphs = Set(dropped.map { story.units[$0].element })
    var gone = paragraphs
    // Rows and tables of which nothing is left go too, the innermost first.
    for element in story.tree.elements.indices.reversed()
    where story.word(element) == .row || story.word(element) == .table {
      guard !tables.contains(element) else { continue }
      let inside = (element + 1..<Int(story.tree.elements[element].subtreeEnd)).filter {
        story.paragraphUnit($0) != nil
      }
      if !inside.isEmpty, inside.contains(where: gone.contains),
        inside.allSatisfy({ gone.contains($0) || isBlankParagraph($0) }),
        story.word(element) == .row
          || story.tree.children(of: element).allSatisfy({ child in
            story.word(child) != .row || gone.contains(child)
          })
      {
        gone.insert(element)
      }
    }
    for element in gone.sorted() {
      if story.path(element).dropLast().contains(where: gone.contains) { continue }
      if let cell = story.ancestor(element, .cell), unwrapped.contains(cell),
        isInDroppedColumn(element)
      {
        continue
      }
      drop(element, gone)
    }
    removedElements.formUnion(gone)
  }

  private func isBlankParagraph(_ paragraph: Int) -> Bool {
    guard let unit = story.paragraphUnit(paragraph) else { return false }
    return story.units[unit].text.utf8.isEmpty
  }

  /// Whether an edit has taken the element's whole cell already.
  private func isInDroppedColumn(_ element: Int) -> Bool {
    edits.takes(story.tree.elements[element].range)
  }

  private mutating func drop(_ element: Int, _ gone: Set<Int>) {
    let range = story.tree.elements[element].range
    var content: [Insert] = []
    if story.word(element) == .paragraph {
      content = rangeMarks(in: element) + sectionBreak(of: element)
    }
    if let parent = story.parent(element), story.word(parent).needsParagraph,
      !unwrapped.contains(parent), isLastLeft(element, in: parent, gone)
    {
      content.append(.bytes(Array("<\(story.prefix(element))p/>".utf8)))
    }
    edits.replace(range, with: content, order: 0)
  }

  /// Whether no block of a container is left, and the element is the last that went.
  private func isLastLeft(_ element: Int, in parent: Int, _ gone: Set<Int>) -> Bool {
    let children = story.tree.children(of: parent).filter {
      story.word($0) == .paragraph || story.word($0) == .table || story.word($0) == .contentControl
    }
    return children.allSatisfy(gone.contains) && children.last == element
  }

  // MARK: - One language after the other

  /// Keeps the part of a body that one of several languages adds to a document.
  mutating func window(isFirst: Bool, isLast: Bool) {
    guard let body = story.tree.elements.indices.first(where: { story.word($0) == .body }) else {
      return
    }
    let element = story.tree.elements[body]
    if !isLast {
      let section = story.tree.children(of: body).last { story.word($0) == .sectionProperties }
      take(
        from: section.map { start(of: $0) } ?? Int(element.contentEnd), to: story.bytes.count)
    }
    guard !isFirst else { return }
    take(from: 0, to: Int(element.contentStart))
    startPage()
  }

  /// Whether a tag takes a paragraph, or the row or cell that it stands in.
  private func hasStructure(_ paragraph: Story.Unit) -> Bool {
    guard let unit = story.paragraphUnit(paragraph.element) else { return false }
    return tagsOfUnit[unit].contains { tag in
      levels[tag] == .paragraph || levels[tag] == .row || levels[tag] == .cell
    }
  }

  /// The first paragraph that is left begins a page (ECMA-376 part 1, § 17.3.1.23).
  private mutating func startPage() {
    guard
      let unit = story.units.first(where: {
        $0.kind == .paragraph && !removedElements.contains($0.element)
          && !story.path($0.element).contains(where: removedElements.contains)
          && !edits.takes(story.tree.elements[$0.element].range)
          && !hasStructure($0)
      })
    else { return }
    let prefix = story.prefix(unit.element)
    let mark = Array("<\(prefix)pageBreakBefore/>".utf8)
    guard let properties = story.child(of: unit.element, .paragraphProperties),
      !story.tree.elements[properties].isSelfClosing
    else {
      if story.tree.elements[unit.element].isSelfClosing { return }
      return edits.insert(
        [.bytes(Array("<\(prefix)pPr>".utf8) + mark + Array("</\(prefix)pPr>".utf8))],
        at: Int(story.tree.elements[unit.element].contentStart), order: Int.min)
    }
    let children = story.tree.children(of: properties)
    if children.contains(where: { story.tree.name(of: $0).local == "pageBreakBefore" }) { return }
    let follower = children.first {
      !["pStyle", "keepNext", "keepLines"].contains(story.tree.name(of: $0).local)
    }
    edits.insert(
      [.bytes(mark)],
      at: follower.map { start(of: $0) } ?? Int(story.tree.elements[properties].contentEnd),
      order: Int.min)
  }
}
