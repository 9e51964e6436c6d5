internal import DraftLanguage
internal import DraftXML

/// Finds the passages of a part that should say the same in two languages: the cells of a row of two
/// columns, and groups of paragraphs one after the other.
struct PairFinder {
  typealias Segment = BilingualText.Segment
  typealias Passage = BilingualText.Passage

  let story: Story
  let text: BilingualText
  private(set) var pairs: [BilingualText.Pair] = []
  private var group = 0
  /// Groups of paragraphs that no group of the other language follows.
  private var lone: [Passage] = []
  /// The stretches of each paragraph, by its unit.
  private var segments: [Int: [Segment]] = [:]

  /// What a cell holds.
  private struct Cell {
    var element: Int
    var segments: [Segment]
    /// The language of everything in it that has one; nil when there are several or none.
    var language: String?
    var isEmpty: Bool
    var languages: Set<String>
  }

  init(story: Story, text: BilingualText) {
    self.story = story
    self.text = text
    for segment in text.segments { segments[segment.line, default: []].append(segment) }
  }

  /// Looks through the part.
  mutating func find() {
    for index in story.tree.elements.indices {
      switch story.word(index) {
      case .table: table(index)
      case .body, .header, .footer, .footnote, .endnote, .comment, .textBoxContent:
        sequence(in: index)
      default: break
      }
    }
    // Where much stands alone, the document is not made of pairs.
    guard pairs.count >= 3 * lone.count else { return }
    for passage in lone { pairs.append(.init([passage], group: 0)) }
  }

  // MARK: Tables

  private mutating func table(_ table: Int) {
    group += 1
    let rows = parts(of: table, .row).map { row in parts(of: row, .cell).map(cell) }
    let isColumns = rows.contains { row in
      row.count == 2 && row[0].language == "kk" && row[1].language == "ru"
    }
    var open: [Cell]?
    for row in rows {
      if row.count == 2, columns(row, isColumns) {
        open = nil
        continue
      }
      if row.contains(where: { $0.languages.count > 1 }) {
        for cell in row { groups(cell.segments) }
      }
      open = below(row, open)
    }
  }

  /// Pairs the two cells of a row; says whether it is a row of two columns.
  private mutating func columns(_ row: [Cell], _ isColumns: Bool) -> Bool {
    let languages = row.map { $0.language ?? "" }
    if languages == ["kk", "ru"] {
      if !row[0].isEmpty, !row[1].isEmpty {
        pairs.append(.init(row.map { passage($0, $0.language ?? "") }, group: group))
        return true
      }
    }
    guard row.allSatisfy({ $0.languages.count < 2 }) else { return false }
    if row[0].isEmpty != row[1].isEmpty {
      let full = row[0].isEmpty ? 1 : 0
      let language = full == 0 ? "kk" : "ru"
      // The empty cell may have lost its style; the full one tells the language.
      guard isColumns, row[full].language == nil || row[full].language == language else {
        return false
      }
      pairs.append(
        .init(
          [passage(row[full], language)], gap: extent(of: row[1 - full]), group: group,
          isMarked: row[full].language != nil))
      return true
    }
    guard !row[0].isEmpty, row[0].language == nil || row[1].language == nil,
      languages[0] != "ru", languages[1] != "kk"
    else { return false }
    pairs.append(
      .init([passage(row[0], "kk"), passage(row[1], "ru")], group: group, isMarked: false))
    return true
  }

  /// A row all in Kazakh above a row all in Russian: each cell has its pair below.
  private mutating func below(_ row: [Cell], _ open: [Cell]?) -> [Cell]? {
    let languages = row.reduce(into: Set<String>()) { $0.formUnion($1.languages) }
    if row.allSatisfy(\.isEmpty) { return open }
    if languages == ["kk"] { return row }
    if languages == ["ru"], let open, open.count == row.count {
      for (upper, lower) in zip(open, row)
      where upper.language == "kk" && lower.language == "ru" && !upper.isEmpty && !lower.isEmpty {
        pairs.append(.init([passage(upper, "kk"), passage(lower, "ru")], group: group))
      }
    }
    return nil
  }

  private func passage(_ cell: Cell, _ language: String) -> Passage {
    Passage(language: language, segments: cell.segments)
  }

  private func extent(of cell: Cell) -> Range<Int> {
    guard
      let unit = (cell.element..<Int(story.tree.elements[cell.element].subtreeEnd)).lazy
        .compactMap({ story.paragraphUnit($0) }).first
    else { return 0..<0 }
    let offset = story.units[unit].offset
    return offset..<offset + story.units[unit].text.utf8.count
  }

  /// Reads a cell; tables inside it are read by themselves.
  private func cell(_ element: Int) -> Cell {
    let segments = stretches(paragraphs(of: element))
    let spoken = segments.filter { !text.isSilent($0.span) }
    let languages = Set(spoken.compactMap(\.language))
    let isWhole = spoken.allSatisfy { $0.language != nil || !hasLetters($0.span) }
    return Cell(
      element: element, segments: segments,
      language: isWhole && languages.count == 1 ? languages.first : nil, isEmpty: spoken.isEmpty,
      languages: languages)
  }

  private func hasLetters(_ span: Range<Int>) -> Bool {
    text.plain(span).unicodeScalars.contains { $0.properties.isAlphabetic }
      || text.tags[text.tags(in: span)].contains { $0.kind == .expression }
  }

  // MARK: One after the other

  /// Pairs groups of paragraphs; a table that is no part of a group ends it.
  private mutating func sequence(in container: Int) {
    group += 1
    var run: [Segment] = []
    for block in blocks(of: container) {
      if story.word(block) == .paragraph, let unit = story.paragraphUnit(block) {
        run += segments[unit] ?? []
        continue
      }
      let inner = stretches(
        (block..<Int(story.tree.elements[block].subtreeEnd)).compactMap { story.paragraphUnit($0) })
      let languages = Set(inner.filter { !text.isSilent($0.span) }.compactMap(\.language))
      if languages.count == 1 {
        run += inner
      } else {
        groups(run)
        run = []
      }
    }
    groups(run)
  }

  /// Pairs a group of one language with the next group of the other.
  private mutating func groups(_ segments: [Segment]) {
    var passages: [Passage] = []
    for segment in segments {
      guard let language = segment.language, language == "kk" || language == "ru",
        !text.isSilent(segment.span)
      else { continue }
      if let last = passages.indices.last, passages[last].language == language {
        passages[last].segments.append(segment)
      } else {
        passages.append(Passage(language: language, segments: [segment]))
      }
    }
    if !passages.count.isMultiple(of: 2) {
      // Russian before Kazakh and an odd group: it is not known which one stands alone.
      guard passages[0].language == "kk" || passages.count == 1, let last = passages.popLast()
      else { return }
      if last.segments.contains(where: { text.hasWord($0.span) }) { lone.append(last) }
    }
    for next in stride(from: 0, to: passages.count, by: 2) {
      group += 1
      pairs += BilingualText.pairs(passages[next], passages[next + 1], group: group)
    }
  }

  // MARK: Structure

  /// The rows of a table or cells of a row, also inside content controls.
  private func parts(of element: Int, _ word: WordName) -> [Int] {
    story.tree.children(of: element).flatMap { child -> [Int] in
      switch story.word(child) {
      case word: [child]
      case .contentControl, .contentControlContent, .customXML, .inserted: parts(of: child, word)
      default: []
      }
    }
  }

  /// The paragraphs and tables of a container, also inside content controls.
  private func blocks(of element: Int) -> [Int] {
    story.tree.children(of: element).flatMap { child -> [Int] in
      switch story.word(child) {
      case .paragraph, .table: [child]
      case .contentControl, .contentControlContent, .customXML: blocks(of: child)
      default: []
      }
    }
  }

  private func stretches(_ units: [Int]) -> [Segment] {
    var found: [Segment] = []
    for unit in units { found += segments[unit] ?? [] }
    return found
  }

  private func paragraphs(of cell: Int) -> [Int] {
    blocks(of: cell).compactMap { story.paragraphUnit($0) }
  }
}
