internal import DraftLanguage

/// Goes through the marks of the body in their order and counts as Word does.
struct NumberReader {
  /// A clause that has come out.
  struct Instance {
    /// Its number in ``StoryMarks/clauses``.
    var clause: Int
    /// The turn of the loop that it came out in; nil outside of loops.
    var turn: LoopTurn?
    /// The list and level that number it, and the numbers of the levels down to it.
    var list: ListDefinitions.List
    var level: Int
    var numbers: [Int]
    /// The bookmark around its paragraph.
    var bookmark: String
  }

  /// A list that begins anew: its `w:numId`, and that of the list which it repeats.
  struct NewList {
    var id: Int
    var original: Int
  }

  private let document: DocumentNumbers
  /// The clauses in the order in which they came out.
  private(set) var instances: [Instance] = []
  /// The lists that were added.
  private(set) var lists: [NewList] = []
  private var counter = ListCounter()
  private var definitions: [Int: ListDefinitions.List]
  /// The list and turn of each of ``StoryMarks/restarts``.
  private var current: [(list: Int, turn: LoopTurn?)]
  private var bookmarks: Set<String>
  private var nextID: Int
  private var nextList: Int

  init(_ document: DocumentNumbers) {
    self.document = document
    definitions = document.numbers.definitions.lists
    current = document.marks.restarts.map { ($0, nil) }
    bookmarks = document.bookmarks
    nextID = document.firstID
    nextList = (definitions.keys.max() ?? 0) + 1
  }

  /// Reads the marks.
  ///
  /// - Returns: what stands in the place of each; nothing for references.
  mutating func read(_ found: [(range: Range<Int>, mark: OutputMark)]) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: found.count)
    var last: (list: ListDefinitions.List, level: Int, numbers: [Int])?
    // The starts of bookmarks whose ends are still to come, by place.
    var open: [Int: (position: Int, id: Int)] = [:]
    for (position, (_, mark)) in found.enumerated() {
      switch mark {
      case .paragraph(let number):
        let paragraph = document.marks.paragraphs[number]
        let id =
          switch paragraph.list {
          case .steady(let id): id
          case .restarting(let restart): current[restart].list
          }
        guard let list = definitions[id] else { continue }
        last = (list, paragraph.level, counter.count(id, list, level: paragraph.level))
      case .place(let place, let turn):
        switch document.marks.places[place] {
        case .turn(let restart): begin(restart, turn)
        case .clause(let clause):
          guard let last else { continue }
          let name = bookmark(for: document.marks.clauses[clause])
          instances.append(
            Instance(
              clause: clause, turn: turn, list: last.list, level: last.level,
              numbers: last.numbers, bookmark: name))
          result[position] = start(nextID, name)
          open[place] = (position, nextID)
          nextID += 1
        }
      case .end(let place):
        if let (_, id) = open.removeValue(forKey: place) { result[position] = end(id) }
      case .list(let use): result[position] = markup(document.marks.uses[use])
      case .reference: break
      }
    }
    // A paragraph whose end a condition took away.
    for (position, id) in open.values { result[position] += end(id) }
    return result
  }

  /// Takes another list when another turn begins.
  private mutating func begin(_ restart: Int, _ turn: LoopTurn?) {
    if current[restart].turn == turn { return }
    let isFirst = current[restart].turn == nil
    current[restart].turn = turn
    if isFirst { return }
    let original = document.marks.restarts[restart]
    guard var list = definitions[original] else { return }
    for level in 0..<ListDefinitions.levelCount { list.starts[level] = list.start(of: level) }
    definitions[nextList] = list
    lists.append(NewList(id: nextList, original: original))
    current[restart].list = nextList
    nextList += 1
  }

  private func markup(_ use: StoryMarks.ListUse) -> [UInt8] {
    let id = current[use.restart].list
    let w = use.prefix
    if use.form == .value { return Array(String(id).utf8) }
    if id == document.marks.restarts[use.restart] { return [] }
    let element = "<\(w)numId \(w)val=\"\(id)\"/>"
    if use.form == .element { return Array(element.utf8) }
    return Array("<\(w)numPr><\(w)ilvl \(w)val=\"\(use.level)\"/>\(element)</\(w)numPr>".utf8)
  }

  /// A name that Word hides from people and that no other bookmark has: at most 40 letters, digits
  /// and underscores (ECMA-376 part 1, § 17.13.6.2).
  private mutating func bookmark(for clause: StoryMarks.Clause) -> String {
    let letters = clause.name.unicodeScalars.prefix(24).map { scalar -> Character in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    let base = "_Ref_" + String(letters) + (clause.language.map { "_\($0)" } ?? "")
    var name = base
    var count = 2
    while !bookmarks.insert(name).inserted {
      name = "\(base)_\(count)"
      count += 1
    }
    return name
  }

  private func start(_ id: Int, _ name: String) -> [UInt8] {
    let w = document.prefix
    return Array("<\(w)bookmarkStart \(w)id=\"\(id)\" \(w)name=\"\(name)\"/>".utf8)
  }

  private func end(_ id: Int) -> [UInt8] {
    Array("<\(document.prefix)bookmarkEnd \(document.prefix)id=\"\(id)\"/>".utf8)
  }
}
