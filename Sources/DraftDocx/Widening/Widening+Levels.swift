internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// Decides what structure each tag takes with it: what its letters say, else the paragraph, row or
  /// cell that it fills alone.
  mutating func decideLevels() {
    takeForms()
    var whole = wholeParagraphs()
    settle(&whole)
    for tag in tags.indices where levels[tag] == .inline && whole[anchors[tag].unit] {
      levels[tag] = .paragraph
    }
    raiseToRows()
    refuseMixedBlocks()
  }

  // MARK: - What the letters say

  private mutating func takeForms() {
    for tag in tags.indices {
      guard levels[tag] == .inline, let level = Level(tags[tag].form) else { continue }
      let paragraph = story.units[anchors[tag].unit]
      guard paragraph.kind == .paragraph else { continue }
      switch level {
      case .row, .cell:
        let word: WordName = level == .row ? .row : .cell
        guard let holder = story.ancestor(paragraph.element, word) else {
          diagnostics.append(
            Diagnostic(
              code: "no-table",
              Message(
                en:
                  "this tag stands for a table \(level == .row ? "row" : "cell"), but there is no table here",
                ru:
                  "этот тег обозначает \(level == .row ? "строку" : "ячейку") таблицы, но здесь таблицы нет",
                kk:
                  "бұл тег кестенің \(level == .row ? "жолын" : "ұяшығын") білдіреді, бірақ мұнда кесте жоқ"
              ),
              at: place(tag)))
          continue
        }
        if isFilled(holder) {
          let block = blockOf[tag]
          if block >= 0,
            members(of: block).allSatisfy({
              story.ancestor(story.units[anchors[$0].unit].element, word) == holder
            }), blocks[block].branches.isEmpty
          {
            levels[tag] = .around
          } else {
            textWouldBeLost(tag, level)
          }
        } else {
          levels[tag] = level
        }
        if level == .cell { changesGrid = true }
      default:
        if isFilled(paragraph: anchors[tag].unit) {
          textWouldBeLost(tag, level)
        } else {
          levels[tag] = level
        }
      }
    }
    // A block with letters on some of its tags means them for all of its tags.
    for block in blocks.indices {
      let members = members(of: block)
      guard let level = members.map({ levels[$0] }).first(where: { $0 != .inline }) else {
        continue
      }
      for tag in members where levels[tag] == .inline && tags[tag].form == .plain {
        switch level {
        case .paragraph where !isFilled(paragraph: anchors[tag].unit): levels[tag] = .paragraph
        case .row:
          if let row = story.ancestor(story.units[anchors[tag].unit].element, .row), !isFilled(row)
          {
            levels[tag] = .row
          }
        case .cell:
          if let cell = story.ancestor(story.units[anchors[tag].unit].element, .cell),
            !isFilled(cell)
          {
            levels[tag] = .cell
          }
        default: break
        }
      }
    }
  }

  private mutating func textWouldBeLost(_ tag: Int, _ level: Level) {
    let (en, ru, kk) =
      switch level {
      case .row: ("row", "всю строку таблицы", "кестенің бүкіл жолын")
      case .cell: ("cell", "всю ячейку", "бүкіл ұяшықты")
      default: ("paragraph", "весь абзац", "бүкіл абзацты")
      }
    diagnostics.append(
      Diagnostic(
        code: "text-would-be-lost",
        Message(
          en: "the tag takes its whole \(en) away, but there is other text in that \(en)",
          ru: "тег убирает \(ru), но там есть и другой текст",
          kk: "тег \(kk) алып тастайды, бірақ онда басқа мәтін де бар"),
        at: place(tag),
        hints: [
          Message(
            en: "put the tag on a \(en) of its own, or leave the letter out: {% … %}",
            ru: "поставьте тег отдельно от текста или уберите букву после скобки: {% … %}",
            kk: "тегті мәтіннен бөлек қойыңыз немесе жақшадан кейінгі әріпті алып тастаңыз: {% … %}"
          )
        ]))
  }

  // MARK: - What stands alone

  /// Whether the paragraph of a unit holds silent tags and nothing else, by unit.
  private func wholeParagraphs() -> [Bool] {
    var whole = [Bool](repeating: false, count: story.units.count)
    for unit in story.units.indices {
      let members = tagsOfUnit[unit]
      guard !members.isEmpty, story.units[unit].kind == .paragraph, !isFilled(paragraph: unit),
        members.allSatisfy({
          levels[$0] == .captured
            || isSilent($0) && !tags[$0].trimsBefore && !tags[$0].trimsAfter
              && tags[$0].form != .run
        })
      else { continue }
      // A lone `set` or comment must not take away the only paragraph of a cell.
      let isBlock = members.contains {
        levels[$0] != .captured && texts[$0] == nil
          && (blockOf[$0] >= 0 || levels[$0] != .inline)
      }
      if isBlock || !isOnlyParagraph(story.units[unit].element) { whole[unit] = true }
    }
    return whole
  }

  /// Takes paragraphs out until each block lies in whole ones or in none.
  private func settle(_ whole: inout [Bool]) {
    var changed = true
    while changed {
      changed = false
      for block in blocks.indices {
        let members = members(of: block).filter { levels[$0] == .inline }
        guard members.contains(where: { !whole[anchors[$0].unit] }) else { continue }
        for tag in members where whole[anchors[tag].unit] {
          whole[anchors[tag].unit] = false
          changed = true
        }
      }
    }
  }

  /// Blocks whose ends stand alone in different rows or cells take the rows or cells with them.
  private mutating func raiseToRows() {
    for block in blocks.indices {
      let members = members(of: block)
      guard members.allSatisfy({ levels[$0] == .paragraph && tags[$0].form == .plain }) else {
        continue
      }
      let paragraphs = members.map { story.units[anchors[$0].unit].element }
      if Set(paragraphs.map { story.parent($0) }).count == 1 { continue }
      let rows = paragraphs.map { story.ancestor($0, .row) }
      let cells = paragraphs.map { story.ancestor($0, .cell) }
      if Set(rows).count == members.count || Set(rows).count > 1,
        Set(rows.map { $0.flatMap(story.parent) }).count == 1,
        rows.allSatisfy({ $0.map { !isFilled($0) } ?? false })
      {
        for tag in members { levels[tag] = .row }
      } else if Set(rows).count == 1, Set(cells).count == members.count,
        cells.allSatisfy({ $0.map { !isFilled($0) } ?? false })
      {
        for tag in members { levels[tag] = .cell }
        changesGrid = true
      }
    }
    // What stands in a row or cell that goes, goes with it.
    for level in [Level.row, .cell] {
      let word: WordName = level == .row ? .row : .cell
      func holder(_ tag: Int) -> Int? {
        story.ancestor(story.units[anchors[tag].unit].element, word)
      }
      let taken = Set(tags.indices.filter { levels[$0] == level }.compactMap(holder))
      guard !taken.isEmpty else { continue }
      for tag in tags.indices where levels[tag] == .paragraph {
        if let holder = holder(tag), taken.contains(holder) { levels[tag] = level }
      }
    }
  }

  /// A block must take one kind of structure with all of its tags.
  private mutating func refuseMixedBlocks() {
    for block in blocks.indices {
      let members = members(of: block).filter { levels[$0] != .captured }
      guard let odd = members.first(where: { levels[$0] != levels[blocks[block].open] }),
        !diagnostics.items.contains(where: {
          $0.code == "text-would-be-lost" || $0.code == "no-table"
        })
      else { continue }
      diagnostics.append(
        Diagnostic(
          code: "mixed-forms",
          Message(
            en:
              "`\(tags[odd].keyword)` stands inside a text, its `\(blocks[block].keyword)` takes a whole \(name(levels[blocks[block].open])) (or the other way round)",
            ru:
              "`\(tags[odd].keyword)` стоит внутри текста, а его `\(blocks[block].keyword)` занимает целый абзац, строку или ячейку (или наоборот)",
            kk:
              "`\(tags[odd].keyword)` мәтін ішінде тұр, ал оның `\(blocks[block].keyword)` тегі тұтас абзацты, жолды немесе ұяшықты алады (немесе керісінше)"
          ),
          at: place(odd), notes: [Widening.openedHere(place(blocks[block].open))],
          hints: [
            Message(
              en:
                "give both tags the same form, each alone in its paragraph or row, or both inside the text",
              ru:
                "поставьте оба тега одинаково: каждый один в своём абзаце (строке) или оба внутри текста",
              kk:
                "екі тегті бірдей қойыңыз: әрқайсысы өз абзацында (жолында) жеке немесе екеуі де мәтін ішінде"
            )
          ]))
    }
  }

  private func name(_ level: Level) -> String {
    switch level {
    case .row: "row"
    case .cell: "cell"
    case .paragraph: "paragraph"
    case .around: "row or cell"
    default: "stretch of text"
    }
  }

  /// The note that points back at the tag that opened a block.
  static func openedHere(_ place: Place) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(en: "opened here", ru: "открыт здесь", kk: "осы жерде ашылған"), at: place)
  }

  // MARK: - What else is there

  /// Whether a paragraph holds anything but silent tags and white space.
  func isFilled(paragraph unit: Int) -> Bool {
    let text = story.units[unit].text.utf8
    var covered = 0
    let offset = story.units[unit].offset
    var members = tagsOfUnit[unit]
    // The closures take the tags alone: with the whole of `self` they copy all of it at each turn.
    let tags = tags
    let areSorted = zip(members, members.dropFirst()).allSatisfy {
      tags[$0].span.lowerBound < tags[$1].span.lowerBound
    }
    if !areSorted { members.sort { tags[$0].span.lowerBound < tags[$1].span.lowerBound } }
    for tag in members where levels[tag] != .captured {
      let lower = tags[tag].span.lowerBound - offset
      if !isBlank(text[min(covered, lower)..<lower]) { return true }
      // An expression of the whole paragraph is its only content.
      if !isSilent(tag) && tags[tag].form != .paragraph && tags[tag].form != .row
        && tags[tag].form != .cell
      {
        return true
      }
      covered = max(covered, (texts[tag]?.end ?? tags[tag].span.upperBound) - offset)
    }
    return !isBlank(text[min(covered, text.count)...])
      || hasInstructions(story.units[unit].element) || holdsUnits(story.units[unit].element)
  }

  /// Whether a row or cell holds anything but silent tags and white space.
  func isFilled(_ element: Int) -> Bool {
    for descendant in element + 1..<Int(story.tree.elements[element].subtreeEnd) {
      if let unit = story.paragraphUnit(descendant), isFilled(paragraph: unit) { return true }
    }
    return false
  }

  private func hasInstructions(_ paragraph: Int) -> Bool {
    (paragraph..<Int(story.tree.elements[paragraph].subtreeEnd)).contains {
      story.word($0) == .instruction || story.word($0) == .simpleField
    }
  }

  private func holdsUnits(_ paragraph: Int) -> Bool {
    (paragraph + 1..<max(paragraph + 1, Int(story.tree.elements[paragraph].subtreeEnd))).contains {
      story.paragraphUnit($0) != nil
    }
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes where byte > 0x20 {
      // Letters of ASCII and Cyrillic, which begin nearly every text, are no white space.
      if byte < 0x7F || (0xD0...0xD3).contains(byte) { return false }
      break
    }
    return String(decoding: bytes, as: UTF8.self).allSatisfy { $0.isWhitespace || $0 == "\u{200B}" }
  }

  /// Whether a paragraph is the only one in a cell or other container that must have one.
  private func isOnlyParagraph(_ paragraph: Int) -> Bool {
    guard let parent = story.parent(paragraph), story.word(parent).needsParagraph else {
      return false
    }
    return story.tree.children(of: parent).filter { story.word($0) == .paragraph }.count == 1
  }
}
