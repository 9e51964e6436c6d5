internal import DraftLanguage
internal import DraftXML

/// `cellbg`, `colspan`, `vm` and `hm`: tags that say something about the cell they stand in.
extension Widening {
  /// The children of `w:tcPr` in the order of its schema (ECMA-376 part 1, § 17.4.69).
  static let cellPropertyOrder = [
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel",
    "cellMerge", "tcPrChange",
  ]

  /// A property that a tag sets.
  private struct Setting {
    var name: String
    var content: [Insert]
  }

  /// Places the tags that set properties of cells.
  mutating func placeCellTags() {
    var settings: [Int: [Setting]] = [:]
    for tag in tags.indices where tags[tag].isCellTag && levels[tag] != .captured {
      let paragraph = story.units[anchors[tag].unit].element
      guard let cell = story.ancestor(paragraph, .cell) else {
        diagnostics.append(
          Diagnostic(
            code: "no-table",
            Message(
              en: "`\(tags[tag].keyword)` must stand in a table cell",
              ru: "`\(tags[tag].keyword)` ставят только в ячейке таблицы",
              kk: "`\(tags[tag].keyword)` тек кесте ұяшығында қойылады"),
            at: place(tag)))
        continue
      }
      switch tags[tag].keyword {
      case "cellbg":
        let start = attribute(
          "<\(w(cell))shd \(w(cell))val=\"clear\" \(w(cell))color=\"auto\" \(w(cell))fill=\"")
        settings[cell, default: []].append(
          Setting(
            name: "shd",
            content: [start, value(of: tag, site: .color), attribute("\"/>")]))
      case "colspan":
        settings[cell, default: []].append(span(cell, value(of: tag, site: .span)))
        changesGrid = true
      case "hm":
        let columns = columns(of: cell)
        let factor = columns > 1 ? " * \(columns)" : ""
        settings[cell, default: []].append(
          span(cell, hidden("loop.length\(factor)", for: tag, site: .span)))
        around(cell, tag)
        changesGrid = true
      default:
        settings[cell, default: []].append(
          Setting(
            name: "vMerge",
            content: [
              attribute("<\(w(cell))vMerge \(w(cell))val=\""),
              hidden("'restart' if loop.first else 'continue'", for: tag, site: .attribute),
              attribute("\"/>"),
            ]))
        hideBelowFirst(cell, tag)
      }
    }
    for (cell, settings) in settings { apply(settings, to: cell) }
  }

  /// The prefix of WordprocessingML at an element.
  private func w(_ element: Int) -> String {
    story.prefix(element)
  }

  private func attribute(_ text: String) -> Insert { .bytes(Array(text.utf8)) }

  private func span(_ cell: Int, _ value: Insert) -> Setting {
    Setting(
      name: "gridSpan",
      content: [attribute("<\(w(cell))gridSpan \(w(cell))val=\""), value, attribute("\"/>")])
  }

  /// How many columns of the grid a cell spans as its author drew it.
  private func columns(of cell: Int) -> Int {
    guard let properties = story.child(of: cell, .cellProperties),
      let span = story.child(of: properties, .gridSpan)
    else { return 1 }
    let value = story.tree.attribute(named: "val", of: span)
    return value.flatMap { Int($0) } ?? 1
  }

  /// The expression after the keyword of a tag, as a value of its own.
  private mutating func value(of tag: Int, site: Site) -> Insert {
    var expression = tags[tag]
    var start = expression.inner.lowerBound
    let keyword = Array(expression.keyword.utf8)
    while start + keyword.count < expression.inner.upperBound,
      !source.text[start..<start + keyword.count].elementsEqual(keyword)
    {
      start += 1
    }
    expression.kind = .expression
    expression.keyword = ""
    expression.inner =
      min(start + keyword.count, expression.inner.upperBound)..<expression.inner.upperBound
    return .piece(
      .tag(expression, site: add(site), language: languages[tag], captures: .text))
  }

  /// An expression of our own that stands for a tag.
  private mutating func hidden(_ text: String, for tag: Int, site: Site) -> Insert {
    let inner = source.append(hidden: text, standingFor: tags[tag].span)
    return .piece(
      .tag(
        Tag(
          kind: .expression, keyword: "", form: .plain, trimsBefore: false, trimsAfter: false,
          span: inner, inner: inner),
        site: add(site), language: languages[tag], captures: .text))
  }

  /// A statement of our own that stands for a tag.
  mutating func statement(
    _ keyword: String, _ text: String, for tag: Int, site: Int32 = 0
  ) -> Insert {
    let inner = source.append(hidden: text, standingFor: tags[tag].span)
    return .piece(
      .tag(
        Tag(
          kind: .statement, keyword: keyword, form: .plain, trimsBefore: false, trimsAfter: false,
          span: inner, inner: inner),
        site: site, language: languages[tag], captures: .text))
  }

  private mutating func add(_ site: Site) -> Int32 {
    if let known = sites.firstIndex(of: site) { return Int32(known) }
    sites.append(site)
    return Int32(sites.count - 1)
  }

  /// `hm`: the first turn draws the cell over all columns, the others draw none.
  private mutating func around(_ cell: Int, _ tag: Int) {
    let range = story.tree.elements[cell].range
    edits.insert([statement("if", "if loop.first", for: tag)], at: range.lowerBound, order: tag)
    edits.insert([statement("endif", "endif", for: tag)], at: range.upperBound, order: -tag)
  }

  /// `vm`: the cells under the first are merged with it, and empty.
  private mutating func hideBelowFirst(_ cell: Int, _ tag: Int) {
    let element = story.tree.elements[cell]
    let start =
      story.child(of: cell, .cellProperties).map { story.tree.elements[$0].range.upperBound }
      ?? Int(element.contentStart)
    edits.insert([statement("if", "if loop.first", for: tag)], at: start, order: Int.min)
    edits.insert(
      [
        statement("else", "else", for: tag), attribute("<\(w(cell))p/>"),
        statement("endif", "endif", for: tag),
      ], at: Int(element.contentEnd), order: Int.max)
  }

  /// Writes settings into `w:tcPr` at the places of the schema, instead of what stands there.
  private mutating func apply(_ settings: [Setting], to cell: Int) {
    let order = Widening.cellPropertyOrder
    guard let properties = story.child(of: cell, .cellProperties),
      !story.tree.elements[properties].isSelfClosing
    else {
      var content = [attribute("<\(w(cell))tcPr>")]
      for name in order {
        for setting in settings where setting.name == name { content += setting.content }
      }
      content.append(attribute("</\(w(cell))tcPr>"))
      if let properties = story.child(of: cell, .cellProperties) {
        edits.replace(story.tree.elements[properties].range, with: content, order: 0)
      } else {
        edits.insert(
          content, at: Int(story.tree.elements[cell].contentStart), order: Int.min)
      }
      return
    }
    let children = story.tree.children(of: properties)
    for setting in settings {
      if let old = children.first(where: { story.tree.name(of: $0).local == setting.name }) {
        edits.replace(story.tree.elements[old].range, with: setting.content, order: 0)
        continue
      }
      let rank = order.firstIndex(of: setting.name) ?? 0
      let follower = children.first {
        (order.firstIndex(of: story.tree.name(of: $0).local) ?? order.count) > rank
      }
      let place =
        follower.map { Int(story.tree.elements[$0].start) }
        ?? Int(story.tree.elements[properties].contentEnd)
      edits.insert(setting.content, at: place, order: rank)
    }
  }
}
