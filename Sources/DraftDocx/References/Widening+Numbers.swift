internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// What is marked at a paragraph of the body for its number.
  struct NumberMarks: Sendable {
    /// The mark that counts it, in bytes.
    var count: [UInt8] = []
    /// The place that tells the turn of the loop at which its list begins anew, and that loop.
    var turn: (place: Int, loop: Int)?
    /// What stands for its list, and where in its properties.
    var list: (range: Range<Int>, bytes: [UInt8])?
    /// The place of each clause that it is, with the tag that says so; nil for a bookmark.
    var clauses: [(place: Int, tag: Int?)] = []
  }

  /// Only the body has clauses.
  mutating func refuseClauses() {
    for tag in tags.indices where tags[tag].kind == .statement && tags[tag].keyword == "clause" {
      if let name = tags[tag].clauseName(in: source) {
        diagnostics.append(.clauseOutsideBody(name, at: place(tag)))
      }
    }
  }

  /// Decides what is marked; called before anything is placed.
  mutating func planNumbers(_ body: BodyNumbers, neutral: String?) {
    for (loop, list) in restartingLists(body) {
      let restart = StoryMarks.number(of: list, in: &marks.restarts)
      for (paragraph, label) in body.labels.sorted(by: { $0.key < $1.key })
      where label.list == list {
        restarting[paragraph] = restart
        marks.places.append(.turn(restart))
        numberMarks[paragraph, default: NumberMarks()].turn =
          (marks.places.count - 1, tags[blocks[loop].open].span.lowerBound)
        if let (range, form) = listUse(of: paragraph) {
          let use = StoryMarks.ListUse(
            restart: restart, level: label.level, form: form,
            prefix: story.prefix(paragraph))
          let number = StoryMarks.number(of: use, in: &marks.uses)
          numberMarks[paragraph]?.list = (range, OutputMark.list(number).bytes)
        }
      }
    }
    guard body.hasClauses else { return }
    for (paragraph, label) in body.labels.sorted(by: { $0.key < $1.key }) {
      let list: StoryMarks.List =
        restarting[paragraph].map { .restarting($0) } ?? .steady(label.list)
      let number = StoryMarks.number(
        of: StoryMarks.Paragraph(list: list, level: label.level), in: &marks.paragraphs)
      numberMarks[paragraph, default: NumberMarks()].count = OutputMark.paragraph(number).bytes
    }
    planClauses(body, neutral)
  }

  // MARK: - Clauses

  private mutating func planClauses(_ body: BodyNumbers, _ neutral: String?) {
    var named: Set<String> = []
    for tag in tags.indices where tags[tag].kind == .statement && tags[tag].keyword == "clause" {
      let unit = story.units[anchors[tag].unit]
      guard let name = tags[tag].clauseName(in: source), !unit.isRepeated else { continue }
      named.insert(name)
      add(
        clause: name, unit.element, languages[tag] ?? neutral, place(tag), tag, body)
    }
    // A bookmark of Word names the paragraph in which it begins, or before which it stands.
    for element in story.tree.elements.indices where story.word(element) == .bookmarkStart {
      guard let name = story.tree.wordAttribute("name", of: element), body.wanted.contains(name),
        !named.contains(name), let paragraph = paragraph(at: element),
        let unit = story.paragraphUnit(paragraph), !story.units[unit].isRepeated
      else { continue }
      let offset = story.units[unit].offset
      add(
        clause: name, paragraph, story.units[unit].language ?? neutral,
        source.place(offset..<offset), nil, body)
    }
  }

  private func paragraph(at mark: Int) -> Int? {
    if let paragraph = story.ancestor(mark, .paragraph) { return paragraph }
    var next = story.tree.nextSibling(of: mark)
    while let sibling = next, story.word(sibling).isRangeMark {
      next = story.tree.nextSibling(of: sibling)
    }
    return next.flatMap { story.word($0) == .paragraph ? $0 : nil }
  }

  private mutating func add(
    clause name: String, _ paragraph: Int, _ language: String?, _ place: Place, _ tag: Int?,
    _ body: BodyNumbers
  ) {
    guard let label = body.labels[paragraph], !label.isBullet else {
      diagnostics.append(.clauseWithoutNumber(name, at: place))
      return
    }
    marks.places.append(.clause(marks.clauses.count))
    numberMarks[paragraph, default: NumberMarks()].clauses.append((marks.places.count - 1, tag))
    marks.clauses.append(
      StoryMarks.Clause(
        name: name, language: language, place: place, mark: marks.places.count - 1))
  }

  // MARK: - Properties

  /// Where a paragraph names its list, or would name it.
  private func listUse(
    of paragraph: Int
  ) -> (range: Range<Int>, form: StoryMarks.ListUse.Form)? {
    guard let properties = story.child(of: paragraph, .paragraphProperties),
      !story.tree.elements[properties].isSelfClosing
    else { return nil }
    guard let list = story.tree.child("numPr", of: properties),
      !story.tree.elements[list].isSelfClosing
    else {
      // Only these may stand before it (ECMA-376 part 1, § 17.3.1.26).
      let before = [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
      ]
      let next = story.tree.children(of: properties).first {
        !before.contains(story.tree.name(of: $0).local)
      }
      let offset =
        next.map { story.tree.elements[$0].range.lowerBound }
        ?? Int(story.tree.elements[properties].contentEnd)
      return (offset..<offset, .properties)
    }
    if let id = story.tree.child("numId", of: list),
      let range = story.tree.attributeRange("val", uri: story.tree.name(of: id).uri, of: id)
    {
      return (range, .value)
    }
    let level = story.tree.child("ilvl", of: list)
    let offset =
      level.map { story.tree.elements[$0].range.upperBound }
      ?? Int(story.tree.elements[list].contentStart)
    return (offset..<offset, .element)
  }

  /// The properties of a paragraph as a value repeats them: with the marks of its number.
  func markedProperties(of paragraph: Int, _ properties: [UInt8], at start: Int) -> [UInt8] {
    guard let marked = numberMarks[paragraph] else { return properties }
    var bytes = properties
    if let (range, mark) = marked.list {
      bytes.replaceSubrange(range.lowerBound - start..<range.upperBound - start, with: mark)
    }
    return bytes + marked.count
  }

  // MARK: - Placing

  /// Puts the marks of the paragraphs that stay into the part; called when it is known which go.
  mutating func placeNumbers() {
    for (paragraph, marked) in numberMarks.sorted(by: { $0.key < $1.key }) {
      let element = story.tree.elements[paragraph]
      if story.path(paragraph).contains(where: removedElements.contains)
        || edits.takes(element.range)
      {
        refuse(lost: marked)
        continue
      }
      if joinedParagraphs.contains(paragraph) { continue }
      guard !element.isSelfClosing else {
        edits.insert([.bytes(marked.count)], at: element.range.lowerBound, order: Int.min + 2)
        continue
      }
      let start = Int(element.contentStart)
      if let turn = marked.turn {
        edits.insert(
          [.piece(.mark(Int32(turn.place), loop: turn.loop))], at: start, order: Int.min + 1)
      }
      if let (range, mark) = marked.list {
        if range.isEmpty {
          edits.insert([.bytes(mark)], at: range.lowerBound, order: 0)
        } else {
          edits.replace(range, with: [.bytes(mark)], order: 0)
        }
      }
      let properties = story.child(of: paragraph, .paragraphProperties)
      let content = properties.map { story.tree.elements[$0].range.upperBound } ?? start
      var opening: [Insert] = marked.count.isEmpty ? [] : [.bytes(marked.count)]
      opening += marked.clauses.map { .piece(.mark(Int32($0.place), loop: nil)) }
      if !opening.isEmpty { edits.insert(opening, at: content, order: Int.min + 2) }
      for clause in marked.clauses {
        edits.insert(
          [.bytes(OutputMark.end(clause.place).bytes)], at: Int(element.contentEnd),
          order: Int.max - 1)
      }
    }
  }

  /// A clause whose tag takes its paragraph away names nothing.
  private mutating func refuse(lost marked: NumberMarks) {
    for clause in marked.clauses {
      guard let tag = clause.tag, [.paragraph, .row, .cell].contains(levels[tag]) else { continue }
      diagnostics.append(
        .clauseWithoutNumber(tags[tag].clauseName(in: source) ?? "", at: place(tag)))
    }
  }
}
